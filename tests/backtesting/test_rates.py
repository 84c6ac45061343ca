"""Rates of yes/no forecasts: by hand, and what holds for any forecasts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.backtesting.rates import (
    Rate,
    balanced_accuracy,
    brier,
    coverage,
    hit_rate,
    wilson,
)
from tests.backtesting.strategies import forecasts, judged, parted

shares = st.integers(1, 200).flatmap(
    lambda n: st.tuples(st.integers(0, 2 * n).map(lambda halves: halves / 2), st.just(n))
)


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [  # the examples of Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_published_intervals(successes: int, n: int, low: float, high: float) -> None:
    assert wilson(successes, n) == pytest.approx((low, high), abs=5e-5)


@given(shares)
def test_wilson_contains_the_share_within_0_and_1_and_mirrors(share: tuple[float, int]) -> None:
    successes, n = share
    low, high = wilson(successes, n)
    assert 0 <= low <= successes / n <= high <= 1
    assert low < high
    assert wilson(n - successes, n) == pytest.approx((1 - high, 1 - low))
    of_more = wilson(2 * successes, 2 * n)
    assert of_more[1] - of_more[0] < high - low


def test_none_and_all_are_the_very_ends_of_their_intervals() -> None:
    for n in range(1, 100):
        assert wilson(0, n)[0] == 0
        assert wilson(n, n)[1] == 1


@pytest.mark.parametrize(("successes", "n"), [(0, 0), (3, 2), (-1, 2)])
def test_wilson_refuses_what_is_no_share(successes: int, n: int) -> None:
    with pytest.raises(ValueError, match="successes of"):
        wilson(successes, n)


def test_an_unclear_forecast_is_half_a_hit() -> None:
    found = hit_rate([1.0, 0.0, 0.5, 1.0], [True, False, True, False])
    assert found == Rate(0.625, *wilson(2.5, 4), 4)
    assert hit_rate([], []) is None


def test_coverage_is_the_share_that_is_clear() -> None:
    assert coverage([1.0, 0.5, 0.0, 0.0]) == 0.75
    assert coverage([0.5]) == 0.0
    assert coverage([]) is None


def test_the_brier_score_of_best_worst_and_unclear_forecasts() -> None:
    assert brier([1.0, 0.0], [True, False]) == 0
    assert brier([0.0, 1.0], [True, False]) == 1
    assert brier([0.5, 0.5], [True, False]) == 0.25
    assert brier([1.0, 0.5], [False, False]) == 0.625
    assert brier([], []) is None


def test_balanced_accuracy_is_one_half_for_who_always_says_the_same() -> None:
    found = balanced_accuracy([1.0] * 10, [True] * 9 + [False])
    assert found is not None
    assert (found.value, found.lasting.value, found.ended.value) == (0.5, 1.0, 0.0)
    # only the low end of the one and the high end of the other have room: 0.2991 and 0.7935
    assert (found.low, found.high) == pytest.approx((0.3504, 0.8967), abs=5e-5)


def test_balanced_accuracy_needs_both_classes() -> None:
    assert balanced_accuracy([1.0, 0.5], [True, True]) is None
    assert balanced_accuracy([1.0], [False]) is None
    assert balanced_accuracy([], []) is None


@given(judged)
def test_turning_forecasts_and_truths_round_swaps_the_classes(
    drawn: list[tuple[float, bool]],
) -> None:
    found = balanced_accuracy(*parted(drawn))
    turned = balanced_accuracy(*parted([(1 - said, not true) for said, true in drawn]))
    if found is None or turned is None:
        assert found is turned
    else:
        assert (turned.lasting, turned.ended) == (found.ended, found.lasting)
        assert turned[:3] == pytest.approx(found[:3])


@given(judged)
def test_wrong_where_right_and_right_where_wrong_mirrors_every_rate(
    drawn: list[tuple[float, bool]],
) -> None:
    said, true = parted(drawn)
    found, turned = hit_rate(said, true), hit_rate([1 - one for one in said], true)
    if found is not None and turned is not None:
        assert turned[:3] == pytest.approx((1 - found.value, 1 - found.high, 1 - found.low))
    balanced = balanced_accuracy(said, true)
    mirrored = balanced_accuracy([1 - one for one in said], true)
    if balanced is not None and mirrored is not None:
        assert 0 <= balanced.low <= balanced.value <= balanced.high <= 1
        assert mirrored[:3] == pytest.approx(
            (1 - balanced.value, 1 - balanced.high, 1 - balanced.low)
        )


@given(st.lists(forecasts, min_size=1), st.data())
def test_clear_forecasts_have_the_share_of_misses_as_brier_score(
    said: list[float], data: st.DataObject
) -> None:
    true = data.draw(st.lists(st.booleans(), min_size=len(said), max_size=len(said)))
    found, error, clear = hit_rate(said, true), brier(said, true), coverage(said)
    assert found is not None
    assert error is not None
    assert clear is not None
    # an unclear forecast misses by half and errs by a quarter
    assert error == pytest.approx(1 - found.value - (1 - clear) / 4)


@pytest.mark.parametrize("function", [hit_rate, brier, balanced_accuracy])
def test_every_forecast_needs_its_truth(function: object) -> None:
    assert callable(function)
    with pytest.raises(ValueError, match="zip"):
        function([1.0, 0.0], [True])
