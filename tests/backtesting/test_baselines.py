"""What a set has to beat."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from lifeline.backtesting.baselines import baselines, held, not_coded
from lifeline.backtesting.forecasts import assess_all, forecasts, observation
from lifeline.backtesting.measures import brief
from lifeline.reading.cases import ReadCase
from tests.backtesting.dated import MADE_UP, dated, made_up, small_cases


def test_every_rule_and_every_scored_question_is_a_baseline() -> None:
    cases = small_cases().cases
    found = baselines(dated(), cases, [observation(case) for case in cases])
    assert [(row["kind"], row["name"]) for row in found] == [
        ("simple", "a coin"),
        ("simple", "always 12 months"),
        ("question", "product/entry"),
        ("question", "product/copy-time"),
        ("without-cap", "product/only-time-lacking"),
        ("without-cap", "product/shipped"),
        ("without-cap", "product/nothing-protects"),
        ("without-protection", "product/network"),
        ("without-protection", "product/hard-to-copy"),
    ]
    coin = found[0]
    assert (coin["concordance"], coin["balanced_accuracy_12"], coin["range_score"]) == (
        0.5,
        0.5,
        0.25,
    )


def test_a_question_that_no_case_answers_is_named_and_no_baseline() -> None:
    cases = [
        made_up("a", {"entry": "nobody", "copy-time": "unknown"}, 1, ended=True),
        made_up("b", {}, 20, ended=False),
    ]
    found = baselines(dated(), cases, [observation(case) for case in cases])
    assert not_coded(dated(), cases) == ["product/copy-time"]
    assert [row["name"] for row in found if row["kind"] == "question"] == ["product/entry"]


def test_an_answer_that_leaves_something_open_is_an_answer() -> None:
    cases = [made_up("a", {"entry": {"one-of": ["nobody", "announced"]}}, 1, ended=True)]
    assert not_coded(dated(), cases) == ["product/copy-time"]


@settings(max_examples=30)
@given(MADE_UP)
def test_leaving_out_a_rule_that_fires_nowhere_gives_the_figures_of_the_set(
    cases: list[ReadCase],
) -> None:
    seen = [observation(case) for case in cases]
    own = brief(forecasts(dated(), cases), seen)
    assessed = assess_all(dated(), cases)
    firing = {cap["rule"] for found in assessed for cap in found["caps"]}
    lifting = {
        lift["protection"]
        for found in assessed
        for cap in found["caps"]
        for lift in cap["lifted_by"]
    }
    for row in baselines(dated(), cases, seen):
        if row["kind"].startswith("without") and row["name"] not in firing | lifting:
            assert {key: row[key] for key in own} == own


def test_a_rule_holds_where_it_surely_bites_and_a_protection_where_it_surely_is() -> None:
    found = held(dated(), small_cases().cases)
    by_id = [case.case.case for case in small_cases().cases]
    where = {
        name: [id_ for id_, is_held in zip(by_id, cases, strict=True) if is_held]
        for name, cases in found.items()
    }
    assert where == {
        "product/only-time-lacking": ["almanac", "easel"],
        "product/shipped": ["compass"],
        "product/nothing-protects": ["almanac", "compass"],
        "product/network": ["barometer", "easel"],
        "product/hard-to-copy": ["barometer", "fan"],
    }


@pytest.mark.parametrize(
    ("answers", "bites"),
    [
        ({"assets": []}, False),
        ({"assets": [], "copy-time": "months"}, True),
        ({"assets": {"maybe": ["network"]}, "copy-time": "months"}, False),
        ({"assets": ["network"], "copy-time": "months"}, False),
    ],
)
def test_a_cap_that_is_or_may_be_lifted_to_12_does_not_bite(
    answers: dict[str, object], bites: bool
) -> None:
    found = held(dated(), [made_up("one", answers, 1, ended=True)])
    assert found["product/nothing-protects"] == [bites]
