"""Tables of possible outcomes by the values of a few variables, and what is done with them.

A factor says, for each assignment of the few variables it looks at, which outcomes are possible
there; an assignment it leaves out cannot occur. A set of outcomes is a bit mask.
"""

from __future__ import annotations

from lifeline.model.known import key_of

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


def turned(factor: Factor, turn: Callable[[int], int]) -> Factor:
    """Give a factor with other sets of outcomes, each of its own turned into one once."""
    found = {outcomes: turn(outcomes) for outcomes in set(factor.table.values())}
    table = {assignment: found[outcomes] for assignment, outcomes in factor.table.items()}
    return Factor(factor.scope, table)


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
    key, rest = key_of(shared), _taking(added)
    by_shared: dict[object, list[tuple[Assignment, int]]] = {}
    for assignment, outcomes in right.table.items():
        by_shared.setdefault(key(assignment), []).append((rest(assignment), outcomes))
    key = key_of([left.scope.index(right.scope[place]) for place in shared])
    table = {
        assignment + more: combine(outcomes, others)
        for assignment, outcomes in left.table.items()
        for more, others in by_shared.get(key(assignment), ())
    }
    return Factor(left.scope + tuple([right.scope[place] for place in added]), table)


def without(factor: Factor, variable: int) -> Factor:
    """Unite the outcomes over the values of a variable."""
    scope = tuple([other for other in factor.scope if other != variable])
    return Factor(scope, kept(factor, scope))


def kept(factor: Factor, keep: tuple[int, ...]) -> Table:
    """Unite the outcomes over the values of all variables but some; give the table by these."""
    if factor.scope == keep:
        return factor.table
    if not keep:
        return {(): union(factor)}
    take = _taking([factor.scope.index(variable) for variable in keep])
    table: Table = {}
    for assignment, outcomes in factor.table.items():
        by = take(assignment)
        table[by] = table.get(by, 0) | outcomes
    return table


def _taking(places: list[int]) -> Callable[[Assignment], Assignment]:
    """Give what takes the values at some places out of an assignment, as an assignment."""
    if len(places) == 1:
        (place,) = places
        return lambda assignment: (assignment[place],)
    return key_of(places)
