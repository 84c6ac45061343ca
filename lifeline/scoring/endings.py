"""How a completion ends: the months of each clock, and the first cause at the least.

Endings form a lattice: combining two takes the lesser months of each clock and, of the causes at
what is then the least, the first. The set of endings over all completions is therefore the
combination of the sets of each connected group of open questions, and each group is solved alone.
"""

from __future__ import annotations

from functools import lru_cache

from lifeline.model.words import CAP_MONTHS, CAUSES, CLOCKS, FULL
from lifeline.scoring.completions import ONE
from lifeline.scoring.factors import turned
from lifeline.scoring.result import LEAVES, SILENCE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifeline.model.compiled import Cap
    from lifeline.scoring.completions import Completions
    from lifeline.scoring.factors import Factor

    Ending = tuple[int, int, int]
    """Months of advantage, of necessity, and the number of the first cause at the lesser."""

NO_CAUSE = len(CAUSES)
NEVER: Ending = (FULL, FULL, NO_CAUSE)

_LEVELS = (FULL, *reversed(CAP_MONTHS))
_ALL: list[Ending] = [
    (advantage, necessity, cause)
    for advantage in _LEVELS
    for necessity in _LEVELS
    for cause in range(NO_CAUSE, -1, -1)
]
"""Every ending there can be; the first is NEVER, whose bit is ONE: it changes nothing."""

_BITS = {ending: 1 << number for number, ending in enumerate(_ALL)}


def endings_in(mask: int) -> list[Ending]:
    """Give the endings of a set."""
    return [_ALL[bit.bit_length() - 1] for bit in bits_in(mask)]


def bits_in(mask: int) -> list[int]:
    """Give the members of a set, each as a set of its own."""
    found = []
    while mask:
        found.append(mask & -mask)
        mask &= mask - 1
    return found


def months_of(ending: Ending, clock: int) -> int:
    """Give the months of a clock, or of the lifeline (see ``words.COMPARABLE``)."""
    return ending[clock] if clock < len(CLOCKS) else min(ending[:2])


@lru_cache(maxsize=4096)
def combined(a: int, b: int) -> int:
    """Combine two sets of endings, each of the one with each of the other."""
    if a == ONE:
        return b
    if b == ONE:
        return a
    mask, others = 0, bits_in(b)
    for one in bits_in(a):
        for other in others:
            mask |= _bit_of_both(one, other)
    return mask


@lru_cache(maxsize=len(_ALL) ** 2)
def _bit_of_both(one: int, other: int) -> int:
    """Combine two endings by their bits; of large sets every pair is met thousands of times."""
    return _BITS[_both(_ALL[one.bit_length() - 1], _ALL[other.bit_length() - 1])]


def _both(a: Ending, b: Ending) -> Ending:
    advantage, necessity = min(a[0], b[0]), min(a[1], b[1])
    least = min(advantage, necessity)
    causes = [ending[2] for ending in (a, b) if min(ending[:2]) == least]
    return advantage, necessity, min(causes)


def ending_of(cap: Cap, months: int) -> Ending:
    """Give the ending that a cap alone brings about."""
    if months == FULL:
        return NEVER
    clocks = (months, FULL) if cap["clock"] == 0 else (FULL, months)
    return *clocks, cap["cause"]


def ending_factor(cap: Cap, rule: Factor) -> Factor:
    """Give a cap's factor with endings for outcomes."""
    bits = {bit: _BITS[ending_of(cap, months)] for months, bit in LEAVES.items()}
    bits[SILENCE] = _BITS[NEVER]

    def translated(outcomes: int) -> int:
        found = 0
        for bit, ending in bits.items():
            if outcomes & bit:
                found |= ending
        return found

    return turned(rule, translated)


class Group:
    """Factors that share open variables, directly or through one another, and their endings."""

    __slots__ = ("endings", "factors", "variables")

    def __init__(self, factors: list[Factor], completions: Completions) -> None:
        self.factors = factors
        self.variables = {variable for factor in factors for variable in factor.scope}
        self.endings = completions.eliminated(factors, (), combined).table[()]


def grouped(factors: Iterable[Factor], completions: Completions) -> list[Group]:
    """Sort ending factors, with the constraints they need, into connected groups."""
    groups: list[tuple[set[int], list[Factor]]] = []
    for factor in completions.closure(f for f in factors if set(f.table.values()) != {ONE}):
        touching = [group for group in groups if group[0].intersection(factor.scope)]
        variables = set(factor.scope).union(*(group[0] for group in touching))
        members = [factor, *(member for group in touching for member in group[1])]
        groups = [group for group in groups if group not in touching]
        groups.append((variables, members))
    return [Group(members, completions) for _, members in groups]
