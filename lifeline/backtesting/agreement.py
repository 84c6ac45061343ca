"""How far two coders agree beyond chance: the kappa of Cohen (1960)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Kappa(NamedTuple):
    """The agreement of two coders over n items."""

    value: float | None
    """1 where they always agree, 0 at chance, below where less; None where both always said the
    same one thing, so that chance alone would have them agree."""
    agreed: float
    """The share of items of which they said the same, 0 to 1."""
    n: int


def cohen_kappa(pairs: Sequence[tuple[str, str]]) -> Kappa | None:
    """Compare what two coders said of each item, unweighted; None without any item."""
    if not pairs:
        return None
    n = len(pairs)
    agreed = sum(one == other for one, other in pairs)
    ones, others = (Counter(said) for said in zip(*pairs, strict=True))
    # in items squared, so that a chance of exactly 1 is met exactly
    by_chance = sum(count * others[word] for word, count in ones.items())
    rest = n**2 - by_chance
    return Kappa((n * agreed - by_chance) / rest if rest else None, agreed / n, n)
