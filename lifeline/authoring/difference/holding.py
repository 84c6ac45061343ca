"""Whether two conditions, each of its own version, are true for the same answers: by trying all.

Answers are taken in question by question, and no further where both conditions are settled by then.
A question counts with those that can hide it, as it does in scoring, and one of an optional rubric
may be left out whatever the others say. Not tried are quantities, which are known only as
intervals, clocks, and questions whose possible answers are not the same in both versions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.authoring.one_by_one import Undecided, asked_of, mark
from lifeline.compiling.conditions import ALWAYS, atoms_in, reads
from lifeline.scoring.conditions import TRUE, judge, parts_of
from lifeline.scoring.rulebook import Dependencies
from lifeline.scoring.values import HIDDEN, open_set

if TYPE_CHECKING:
    from lifeline.authoring.difference.meaning import Meaning, Meanings
    from lifeline.model.compiled import Condition, Deciding
    from lifeline.scoring.values import Value, Values

    Pair = tuple[Value, Value]
    """A value of a question in both versions."""

NOT_TRIED = ("measures", "against")

TRIED = 10_000_000
"""Parts of conditions that are judged to compare all of a version, some seconds of work."""

FEWEST, MOST = 50_000, 1_000_000
"""How many are for one in any case, and at most; that comes from the sets alone."""

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
        return _Search(_Trial(one), _Trial(other)).holds_alike()
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
        self.among = _conditions(when.deciding)
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

    def truths(self, values: dict[str, Values]) -> set[bool]:
        """Give whether the condition may be true, and otherwise, where questions may be several."""
        possible: list[Values] = [()] * len(self.questions)
        for name, number in self.numbers.items():
            possible[number] = values[name]
        for number in self.order:
            shown = judge(self.questions[number]["when"] or ALWAYS, possible)
            if shown != TRUE:
                possible[number] = (*(possible[number] if shown & TRUE else ()), HIDDEN)
        found = judge(self.when, possible)
        return {is_true for is_true, bits in ((True, TRUE), (False, ~TRUE)) if found & bits}


def _conditions(deciding: Deciding) -> int:
    """Count the entries of a version that can have a condition."""
    rules = len(deciding["caps"]) + len(deciding["findings"])
    return rules + len(deciding["questions"]) + len(deciding["protections"])


class _Search:
    """All answers to the questions of two conditions, gone through as far as it takes."""

    def __init__(self, one: _Trial, other: _Trial) -> None:
        self.trials = (one, other)
        self.names = sorted(one.numbers.keys() | other.numbers.keys())
        self.kinds = [_kinds(name, one, other) for name in self.names]
        self.left = max(FEWEST, min(MOST, TRIED // max(1, one.among, other.among)))
        self.step = sum(map(parts_of, (*one.conditions, *other.conditions))) + len(self.names)

    def holds_alike(self) -> bool:
        """Whether no answers tell the conditions apart.

        Raises:
            Undecided: when that takes too much.
        """
        pending: list[list[Pair]] = [[]]  # the values of the first questions
        while pending:
            given = pending.pop()
            one, other = self._truths(given)
            if one.isdisjoint(other):
                return False
            if one != other or len(one) > 1:  # they may differ still
                pending += [[*given, pair] for pair in self.kinds[len(given)]]
        return True

    def _truths(self, given: list[Pair]) -> list[set[bool]]:
        """Give the truths of both conditions where the first questions have these values."""
        self.left -= self.step
        if self.left < 0:
            raise Undecided
        kinds = [*([pair] for pair in given), *self.kinds[len(given) :]]
        return [
            trial.truths(
                {
                    name: tuple([p[side] for p in pairs])
                    for name, pairs in zip(self.names, kinds, strict=True)
                }
            )
            for side, trial in enumerate(self.trials)
        ]


def _kinds(name: str, one: _Trial, other: _Trial) -> list[Pair]:
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
