"""Months counted from a day."""

from __future__ import annotations

from datetime import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Dates

MONTHS_IN_YEAR = 12
DAYS_IN_MONTH = 30.4375
"""On average: 365.25 days a year."""


def months_after(day: date, months: int) -> date:
    """Give the same day of a later month; its last day where the month is shorter."""
    years, month = divmod(day.month - 1 + months, MONTHS_IN_YEAR)
    first = date(day.year + years, month + 1, 1)
    after = date(first.year + month // 11, first.month % MONTHS_IN_YEAR + 1, 1)
    return min(first + timedelta(days=day.day - 1), after - timedelta(days=1))


def part_months_after(day: date, months: float) -> date:
    """Give the day that lies so many months and part of a month after another."""
    whole, part = divmod(months, 1)
    begins, ends = months_after(day, int(whole)), months_after(day, int(whole) + 1)
    return begins + timedelta(days=round(part * (ends - begins).days))


def has_passed(until: Dates | None, as_of: str) -> bool:
    """Whether the last of some days has passed; none is not known to have."""
    return until is not None and until["high"] < as_of


def held_until(assessed: date | None, valid_for: int | None, as_of: date) -> date | None:
    """Give the last day of a conclusion that holds so many days, if that day has passed."""
    if not assessed or not valid_for or (as_of - assessed).days <= valid_for:
        return None
    return assessed + timedelta(days=valid_for)


def is_ahead(assessed: date | None, as_of: date) -> bool:
    """Whether answers describe a day that has come nowhere on earth: tomorrow has, somewhere."""
    return assessed is not None and (assessed - as_of).days > 1
