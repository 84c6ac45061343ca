"""Where months and days stand across a picture."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lifeline.report.pictures.axis import LEFT, RIGHT, Axis, months_between
from lifeline.scoring.calendar import months_after

numbers = st.floats(-1000, 1000)
days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@given(st.integers(-6, 0), numbers, numbers)
def test_later_stands_further_right_and_all_stands_on_the_axis(
    first: int, one: float, other: float
) -> None:
    axis = Axis(first)
    low, high = sorted([one, other])
    assert LEFT <= axis.at(low) <= axis.at(high) <= RIGHT


def test_months_are_apart_alike() -> None:
    axis = Axis()
    places = [axis.at(month) for month in range(13)]
    steps = [after - before for before, after in pairwise(places)]
    assert (places[0], places[-1]) == (LEFT, RIGHT)
    assert max(steps) - min(steps) < 1e-9


@given(days, st.integers(-24, 24))
def test_a_day_that_is_whole_months_away_is_so_far_away(start: date, months: int) -> None:
    there = months_after(start, months)
    found = months_between(start, there)
    assert months - 1 < found <= months  # where the month is shorter, its last day is several
    if start.day <= 28:
        assert found == months


@given(days, st.integers(-800, 800))
def test_the_next_day_is_later(start: date, away: int) -> None:
    day = start + timedelta(days=away)
    assert months_between(start, day) < months_between(start, day + timedelta(days=1))


def test_half_a_month_is_half_a_month() -> None:
    assert months_between(date(2026, 11, 1), date(2026, 11, 16)) == 0.5
    assert months_between(date(2026, 11, 1), date(2026, 10, 1)) == -1
    assert months_between(date(2023, 3, 31), date(2023, 7, 1)) == 3 + 1 / 31
