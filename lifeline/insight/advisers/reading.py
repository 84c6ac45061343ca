"""Reads one idea file for each of two sets; what only the other one asks is passed over."""

from __future__ import annotations

from lifeline.errors import InvalidFile
from lifeline.reading.idea import read_idea

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled import CompiledSet
    from lifeline.model.idea import Idea

ANSWERS = "answers."


def read_for_both(
    data: bytes, path: str, first: CompiledSet, second: CompiledSet
) -> tuple[list[Idea], list[str]]:
    """Read an idea file by two sets.

    Returns:
        The idea as each reads it, and the questions that go by one name in both sets and have an
        answer here that only one of them takes; the other reads these as open.

    Raises:
        InvalidFile: when something is wrong with it that the other set does not explain.
    """
    pairs = ((first, second), (second, first))
    wrong = [_wrong_answers(data, path, _beside(one, other)) for one, other in pairs]
    ideas, otherwise = [], []
    for (one, other), mine, theirs in zip(pairs, wrong, reversed(wrong), strict=True):
        only_here = [name for name in mine if name in other["index"] and name not in theirs]
        ideas.append(read_idea(data, path, _beside(one, other, without=only_here)))
        otherwise += only_here
    return ideas, otherwise


def _beside(one: CompiledSet, other: CompiledSet, without: list[str] | None = None) -> CompiledSet:
    """Give a set that passes over what only another one knows, as if that had been its own once.

    It is for reading only. ``without``: questions of its own that it passes over, too.
    """
    index = {name: n for name, n in one["index"].items() if name not in (without or ())}
    retired, version = one["retired"], one["version"]
    words = (*other["index"], *other["retired"]["questions"])
    questions: Any = {word: {"version": version, "use": None, "words": {}} for word in words}
    rules: Any = {word: {"version": version, "use": None} for word in other["waivable"]}
    passed_over: Any = {
        **retired,
        "questions": {n: q for n, q in questions.items() if n not in index} | retired["questions"],
        "rules": {n: r for n, r in rules.items() if n not in one["waivable"]} | retired["rules"],
    }
    found: CompiledSet = {**one, "index": index, "retired": passed_over}
    return found


def _wrong_answers(data: bytes, path: str, compiled: CompiledSet) -> list[str]:
    """Give the questions whose answers a set does not take, in the order of the file."""
    try:
        read_idea(data, path, compiled)
    except InvalidFile as error:
        keys = (p.key.removeprefix(ANSWERS) for p in error.problems if p.key.startswith(ANSWERS))
        return list(dict.fromkeys(key.partition(".")[0].partition("[")[0] for key in keys))
    return []
