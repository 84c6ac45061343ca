"""Months counted from a day."""

from __future__ import annotations

from datetime import date

import pytest

from lifeline.scoring.calendar import has_passed, part_months_after


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


@pytest.mark.parametrize(
    ("high", "passed"), [("2027-01-30", True), ("2027-01-31", False), ("2027-02-01", False)]
)
def test_a_range_of_days_has_passed_after_the_last(high: str, passed: bool) -> None:
    assert has_passed({"low": "2026-01-01", "high": high}, "2027-01-31") == passed


def test_of_no_days_none_has_passed() -> None:
    assert not has_passed(None, "2027-01-31")
