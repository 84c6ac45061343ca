"""A number of months laid against a clock: launch against the lifeline, say, per completion.

What matters of the caps is only how short they leave the clock. Levels of a clock form a chain: in
a completion it has the shortest one that any cap leaves it. The number question is kept throughout,
so that at the end each of its values meets exactly the levels that occur together with it.
"""

from __future__ import annotations

from functools import lru_cache

from lifeline.model.words import CAP_MONTHS, FULL
from lifeline.scoring.completions import ONE
from lifeline.scoring.elimination import Effort, eliminate
from lifeline.scoring.endings import endings_in, months_of
from lifeline.scoring.factors import Factor
from lifeline.scoring.result import FIRES, POSSIBLE, SILENCE, Result, status_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Condition
    from lifeline.scoring.factors import Table
    from lifeline.scoring.result import Kept
    from lifeline.scoring.solution import Solution
    from lifeline.scoring.values import Value

LEVELS = (FULL, *reversed(CAP_MONTHS))
"""The months of a clock, longest first: bit n of a set stands for the n-th, and the first bit is
ONE, which changes nothing."""


class ClockResult(Result):
    """What a finding does that lays a number against a clock.

    ``fires_at`` holds for each value of the number the set of levels at which the finding fires.
    ``factors`` are the caps that can make a difference, with the constraints that bear on them and
    on the number; ``settled`` is the set of levels that all other caps leave. ``same`` gives for
    each level the one that stands for it; ``taken`` is the effort that it took.
    """

    __slots__ = ("clock", "effort", "fires_at", "number", "same", "settled", "taken")

    def __init__(self, condition: Condition, solution: Solution, effort: int) -> None:
        super().__init__()
        _, self.number, self.clock, operator = condition
        self.effort = effort
        completions = solution.completions
        values = completions.possible[self.number]
        self.fires_at = {value: fires_at(operator, value) for value in values}
        self.same = _indistinct(frozenset(self.fires_at.values()))
        number = Factor((self.number,), {(value,): ONE for value in values})
        near, self.settled = self._near(number, solution)
        self.factors = completions.closure([number, *near])
        spent = Effort(effort)
        table = self._solved((self.number,), spent)
        self.taken = effort - spent.left
        self.status = status_of(self._outcomes(table)[()])
        self.hangs_on = set()
        if self.status == POSSIBLE:
            caps, self.settled = self._caps(solution.settled, solution.open_caps)
            self.factors = completions.closure([number, *caps])
            others = (factor for factor in self.factors if factor is not number)
            self.hangs_on = {variable for factor in others for variable in factor.scope}
            self.hangs_on |= {self.number} if len(set(self.fires_at.values())) > 1 else set()

    def _near(self, number: Factor, solution: Solution) -> tuple[list[Factor], int]:
        """Give the caps whose groups have to do with the number, and the levels of all others.

        The endings of a group that shares no variable with the number are known already.
        """
        linked = {v for f in solution.completions.closure([number]) for v in f.scope}
        far = [group for group in solution.groups if linked.isdisjoint(group.variables)]
        passed = set().union(*(group.variables for group in far))
        caps, settled = self._caps(
            solution.settled,
            [cap for cap in solution.open_caps if passed.isdisjoint(cap.scope)],
        )
        for group in far:
            settled = shortest(settled, _levels(group.endings, self.clock, self.same))
        return caps, settled

    def fires(self, numbers: tuple[int, ...], effort: Effort | None = None) -> Kept:
        """Give whether the finding fires by the values of some questions."""
        variables = self.variables() - {self.number}
        others = tuple(number for number in numbers if number in variables)
        table = self._solved((self.number, *others), effort or Effort(self.effort))
        if self.number not in numbers:
            return others, self._outcomes(table)
        return (self.number, *others), {key: self._outcome(key[0], table[key]) for key in table}

    def _solved(self, keep: tuple[int, ...], effort: Effort) -> Table:
        return eliminate(self.factors, keep, shortest, ONE, effort).table

    def _outcomes(self, table: Table) -> Table:
        """Unite over the values of the number, which the keys of a table begin with."""
        found: Table = {}
        for (value, *rest), levels in table.items():
            key = tuple(rest)
            found[key] = found.get(key, 0) | self._outcome(value, levels)
        return found

    def _outcome(self, value: Value, levels: int) -> int:
        levels, fires_at = shortest(levels, self.settled), self.fires_at[value]
        return (FIRES if levels & fires_at else 0) | (SILENCE if levels & ~fires_at else 0)

    def _caps(self, always: int, caps: list[Factor]) -> tuple[list[Factor], int]:
        """Give the caps that can make a difference, as levels, and the levels of the others.

        Levels that no value of the number tells apart are one level, and a cap makes no difference
        where it is never shorter than those that ``always`` hold.
        """
        settled = hold = _levels(always, self.clock, self.same)
        factors = []
        for cap in caps:
            endings = set(cap.table.values())
            levels = {m: shortest(hold, _levels(m, self.clock, self.same)) for m in endings}
            if len(set(levels.values())) == 1:
                settled = shortest(settled, *set(levels.values()))
            else:
                table = {assignment: levels[mask] for assignment, mask in cap.table.items()}
                factors.append(Factor(cap.scope, table))
        return factors, settled


@lru_cache(maxsize=256)
def _indistinct(sets: frozenset[int]) -> tuple[int, ...]:
    """Give for each level the bit of the longest that no set tells apart from it."""
    marks = [[found >> n & 1 for found in sets] for n in range(len(LEVELS))]
    return tuple(1 << marks.index(mark) for mark in marks)


@lru_cache(maxsize=4096)
def _levels(endings: int, clock: int, same: tuple[int, ...]) -> int:
    """Give the levels of a clock in a set of endings."""
    found = 0
    for ending in endings_in(endings):
        found |= same[LEVELS.index(months_of(ending, clock))]
    return found


def shortest(a: int, b: int) -> int:
    """Combine two sets of levels: the shorter of each of the one and each of the other.

    A level of one set is the shorter of a pair where the other has one as long or longer, which is
    where it is no bit below the lowest bit of the other.
    """
    return (a & -(b & -b)) | (b & -(a & -a))


@lru_cache(maxsize=256)
def fires_at(operator: str, value: Value) -> int:
    """Give the levels at which a value fires; 12 is 12 or more, which nothing is known to reach."""
    if isinstance(value, int):
        return 0
    if operator == "below":
        return sum(1 << n for n, months in enumerate(LEVELS) if value[0] < months)
    return sum(1 << n for n, months in enumerate(LEVELS) if months != FULL and value[0] >= months)
