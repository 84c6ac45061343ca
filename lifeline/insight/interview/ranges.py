"""How many months are possible once one open question is answered, the others left as they are."""

from __future__ import annotations

from functools import reduce

from lifeline.model.chosen import chosen
from lifeline.scoring.against_clock import LEVELS, shortest
from lifeline.scoring.completions import ONE
from lifeline.scoring.deciding import DECIDING
from lifeline.scoring.elimination import Effort, eliminate
from lifeline.scoring.endings import endings_in, grouped
from lifeline.scoring.factors import turned
from lifeline.scoring.values import HIDDEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Months
    from lifeline.scoring.factors import Factor, Table
    from lifeline.scoring.solution import Solution
    from lifeline.scoring.values import Value


class Ranges:
    """The months of one solved idea, by the answer to each open question.

    ``movable`` are the variables on which the months can depend, alone or together with others:
    whatever the others come to, an answer to any other question leaves the months as they are.
    Past a bound on the work, each answer leaves all months possible.
    """

    def __init__(self, solution: Solution) -> None:
        self.classes = solution.completions.classes
        self.raw = solution.completions.raw
        self.effort = Effort(DECIDING)
        self.settled = _months_in(solution.settled)
        live = [factor for factor in solution.open_caps if self._is_felt(factor)]
        groups = grouped(live, solution.completions)
        self.groups = [
            (group.variables, [turned(f, _months_in) for f in group.factors]) for group in groups
        ]
        self.masks = [eliminate(factors, (), shortest, ONE).table[()] for _, factors in self.groups]
        self.all = self._together(self.masks)
        is_one = not self.all & self.all - 1
        self.movable = set() if is_one else set().union(*(names for names, _ in self.groups))

    def _is_felt(self, cap: Factor) -> bool:
        """Whether a cap ever takes more than what no open question changes takes already."""
        masks = set(map(_months_in, cap.table.values()))
        return any(shortest(self.settled, mask) != self.settled for mask in masks)

    def months(self, number: int) -> dict[Value, Months]:
        """Give the months for each value that the answer to a question may have."""
        raw = self.raw[number]
        for place, (variables, factors) in enumerate(self.groups):
            is_felt = number in variables and number in self.movable
            if is_felt and not self.effort.is_spent:
                table = eliminate(factors, (number,), shortest, ONE, self.effort).table
                return {value: self._at(number, value, place, table) for value in raw}
        return dict.fromkeys(raw, span_of(self.all))

    def _at(self, number: int, value: Value, place: int, table: Table) -> Months:
        """Look up one value; the question may be hidden all the same."""
        (stands_for_it,) = self.classes[number].counts((value,))
        mask = table[stands_for_it,] | table.get((HIDDEN,), 0)
        return span_of(self._together([*self.masks[:place], mask, *self.masks[place + 1 :]]))

    def _together(self, masks: list[int]) -> int:
        """Combine what is settled with what each group comes to."""
        return reduce(shortest, masks, self.settled)


def span_of(mask: int) -> Months:
    """Give the least and the most of a set of months."""
    found = chosen(LEVELS, mask)
    return {"low": found[-1], "high": found[0]}


def _months_in(endings: int) -> int:
    """Turn a set of endings into the set of their lifelines, as bits of LEVELS."""
    found = 0
    for ending in endings_in(endings):
        found |= 1 << LEVELS.index(min(ending[:2]))
    return found
