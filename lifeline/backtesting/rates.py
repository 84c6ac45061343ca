"""How often a yes/no forecast was right, with intervals that hold for few cases.

A forecast says whether something lasts: 1.0 it will, 0.0 it will not, 0.5 unclear. The truth beside
it is True where it lasted. Functions of both raise ValueError where there are not as many of each.
"""

from __future__ import annotations

from math import hypot, sqrt
from statistics import NormalDist, fmean
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

UNCLEAR = 0.5
Z = NormalDist().inv_cdf(0.975)
"""Standard deviations to either side that hold 95 % of a normal distribution."""


class Rate(NamedTuple):
    """A share of n cases, 0 to 1, and its 95 % interval."""

    value: float
    low: float
    high: float
    n: int


class BalancedAccuracy(NamedTuple):
    """The mean of the hit rates of two classes, so that the larger one does not decide alone."""

    value: float
    low: float
    high: float
    lasting: Rate
    """Hits among what lasted: the sensitivity."""
    ended: Rate
    """Hits among what ended: the specificity."""


def wilson(successes: float, n: int) -> tuple[float, float]:
    """Give the 95 % score interval of a share (Wilson 1927), within 0 to 1.

    Successes may come in halves; the interval is then wider than it need be, as one half varies
    less than a success or a failure. Raises ValueError where they are not in 0..n, or n is 0.
    """
    if n < 1 or not 0 <= successes <= n:
        raise ValueError(f"{successes} successes of {n}")
    share = successes / n
    middle = (successes + Z**2 / 2) / (n + Z**2)
    half = Z * sqrt(n * share * (1 - share) + Z**2 / 4) / (n + Z**2)
    # the share lies within; at 0 and 1 it is the end itself, and rounding must not move that
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))


def hit_rate(forecasts: Sequence[float], truths: Sequence[bool]) -> Rate | None:
    """Give the share of forecasts that were right, an unclear one as half; None without any."""
    hits = [
        forecast if truth else 1 - forecast
        for forecast, truth in zip(forecasts, truths, strict=True)
    ]
    return Rate(fmean(hits), *wilson(sum(hits), len(hits)), len(hits)) if hits else None


def coverage(forecasts: Sequence[float]) -> float | None:
    """Give the share of forecasts that are not unclear; None without any."""
    return fmean(forecast != UNCLEAR for forecast in forecasts) if forecasts else None


def balanced_accuracy(
    forecasts: Sequence[float], truths: Sequence[bool]
) -> BalancedAccuracy | None:
    """Give the mean of the two classes' hit rates (Brodersen et al. 2010).

    Its 95 % interval combines the two Wilson intervals by squaring and adding (Newcombe 1998; MOVER
    of Zou and Donner 2008). None where a class is empty.
    """
    lasting = _class_rate(forecasts, truths, lasted=True)
    ended = _class_rate(forecasts, truths, lasted=False)
    if lasting is None or ended is None:
        return None
    value = (lasting.value + ended.value) / 2
    below = hypot(lasting.value - lasting.low, ended.value - ended.low) / 2
    above = hypot(lasting.high - lasting.value, ended.high - ended.value) / 2
    return BalancedAccuracy(value, value - below, value + above, lasting, ended)


def brier(forecasts: Sequence[float], truths: Sequence[bool]) -> float | None:
    """Give the mean squared error (Brier 1950): 0 at best, 1 at worst, 0.25 if always unclear.

    None without any forecast.
    """
    errors = [(forecast - truth) ** 2 for forecast, truth in zip(forecasts, truths, strict=True)]
    return fmean(errors) if errors else None


def _class_rate(forecasts: Sequence[float], truths: Sequence[bool], *, lasted: bool) -> Rate | None:
    pairs = zip(forecasts, truths, strict=True)
    chosen = [forecast for forecast, truth in pairs if truth == lasted]
    return hit_rate(chosen, [lasted] * len(chosen))
