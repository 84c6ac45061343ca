"""The months that a cap and others on its clock have in the same completions.

What each cap does is known from one solution. It is only laid out anew: the one on the first clock
and the others on the second, so that endings tell them apart. Those that share no open question
with the one, be it through others, are combined once for all caps.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from lifeline.model.words import FULL
from lifeline.scoring.completions import ONE
from lifeline.scoring.elimination import EFFORT, Effort, eliminate
from lifeline.scoring.endings import combined, ending_factor, endings_in

if TYPE_CHECKING:
    from lifeline.authoring.bench import Bench
    from lifeline.model.compiled import Cap
    from lifeline.scoring.elimination import Eliminated
    from lifeline.scoring.factors import Factor

COMPARED = 500_000
"""Entries of all tables that are made to lay caps beside others, past which only small ones are."""

FEW = 2_500
"""What it may take for one cap in any case; those of the shipped set take up to 1,700."""

OWN, LEAST = range(2)
"""The clocks on which a cap, and others beside it, are laid."""


class Pairs:
    """The months of a cap that fires and the least of others, in each completion.

    Where they are not ``exact`` there are more than can happen.
    """

    def __init__(self, mask: int, *, exact: bool = False) -> None:
        self.months = {(own, least) for own, least, _ in endings_in(mask) if own < FULL}
        self.exact = exact

    @property
    def are_covered(self) -> bool:
        """Whether the others are as short wherever the cap takes months away."""
        return all(own >= least for own, least in self.months)

    @property
    def are_level(self) -> bool:
        """Whether they are somewhere no shorter than the cap."""
        return any(own == least for own, least in self.months)


class Beside:
    """The caps on one clock that can fire, each of which can be laid beside others.

    ``most`` is what that may take for one cap, past which only small tables are made: it comes from
    the set alone, so that of no cap less is known for what was spent on another.
    """

    def __init__(self, bench: Bench, clock: int) -> None:
        caps = bench.deciding["caps"]
        self.completions = bench.completions
        self.firing = bench.firing
        self.caps = [cap for cap in caps if cap["clock"] == clock and cap["id"] in bench.firing]
        self.least = {cap["id"]: self._laid(cap, LEAST) for cap in self.caps}
        self.most = min(EFFORT, max(FEW, COMPARED // max(1, len(caps))))
        self.clusters = self._clustered()
        self.ends = [self._ended([], cluster) for cluster in self.clusters[1:] and self.clusters]

    def all_others(self, cap: Cap) -> Pairs:
        """Lay a cap beside all others."""
        (place,) = [n for n, cluster in enumerate(self.clusters) if cap in cluster]
        near = [other for other in self.clusters[place] if other is not cap]
        mask, exact = self._ended([cap], near)
        for far, is_exact in (*self.ends[:place], *self.ends[place + 1 :]):
            mask, exact = combined(mask, far), exact and is_exact
        return Pairs(mask, exact=exact)

    def covering(self, cap: Cap) -> Cap | None:
        """Give the first cap that by itself is as short wherever this one applies, if one is found.

        Where that takes too much, none is.
        """
        effort = Effort(self.most)
        for other in self.caps:
            if effort.is_spent:
                break
            laid = [self._laid(cap, OWN), self.least[other["id"]]]
            if other is not cap and Pairs(self._eliminated(laid, effort).table[()]).are_covered:
                return other
        return None

    def _ended(self, own: list[Cap], others: list[Cap]) -> tuple[int, bool]:
        """Give the endings of caps beside others, and whether there are no more than can happen."""
        taken = self._affordable(others)
        laid = [self._laid(cap, OWN) for cap in own] + [self.least[cap["id"]] for cap in taken]
        found = self._eliminated(laid, Effort(self.most))
        return found.table[()], found.exact and len(taken) == len(others)

    def _eliminated(self, laid: list[Factor], effort: Effort) -> Eliminated:
        return eliminate(self.completions.closure(laid), (), combined, ONE, effort)

    def _affordable(self, caps: list[Cap]) -> list[Cap]:
        """Give as many of some caps as may be taken, the shortest first: without them more is left.

        To combine tables takes at least as much as they have entries.
        """
        shortest = sorted(caps, key=lambda cap: self.firing[cap["id"]].months())
        sums = accumulate(len(self.least[cap["id"]].table) for cap in shortest)
        return [cap for cap, entries in zip(shortest, sums, strict=True) if entries <= self.most]

    def _laid(self, cap: Cap, clock: int) -> Factor:
        """Lay what a cap does on another clock; of causes nothing is asked."""
        return ending_factor({**cap, "clock": clock, "cause": 0}, self.firing[cap["id"]].factors[0])

    def _clustered(self) -> list[list[Cap]]:
        """Sort the caps by the variables that they share, directly or through one another."""
        found: list[tuple[set[int], list[Cap]]] = []
        for cap in self.caps:
            variables = self.firing[cap["id"]].variables()
            touching = [each for each in found if each[0] & variables]
            found = [each for each in found if each not in touching]
            joined = [member for _, caps in touching for member in caps]
            found.append((variables.union(*(each for each, _ in touching)), [*joined, cap]))
        return [caps for _, caps in found]
