"""A small good set to compile, and to change in one place."""

from __future__ import annotations

from typing import Any

from lifeline.model.compiled import CompiledSet
from tests.authored import Authored, compiled

TEXT: Authored = {"because": "It grows.", "remedy": "Water it.", "claims": ["S1-1"]}
SOURCE = {"id": "S1", "title": "On fruit", "author": "A. Gardener", "date": "2023-09"}
STATUS = {"verdict": "holds", "date": "2026-11-22"}
CLAIM = {"id": "S1-1", "says": "Fruit grows.", "source": "S1", "tag": "advice", "status": STATUS}
CLAIMS: Authored = {"claims-format": 1, "sources": [SOURCE], "claims": [CLAIM]}
VALUES: dict[str, Authored] = {
    "choice": {"better": "first"},
    "choices": {"better": "more"},
    "number": {"better": "higher", "unit": "month", "min": 0, "max": 24},
    "yes-no": {"better": "yes"},
}


def question(id_: str, kind: str, **more: Any) -> Authored:
    """A question; ``choices`` are ids, or ids with their points."""
    asked = {"id": id_, "ask": "How?", "why": "So.", "claims": ["S1-1"], "kind": kind}
    found = asked | VALUES[kind] | {key.replace("_", "-"): value for key, value in more.items()}
    if "choices" in found:
        found["choices"] = choices(found["choices"])
    return found


def choices(of: list[str] | dict[str, float]) -> list[Authored]:
    """Choices by their ids, or by ids and points."""
    if isinstance(of, list):
        return [{"id": id_, "label": "This"} for id_ in of]
    return [{"id": id_, "label": "This", "points": points} for id_, points in of.items()]


def quantity(id_: str, unit: str, **formula: Any) -> Authored:
    """A quantity, with its formula as one keyword."""
    return {"id": id_, "unit": unit, "formula": formula}


def protection(id_: str, when: Authored) -> Authored:
    """A protection."""
    return {"id": id_, "when": when} | TEXT


def rule(id_: str, **more: Any) -> Authored:
    """A rule; its cap, finding, condition and lifts as keywords."""
    return {"id": id_} | more | TEXT


def cap(months: int = 3, clock: str = "advantage", cause: str = "demand") -> Authored:
    """A cap."""
    return {"clock": clock, "months": months, "cause": cause}


def rubric(name: str, **parts: Any) -> Authored:
    """A rubric with these parts."""
    return {"rubric-format": 1, "rubric": name, "title": "What grows", "about": "Fruit."} | parts


def farm(*rubrics: Authored, **head: Any) -> Authored:
    """A set of these rubrics."""
    names = [rubric["rubric"] for rubric in rubrics]
    named = {"set-format": 1, "set": "farm", "version": "0.1.0", "title": "A farm"}
    gate = {"min-months": 6, "fail-on": "blocker"}
    return {"set": named | {"rubrics": names, "gate": gate} | head, "rubrics": list(rubrics)}


QUESTIONS = [
    question("entry", "choice", choices=["nobody", "announced", "everyone"]),
    question("assets", "choices", choices=["land", "water", "seed"]),
    question("irrigated", "yes-no"),
    question("runway", "number"),
    question("launch", "number"),
    question("budget", "number", unit="USD"),
]
"""One of each kind, numbered 0 to 3; and two numbers more."""

QUANTITIES = [
    quantity("reserve", "month", difference=["runway", "launch"]),
    {"id": "stores", "unit": "month", "formula": "runway"},
    quantity("burn", "USD/month", ratio=["budget", "runway"]),
]


def garden(**parts: Any) -> CompiledSet:
    """Compile a set of one rubric that asks all questions and has these further parts."""
    parts = {"questions": QUESTIONS, "quantities": QUANTITIES} | parts
    return compiled(farm(rubric("garden", **parts)), CLAIMS)
