"""How an idea stands today, as a baseline holds it, and the reasons with their lines."""

from __future__ import annotations

from lifeline.model.words import AHEAD, CLOCKS, EXPIRED, LEVELS, OUT_OF_DATE, SINCE, STALE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment, Cap, Finding
    from lifeline.model.baseline import Ground, Standing

OF_TIME = (STALE, SINCE, OUT_OF_DATE, AHEAD, EXPIRED)
"""Findings that come or go by themselves as time passes: they are told, and nobody has made
anything worse. A baseline that held them would fail on a day on which nothing was changed."""

HELD = LEVELS[: LEVELS.index("warning") + 1]
"""The levels of findings that a baseline holds; notes come and go."""

AT = " at "


def standing(assessment: Assessment) -> Standing:
    """Give how an idea stands; a file that cannot be judged stands as invalid."""
    lifeline, deciding = assessment["lifeline"], assessment["deciding"]
    findings = {_written(each): each for each in assessment["findings"] if _counts(each)}
    return {
        "id": assessment["id"],
        "idea": assessment["idea"],
        "path": assessment["path"],
        "accepted": {
            "verdict": assessment["verdict"],
            "months": {clock: lifeline[clock]["low"] for clock in CLOCKS} if lifeline else {},  # type: ignore[literal-required]
            "findings": sorted(findings),
        },
        "grounds": {clock: _ground(assessment["caps"], clock) for clock in CLOCKS},
        "findings": findings,
        "gates": assessment["gates"],
        "deciding": deciding["question"] if deciding and deciding["settling"] else None,
        "errors": assessment["errors"],
    }


def _counts(finding: Finding) -> bool:
    is_held = finding["level"] in HELD and finding["rule"] not in OF_TIME
    return is_held and not finding["waived"]


def _written(finding: Finding) -> str:
    question = finding["question"]
    return f"{finding['rule']}{AT}{question}" if question else finding["rule"]


def _ground(caps: list[Cap], clock: str) -> Ground:
    """Give the cap that leaves a clock the least months; that which is certain goes first."""
    mine = [cap for cap in caps if cap["clock"] == clock]
    if not mine:
        return {"rule": None, "message": "", "remedy": "", "line": 1, "column": 1}
    cap = min(mine, key=lambda cap: (cap["value"]["low"], cap["status"] != "certain"))
    return {
        "rule": cap["rule"],
        "message": cap["because"],
        "remedy": cap["remedy"],
        "line": cap["line"],
        "column": cap["column"],
    }
