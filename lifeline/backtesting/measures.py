"""Every figure of one series of forecasts against what happened."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, Any

from lifeline.backtesting.concordance import bootstrap, ceiling, concordance
from lifeline.backtesting.rates import balanced_accuracy, brier, coverage, hit_rate
from lifeline.model.words import FULL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifeline.backtesting.forecasts import Forecast
    from lifeline.backtesting.observation import Observation

LEVELS = (3, 6, FULL)
"""The months that a range can begin or end with, but for 0; at each, one asks what had lasted."""

Figures = dict[str, Any]


def figures(forecasts: Sequence[Forecast], seen: Sequence[Observation]) -> Figures:
    """Give every figure, with intervals and the perfect foresight to compare with."""
    return {
        "cases": len(seen),
        "concordance": ordered([made.key for made in forecasts], seen),
        "concordance_months": {
            **ordered([(made.middle,) for made in forecasts], seen),
            "ceiling": ceiling(seen, LEVELS).value,
        },
        "horizons": {months: _horizon(forecasts, seen, months) for months in LEVELS},
        "range_score": range_score(forecasts, seen),
    }


def brief(forecasts: Sequence[Forecast], seen: Sequence[Observation]) -> Figures:
    """Give the figures by which series are compared, without intervals."""
    made, lasted = _known(forecasts, seen, FULL)
    balanced = balanced_accuracy(made, lasted)
    return {
        "concordance": concordance([one.key for one in forecasts], seen).value,
        "concordance_months": concordance([one.middle for one in forecasts], seen).value,
        "balanced_accuracy_12": balanced.value if balanced else None,
        "range_score": range_score(forecasts, seen),
    }


def range_score(forecasts: Sequence[Forecast], seen: Sequence[Observation]) -> float | None:
    """Give the ranked probability score of the ranges (Epstein 1969), over 3, 6 and 12 months.

    It is the mean of the Brier scores at each level: 0 at best, 0.25 for ranges that say nothing.
    A case that was last seen before a level is left out at that level.
    """
    scores = [brier(*_known(forecasts, seen, months)) for months in LEVELS]
    found = [score for score in scores if score is not None]
    return fmean(found) if found else None


def has_lasted(observation: Observation, months: int) -> bool | None:
    """Say whether a case lasted for so many months; None where it was last seen before."""
    if observation.months >= months:
        return True
    return False if observation.ended else None


def _known(
    forecasts: Sequence[Forecast], seen: Sequence[Observation], months: int
) -> tuple[list[float], list[bool]]:
    """Give forecasts and truths of the cases of which the truth at a horizon is known."""
    pairs = [
        (made.lasts(months), lasted)
        for made, observed in zip(forecasts, seen, strict=True)
        if (lasted := has_lasted(observed, months)) is not None
    ]
    return [made for made, _ in pairs], [lasted for _, lasted in pairs]


def _horizon(forecasts: Sequence[Forecast], seen: Sequence[Observation], months: int) -> Figures:
    made, lasted = _known(forecasts, seen, months)
    hits, balanced = hit_rate(made, lasted), balanced_accuracy(made, lasted)
    return {
        "cases": len(made),
        "hit_rate": hits._asdict() if hits else None,
        "balanced_accuracy": balanced
        and {
            **balanced._asdict(),
            "lasting": balanced.lasting._asdict(),
            "ended": balanced.ended._asdict(),
        },
        "coverage": coverage(made),
        "brier": brier(made, lasted),
    }


def ordered(keys: Sequence[tuple[float, ...]], seen: Sequence[Observation]) -> Figures:
    """Give how well keys order cases, with the interval."""
    # resampling draws cases by their places: sorted, so that their names change no figure
    in_order = sorted(zip(keys, seen, strict=True))
    interval = bootstrap([key for key, _ in in_order], [observed for _, observed in in_order])
    found, (low, high) = concordance(keys, seen), interval or (None, None)
    return {**found._asdict(), "low": low, "high": high}
