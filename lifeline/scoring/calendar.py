"""Months counted from a day."""

from __future__ import annotations

from datetime import date, timedelta

MONTHS_IN_YEAR = 12


def months_after(day: date, months: int) -> date:
    """Give the same day of a later month; its last day where the month is shorter."""
    years, month = divmod(day.month - 1 + months, MONTHS_IN_YEAR)
    first = date(day.year + years, month + 1, 1)
    after = date(first.year + month // 11, first.month % MONTHS_IN_YEAR + 1, 1)
    return min(first + timedelta(days=day.day - 1), after - timedelta(days=1))
