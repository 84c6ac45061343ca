"""Harrell's C: pairs by hand, and what holds for any cases."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.backtesting.concordance import Concordance, bootstrap, ceiling, concordance
from lifeline.backtesting.observation import Observation
from tests.backtesting.strategies import Case, cases, observations, unzipped


def ended(months: float) -> Observation:
    return Observation(months, ended=True)


def censored(months: float) -> Observation:
    return Observation(months, ended=False)


@pytest.mark.parametrize(
    ("first", "second", "pairs"),
    [
        (ended(3), ended(5), 1),
        (ended(3), censored(5), 1),
        (ended(3), censored(3), 1),
        (ended(3), ended(3), 0),
        (censored(3), ended(5), 0),
        (censored(3), censored(5), 0),
    ],
)
def test_a_pair_is_comparable_where_it_is_known_which_ended_first(
    first: Observation, second: Observation, pairs: int
) -> None:
    assert concordance([3.0, 12.0], [first, second]).concordant == pairs
    assert concordance([3.0, 12.0], [second, first]).discordant == pairs
    assert concordance([6.0, 6.0], [first, second]).tied == pairs


def test_a_worked_example() -> None:
    # 2 ended before 4 (a tie), 5 (wrong) and 7 (right), 5 before 7 (right); when 4 did is unknown
    seen = [ended(2), censored(4), ended(5), ended(7)]
    keys = [(6.0, 1.0), (6.0, 1.0), (3.0, 0.0), (6.0, 2.0)]
    assert concordance(keys, seen) == Concordance(2.5 / 4, 2, 1, 1, 4, 4)


def test_without_a_pair_there_is_no_value() -> None:
    assert concordance([], []) == Concordance(None, 0, 0, 0, 0, 0)
    assert concordance([1.0, 2.0], [censored(3), censored(5)]).value is None
    assert bootstrap([1.0, 2.0], [censored(3), censored(5)]) is None
    assert bootstrap([], []) is None


def test_every_case_needs_a_key() -> None:
    with pytest.raises(ValueError, match="zip"):
        concordance([1.0], [ended(3), ended(5)])


@given(cases)
def test_the_counts_make_up_the_value(drawn: list[Case]) -> None:
    found = concordance(*unzipped(drawn))
    assert found.concordant + found.discordant + found.tied == found.pairs
    assert found.cases == len(drawn)
    if found.value is not None:
        assert found.value == (found.concordant + found.tied / 2) / found.pairs


@given(cases)
def test_reversed_keys_turn_c_round(drawn: list[Case]) -> None:
    keys, seen = unzipped(drawn)
    found, turned = concordance(keys, seen), concordance([(-a, -b) for a, b in keys], seen)
    assert turned[1:4] == (found.discordant, found.concordant, found.tied)
    if found.value is not None:
        assert turned.value == pytest.approx(1 - found.value)


@given(cases, st.integers(-5, 5), st.randoms())
def test_neither_a_constant_nor_the_order_of_cases_matters(
    drawn: list[Case], constant: int, chance: random.Random
) -> None:
    keys, seen = unzipped(drawn)
    shuffled = chance.sample(drawn, len(drawn))
    assert concordance([(a + constant, b + constant) for a, b in keys], seen) == (
        concordance(*unzipped(shuffled))
    )


@given(st.lists(observations, max_size=30))
def test_months_themselves_are_never_discordant_and_one_key_for_all_is_chance(
    seen: list[Observation],
) -> None:
    found = concordance([(one.months, not one.ended) for one in seen], seen)
    assert found.concordant == found.pairs
    assert concordance([6.0] * len(seen), seen).value in (0.5, None)


@given(cases.filter(bool), st.integers(0, 9))
def test_the_interval_is_that_of_cs_of_resampled_cases(drawn: list[Case], seed: int) -> None:
    generator = random.Random(seed)
    values = []
    for _ in range(41):
        value = concordance(*unzipped(generator.choices(drawn, k=len(drawn)))).value
        if value is not None:
            values.append(value)
    found = bootstrap(*unzipped(drawn), resamples=41, seed=seed)
    if len(values) < 2:
        assert found is None
    else:
        assert found == (quantile(values, 0.025), quantile(values, 0.975))


def quantile(values: list[float], share: float) -> object:
    """Interpolate between the values to either side, the least being 0 and the greatest 1."""
    place = share * (len(values) - 1)
    below, *above = sorted(values)[int(place) :][:2]
    return pytest.approx(below + (place % 1) * ((above or [below])[0] - below))


def test_the_interval_is_repeatable_and_narrows_with_more_cases() -> None:
    chance = random.Random(7)
    seen = [ended(chance.expovariate(0.1)) for _ in range(60)]
    keys = [one.months * chance.lognormvariate(0, 1) for one in seen]
    few, many = bootstrap(keys[:15], seen[:15]), bootstrap(keys, seen)
    assert few is not None
    assert many is not None
    assert many == bootstrap(keys, seen) != bootstrap(keys, seen, seed=1)
    value = concordance(keys, seen).value
    assert value is not None
    assert many[0] < value < many[1]
    assert many[1] - many[0] < few[1] - few[0]


def test_an_interval_needs_two_resamples() -> None:
    seen = [ended(month) for month in range(20)]
    assert bootstrap(range(20), seen, resamples=1) is None
    assert bootstrap(range(20), seen, resamples=2) == (1.0, 1.0)


def test_foresight_by_levels_loses_what_lies_between_two_of_them() -> None:
    # 1 and 4 are both told as 3, and 6 and 7 as 6, though the censored 7 may last any longer
    seen = [ended(1), ended(4), ended(6), censored(7), ended(30)]
    assert ceiling(seen, (3, 6, 12)) == Concordance(8 / 9, 7, 0, 2, 9, 5)
    assert ceiling(seen, (12, 3, 6)) == ceiling(seen, (3, 6, 12))


@given(st.lists(observations, max_size=30), st.lists(st.integers(0, 9), min_size=1))
def test_foresight_is_never_discordant_and_any_month_as_a_level_leaves_no_tie_of_endings(
    seen: list[Observation], levels: list[int]
) -> None:
    assert ceiling(seen, levels).discordant == 0
    if all(one.ended for one in seen):
        assert ceiling(seen, range(1, 9)).value in (1.0, None)
