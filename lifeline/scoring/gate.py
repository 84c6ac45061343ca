"""The verdict: pass, fail or unclear, from the range of months and the findings (§5.10)."""

from __future__ import annotations

from lifeline.model.words import LEVELS
from lifeline.scoring.result import CERTAIN, POSSIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifeline.model.compiled import Deciding, Finding, Gate
    from lifeline.scoring.result import Result

PASS, UNCLEAR, FAIL = "pass", "unclear", "fail"
_WORST = (FAIL, UNCLEAR, PASS)


def range_verdict(low: int, high: int, gate: Gate) -> str:
    """Judge a range of months."""
    if low >= gate["min_months"]:
        return PASS
    return FAIL if high < gate["min_months"] else UNCLEAR


def finding_verdict(status: str) -> str:
    """Judge a finding that the gate looks at and that is not waived."""
    return {CERTAIN: FAIL, POSSIBLE: UNCLEAR}.get(status, PASS)


def gated_levels(gate: Gate) -> tuple[str, ...]:
    """Give the levels of findings that a gate looks at."""
    fail_on = gate["fail_on"]
    return LEVELS[: LEVELS.index(fail_on) + 1] if fail_on in LEVELS else ()


def gated_findings(
    findings: list[tuple[Finding, Result]], deciding: Deciding
) -> list[tuple[Finding, Result]]:
    """Give what the gate looks at: by its level, and if no one may leave its rubric out."""
    levels = gated_levels(deciding["gate"])
    optional = [rubric["rubric"] for rubric in deciding["optional"]]
    return [
        (finding, result)
        for finding, result in findings
        if finding["level"] in levels and finding["id"].partition("/")[0] not in optional
    ]


def worst(verdicts: Iterable[str]) -> str:
    """Give the worst of some verdicts; of none, a pass."""
    return min(verdicts, key=_WORST.index, default=PASS)
