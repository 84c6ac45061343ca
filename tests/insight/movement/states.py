"""States of made-up ideas, and repositories to keep them in."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

from lifeline.insight.movement.compare import Comparison
from lifeline.insight.movement.state import State
from lifeline.model.compiled import CompiledSet
from lifeline.model.compiled_market import CompiledMarket
from lifeline.scoring.assess import Assessor
from tests.authored import ASSESSED, Authored, idea_file
from tests.backtesting.dated import dated

LONG: Authored = {"entry": "nobody", "copy-time": "year", "assets": [], "used": True}
SHORT: Authored = {**LONG, "copy-time": "months"}


def state(
    answers: Authored,
    *,
    as_of: date = ASSESSED,
    strict: bool = False,
    compiled: CompiledSet | None = None,
    market: CompiledMarket | None = None,
    path: str = "bakery.yaml",
    **more: Any,
) -> State:
    """Give a state of an idea, by the set of dated cases if no other one is given."""
    assessor = Assessor(compiled or dated(), market)
    return State(idea_file(answers, **more), path, assessor, as_of, strict=strict)


def without_cap() -> CompiledSet:
    """Give another version of the set, by which nothing is needed to last."""
    other = deepcopy(dated())
    deciding = other["deciding"]
    deciding["caps"] = [c for c in deciding["caps"] if c["id"] != "product/nothing-protects"]
    other["version"] = "2.0.0"
    other["hashes"] = {"content": "another", "deciding": "another"}
    return other


def reworded() -> CompiledSet:
    """Give the set with other texts, by which it counts as another set and judges alike."""
    other = deepcopy(dated())
    other["hashes"]["content"] = "another"
    return other


def recorded() -> CompiledSet:
    """Give the set with a first question that is laid beside the record and needs no evidence."""
    other = deepcopy(dated())
    question = other["deciding"]["questions"][other["index"]["entry"]]
    question["evidence"], question["fresh_for"] = 0, None
    question["record"] = {"nothing": 0, "announced": 1, "preview": 1, "shipped": 2}
    return other


def outcome(of: State) -> dict[str, Any]:
    """Give the months and the verdict of a state."""
    lifeline = of.assessment["lifeline"]
    assert lifeline is not None
    return {**lifeline["months"], "verdict": of.assessment["verdict"]}


def compared(old: State | None, new: State | None) -> dict[str, Any]:
    """Compare two states."""
    one, other = (each or old or new for each in (old, new))
    assert one is not None
    assert other is not None
    return Comparison().one(old, new)


def parts_of(found: dict[str, Any]) -> list[tuple[str, int, int]]:
    """Give the parts that moved months: the causes, and how far each end went."""
    return [
        (" and ".join(part["causes"]), part["low"], part["high"])
        for part in found["parts"]
        if part["low"] or part["high"]
    ]
