"""What history says of each tier and of each rule: kept beside the set, told under verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.backtesting.baselines import held
from lifeline.backtesting.survival import median_months

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifeline.backtesting.forecasts import Forecast
    from lifeline.backtesting.observation import Observation
    from lifeline.model.compiled import CompiledSet
    from lifeline.reading.cases import ReadCase

FORMAT = 1


def history(
    compiled: CompiledSet,
    cases: Sequence[ReadCase],
    seen: Sequence[Observation],
    made: Sequence[Forecast],
) -> dict[str, Any]:
    """Give how long products lasted: by the low end they were judged with, and by each rule.

    Months are medians of Kaplan and Meier; None where more than half still held when last seen.
    """
    lows = [forecast.months[0] for forecast in made]
    return {
        "history-format": FORMAT,
        "deciding": compiled["hashes"]["deciding"],
        "cases": len(seen),
        "tiers": [
            {"months": low, **lasted(seen, [low == other for other in lows])}
            for low in sorted(set(lows))
        ],
        "rules": {
            name: {
                "held": lasted(seen, where),
                "others": lasted(seen, [not held for held in where]),
            }
            for name, where in held(compiled, cases).items()
        },
    }


def lasted(seen: Sequence[Observation], chosen: Sequence[bool]) -> dict[str, Any]:
    """Give how many of the chosen cases there are, how many ended, and their median months."""
    group = [observed for observed, is_in in zip(seen, chosen, strict=True) if is_in]
    return {
        "cases": len(group),
        "ended": sum(observed.ended for observed in group),
        "median": median_months(group),
    }
