"""What a comparison keeps of each idea: a row of plain data, so that thousands of them fit."""

from __future__ import annotations

from lifeline.model.words import CAUSES, FULL
from lifeline.scoring.calendar import has_passed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Assessment, Cap, Months
    from lifeline.model.compiled import CompiledSet

    Row = dict[str, Any]

CERTAIN = "certain"


def row_of(
    assessment: Assessment, rubric: str | None, capabilities: list[str], shipped: Months | None
) -> Row:
    """Give the row of an idea.

    Args:
        assessment: of a file that could be read.
        rubric: whose score orders ideas of the same months; see ``ordering_rubric``.
        capabilities: those of the idea that the record of the market knows.
        shipped: the months it would have if a big company offered what it does, see ``events``;
            None where that is answered so already, or not asked.
    """
    lifeline = assessment["lifeline"]
    assert lifeline is not None, "only a file that could be read has a row"
    sure, may = _at_low_end(assessment["caps"], lifeline["months"])
    return {
        **{key: assessment[key] for key in ("path", "id", "idea", "assessed", "verdict")},
        "months": lifeline["months"],
        "until": lifeline["until"],
        "past": has_passed(lifeline["until"], assessment["as_of"]),
        "durability": rubric and assessment["scores"].get(rubric),
        "ends": lifeline["ends"],
        "cause": lifeline["cause"],
        "causes": {"sure": _causes(sure, []), "may": _causes(may, sure)},
        "rules": {"sure": [cap["rule"] for cap in sure], "may": [cap["rule"] for cap in may]},
        "open": len(assessment["open"]),
        "capabilities": capabilities,
        "shipped": shipped,
    }


def _at_low_end(caps: list[Cap], months: Months) -> tuple[list[Cap], list[Cap]]:
    """Give the caps that end it first for sure, and those that may; none at 12 months."""
    low = months["low"]
    at_low = [cap for cap in caps if cap["value"]["low"] == low < FULL]
    sure = [cap for cap in at_low if cap["status"] == CERTAIN and cap["value"]["high"] == low]
    return sure, [cap for cap in at_low if cap not in sure]


def _causes(caps: list[Cap], others: list[Cap]) -> list[str]:
    found = {cap["cause"] for cap in caps} - {cap["cause"] for cap in others}
    return [cause for cause in CAUSES if cause in found]


def ordering_rubric(compiled: CompiledSet) -> str | None:
    """Give the first rubric with a score that every idea is judged by; None where none has one."""
    deciding = compiled["deciding"]
    optional = {rubric["rubric"] for rubric in deciding["optional"]}
    scored = (score["rubric"] for score in deciding["scores"])
    return next((rubric for rubric in scored if rubric not in optional), None)
