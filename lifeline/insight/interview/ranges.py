"""How many months are possible once one open question is answered, the others left as they are."""

from __future__ import annotations

from functools import reduce

from lifeline.model.chosen import chosen
from lifeline.model.words import CAP_MONTHS, FULL
from lifeline.scoring.elimination import eliminate
from lifeline.scoring.endings import endings_in, grouped
from lifeline.scoring.factors import Factor
from lifeline.scoring.values import HIDDEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Months
    from lifeline.scoring.factors import Table
    from lifeline.scoring.solution import Solution
    from lifeline.scoring.values import Value

LEVELS = (*CAP_MONTHS, FULL)
"""The months that a lifeline can have; each is a bit of a set of them, the least first."""

UNCUT = 1 << len(LEVELS) - 1
"""The set that changes nothing when combined: no cap bites."""


class Ranges:
    """The months of one solved idea, by the answer to each open question.

    ``movable`` are the variables on which the months can depend, alone or together with others:
    whatever the others come to, an answer to any other question leaves the months as they are.
    """

    def __init__(self, solution: Solution) -> None:
        self.classes = solution.completions.classes
        self.raw = solution.completions.raw
        self.settled = _months_in(solution.settled)
        live = [factor for factor in solution.open_caps if self._is_felt(factor)]
        groups = grouped(live, solution.completions)
        self.groups = [(group.variables, list(map(_by_months, group.factors))) for group in groups]
        self.masks = [eliminate(factors, (), _met, UNCUT).table[()] for _, factors in self.groups]
        self.all = self._together(self.masks)
        is_one = not self.all & self.all - 1
        self.movable = set() if is_one else set().union(*(names for names, _ in self.groups))

    def _is_felt(self, cap: Factor) -> bool:
        """Whether a cap ever takes more than what no open question changes takes already."""
        masks = set(map(_months_in, cap.table.values()))
        return any(_met(self.settled, mask) != self.settled for mask in masks)

    def months(self, number: int) -> dict[Value, Months]:
        """Give the months for each value that the answer to a question may have."""
        raw = self.raw[number]
        for place, (variables, factors) in enumerate(self.groups):
            if number in variables and number in self.movable:
                table = eliminate(factors, (number,), _met, UNCUT).table
                return {value: self._at(number, value, place, table) for value in raw}
        return dict.fromkeys(raw, span_of(self.all))

    def _at(self, number: int, value: Value, place: int, table: Table) -> Months:
        """Look up one value; the question may be hidden all the same."""
        (stands_for_it,) = self.classes[number].counts((value,))
        mask = table[stands_for_it,] | table.get((HIDDEN,), 0)
        return span_of(self._together([*self.masks[:place], mask, *self.masks[place + 1 :]]))

    def _together(self, masks: list[int]) -> int:
        """Combine what is settled with what each group comes to."""
        return reduce(_met, masks, self.settled)


def span_of(mask: int) -> Months:
    """Give the least and the most of a set of months."""
    found = chosen(LEVELS, mask)
    return {"low": found[0], "high": found[-1]}


def _met(a: int, b: int) -> int:
    """Combine two sets of months: the lesser of each of the one and each of the other.

    Months of one set are the lesser of a pair where the other has as many or more, which is where
    they are no bit above the highest bit of the other.
    """
    return (a & (1 << b.bit_length()) - 1) | (b & (1 << a.bit_length()) - 1)


def _months_in(endings: int) -> int:
    """Turn a set of endings into the set of their lifelines."""
    found = 0
    for ending in endings_in(endings):
        found |= 1 << LEVELS.index(min(ending[:2]))
    return found


def _by_months(factor: Factor) -> Factor:
    months = {mask: _months_in(mask) for mask in set(factor.table.values())}
    table = {assignment: months[mask] for assignment, mask in factor.table.items()}
    return Factor(factor.scope, table)
