"""Whether two conditions, each of its own version, are true for the same answers: by trying all.

A question counts with those that can hide it, as it does in scoring, and one of an optional rubric
may be left out whatever the others say. Not tried are quantities, which are known only as
intervals, clocks, and questions whose possible answers are not the same in both versions.
"""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any

from lifeline.authoring.one_by_one import MOST_ENTRIES, Undecided, asked_of, hide, is_true, mark
from lifeline.compiling.conditions import atoms_in, reads
from lifeline.scoring.rulebook import Dependencies
from lifeline.scoring.values import HIDDEN, open_set

if TYPE_CHECKING:
    from lifeline.authoring.difference.meaning import Meaning, Meanings
    from lifeline.model.compiled import Condition, Deciding
    from lifeline.scoring.values import Value, Values

NOT_TRIED = ("measures", "against")
Name = Any
"""What a value is called in both versions."""


class When:
    """When something is asked, holds or fires; two are equal if the same answers make them true."""

    def __init__(self, condition: Condition, deciding: Deciding, meanings: Meanings) -> None:
        self.condition = condition
        self.deciding = deciding
        self.meanings = meanings
        self.meaning: Meaning = meanings.of(condition)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, When):
            return NotImplemented
        return self.meaning == other.meaning or _are_alike(self, other)

    __hash__ = None  # type: ignore[assignment]


def _are_alike(one: When, other: When) -> bool:
    """Whether all answers were tried and make both conditions true, or neither."""
    try:
        return _hold_alike(_Trial(one), _Trial(other))
    except Undecided:
        return False


class _Trial:
    """A condition with the questions that have a say in it, by the names they have now."""

    def __init__(self, when: When) -> None:
        """Find the questions.

        Raises:
            Undecided: when a quantity or a clock is compared.
        """
        self.when = when.condition
        self.meanings = when.meanings
        self.questions = when.deciding["questions"]
        numbers = Dependencies(when.deciding).closed(reads(self.when))
        self.numbers = {self.meanings.name(number): number for number in numbers}
        self.order = [n for n in when.deciding["order"] if n in numbers]
        hiding = [self.questions[number]["when"] for number in numbers]
        self.conditions = [self.when, *filter(None, hiding)]
        if any(a[0] in NOT_TRIED for each in self.conditions for a in atoms_in(each)):
            raise Undecided
        optional = when.deciding["optional"]
        self.optional = {number for rubric in optional for number in rubric["questions"]}

    def asked_of(self, name: str) -> list[Condition]:
        """Give what is asked of a question by the conditions that have a say."""
        return asked_of(self.numbers[name], self.conditions) if name in self.numbers else []

    def values(self, name: str, cuts: list[float]) -> dict[Name, Value]:
        """Give the values of a question by what both versions call them."""
        number = self.numbers[name]
        values = open_set({**self.questions[number], "cuts": cuts})
        if number in self.optional:
            values = (*values, HIDDEN)
        return {self.meanings.value(number, value): value for value in values}

    def is_true(self, values: dict[str, Value]) -> bool:
        """Whether the condition is true for some values, of which one may be hidden by others."""
        possible: list[Values] = [()] * len(self.questions)
        for name, number in self.numbers.items():
            possible[number] = (values[name],)
        hide(possible, self.order, self.questions)
        return is_true(self.when, possible)


def _hold_alike(one: _Trial, other: _Trial) -> bool:
    names = sorted(one.numbers.keys() | other.numbers.keys())
    kinds = [_kinds(name, one, other) for name in names]
    if prod(map(len, kinds)) > MOST_ENTRIES:
        raise Undecided
    return all(
        one.is_true({name: pair[0] for name, pair in zip(names, pairs, strict=True)})
        == other.is_true({name: pair[1] for name, pair in zip(names, pairs, strict=True)})
        for pairs in product(*kinds)
    )


def _kinds(name: str, one: _Trial, other: _Trial) -> list[tuple[Value, Value]]:
    """Give the values of a question in both versions, one pair for those that none tells apart.

    Raises:
        Undecided: when both look at it, and it cannot be answered in the same ways.
    """
    asked = one.asked_of(name), other.asked_of(name)
    cuts = sorted({atom[2] for atoms in asked for atom in atoms if atom[0] == "at-least"})
    sides = [trial.values(name, cuts) for trial in (one, other) if name in trial.numbers]
    if sides[0].keys() != sides[-1].keys():
        raise Undecided
    pairs = [(sides[0][value], sides[-1][value]) for value in sides[0]]
    marks = {tuple(map(mark, asked, pair)): pair for pair in pairs}
    return list(marks.values())
