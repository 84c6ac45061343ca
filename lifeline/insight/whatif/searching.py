"""Looks for plans: all of one or two moves, and larger ones within a bound, least effort first.

Where the rules take so long to judge that even this has no end soon, all of it ends where the work
is spent that may be done; ``complete_to`` tells that.

What stands in the way stays there until a question is moved on which it depends. So from a set of
moves that is not enough, only those need be added that bear on one hurdle that still stands, and no
plan is missed. A set that contains a plan is none: a part of it would do.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from itertools import combinations

from lifeline.insight.whatif.targets import MOST
from lifeline.insight.whatif.work import GROWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifeline.insight.whatif.moves import Move
    from lifeline.insight.whatif.trials import Chosen, Trials

COMPLETE = 2
"""Moves of a plan: up to so many every plan is found, unless the work is spent before."""

BOUND = 1000
"""Sets of moves after which no larger ones than those are looked at."""


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
        self.work = trials.work
        self.order = {move: place for place, move in enumerate(moves)}
        self.of_hurdle = {reads: self._reading(reads) for reads in {*trials.hurdles.values()}}
        self.bound = bound
        self.tries = 0
        self.plans: list[Chosen] = []
        self.with_move: dict[Move, list[Chosen]] = {}
        self.seen: set[Chosen] = set()
        self.complete_to = MOST
        self.most = most
        self.is_exhausted = True
        self.is_refused = False
        self._search()
        self.plans = [plan for plan in self.plans if self._is_smallest(plan)]
        self._is_cut(min(self.complete_to, COMPLETE))

    def _search(self) -> None:
        """Look at small sets one size after the other, then at others by their effort."""
        nodes: list[Chosen] = [frozenset()]
        for size in range(COMPLETE):
            nodes = [child for node in nodes for child in self._grown(node)]
            if self._is_cut(size) or self._has_enough():
                return
        waiting = [(self._key(node), node) for node in nodes]
        heapify(waiting)
        while waiting and self.tries < self.bound and not self._has_enough():
            for child in self._grown(heappop(waiting)[1]):
                if len(child) < MOST:
                    heappush(waiting, (self._key(child), child))
                else:
                    self.is_exhausted = False
            if self._is_cut(COMPLETE):
                return
        if waiting:
            self.is_exhausted, self.complete_to = False, COMPLETE

    def _is_cut(self, size: int) -> bool:
        """Whether something was left untried, so that plans of more moves may be missing."""
        if self.is_refused:
            self.is_exhausted, self.complete_to = False, size
        return self.is_refused

    def _may_try(self) -> bool:
        """Whether any work is left to spend; where none is, that is kept in mind."""
        self.is_refused = self.is_refused or self.work.is_spent
        return not self.work.is_spent

    def _has_enough(self) -> bool:
        return self.most is not None and len(self.plans) >= self.most

    def _grown(self, node: Chosen) -> list[Chosen]:
        """Add one move to a set that is not enough; give what is not enough either.

        Of what cannot be enough, as it leaves a hurdle alone, nothing is tried yet.
        """
        if node and not self._may_try():
            return []
        standing = [self.trials.hurdles[id_] for id_ in self._standing(node)]
        if not standing or any(plan <= node for plan in self.plans):
            return []  # it was not looked at before, and is a plan's part or a plan
        every = frozenset.intersection(*standing)
        found = []
        for move in self._bearing(node, standing):
            child = node | {move}
            if child in self.seen or any(plan <= child for plan in self.with_move.get(move, ())):
                continue
            self.seen.add(child)
            if move.number not in every or not self._is_enough(child):
                found.append(child)
        return found

    def _bearing(self, node: Chosen, standing: list[frozenset[int]]) -> list[Move]:
        """Give the moves that bear on the hurdle on which the fewest do."""
        taken = {move.number for move in node}
        found = min(
            ([m for m in self.of_hurdle[reads] if m.number not in taken] for reads in standing),
            key=len,
        )
        self.work.take(len(standing) + GROWN * len(found))
        return found

    def _reading(self, reads: frozenset[int]) -> list[Move]:
        return [move for move in self.order if move.number in reads]

    def _is_enough(self, chosen: Chosen) -> bool:
        """Whether a set is a plan; where nothing is left to find it out with, it is none."""
        if not self._may_try() or self._standing(chosen):
            return False
        self.plans.append(chosen)
        for move in chosen:
            self.with_move.setdefault(move, []).append(chosen)
        return True

    def _standing(self, chosen: Chosen) -> list[str]:
        """Look at a set: give the hurdles that it leaves."""
        self.tries += 1
        return self.trials.standing(chosen)

    def _is_smallest(self, plan: Chosen) -> bool:
        """Whether no part of a plan does; parts of up to two moves were looked at."""
        sizes = range(COMPLETE + 1, len(plan))
        parts = (part for size in sizes for part in combinations(plan, size))
        return all(self._may_try() and self.trials.standing(frozenset(part)) for part in parts)

    def _key(self, chosen: Chosen) -> tuple[object, ...]:
        return (*effort_key(chosen), sorted(self.order[move] for move in chosen))


def effort_key(chosen: Iterable[Move]) -> tuple[int, int, int]:
    """Give what puts the least effort first: its largest, all of it, and the number of moves."""
    ranks = [move.rank for move in chosen]
    return max(ranks), sum(ranks), len(ranks)
