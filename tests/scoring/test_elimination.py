"""Elimination against trying everything, and that its cost grows with the tangle only."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.scoring import elimination
from lifeline.scoring.against_clock import shortest
from lifeline.scoring.completions import ONE
from lifeline.scoring.elimination import Effort, eliminate
from lifeline.scoring.factors import Factor, entries, joint

Pair = tuple[int, int]

LEVELS = st.integers(1, 15)
"""Sets of levels of a clock, as in the real thing: that of two is the shorter."""

PLENTY = 10**6


@st.composite
def tables(draw: st.DrawFn, scope: tuple[int, ...]) -> Factor:
    """A factor over some variables of up to three values; it leaves assignments out."""
    every = list(product(range(3), repeat=len(scope)))
    rows = draw(st.lists(st.sampled_from(every), min_size=1, max_size=9, unique=True))
    return Factor(scope, {row: draw(LEVELS) for row in rows})


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Factor], tuple[int, ...]]:
    """Factors over some of five variables, in any order, and some variables to keep."""
    scopes = st.lists(st.integers(1, 5), min_size=0, max_size=3, unique=True).map(tuple)
    factors = [draw(tables(scope)) for scope in draw(st.lists(scopes, min_size=1, max_size=5))]
    there = sorted({variable for factor in factors for variable in factor.scope})
    keep = draw(st.permutations(there)) if there else []
    return factors, tuple(keep[: draw(st.integers(0, 2))])


def tried(factors: list[Factor], keep: tuple[int, ...]) -> dict[tuple[int, ...], int]:
    """Give what elimination promises, by trying every assignment."""
    there = sorted({variable for factor in factors for variable in factor.scope})
    found: dict[tuple[int, ...], int] = {}
    for values in product(range(3), repeat=len(there)):
        given = dict(zip(there, values, strict=True))
        outcomes = [f.table.get(tuple(given[v] for v in f.scope)) for f in factors]
        if None not in outcomes:
            together = ONE
            for each in outcomes:
                together = shortest(together, each or 0)
            key = tuple(given[variable] for variable in keep)
            found[key] = found.get(key, 0) | together
    return found


@given(cases())
def test_it_finds_what_trying_every_assignment_finds(
    case: tuple[list[Factor], tuple[int, ...]],
) -> None:
    factors, keep = case
    found = eliminate(factors, keep, shortest, ONE)
    assert found.exact
    wanted = tried(factors, keep)
    assert found.table == wanted or (not wanted and not any(found.table.values()))


def linked(pairs: Iterable[Pair], values: int = 2) -> list[Factor]:
    """Give a factor for each pair of variables, in which everything can occur."""
    rows = list(product(range(values), repeat=2))
    return [Factor(pair, dict.fromkeys(rows, ONE)) for pair in pairs]


CHAIN = [(n, n + 1) for n in range(60)]
RING = [*CHAIN, (60, 0)]
STAR = [(0, n) for n in range(1, 60)]
TREE = [(n // 2, n) for n in range(2, 60)]
FISHBONE = [*CHAIN, *((n, n + 100) for n in range(60))]


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(
    ("pairs", "each"),
    [(CHAIN, 12), (RING, 20), (STAR, 12), (TREE, 12), (FISHBONE, 12)],
    ids=["chain", "ring", "star", "tree", "fishbone"],
)
def test_many_variables_cost_little_where_each_meets_few_others(
    pairs: list[Pair], each: int, backwards: bool
) -> None:
    effort = Effort(PLENTY)
    ordered = [(100 - a, 100 - b) for a, b in pairs] if backwards else pairs
    assert eliminate(linked(ordered), (), shortest, ONE, effort).exact
    assert PLENTY - effort.left <= each * len(pairs)


def test_every_entry_of_a_table_that_is_made_is_counted() -> None:
    effort = Effort(100)
    joint(linked([(1, 2)]), shortest, ONE, effort)
    assert effort.left == 96
    joint(linked([(1, 2), (2, 3)]), shortest, ONE, effort)
    assert effort.left == 96 - 4 - 8
    joint([], shortest, ONE, effort)
    assert effort.left == 96 - 4 - 8


def test_effort_is_spent_when_nothing_is_left_and_tables_stay_small_then() -> None:
    effort = Effort(1)
    assert (effort.is_spent, effort.bound) == (False, elimination.BOUND)
    effort.left = 0
    assert (effort.is_spent, effort.bound) == (True, elimination.LEAST)
    assert Effort().left == elimination.EFFORT


@pytest.mark.parametrize(("bound", "exact"), [(27, True), (26, False)])
def test_a_table_as_large_as_the_bound_is_made_and_no_larger_one(
    bound: int, exact: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elimination, "BOUND", bound)
    triangle = linked([(1, 2), (2, 3), (1, 3)], values=3)
    assert eliminate(triangle, (), shortest, ONE).exact is exact


def test_past_the_bound_factors_that_fit_are_taken_together_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(elimination, "BOUND", 8)
    rows = [(a, b) for a in range(2) for b in range(2)]
    differ = Factor((0, 1), {(a, b): ONE for a, b in rows if a != b})
    alike = Factor((0, 1), {(a, b): ONE for a, b in rows if a == b})
    more = linked([(0, 2), (0, 3)])
    found = eliminate([differ, *more, alike], (1, 2, 3), shortest, ONE)
    assert found.table == {}, "the two that exclude one another met"
    assert not found.exact


def test_a_product_has_no_more_entries_than_the_values_that_both_sides_have() -> None:
    low = Factor((1, 2), {(0, 0): ONE, (0, 1): ONE, (1, 0): ONE})
    high = Factor((2, 3), {(1, 5): ONE, (2, 6): ONE, (2, 7): ONE})
    assert entries([low]) == 4
    assert entries([low, high]) == 2 * 1 * 3
    assert entries([]) == 1
    assert entries([Factor((1,), {})]) == 0
