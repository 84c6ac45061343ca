"""What an idea has to meet: months, scores and findings, each judged by itself (§5.10)."""

from __future__ import annotations

from lifeline.model.words import CLOCKS, LEVELS
from lifeline.scoring.result import CERTAIN, POSSIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from lifeline.model import compiled
    from lifeline.model.assessment import Gate
    from lifeline.model.compiled import Deciding, Finding
    from lifeline.scoring.result import Result

PASS, UNCLEAR, FAIL = "pass", "unclear", "fail"
_WORST = (FAIL, UNCLEAR, PASS)

BOTH: Literal["both"] = "both"
"""Stands for the clock that ends first."""


def gate_of(own: compiled.Gate) -> Gate:
    """Give the gate that a set asks for, where nobody asks for another."""
    return {
        "min_months": own["min_months"],
        "clock": BOTH,
        "min_score": {},
        "fail_on": own["fail_on"],  # type: ignore[typeddict-item]  # one of the three
        "max_open": None,
        "max_age": None,
    }


def clock_of(gate: Gate) -> int:
    """Give the number of the clock that a gate looks at, as ``endings.months_of`` takes it."""
    return CLOCKS.index(gate["clock"]) if gate["clock"] != BOTH else len(CLOCKS)


def range_verdict(low: float, high: float, wanted: float) -> str:
    """Judge a range of months or of a score by the least that is wanted."""
    if low >= wanted:
        return PASS
    return FAIL if high < wanted else UNCLEAR


def finding_verdict(status: str) -> str:
    """Judge a finding that the gate looks at and that is not waived."""
    return {CERTAIN: FAIL, POSSIBLE: UNCLEAR}.get(status, PASS)


def gated_levels(gate: Gate | compiled.Gate) -> tuple[str, ...]:
    """Give the levels of findings that a gate looks at."""
    fail_on = gate["fail_on"]
    return LEVELS[: LEVELS.index(fail_on) + 1] if fail_on in LEVELS else ()


def gated_findings(
    findings: list[tuple[Finding, Result]], deciding: Deciding, gate: Gate | compiled.Gate
) -> list[tuple[Finding, Result]]:
    """Give what a gate looks at: by its level, and if no one may leave its rubric out."""
    levels = gated_levels(gate)
    optional = optional_rubrics(deciding)
    return [
        (finding, result)
        for finding, result in findings
        if finding["level"] in levels and finding["id"].partition("/")[0] not in optional
    ]


def optional_rubrics(deciding: Deciding) -> list[str]:
    """Give the rubrics that one may leave out: no gate counts against beginning one."""
    return [rubric["rubric"] for rubric in deciding["optional"]]


def worst(verdicts: Iterable[str]) -> str:
    """Give the worst of some verdicts; of none, a pass."""
    return min(verdicts, key=_WORST.index, default=PASS)
