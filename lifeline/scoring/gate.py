"""The verdict: pass, fail or unclear, from the range of months and the findings (§5.10)."""

from __future__ import annotations

from lifeline.model.words import LEVELS
from lifeline.scoring.result import CERTAIN, POSSIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifeline.model.compiled import Deciding, Finding, Gate

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


def is_gated(finding: Finding, deciding: Deciding) -> bool:
    """Whether the gate looks at a finding: by its level, and if no one may leave its rubric out."""
    optional = [rubric["rubric"] for rubric in deciding["optional"]]
    is_due = finding["id"].partition("/")[0] not in optional
    return is_due and finding["level"] in gated_levels(deciding["gate"])


def worst(verdicts: Iterable[str]) -> str:
    """Give the worst of some verdicts; of none, a pass."""
    return min(verdicts, key=_WORST.index, default=PASS)
