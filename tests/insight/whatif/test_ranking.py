"""Plans in order, and what may take the place of one of their answers."""

from __future__ import annotations

import pytest

from lifeline.insight.whatif.moves import CHANGE, Move
from lifeline.insight.whatif.ranking import Plan, ranked
from lifeline.model.idea import GIVEN, Answer


def move(number: int, value: int, strain: float = 0, *, effort: str = "days") -> Move:
    answer = Answer(0, 0)
    answer.state, answer.value = GIVEN, (value,)
    found = Move(number, answer, CHANGE, effort)
    found.strain = strain
    return found


def in_numbers(moves: list[Move]) -> list[tuple[int, int | float]]:
    return [(each.number, each.answer.value[0]) for each in moves]


def test_of_plans_of_the_same_questions_one_is_told_and_the_others_beside_it() -> None:
    one, two, far = move(0, 1), move(0, 2), move(0, 3, strain=2)
    other = move(1, 0)
    plans = [frozenset({far, other}), frozenset({two, other}), frozenset({one, other})]
    (plan,) = ranked(plans)
    assert in_numbers(plan.moves) == [(0, 1), (1, 0)]
    assert [in_numbers(moves) for moves in plan.also] == [[(0, 2), (1, 0)], [(0, 3), (1, 0)]]


def test_what_may_be_instead_is_what_does_the_same_and_what_does_as_well_beside_the_same() -> None:
    first, other, else_ = move(0, 1), move(1, 0), move(1, 1, strain=1)
    first.others = [(4,)]
    second, third = move(0, 2, strain=1), move(0, 3, strain=2)
    second.others = [(5,)]
    pairs = [{first, other}, {second, other}, {third, else_}]
    plan = Plan([frozenset(pair) for pair in pairs])
    assert plan.instead(0) == [(4,), (2,), (5,)]
    assert plan.instead(1) == []


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ([move(1, 0)], [move(0, 0, effort="weeks")]),
        ([move(2, 0), move(3, 0)], [move(0, 0, effort="weeks")]),
        ([move(3, 0)], [move(0, 0), move(1, 0)]),
        ([move(0, 0), move(3, 0, effort="weeks")], [move(n, 0, effort="weeks") for n in (1, 2)]),
        ([move(0, 9)], [move(1, 0)]),
    ],
)
def test_least_effort_comes_first_then_fewer_steps_then_the_order_of_the_questions(
    less: list[Move], more: list[Move]
) -> None:
    found = ranked([frozenset(more), frozenset(less)])
    assert [in_numbers(plan.moves) for plan in found] == [in_numbers(less), in_numbers(more)]
