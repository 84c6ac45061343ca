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


def is_out_of_date(assessed: date | None, valid_for: int | None, as_of: date) -> bool:
    """Whether more days have passed since an assessment than a conclusion is taken to hold."""
    if not assessed or not valid_for:
        return False
    return (as_of - assessed).days > valid_for
