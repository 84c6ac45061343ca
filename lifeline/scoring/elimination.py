"""Variable elimination over sets of outcomes: what can come out, over all completions, exactly.

A factor says, for each assignment of the few variables it looks at, which outcomes are possible
there; an assignment it leaves out cannot occur. Multiplying factors combines their outcomes, and
eliminating a variable unites the outcomes over its values. The cost grows with how entangled the
factors are, not with the number of variables (Dechter, "Bucket elimination", 1999).

A set of outcomes is a bit mask; an algebra says which bit is which, and how two sets combine.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lifeline.scoring.values import Value

    Assignment = tuple[Value, ...]
    Table = dict[Assignment, int]
    Combine = Callable[[int, int], int]

BOUND = 20_000
"""Most entries of one table, about 20 ms of work. Past it the result is wider, and not exact."""


class Factor:
    """Possible outcomes (a bit mask) by assignment of the variables in ``scope``."""

    __slots__ = ("scope", "table")

    def __init__(self, scope: tuple[int, ...], table: Table) -> None:
        self.scope = scope
        self.table = table


class Eliminated:
    """What is left after elimination: a table over the kept variables, and whether it is exact."""

    __slots__ = ("exact", "table")

    def __init__(self, table: Table, *, exact: bool) -> None:
        self.table = table
        self.exact = exact


def eliminate(
    factors: list[Factor], keep: tuple[int, ...], combine: Combine, one: int
) -> Eliminated:
    """Unite the outcomes over all variables but the kept ones.

    Args:
        factors: what there is; every kept variable stands in one of them.
        keep: the variables that the resulting table is keyed by, in this order.
        combine: how two sets of outcomes combine.
        one: the set that changes nothing when combined.
    """
    if len(factors) == 1 and not keep:
        return Eliminated({(): _union(factors[0])}, exact=True)
    pending, exact = list(factors), True
    while variables := {v for factor in pending for v in factor.scope}.difference(keep):
        variable = min(variables, key=lambda v: (_width(pending, v), v))
        touching = [factor for factor in pending if variable in factor.scope]
        pending = [factor for factor in pending if variable not in factor.scope]
        for bucket in _buckets(touching):
            pending.append(_without(product(bucket, combine, one), variable))
            exact = exact and len(bucket) == len(touching)
    left = product(pending, combine, one)
    return Eliminated(_reordered(left, keep), exact=exact)


def _union(factor: Factor) -> int:
    outcomes = 0
    for found in factor.table.values():
        outcomes |= found
    return outcomes


def _width(factors: list[Factor], variable: int) -> int:
    return len({v for factor in factors if variable in factor.scope for v in factor.scope})


def _buckets(factors: list[Factor]) -> list[list[Factor]]:
    """Split factors so that no product passes the bound; more than one bucket is a relaxation."""
    if len(factors) == 1:
        return [factors]
    buckets: list[list[Factor]] = []
    sizes: list[int] = []
    for factor in sorted(factors, key=lambda factor: len(factor.table)):
        for place, bucket in enumerate(buckets):
            size = sizes[place] * len(factor.table)
            if size <= BOUND or _entries([*bucket, factor]) <= BOUND:
                bucket.append(factor)
                sizes[place] = min(size, _entries(bucket))
                break
        else:
            buckets.append([factor])
            sizes.append(len(factor.table))
    return buckets


def _entries(factors: Iterable[Factor]) -> int:
    """Bound the entries of a product by the values that each of its variables takes."""
    values: dict[int, set[Value]] = {}
    for factor in factors:
        for place, variable in enumerate(factor.scope):
            seen = {assignment[place] for assignment in factor.table}
            values[variable] = values.get(variable, seen) & seen
    total = 1
    for seen in values.values():
        total *= len(seen)
    return total


def product(factors: list[Factor], combine: Combine, one: int) -> Factor:
    """Combine factors into one over all their variables."""
    if not factors:
        return Factor((), {(): one})
    first, *others = sorted(factors, key=lambda factor: len(factor.table))
    for factor in others:
        first = _joined(first, factor, combine)
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


def _without(factor: Factor, variable: int) -> Factor:
    place = factor.scope.index(variable)
    table: Table = {}
    for assignment, outcomes in factor.table.items():
        rest = assignment[:place] + assignment[place + 1 :]
        table[rest] = table.get(rest, 0) | outcomes
    return Factor(factor.scope[:place] + factor.scope[place + 1 :], table)


def _reordered(factor: Factor, keep: tuple[int, ...]) -> Table:
    if factor.scope == keep:
        return factor.table
    places = [factor.scope.index(variable) for variable in keep]
    return {
        tuple(assignment[place] for place in places): outcomes
        for assignment, outcomes in factor.table.items()
    }
