"""Variable elimination over sets of outcomes: what can come out, over all completions, exactly.

Multiplying factors combines their outcomes, and eliminating a variable unites the outcomes over
its values. The cost grows with how entangled the factors are, not with the number of variables
(Dechter, "Bucket elimination", 1999). Past a bound on the work it goes on with small tables; then
more seems possible than is, and never less.

A set of outcomes is a bit mask; an algebra says which bit is which, and how two sets combine.
"""

from __future__ import annotations

from lifeline.scoring.factors import entries, joint, kept, without

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.scoring.factors import Combine, Factor, Table

BOUND = 20_000
"""Most entries of one table, about 20 ms of work. Past it the result is wider, and not exact."""

EFFORT = 100_000
"""Most entries of all tables of one elimination, about 100 ms of work."""

LEAST = 64
"""Most entries of one table when all of that is spent."""


class Effort:
    """How many entries of tables may still be made."""

    __slots__ = ("left",)

    def __init__(self, left: int = EFFORT) -> None:
        self.left = left

    @property
    def is_spent(self) -> bool:
        """Whether all of it was used."""
        return self.left <= 0

    @property
    def bound(self) -> int:
        """The most entries that one table may have."""
        return LEAST if self.is_spent else BOUND


class Eliminated:
    """What is left after elimination: a table over the kept variables, and whether it is exact.

    ``effort``: the entries of the tables that were made for it.
    """

    __slots__ = ("effort", "exact", "table")

    def __init__(self, table: Table, effort: int, *, exact: bool) -> None:
        self.table = table
        self.effort = effort
        self.exact = exact


def eliminate(
    factors: list[Factor],
    keep: tuple[int, ...],
    combine: Combine,
    one: int,
    effort: Effort | None = None,
) -> Eliminated:
    """Unite the outcomes over all variables but the kept ones.

    Args:
        factors: what there is; every kept variable stands in one of them.
        keep: the variables that the resulting table is keyed by, in this order.
        combine: how two sets of outcomes combine.
        one: the set that changes nothing when combined.
        effort: what may be spent on it.
    """
    effort = effort or Effort()
    before = effort.left
    if len(factors) == 1:
        effort.left -= len(factors[0].table)
        return Eliminated(kept(factors[0], keep), before - effort.left, exact=True)
    exact, pending = True, _Pending(factors)
    while (variable := pending.narrowest(keep)) is not None:
        touching = pending.take(variable)
        for bucket in _buckets(touching, effort.bound):
            pending.add(without(joint(bucket, combine, one, effort), variable))
            exact = exact and len(bucket) == len(touching)
        pending.measure()
    left = joint(pending.factors(), combine, one, effort)
    return Eliminated(kept(left, keep), before - effort.left, exact=exact)


class _Pending:
    """Factors by the variables that they look at, and how many others each variable meets there."""

    __slots__ = ("by_variable", "constant", "stale", "widths")

    def __init__(self, factors: list[Factor]) -> None:
        self.by_variable: dict[int, list[Factor]] = {}
        self.constant: list[Factor] = []
        self.widths: dict[int, int] = {}
        self.stale: set[int] = set()
        for factor in factors:
            self.add(factor)
        self.measure()

    def add(self, factor: Factor) -> None:
        """Put a factor to the others."""
        if not factor.scope:
            self.constant.append(factor)
        for variable in factor.scope:
            self.by_variable.setdefault(variable, []).append(factor)
        self.stale.update(factor.scope)

    def take(self, variable: int) -> list[Factor]:
        """Take out the factors that look at a variable."""
        taken = self.by_variable.pop(variable)
        del self.widths[variable]
        self.stale = {other for factor in taken for other in factor.scope} - {variable}
        for other in self.stale:
            self.by_variable[other] = [
                each for each in self.by_variable[other] if variable not in each.scope
            ]
        return taken

    def measure(self) -> None:
        """Count anew for the variables of which factors have come or gone."""
        for variable in self.stale:
            met = {other for factor in self.by_variable[variable] for other in factor.scope}
            self.widths[variable] = len(met)
        self.stale = set()

    def narrowest(self, keep: tuple[int, ...]) -> int | None:
        """Give the variable that meets the fewest others; None where only kept ones are left."""
        found = [
            (width, variable) for variable, width in self.widths.items() if variable not in keep
        ]
        return min(found)[1] if found else None

    def factors(self) -> list[Factor]:
        """Give what is left, each factor once."""
        every = [factor for factors in self.by_variable.values() for factor in factors]
        return list({id(factor): factor for factor in [*self.constant, *every]}.values())


def _buckets(factors: list[Factor], bound: int) -> list[list[Factor]]:
    """Split factors so that no product passes the bound; more than one bucket is a relaxation."""
    if len(factors) == 1:
        return [factors]
    buckets: list[list[Factor]] = []
    sizes: list[int] = []
    for factor in sorted(factors, key=lambda factor: len(factor.table)):
        for place, bucket in enumerate(buckets):
            size = sizes[place] * len(factor.table)
            if size <= bound or entries([*bucket, factor]) <= bound:
                bucket.append(factor)
                sizes[place] = min(size, entries(bucket))
                break
        else:
            buckets.append([factor])
            sizes.append(len(factor.table))
    return buckets
