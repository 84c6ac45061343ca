"""A whole back-test: a set against a folder of cases, as the plain data that JSON shows."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Any

from lifeline.backtesting.baselines import baselines, not_coded
from lifeline.backtesting.coding import agreement, recognised
from lifeline.backtesting.forecasts import assess_all, forecasts_from, observation
from lifeline.backtesting.history import history, lasted
from lifeline.backtesting.measures import brief, figures, ordered
from lifeline.backtesting.misses import misses
from lifeline.compiling.cases import left_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifeline.backtesting.forecasts import Forecast, Span
    from lifeline.backtesting.observation import Observation
    from lifeline.model.compiled import CompiledSet
    from lifeline.reading.cases import Cases, ReadCase

FORMAT = 1

BINS = (0, 3, 6, 12, 24)
"""Observed months from which the columns of the table begin."""

Backtest = dict[str, Any]


def backtest(compiled: CompiledSet, cases: Cases) -> Backtest:
    """Assess every case and compare what was foretold with what happened.

    Args:
        compiled: the set to test.
        cases: dated products, their answers and their outcomes.
    """
    read = [case for case in cases.cases if case.outcome.left_out is None]
    seen = [observation(case) for case in read]
    assessments = assess_all(compiled, read)
    made = forecasts_from(compiled, assessments)
    known = recognised(cases)
    blind = [n for n, case in enumerate(read) if case.case.case not in known]
    return {
        "format": FORMAT,
        "set": {
            "id": compiled["set"],
            "version": compiled["version"],
            "deciding": compiled["hashes"]["deciding"],
        },
        "sample": {
            "title": cases.head.title,
            "cases": len(read),
            "left_out": left_out(cases),
            "ended": sum(observed.ended for observed in seen),
            "chosen": cases.head.chosen,
            "coded": cases.head.coded,
            "not_coded": not_coded(compiled, read),
        },
        "cases": [
            _told(case, forecast) | {"recognised": case.case.case in known}
            for case, forecast in zip(read, made, strict=True)
        ],
        "table": {"from": BINS, "rows": _rows(made, seen)},
        "figures": figures(made, seen),
        "not_recognised": figures([made[n] for n in blind], [seen[n] for n in blind]),
        "collections": _collections(read, made, seen),
        "baselines": baselines(compiled, read, seen),
        "misses": misses(read, assessments),
        "agreement": agreement(compiled, cases),
        "history": history(compiled, read, seen, made),
    }


def _collections(
    read: Sequence[ReadCase], made: Sequence[Forecast], seen: Sequence[Observation]
) -> list[dict[str, Any]]:
    """Give the figures within the cases of each provenance: nothing is owed to which it is.

    With the pairs and the interval of the order, as a part may hold few pairs.
    """
    found = []
    for provenance in sorted({case.case.provenance for case in read}):
        of_it = [n for n, case in enumerate(read) if case.case.provenance == provenance]
        part, foretold = [seen[n] for n in of_it], [made[n] for n in of_it]
        counts = {"cases": len(part), "ended": sum(observed.ended for observed in part)}
        order = ordered([one.key for one in foretold], part)
        sample = {key: order[key] for key in ("pairs", "low", "high")}
        found.append({"provenance": provenance, **counts, **brief(foretold, part), **sample})
    return found


def _told(case: ReadCase, made: Forecast) -> dict[str, Any]:
    return {
        "case": case.case.case,
        "name": case.case.name,
        "vantage": case.case.vantage.strftime("%Y-%m"),
        "months": _span(made.months),
        "durability": _span(made.score),
        "observed": case.outcome.months,
        "still_holding": case.outcome.still_holding,
    }


def _span(ends: Span) -> dict[str, float]:
    return dict(zip(("low", "high"), ends, strict=True))


def _rows(made: Sequence[Forecast], seen: Sequence[Observation]) -> list[dict[str, Any]]:
    """Count, for each range that was foretold, the cases by the months in which they ended."""
    rows = []
    for months in sorted({forecast.months for forecast in made}):
        of_these = [forecast.months == months for forecast in made]
        group = [observed for observed, is_in in zip(seen, of_these, strict=True) if is_in]
        rows.append(
            {
                "months": _span(months),
                **lasted(seen, of_these),
                "ended_from": [_ended_in(group, column) for column in range(len(BINS))],
                "still_holding": sum(not observed.ended for observed in group),
            }
        )
    return rows


def _ended_in(group: Sequence[Observation], column: int) -> int:
    until = [*BINS[1:], inf][column]
    return sum(one.ended and BINS[column] <= one.months < until for one in group)
