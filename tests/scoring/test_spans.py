"""Spans from one moment to another: their months, and how they are spread."""

from __future__ import annotations

import statistics
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.scoring.calendar import DAYS_IN_MONTH, months_after
from lifeline.scoring.spans import is_within, spread, told_months, was_watched

START = date(2023, 1, 1)
DAYS = st.integers(0, 2000)
SPANS = DAYS.map(lambda days: (START.isoformat(), (START + timedelta(days)).isoformat()))


@given(st.lists(DAYS, min_size=2, max_size=20))
def test_quartiles_agree_with_the_standard_library(days: list[int]) -> None:
    found = spread([(START.isoformat(), (START + timedelta(n)).isoformat()) for n in days])
    low, middle, high = statistics.quantiles(
        [n / DAYS_IN_MONTH for n in days], n=4, method="inclusive"
    )
    assert found["cases"] == len(days)
    # rounded once, and only what is told
    assert [found["quartiles"][0], found["median"], found["quartiles"][1]] == pytest.approx(
        [low, middle, high], abs=0.05 + 1e-9
    )


def test_of_one_case_it_is_the_median_and_of_none_there_is_none() -> None:
    one = spread([("2023-01-01", "2023-05-03")])
    assert one == {"cases": 1, "median": 4.0, "quartiles": [4.0, 4.0]}
    assert spread([]) == {"cases": 0, "median": None, "quartiles": [None, None]}


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2023-01-01", "2024-01-01", 12.0),
        ("2023-01", "2023-03", 1.9),
        ("2023-01-15", "2023-01", 0.0),
        ("2023-02", "2023-02-28", 0.4),
    ],
)
def test_a_month_without_a_day_counts_as_its_middle(first: str, last: str, months: float) -> None:
    assert told_months((first, last)) == months


@given(SPANS, st.sampled_from([3, 6, 12]))
def test_a_span_is_within_some_months_or_was_watched_for_so_long(
    span: tuple[str, str], months: int
) -> None:
    on_the_day = date.fromisoformat(span[1]) == months_after(START, months)
    assert is_within(span, months) + was_watched(span, months) == 1 + on_the_day
