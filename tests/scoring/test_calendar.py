"""Months counted from a day."""

from __future__ import annotations

from datetime import date

import pytest

from lifeline.scoring.calendar import part_months_after


@pytest.mark.parametrize(
    ("months", "day"),
    [
        (0, "2027-01-31"),
        (1, "2027-02-28"),
        (0.5, "2027-02-14"),
        (1.5, "2027-03-16"),
        (12.1, "2028-02-03"),
        (13, "2028-02-29"),
    ],
)
def test_a_part_of_a_month_is_so_much_of_the_days_to_the_same_day_of_the_next(
    months: float, day: str
) -> None:
    assert part_months_after(date(2027, 1, 31), months).isoformat() == day
