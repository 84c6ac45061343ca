"""The figures of a series of forecasts: by hand, and what holds for any."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.backtesting.baselines import ALWAYS, COIN
from lifeline.backtesting.forecasts import Forecast
from lifeline.backtesting.measures import LEVELS, brief, figures, has_lasted, range_score
from lifeline.backtesting.observation import Observation

ENDS = (0, 3, 6, 12)

observed = st.builds(Observation, st.integers(0, 30), st.booleans())
spans = st.tuples(st.sampled_from(ENDS), st.sampled_from(ENDS)).map(
    lambda ends: (min(ends), max(ends))
)
made = st.builds(Forecast, spans, st.tuples(st.integers(0, 100), st.just(100)))
series = st.lists(st.tuples(made, observed), min_size=1, max_size=20)
Series = list[tuple[Forecast, Observation]]


def parted(drawn: Series) -> tuple[list[Forecast], list[Observation]]:
    return [forecast for forecast, _ in drawn], [seen for _, seen in drawn]


def foreseen(seen: Observation) -> Forecast:
    level = max(level for level in (0, *LEVELS) if level <= seen.months)
    high = level if seen.ended else 12
    return Forecast((level, high), (0, 0))


@pytest.mark.parametrize(
    ("months", "ended", "horizon", "expected"),
    [
        (6, True, 6, True),
        (5, True, 6, False),
        (5, False, 6, None),
        (6, False, 6, True),
        (0, True, 3, False),
    ],
)
def test_whether_a_case_lasted_is_known_or_it_was_last_seen_before(
    months: int, ended: bool, horizon: int, expected: bool | None
) -> None:
    assert has_lasted(Observation(months, ended=ended), horizon) is expected


@given(st.lists(st.builds(Observation, st.integers(0, 30), st.just(True)), min_size=1))
def test_a_forecast_that_foresees_everything_is_always_right(seen: list[Observation]) -> None:
    forecasts = [foreseen(one) for one in seen]
    found = figures(forecasts, seen)
    for horizon in found["horizons"].values():
        assert horizon["hit_rate"]["value"] == 1
        assert horizon["coverage"] == 1
        assert horizon["brier"] == 0
        if horizon["balanced_accuracy"]:
            assert horizon["balanced_accuracy"]["value"] == 1
    assert found["range_score"] == 0
    assert found["concordance_months"]["discordant"] == 0


@given(st.lists(observed, min_size=1))
def test_a_coin_is_a_coin(seen: list[Observation]) -> None:
    found = figures([COIN] * len(seen), seen)
    assert found["concordance"]["value"] in (0.5, None)
    for horizon in found["horizons"].values():
        if horizon["cases"]:
            assert horizon["hit_rate"]["value"] == 0.5
            assert horizon["brier"] == 0.25
            assert horizon["coverage"] == 0
        if horizon["balanced_accuracy"]:
            assert horizon["balanced_accuracy"]["value"] == 0.5
    assert range_score([COIN] * len(seen), seen) in (0.25, None)


@given(st.lists(observed, min_size=1))
def test_saying_always_the_same_orders_nothing(seen: list[Observation]) -> None:
    found = brief([ALWAYS] * len(seen), seen)
    assert found["concordance"] in (0.5, None)
    assert found["balanced_accuracy_12"] in (0.5, None)


@given(series, st.randoms(use_true_random=False))
def test_the_order_of_cases_changes_no_figure(drawn: Series, shuffler: random.Random) -> None:
    shuffled = [*drawn]
    shuffler.shuffle(shuffled)
    assert figures(*parted(shuffled)) == figures(*parted(drawn))
    assert brief(*parted(shuffled)) == brief(*parted(drawn))


@given(series)
def test_brief_figures_are_the_same_as_the_long_ones(drawn: Series) -> None:
    short, long = brief(*parted(drawn)), figures(*parted(drawn))
    assert short["concordance"] == long["concordance"]["value"]
    assert short["concordance_months"] == long["concordance_months"]["value"]
    assert short["range_score"] == long["range_score"]
    balanced = long["horizons"][12]["balanced_accuracy"]
    assert short["balanced_accuracy_12"] == (balanced and balanced["value"])


@given(series)
def test_every_figure_lies_within_its_interval_and_between_0_and_1(drawn: Series) -> None:
    found = figures(*parted(drawn))
    assert found["cases"] == len(drawn)
    for horizon in found["horizons"].values():
        assert horizon["cases"] <= len(drawn)
        for rate in (horizon["hit_rate"], horizon["balanced_accuracy"]):
            if rate:
                assert 0 <= rate["low"] <= rate["value"] <= rate["high"] <= 1
    score = range_score(*parted(drawn))
    assert score is None or 0 <= score <= 1
    ceiling = found["concordance_months"]["ceiling"]
    assert ceiling is None or 0.5 <= ceiling <= 1


def test_the_score_of_ranges_by_hand() -> None:
    # ended after 5 months, judged 6 to 12: at 3 right, at 6 wrong, at 12 unclear
    assert range_score([Forecast((6, 12), (0, 0))], [Observation(5, ended=True)]) == pytest.approx(
        (0 + 1 + 0.25) / 3
    )
    # still held after 5: at 6 and at 12 nobody knows
    assert range_score([Forecast((6, 12), (0, 0))], [Observation(5, ended=False)]) == 0
    assert range_score([COIN], [Observation(1, ended=False)]) is None


def test_what_the_range_score_is_the_mean_of_is_given_month_by_month() -> None:
    forecasts = [Forecast((3, 3), (0, 0)), Forecast((6, 12), (0, 0))]
    found = figures(forecasts, [Observation(1, ended=True), Observation(20, ended=False)])
    assert found["horizons"].keys() == {*LEVELS}
    assert found["horizons"][3]["balanced_accuracy"]["ended"]["value"] == 0
    assert found["horizons"][3]["hit_rate"]["value"] == 0.5
    briers = [horizon["brier"] for horizon in found["horizons"].values()]
    assert found["range_score"] == pytest.approx(sum(briers) / len(briers))


def test_without_a_case_there_is_no_figure() -> None:
    found = figures([], [])
    assert found["concordance"]["value"] is None
    assert found["horizons"][6]["hit_rate"] is None
    assert found["horizons"][12]["balanced_accuracy"] is None
    assert found["range_score"] is None
