"""What a set foretells of cases, and what it would if it were another."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given

from lifeline.backtesting.forecasts import (
    Forecast,
    assess_all,
    changed,
    forecasts,
    observation,
    question_forecasts,
    without,
)
from lifeline.backtesting.observation import Observation
from lifeline.compiling.market import load_market
from lifeline.reading.cases import ReadCase
from lifeline.scoring.market import value_at
from tests.backtesting.dated import MADE_UP, dated, made_up, small_cases


def months_of(answers: dict[str, Any], name: str = "") -> tuple[float, float]:
    compiled = without(dated(), name) if name else dated()
    (made,) = forecasts(compiled, [made_up("one", answers, 1, ended=True)])
    return made.months


@pytest.mark.parametrize(
    ("low", "high", "at_6", "at_12"),
    [
        (3, 3, 0.0, 0.0),
        (3, 6, 0.5, 0.0),
        (6, 6, 1.0, 0.0),
        (3, 12, 0.5, 0.5),
        (6, 12, 1.0, 0.5),
        (12, 12, 1.0, 1.0),
    ],
)
def test_a_range_says_that_it_lasts_that_it_does_not_or_neither(
    low: int, high: int, at_6: float, at_12: float
) -> None:
    made = Forecast((low, high), (0, 100))
    assert (made.lasts(6), made.lasts(12)) == (at_6, at_12)


def test_cases_are_ordered_by_the_middle_of_the_months_then_of_the_score() -> None:
    in_order = [
        Forecast((3, 3), (90, 100)),
        Forecast((3, 6), (0, 0)),
        Forecast((6, 6), (0, 40)),
        Forecast((6, 6), (10, 40)),
        Forecast((3, 12), (0, 0)),
        Forecast((6, 12), (0, 0)),
    ]
    assert all(one.key < other.key for one, other in pairwise(in_order))


def test_what_a_case_became_is_seen_with_whether_it_ended() -> None:
    assert observation(made_up("one", {}, 7, ended=True)) == Observation(7, ended=True)
    assert observation(made_up("one", {}, 7, ended=False)) == Observation(7, ended=False)


def test_the_small_cases_are_foretold_as_their_set_says() -> None:
    made = dict(
        zip(
            [case.case.case for case in small_cases().cases],
            forecasts(dated(), small_cases().cases),
            strict=True,
        )
    )
    assert {id_: one.months for id_, one in made.items()} == {
        "almanac": (3, 3),
        "barometer": (12, 12),
        "compass": (6, 6),
        "dial": (6, 12),
        "easel": (6, 6),
        "fan": (12, 12),
    }
    # entry counts twice: announced and weeks (0.5 · 2 + 0) / 3, nobody and a year all
    assert made["almanac"].score == (33.3, 33.3)
    assert made["barometer"].score == (100, 100)
    assert made["dial"].score == (16.7, 100)


def test_cases_are_looked_at_on_the_first_day_of_their_vantage() -> None:
    for found in assess_all(dated(), small_cases().cases):
        assert found["as_of"] == found["assessed"]
        assert found["as_of"].endswith("-01")


def test_figures_of_the_market_are_those_of_the_vantage() -> None:
    parameters = [{"id": "context-window", "unit": "token", "rubrics": ["product"]}]
    case = made_up("one", {}, 1, ended=True)
    (found,) = assess_all(changed(dated(), parameters=parameters), [case])
    assert found["parameters"] == [value_at("context-window", case.case.vantage, load_market())]


def test_a_question_alone_foretells_by_half_its_points() -> None:
    cases = [
        made_up("a", {"entry": "nobody", "copy-time": "weeks"}, 1, ended=True),
        made_up(
            "b", {"entry": "announced", "copy-time": {"one-of": ["year", "weeks"]}}, 1, ended=True
        ),
        made_up("c", {"entry": "where-they-work"}, 1, ended=True),
    ]
    found = question_forecasts(dated(), cases)
    assert list(found) == ["product/entry", "product/copy-time"], "the others have no points"
    assert [made.months for made in found["product/entry"]] == [(12, 12), (12, 12), (0, 0)]
    assert [made.score for made in found["product/entry"]] == [(100, 100), (50, 50), (0, 0)]
    assert [made.months for made in found["product/copy-time"]] == [(0, 0), (0, 12), (0, 12)]


def test_leaving_out_a_cap_or_a_protection_changes_what_it_did_and_no_more() -> None:
    weeks = {"copy-time": "weeks", "assets": ["network"]}
    assert months_of(weeks) == (6, 6)
    assert months_of(weeks, "product/network") == (3, 3)
    assert months_of(weeks, "product/only-time-lacking") == (6, 12), "entry is open"
    assert months_of(weeks, "product/hard-to-copy") == (6, 6)
    alone = {"copy-time": "months", "assets": [], "entry": "nobody"}
    assert months_of(alone) == (6, 6)
    assert months_of(alone, "product/nothing-protects") == (12, 12)


def test_another_set_is_another_and_the_first_stays_as_it_was() -> None:
    before = forecasts(dated(), small_cases().cases)
    assert changed(dated(), caps=[])["deciding"]["caps"] == []
    without(dated(), "product/network")
    assert forecasts(dated(), small_cases().cases) == before


@given(MADE_UP)
def test_without_a_cap_nothing_is_judged_shorter_without_a_protection_nothing_longer(
    cases: list[ReadCase],
) -> None:
    whole = forecasts(dated(), cases)
    deciding = dated()["deciding"]
    for cap in deciding["caps"]:
        for made, now in zip(whole, forecasts(without(dated(), cap["id"]), cases), strict=True):
            assert made.months[0] <= now.months[0]
            assert made.months[1] <= now.months[1]
    for protection in deciding["protections"]:
        fewer = forecasts(without(dated(), protection["id"]), cases)
        for made, now in zip(whole, fewer, strict=True):
            assert made.months[0] >= now.months[0]
            assert made.months[1] >= now.months[1]


@given(MADE_UP)
def test_leaving_out_a_cap_that_fires_nowhere_changes_nothing(cases: list[ReadCase]) -> None:
    firing = {cap["rule"] for found in assess_all(dated(), cases) for cap in found["caps"]}
    for cap in dated()["deciding"]["caps"]:
        if cap["id"] not in firing:
            assert forecasts(without(dated(), cap["id"]), cases) == forecasts(dated(), cases)
