"""The months of one cap in each combination of the answers that have a say in it."""

from __future__ import annotations

from itertools import pairwise, product
from math import prod
from typing import TYPE_CHECKING

from lifeline.authoring.one_by_one import MOST_ENTRIES, Undecided, asked_of, hide, is_true, mark
from lifeline.model.words import FULL
from lifeline.scoring.values import is_absent, open_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.model.compiled import Cap, Deciding, Question
    from lifeline.scoring.values import Value, Values

Step = tuple["Value", "Value"]
"""An answer, and the next better one."""


class CapMonths:
    """A cap's months by answers; those that the cap's conditions do not tell apart are one."""

    def __init__(self, cap: Cap, numbers: list[int], deciding: Deciding) -> None:
        """Tabulate a cap over the questions that have a say in it.

        Raises:
            Undecided: when that cannot be done.
        """
        self.questions = deciding["questions"]
        self.lifts = [(deciding["protections"][n]["when"], to) for n, to in cap["lifts"]]
        self.cap = cap
        self.numbers = numbers
        self.order = [n for n in deciding["order"] if n in numbers and self.questions[n]["when"]]
        self.stands_for = [self._classes(number) for number in numbers]
        kinds: list[list[Value]] = [list(dict.fromkeys(e.values())) for e in self.stands_for]
        if prod(map(len, kinds)) > MOST_ENTRIES:
            raise Undecided
        self.table = {values: self._months(values) for values in product(*kinds)}

    def given(self, answers: dict[int, Value]) -> int:
        """Give the months for some answers, by the numbers of their questions."""
        values = zip(self.stands_for, self.numbers, strict=True)
        return self.table[tuple(each[answers[number]] for each, number in values)]

    def falls(self, number: int) -> Iterator[Step]:
        """Give every step to a better answer of a question after which the cap may be shorter."""
        place = self.numbers.index(number)
        for worse, better in steps(self.questions[number]):
            before, after = (self.stands_for[place][value] for value in (worse, better))
            if before != after and self._falls(place, before, after):
                yield worse, better

    def _falls(self, place: int, before: Value, after: Value) -> bool:
        return any(
            self.table[*values[:place], after, *values[place + 1 :]] < months
            for values, months in self.table.items()
            if values[place] == before
        )

    def _classes(self, number: int) -> dict[Value, Value]:
        """Give for each value the first one that every condition of this cap takes as the same."""
        hiding = [self.questions[n]["when"] for n in self.order]
        every = [self.cap["when"], *(when for when, _ in self.lifts), *filter(None, hiding)]
        own = asked_of(number, every)
        first: dict[object, Value] = {}
        measured = self.questions[number]["measured"]
        return {
            value: value if measured else first.setdefault(mark(own, value), value)
            for value in open_set(self.questions[number])
        }

    def _months(self, values: tuple[Value, ...]) -> int:
        possible: list[Values] = [()] * len(self.questions)
        for number, value in zip(self.numbers, values, strict=True):
            possible[number] = (value,)
        hide(possible, self.order, self.questions)
        if not is_true(self.cap["when"], possible):
            return FULL
        lifts = [to for when, to in self.lifts if is_true(when, possible)]
        return max(lifts, default=self.cap["months"])


def steps(question: Question) -> list[Step]:
    """Give every step from an answer to the next better one; none where nothing is better."""
    better = question["better"]
    values = [value for value in open_set(question) if not is_absent(value)]
    rising: list[Step] = list(pairwise(values))
    if question["kind"] == "choices":
        bits = [1 << place for place in range(len(question["choices"]))]
        masks = [value for value in values if isinstance(value, int)]
        rising = [(mask, mask | bit) for mask in masks for bit in bits if not mask & bit]
    if better in ("last", "higher", "yes", "more"):
        return rising
    return [] if better == "none" else [(high, low) for low, high in rising]
