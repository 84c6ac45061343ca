"""Misses: which cases, at which horizon, and what misled."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from lifeline.backtesting.forecasts import assess_all, forecasts
from lifeline.backtesting.misses import misses
from lifeline.reading.cases import ReadCase
from tests.backtesting.dated import MADE_UP, dated, made_up, small_cases


def missed(answers: dict[str, Any], months: int, *, ended: bool = True) -> list[dict[str, Any]]:
    cases = [made_up("one", answers, months, ended=ended)]
    return misses(cases, assess_all(dated(), cases))


def test_the_small_cases_are_missed_twice() -> None:
    cases = small_cases().cases
    short, long = misses(cases, assess_all(dated(), cases))
    assert (short["case"], short["kind"], short["horizon"]) == ("compass", "too-short", 12)
    assert short["misled_by"] == ["product/shipped", "product/nothing-protects"]
    assert (long["case"], long["kind"], long["horizon"]) == ("easel", "too-long", 6)
    assert long["misled_by"] == ["product/network"]
    assert long["months"] == {"low": 6, "high": 6}
    assert (long["observed"], long["still_holding"]) == (4, False)


WEEKS = {"copy-time": "weeks", "assets": [], "entry": "nobody"}
YEAR = {"copy-time": "year", "assets": [], "entry": "nobody"}


@pytest.mark.parametrize(
    ("answers", "months", "ended", "horizon", "misled_by"),
    [
        (WEEKS, 30, False, 6, ["product/only-time-lacking"]),
        (WEEKS, 7, True, 6, ["product/only-time-lacking"]),
        (WEEKS, 5, True, None, []),
        (YEAR, 5, True, 6, ["product/hard-to-copy"]),
        (YEAR, 11, True, 12, ["product/hard-to-copy"]),
        (YEAR, 12, True, None, []),
        (YEAR, 5, False, None, []),
        ({"copy-time": "months", "assets": []}, 5, True, 6, []),
        (WEEKS, 2, True, 3, []),
        (WEEKS, 3, True, None, []),
        (WEEKS, 2, False, None, []),
        ({}, 2, True, 3, ["product/network", "product/hard-to-copy"]),
    ],
)
def test_a_miss_is_told_at_its_earliest_horizon(
    answers: dict[str, Any], months: int, ended: bool, horizon: int | None, misled_by: list[str]
) -> None:
    found = missed(answers, months, ended=ended)
    assert [miss["horizon"] for miss in found] == ([horizon] if horizon else [])
    assert [name for miss in found for name in miss["misled_by"]] == misled_by


def test_where_only_several_caps_together_are_too_short_none_is_named() -> None:
    # a network lifts nothing-protects to 12 and only-time-lacking to 6: one of them it is
    answers = {"copy-time": "months", "entry": "nobody", "assets": {"maybe": ["network"]}}
    assert missed(answers, 20) == [], "it may last 12 months"


@given(MADE_UP)
def test_a_case_is_missed_at_most_once_and_never_where_the_range_is_open(
    cases: list[ReadCase],
) -> None:
    found = misses(cases, assess_all(dated(), cases))
    assert len({miss["case"] for miss in found}) == len(found)
    made = dict(zip([case.case.case for case in cases], forecasts(dated(), cases), strict=True))
    for miss in found:
        assert made[miss["case"]].lasts(miss["horizon"]) != 0.5
        too_short = miss["observed"] >= miss["horizon"]
        assert miss["kind"] == ("too-short" if too_short else "too-long")
