"""Every case that was foretold wrongly, with the rules that misled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.backtesting.forecasts import forecast, observation
from lifeline.backtesting.measures import LEVELS, has_lasted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifeline.model.assessment import Assessment
    from lifeline.reading.cases import ReadCase

Miss = dict[str, Any]


def misses(cases: Sequence[ReadCase], assessments: Sequence[Assessment]) -> list[Miss]:
    """Give every miss at 3, 6 and 12 months, the earliest horizon of each case once.

    ``misled_by`` names, where the forecast was too short, the caps that held it there, or nothing
    where several did so only together; where it was too long, the protections that lifted a cap,
    or nothing where no cap was short enough.
    """
    found = []
    for case, assessment in zip(cases, assessments, strict=True):
        horizon = _missed_at(case, assessment)
        if horizon:
            found.append(_miss(case, assessment, horizon))
    return found


def _missed_at(case: ReadCase, assessment: Assessment) -> int | None:
    made = forecast(assessment, "")
    for months in LEVELS:
        lasted = has_lasted(observation(case), months)
        if lasted is not None and made.lasts(months) == (0.0 if lasted else 1.0):
            return months
    return None


def _miss(case: ReadCase, assessment: Assessment, horizon: int) -> Miss:
    lifeline = assessment["lifeline"]
    assert lifeline is not None, "a case that was read can be assessed"
    too_short = lifeline["months"]["high"] < horizon
    return {
        "case": case.case.case,
        "name": case.case.name,
        "horizon": horizon,
        "kind": "too-short" if too_short else "too-long",
        "months": lifeline["months"],
        "observed": case.outcome.months,
        "still_holding": case.outcome.still_holding,
        "misled_by": _caps(assessment, horizon) if too_short else _lifts(assessment),
    }


def _caps(assessment: Assessment, horizon: int) -> list[str]:
    """Name the caps that surely end it before the horizon, by themselves."""
    return [
        cap["rule"]
        for cap in assessment["caps"]
        if cap["status"] == "certain" and cap["value"]["high"] < horizon
    ]


def _lifts(assessment: Assessment) -> list[str]:
    names = [lift["protection"] for cap in assessment["caps"] for lift in cap["lifted_by"]]
    return list(dict.fromkeys(names))
