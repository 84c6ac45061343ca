"""Whether lifelines are long enough, by the values of some open questions."""

from __future__ import annotations

from lifeline.scoring.elimination import BOUND, Effort, eliminate
from lifeline.scoring.endings import endings_in, months_of
from lifeline.scoring.factors import Factor, entries, joint, turned

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.scoring.result import Kept
    from lifeline.scoring.solution import Solution

SHORT, LONG = 1, 2
"""Bits of a set of lifelines: below the months that are asked for, and not below."""

BLOCK = 3
"""Questions of a group, next to each other in the set, that are kept together at first: one table
for two such blocks serves every pair of a question here and a question there."""

_MEETING = [[0, 0, 0, 0], [0, 1, 1, 1], [0, 1, 2, 3], [0, 1, 3, 3]]
"""How two sets of SHORT and LONG combine: a lifeline is long where both are."""


class Lengths:
    """The lifelines of an idea, short or long, as its caps leave them.

    ``settled`` is the set of those that no open question changes; ``involved`` are the questions
    that change the others.
    """

    def __init__(self, solution: Solution, months: int, clock: int, effort: Effort) -> None:
        """Take what was solved, the months that are asked for by a clock, and what may be spent."""
        self.months = months
        self.clock = clock
        self.settled = self._length(solution.settled)
        self.groups = [
            _Group(
                sorted(group.variables), [turned(f, self._length) for f in group.factors], effort
            )
            for group in solution.groups
        ]
        self.involved = {number for group in self.groups for number in group.variables}

    def _length(self, endings: int) -> int:
        """Turn a set of endings into a set of lengths."""
        found = 0
        for ending in endings_in(endings):
            found |= LONG if months_of(ending, self.clock) >= self.months else SHORT
        return found

    def by(self, numbers: tuple[int, ...]) -> list[Kept]:
        """Give the lifelines that each group leaves possible, by the values of some questions."""
        return [group.by(numbers) for group in self.groups]


class _Group:
    """Caps that hang together, with all that was found of them."""

    __slots__ = ("effort", "factors", "is_tangled", "kept", "near", "variables")

    def __init__(self, variables: list[int], factors: list[Factor], effort: Effort) -> None:
        self.variables = variables
        self.factors = factors
        self.effort = effort
        self.kept: dict[tuple[int, ...], Kept] = {}
        self.near: dict[tuple[int, ...], list[Factor]] = {}
        self.is_tangled = False

    def by(self, numbers: tuple[int, ...]) -> Kept:
        """Eliminate all but those of some questions that the group looks at: the same for many."""
        keep = tuple([number for number in numbers if number in self.variables])
        if keep not in self.kept:
            if len(self.factors) > 1 and entries(self.factors) <= BOUND:  # multiplied out once
                self.factors = [joint(self.factors, met, LONG, self.effort)]
            found = eliminate(self._around(keep), keep, met, LONG, self.effort)
            self.kept[keep] = keep, found.table
        return self.kept[keep]

    def _around(self, keep: tuple[int, ...]) -> list[Factor]:
        """Eliminate all but the blocks of some questions: once for all pairs in them.

        Where that is not exact, because too much hangs together, the pairs do without.
        """
        blocks = {self.variables.index(number) // BLOCK for number in keep}
        near = tuple([v for place, v in enumerate(self.variables) if place // BLOCK in blocks])
        if self.is_tangled or len(near) == len(self.variables):
            return self.factors
        if near not in self.near:
            effort = Effort(BOUND)
            found = eliminate(self.factors, near, met, LONG, effort)
            self.effort.left -= BOUND - effort.left
            if not found.exact:
                self.is_tangled = True
                return self.factors
            self.near[near] = [Factor(near, found.table)]
        return self.near[near]


def met(a: int, b: int) -> int:
    """Combine two sets of SHORT and LONG."""
    return _MEETING[a][b]
