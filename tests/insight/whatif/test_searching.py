"""The search: each set of moves is looked at once, and what holds a smaller plan is none."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.insight.whatif.moves import CHANGE, Move
from lifeline.insight.whatif.searching import Search
from lifeline.insight.whatif.work import GROWN, WORK, Work
from lifeline.model.idea import Answer

Hurdles = dict[str, set[int]]


class Standing:
    """Hurdles that stand until certain questions are moved, of those that they depend on."""

    def __init__(self, needs: Hurdles, reads: Hurdles) -> None:
        self.needs = needs
        self.hurdles = {id_: frozenset(needs[id_] | reads.get(id_, set())) for id_ in needs}
        self.work = Work()

    def standing(self, chosen: frozenset[Move]) -> list[str]:
        moved = {move.number for move in chosen}
        return [id_ for id_, needed in self.needs.items() if not needed <= moved]


class StandingUntilOne(Standing):
    """Hurdles of which each stands until one of its questions is moved."""

    def standing(self, chosen: frozenset[Move]) -> list[str]:
        moved = {move.number for move in chosen}
        return [id_ for id_, needed in self.needs.items() if needed.isdisjoint(moved)]


def searched(
    needs: Hurdles, reads: Hurdles | None = None, bound: int = 1000, **efforts: str
) -> Search:
    """Look for plans among one move of each question."""
    return among(Standing(needs, reads or {}), bound, **efforts)


def among(trials: Any, bound: int = 1000, **efforts: str) -> Search:
    numbers = sorted(set[int]().union(*trials.hurdles.values()))
    moves = [Move(n, Answer(0, 0), CHANGE, efforts.get(f"of_{n}", "days")) for n in numbers]
    return Search(trials, moves, bound)


def plans(search: Search) -> list[list[int]]:
    return [sorted(move.number for move in plan) for plan in search.plans]


@pytest.mark.parametrize(
    ("needs", "tries", "found"),
    [
        ({}, 1, []),
        ({"a": {0}}, 2, [[0]]),
        ({"a": {0}, "b": {1}}, 3, [[0, 1]]),
        ({"a": {0, 1, 2, 3, 4}}, 26 + 30, []),  # sets of up to 3 are grown, of up to 4 tried
    ],
)
def test_each_set_is_looked_at_once(needs: Hurdles, tries: int, found: list[list[int]]) -> None:
    search = searched(needs)
    assert (search.tries, plans(search)) == (tries, found)


def test_a_set_that_holds_a_smaller_plan_is_none_though_it_is_found_before() -> None:
    """Sets with the move that takes years wait until those that take days were looked at."""
    needs: Hurdles = {"a": {0}, "b": {1}, "c": {2}}
    reads: Hurdles = {"a": {3}, "b": {4, 5}, "c": {4, 5, 6}}
    assert plans(searched(needs, reads, of_0="years")) == [[0, 1, 2]]


def test_a_set_of_four_that_is_found_before_the_three_of_it_that_do_is_none() -> None:
    """With the move that takes years, the first of the four is not needed."""
    needs: Hurdles = {"a": {1}, "b": {0, 2}, "c": {3, 4}, "d": {2, 5, 6}}
    found = plans(among(StandingUntilOne(needs, {}), of_2="years"))
    assert [0, 1, 3, 5] in found
    assert [1, 2, 3] in found
    assert not [plan for plan in found if {1, 2, 3} < set(plan)]


def test_no_larger_set_is_looked_at_than_the_bound_allows() -> None:
    needs: Hurdles = {"a": {0, 1, 2, 3, 4}}
    small = searched(needs, bound=0).tries
    assert searched(needs, bound=small).tries == small
    assert searched(needs, bound=small + 1).tries > small


@pytest.mark.parametrize(
    ("needs", "taken"),
    [
        ({"a": {0}}, 1 + GROWN),
        ({"a": {0, 1}}, 3 + 4 * GROWN),  # two moves bear on it today, then one after each of them
        ({"a": {0}, "b": {1}}, 3 + 2 * GROWN),  # both stand today, then one
    ],
)
def test_looking_at_a_set_takes_work_for_each_hurdle_and_each_move_that_may_be_added(
    needs: Hurdles, taken: int
) -> None:
    assert WORK - searched(needs).work.left == taken


def test_where_the_work_is_spent_it_is_told_up_to_how_many_moves_no_plan_is_missing() -> None:
    trials = Standing({"a": {0, 1, 2}}, {"a": {3, 4, 5}})
    told = []
    for left in range(0, 700, 5):
        trials.work = Work(left)
        search = among(trials)
        told.append(search.complete_to)
        assert search.is_exhausted is False
        assert plans(search) == [[0, 1, 2]] or search.complete_to < 3
    assert told == sorted(told)
    assert {*told} == {0, 1, 2, 4}
