"""The product-limit estimate of how many cases last how long (Kaplan and Meier 1958)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from lifeline.backtesting.observation import Observation

HALF = Fraction(1, 2)

AT_RISK = (0, 3, 6, 12, 24, 36, 48, 60)
"""Months below a curve at which it says how many cases were still watched."""


def median_months(observations: Sequence[Observation]) -> float | None:
    """Give the first month at which no more than half survive; None where that is not reached."""
    return next((months for months, share in _steps(observations) if share <= HALF), None)


def survival_at(observations: Sequence[Observation], months: float) -> float | None:
    """Give the share that lasts longer than some months, 0 to 1.

    None where that is unknown: without any case, and later than any case was seen, unless all had
    ended by then.
    """
    if not observations:
        return None
    share = min((s for end, s in _steps(observations) if end <= months), default=Fraction(1))
    if share and months > max(seen.months for seen in observations):
        return None
    return float(share)


def curve_of_tier(tier: int, observations: Sequence[Observation]) -> dict[str, Any]:
    """Give the curve of the cases of which so many months were foretold, as plain data.

    Args:
        tier: the low months of their forecasts.
        observations: what became of each of them.

    Returns:
        How many ``cases`` there are, how many ``ended``, the ``median`` months (None where more
        than half still held when last seen), the month in which the ``last`` was seen; the
        ``steps``, each the share that survives from a month on; the months at which cases that had
        not ended were last seen (``censored``); and how many cases were ``at_risk``, that is seen
        for so many months or longer.
    """
    last = max((seen.months for seen in observations), default=0.0)
    return {
        "tier": tier,
        "cases": len(observations),
        "ended": sum(seen.ended for seen in observations),
        "median": median_months(observations),
        "last": last,
        "steps": [{"months": m, "share": float(share)} for m, share in _steps(observations)],
        "censored": sorted(seen.months for seen in observations if not seen.ended),
        "at_risk": [
            {"months": month, "cases": sum(seen.months >= month for seen in observations)}
            for month in AT_RISK
            if month <= last
        ],
    }


def _steps(observations: Sequence[Observation]) -> Iterator[tuple[float, Fraction]]:
    """Give each month at which a case ended, in order, and the share that survived it.

    A case censored in that month was still at risk. Fractions, as 3/4 · 2/3 has to be one half.
    """
    share = Fraction(1)
    for months in sorted({seen.months for seen in observations if seen.ended}):
        at_risk = sum(seen.months >= months for seen in observations)
        ended = sum(seen.ended and seen.months == months for seen in observations)
        share *= Fraction(at_risk - ended, at_risk)
        yield months, share
