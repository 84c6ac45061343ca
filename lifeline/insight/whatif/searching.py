"""Looks for plans: all of one or two moves, and larger ones within a bound, least effort first.

What stands in the way stays there until a question is moved on which it depends. So from a set of
moves that is not enough, only those need be added that bear on one hurdle that still stands, and no
plan is missed. A set that contains a plan is none: a part of it would do.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from itertools import combinations

from lifeline.insight.whatif.targets import MOST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifeline.insight.whatif.moves import Move
    from lifeline.insight.whatif.trials import Chosen, Trials

COMPLETE = 2
"""Moves of a plan: up to so many every plan is found."""

BOUND = 1000
"""Sets of moves that are looked at, with more than two moves in most; a fraction of a second."""


class Search:
    """The plans that some moves make up.

    ``tries``: the sets that were looked at. ``complete_to``: no plan of so many moves is missing.
    ``is_exhausted``: no plan is missing, however many moves it has.
    """

    def __init__(
        self, trials: Trials, moves: Iterable[Move], bound: int = BOUND, *, most: int | None = None
    ) -> None:
        """Search; where ``most`` plans are enough, no longer than until there are so many."""
        self.trials = trials
        self.order = {move: place for place, move in enumerate(moves)}
        self.bound = bound
        self.tries = 0
        self.plans: list[Chosen] = []
        self.seen: set[Chosen] = set()
        self.complete_to = COMPLETE
        self.most = most
        self.is_exhausted = True
        self._search()
        self.plans = [plan for plan in self.plans if self._is_smallest(plan)]

    def _search(self) -> None:
        """Look at small sets one size after the other, then at others by their effort."""
        nodes: list[Chosen] = [frozenset()]
        for _ in range(COMPLETE):
            nodes = [child for node in nodes for child in self._grown(node)]
            if self._has_enough():
                return
        waiting = [(self._key(node), node) for node in nodes]
        heapify(waiting)
        while waiting and self.tries < self.bound and not self._has_enough():
            for child in self._grown(heappop(waiting)[1]):
                if len(child) < MOST:
                    heappush(waiting, (self._key(child), child))
                else:
                    self.is_exhausted = False
        if waiting:
            self.is_exhausted = False
        else:
            self.complete_to = MOST

    def _has_enough(self) -> bool:
        return self.most is not None and len(self.plans) >= self.most

    def _grown(self, node: Chosen) -> list[Chosen]:
        """Add one move to a set that is not enough; give what is not enough either.

        Of what cannot be enough, as it leaves a hurdle alone, nothing is tried yet.
        """
        standing = [self.trials.hurdles[id_] for id_ in self.trials.standing(node)]
        self.tries += 1
        if not standing:
            return []  # it was not looked at before, and is a plan's part or a plan
        taken = {move.number for move in node}
        every = frozenset.intersection(*standing)
        found = []
        for move in min((self._bearing(reads, taken) for reads in standing), key=len):
            child = node | {move}
            if child in self.seen or any(plan <= child for plan in self.plans):
                continue
            self.seen.add(child)
            if move.number in every and self._is_enough(child):
                self.plans.append(child)
            else:
                found.append(child)
        return found

    def _bearing(self, reads: frozenset[int], taken: set[int]) -> list[Move]:
        return [m for m in self.order if m.number in reads and m.number not in taken]

    def _is_enough(self, chosen: Chosen) -> bool:
        self.tries += 1
        return not self.trials.standing(chosen)

    def _is_smallest(self, plan: Chosen) -> bool:
        """Whether no part of a plan does; parts of up to two moves were looked at."""
        sizes = range(COMPLETE + 1, len(plan))
        parts = (part for size in sizes for part in combinations(plan, size))
        return all(self.trials.standing(frozenset(part)) for part in parts)

    def _key(self, chosen: Chosen) -> tuple[object, ...]:
        return (*effort_key(chosen), sorted(self.order[move] for move in chosen))


def effort_key(chosen: Iterable[Move]) -> tuple[int, int, int]:
    """Give what puts the least effort first: its largest, all of it, and the number of moves."""
    ranks = [move.rank for move in chosen]
    return max(ranks), sum(ranks), len(ranks)
