"""What the ids of a set name, and which rules read which questions."""

from __future__ import annotations

from lifeline.errors import UsageError
from lifeline.reading.spelling import brief, hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled import CompiledSet

PARTS = {"caps": "cap", "findings": "finding", "protections": "protection"}
"""The parts of a compiled set that read questions, and what an entry of each is called."""


def subject_of(compiled: CompiledSet, name: str) -> tuple[str, str]:
    """Give the kind and the full id of what a name means, with or without its rubric.

    The kind is ``cap``, ``finding``, ``protection`` or ``question``. Rules come first where a rule
    and a question of different rubrics share the last word.

    Raises:
        UsageError: when the name means nothing in this set.
    """
    named = [*_readers(compiled), *(("question", id_) for id_ in compiled["ids"])]
    kinds = [(kind, entry if kind == "question" else entry["id"]) for kind, entry in named]
    exact = [found for found in kinds if found[1] == name]
    bare = [found for found in kinds if found[1].rpartition("/")[2] == name]
    for found in exact + bare:
        return found
    raise UsageError(
        f"lifeline: '{brief(name)}' is no rule, protection or question of {compiled['set']}."
        + (_retirement(compiled, name) or hint(name, _known(compiled)))
    )


def _retirement(compiled: CompiledSet, name: str) -> str:
    """Say since when an id is retired and what took its place, or that it is switched off."""
    old: Any = {**compiled["retired"]["questions"], **compiled["retired"]["rules"]}
    for id_ in old:
        if name in (id_, id_.rpartition("/")[2]):
            if "off" in old[id_]:
                return (
                    f" It is switched off under 'overrides' in the set.yaml of {old[id_]['off']}."
                )
            use = old[id_]["use"]
            new = compiled["ids"][use] if isinstance(use, int) else use
            instead = f" {new} took its place." if new else ""
            return f" It was retired in {old[id_]['version']}.{instead}"
    return ""


def read_by(compiled: CompiledSet, id_: str) -> list[str]:
    """Give the questions that a rule or protection reads."""
    numbers = next(entry["reads"] for _, entry in _readers(compiled) if entry["id"] == id_)
    return [compiled["ids"][number] for number in numbers]


def readers_of(compiled: CompiledSet, question: str) -> list[str]:
    """Give the rules and protections that read a question."""
    number = compiled["ids"].index(question)
    return [entry["id"] for _, entry in _readers(compiled) if number in entry["reads"]]


def decided_by(compiled: CompiledSet, question: str) -> list[str]:
    """Give the questions of which an answer to this one decides whether they are asked."""
    number = compiled["ids"].index(question)
    others = zip(compiled["ids"], compiled["deciding"]["questions"], strict=True)
    return [id_ for id_, other in others if number in other["hidden_by"]]


def _known(compiled: CompiledSet) -> list[str]:
    """Give every name that means something, without its rubric and with it."""
    full = [*compiled["texts"]["reasons"], *compiled["ids"]]
    return [*(id_.rpartition("/")[2] for id_ in full), *full]


def _readers(compiled: CompiledSet) -> list[tuple[str, Any]]:
    deciding: Any = compiled["deciding"]
    return [(kind, entry) for part, kind in PARTS.items() for entry in deciding[part]]
