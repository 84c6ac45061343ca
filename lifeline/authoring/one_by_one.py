"""Completions one by one: which values conditions tell apart, what is hidden, what is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.compiling.conditions import atoms_in
from lifeline.scoring.conditions import FALSE, TRUE, UNDEFINED, judge
from lifeline.scoring.values import HIDDEN, is_absent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifeline.model.compiled import Condition, Question
    from lifeline.scoring.values import Value, Values

MOST_ENTRIES = 50_000
"""Combinations of answers that are tried for one thing, about a second of work."""


class Undecided(Exception):
    """Too many combinations, or a quantity that is known only as an interval."""


def asked_of(number: int, conditions: Iterable[Condition]) -> list[Condition]:
    """Give what conditions ask of a question, as if it were the first one."""
    atoms = [atom for when in conditions for atom in atoms_in(when)]
    return [[atom[0], 0, atom[2]] for atom in atoms if atom[0] != "measures" and atom[1] == number]


def mark(asked: list[Condition], value: Value) -> tuple[int, ...]:
    """Give what tells a value of a question from others, by what conditions ask of it."""
    return (is_absent(value), *(judge(atom, [(value,)]) for atom in asked))


def hide(possible: list[Values], order: list[int], questions: list[Question]) -> None:
    """Hide the questions whose condition is not true, where the others have one value each.

    Raises:
        Undecided: when a condition looks at a quantity that is known only as an interval.
    """
    for number in order:
        when = questions[number]["when"]
        if when and not is_true(when, possible):
            possible[number] = (HIDDEN,)


def is_true(condition: Condition, possible: list[Values]) -> bool:
    """Whether a condition is true where each question has one value.

    Raises:
        Undecided: when it looks at a quantity that is known only as an interval.
    """
    truths = judge(condition, possible)
    if truths not in (TRUE, FALSE, UNDEFINED):
        raise Undecided
    return truths == TRUE
