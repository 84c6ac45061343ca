"""Tables of possible outcomes by the values of a few variables, and what is done with them.

A factor says, for each assignment of the few variables it looks at, which outcomes are possible
there; an assignment it leaves out cannot occur. A set of outcomes is a bit mask.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lifeline.scoring.elimination import Effort
    from lifeline.scoring.values import Value

    Assignment = tuple[Value, ...]
    Table = dict[Assignment, int]
    Combine = Callable[[int, int], int]


class Factor:
    """Possible outcomes (a bit mask) by assignment of the variables in ``scope``."""

    __slots__ = ("_taken", "scope", "table")

    def __init__(self, scope: tuple[int, ...], table: Table) -> None:
        self.scope = scope
        self.table = table
        self._taken: dict[int, set[Value]] | None = None

    def taken(self) -> dict[int, set[Value]]:
        """Give the values that each variable takes in the table."""
        if self._taken is None:
            columns = zip(*self.table, strict=True) if self.table else ([] for _ in self.scope)
            self._taken = dict(zip(self.scope, map(set, columns), strict=True))
        return self._taken


def union(factor: Factor) -> int:
    """Give every outcome that is possible for some assignment."""
    outcomes = 0
    for found in factor.table.values():
        outcomes |= found
    return outcomes


def entries(factors: Iterable[Factor]) -> int:
    """Bound the entries of a product by the values that each of its variables takes."""
    values: dict[int, set[Value]] = {}
    for factor in factors:
        for variable, taken in factor.taken().items():
            values[variable] = values.get(variable, taken) & taken
    total = 1
    for taken in values.values():
        total *= len(taken)
    return total


def joint(factors: list[Factor], combine: Combine, one: int, effort: Effort) -> Factor:
    """Combine factors into one over all their variables."""
    if not factors:
        return Factor((), {(): one})
    first, *others = sorted(factors, key=lambda factor: len(factor.table))
    effort.left -= len(first.table)
    for factor in others:
        first = _joined(first, factor, combine)
        effort.left -= len(first.table)
    return first


def _joined(left: Factor, right: Factor, combine: Combine) -> Factor:
    shared = [place for place, v in enumerate(right.scope) if v in left.scope]
    added = [place for place, v in enumerate(right.scope) if v not in left.scope]
    places = [left.scope.index(right.scope[place]) for place in shared]
    by_shared: dict[Assignment, list[tuple[Assignment, int]]] = {}
    for assignment, outcomes in right.table.items():
        key = tuple([assignment[place] for place in shared])
        rest = tuple([assignment[place] for place in added])
        by_shared.setdefault(key, []).append((rest, outcomes))
    table = {
        assignment + rest: combine(outcomes, more)
        for assignment, outcomes in left.table.items()
        for rest, more in by_shared.get(tuple([assignment[place] for place in places]), ())
    }
    return Factor(left.scope + tuple(right.scope[place] for place in added), table)


def without(factor: Factor, variable: int) -> Factor:
    """Unite the outcomes over the values of a variable."""
    place = factor.scope.index(variable)
    table: Table = {}
    for assignment, outcomes in factor.table.items():
        rest = assignment[:place] + assignment[place + 1 :]
        table[rest] = table.get(rest, 0) | outcomes
    return Factor(factor.scope[:place] + factor.scope[place + 1 :], table)


def reordered(factor: Factor, keep: tuple[int, ...]) -> Table:
    """Give the table of a factor with its variables in another order."""
    if factor.scope == keep:
        return factor.table
    places = [factor.scope.index(variable) for variable in keep]
    return {
        tuple(assignment[place] for place in places): outcomes
        for assignment, outcomes in factor.table.items()
    }
