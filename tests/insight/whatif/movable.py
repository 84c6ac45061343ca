"""Sets of the tests in which everything can be changed but what is named, and searches on them."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

from lifeline.insight.whatif.asking import search_for
from lifeline.insight.whatif.targets import MonthsTarget, Target
from lifeline.insight.whatif.trials import Setting
from lifeline.model.compiled import CompiledSet
from lifeline.scoring.assess import Assessor
from tests.authored import ASSESSED, Authored, idea


def movable(
    compiled: CompiledSet, effort: str | None = "weeks", **others: str | None
) -> CompiledSet:
    """Give a set in which every change takes so long, but those that are named."""
    found = deepcopy(compiled)
    for id_, text in found["texts"]["questions"].items():
        text["changeable"] = others.get(id_.rpartition("/")[2].replace("-", "_"), effort)
    return found


def setting(
    answers: Authored,
    compiled: CompiledSet,
    *,
    as_of: date = ASSESSED,
    strict: bool = False,
    gate: Authored | None = None,
    **more: Any,
) -> Setting:
    """Give an idea with some answers, and how it is judged: by the set's gate but what is named."""
    assessor = Assessor(compiled)
    wanted: Any = {**assessor.gate, **(gate or {})}
    read = idea(answers, compiled, **more)
    return Setting(assessor, read, as_of, strict=strict, gate=wanted)


def searched(
    answers: Authored, compiled: CompiledSet, target: Target | int, **more: Any
) -> dict[str, Any]:
    """Look for plans for some answers."""
    wanted = MonthsTarget(target) if isinstance(target, int) else target
    return search_for(setting(answers, compiled, **more), wanted)


def in_short(plans: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give of each plan what it wants of each question."""
    return [
        {step["question"].rpartition("/")[2]: step["value"] for step in plan["steps"]}
        for plan in plans
    ]
