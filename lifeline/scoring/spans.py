"""Spans from one dated moment of the record to another: how long, within how many months."""

from __future__ import annotations

from datetime import date

from lifeline.scoring.calendar import DAYS_IN_MONTH, months_after

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Span = tuple[str, str]
    """From one moment to another: each a day, or a month."""

MIDDLE = "-15"
"""The day that stands for a month of which no day is known, where time is measured."""

DIGITS = 1
"""Of months that are told; nothing is compared by rounded months."""


def months_of(span: Span) -> float:
    """Give the months of a span; a month without a day counts as its middle."""
    first, last = map(_day, span)
    return (last - first).days / DAYS_IN_MONTH


def told_months(span: Span) -> float:
    """Give the months of a span as they are told."""
    return round(months_of(span), DIGITS)


def is_within(span: Span, months: int) -> bool:
    """Whether a span ends on the same day so many months later, or before."""
    first, last = map(_day, span)
    return last <= months_after(first, months)


def was_watched(span: Span, months: int) -> bool:
    """Whether a span reaches to the same day so many months later."""
    first, last = map(_day, span)
    return last >= months_after(first, months)


def spread(spans: list[Span]) -> dict[str, Any]:
    """Give how many there are, and the quartiles of their months; None where there are none."""
    ordered = sorted(map(months_of, spans))
    low, middle, high = (_quantile(ordered, share) for share in (0.25, 0.5, 0.75))
    return {"cases": len(ordered), "median": middle, "quartiles": [low, high]}


def _day(moment: str) -> date:
    return date.fromisoformat(moment if len(moment) > len("2023-09") else moment + MIDDLE)


def _quantile(ordered: list[float], share: float) -> float | None:
    """Give a quantile, in between where it falls between two (Hyndman and Fan 1996, type 7)."""
    if not ordered:
        return None
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return round(ordered[below] + (place - below) * (ordered[above] - ordered[below]), DIGITS)
