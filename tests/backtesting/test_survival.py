"""Kaplan and Meier's estimate: by hand, and what holds for any cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.backtesting.observation import Observation
from lifeline.backtesting.survival import curve_of_tier, median_months, survival_at
from tests.backtesting.strategies import observations

# six cases: at risk 6, 4 and 2, so 5/6, then 5/6 · 2/4 and again the half of it
WORKED = [
    Observation(2, ended=True),
    Observation(2, ended=False),
    Observation(5, ended=True),
    Observation(5, ended=True),
    Observation(9, ended=True),
    Observation(9, ended=False),
]


@pytest.mark.parametrize(
    ("months", "share"),
    [
        (0, 1),
        (1.9, 1),
        (2, 5 / 6),
        (4.9, 5 / 6),
        (5, 5 / 12),
        (9, 5 / 24),
        (9.1, None),
    ],
)
def test_survival_falls_where_a_case_ends_and_is_unknown_past_the_last(
    months: float, share: float | None
) -> None:
    assert survival_at(WORKED, months) == (None if share is None else pytest.approx(share))


def test_where_all_have_ended_nothing_is_unknown() -> None:
    assert survival_at([Observation(3, ended=True)], 100) == 0
    assert survival_at([Observation(3, ended=False)], 100) is None
    assert survival_at([], 0) is None


def test_the_median_is_where_half_are_left_or_fewer() -> None:
    assert median_months(WORKED) == 5
    assert median_months(WORKED[:3]) == 5
    assert median_months(WORKED[:2]) == 2
    assert median_months([WORKED[0], *WORKED[4:]]) == 9
    assert median_months([WORKED[1]]) is None
    assert median_months([]) is None


def test_exactly_one_half_is_met_whatever_the_steps() -> None:
    for cases in range(2, 60, 2):
        seen = [Observation(month, ended=True) for month in range(1, cases + 1)]
        assert median_months(seen) == cases / 2


@given(st.lists(observations, min_size=1, max_size=30))
def test_survival_never_rises_and_the_median_is_where_it_passes_one_half(
    seen: list[Observation],
) -> None:
    curve = [survival_at(seen, months) for months in range(9)]
    known = [share for share in curve if share is not None]
    assert known == sorted(known, reverse=True)
    assert curve[len(known) :] == [None] * (9 - len(known))
    halved = [months for months, share in enumerate(known) if share <= 0.5]
    assert median_months(seen) == (halved[0] if halved else None)


@given(st.lists(observations.map(lambda seen: seen._replace(ended=True)), min_size=1))
def test_without_censoring_it_is_the_share_that_lasts_longer(seen: list[Observation]) -> None:
    for months in range(9):
        longer = sum(one.months > months for one in seen)
        assert survival_at(seen, months) == pytest.approx(longer / len(seen))


def test_a_curve_has_its_steps_and_how_many_were_watched() -> None:
    assert curve_of_tier(3, WORKED) == {
        "tier": 3,
        "cases": 6,
        "ended": 4,
        "median": 5,
        "last": 9,
        "steps": [
            {"months": 2, "share": pytest.approx(5 / 6)},
            {"months": 5, "share": pytest.approx(5 / 12)},
            {"months": 9, "share": pytest.approx(5 / 24)},
        ],
        "censored": [2, 9],
        "at_risk": [
            {"months": 0, "cases": 6},
            {"months": 3, "cases": 4},
            {"months": 6, "cases": 2},
        ],
    }


@given(st.lists(observations, max_size=30))
def test_a_curve_only_falls_and_says_what_survival_says(seen: list[Observation]) -> None:
    steps = curve_of_tier(6, seen)["steps"]
    shares = [1.0, *(step["share"] for step in steps)]
    assert shares == sorted(shares, reverse=True)
    for step in steps:
        assert survival_at(seen, step["months"]) == step["share"]


@given(st.lists(observations, max_size=30))
def test_ever_fewer_are_watched_below_a_curve(seen: list[Observation]) -> None:
    at_risk = [each["cases"] for each in curve_of_tier(6, seen)["at_risk"]]
    assert at_risk == sorted(at_risk, reverse=True)
    assert at_risk[0] == len(seen)
