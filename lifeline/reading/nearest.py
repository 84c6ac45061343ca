"""Which known word is nearest to another one, found with no more work than a hint is worth."""

from __future__ import annotations

from itertools import islice

from lifeline.reading.limits import MOST_ALIKE, MOST_LAID

NEAR = 0.6
"""Twice the signs that two words share in the same order, by the signs of both: least of a hint."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word nearest to a word, or "" where none is near.

    Those with most of its signs, in whatever order, are compared first. Past the limits on that
    it is the nearest of those that were compared.
    """
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=word)
    best, left = (NEAR, ""), MOST_LAID
    for most, other in sorted(_alike(word, known), reverse=True):
        if most < best[0] or left <= 0:
            break
        matcher.set_seq1(other)
        best = max(best, (matcher.ratio(), other))
        left -= laid(other, word)
    return best[1]


def laid(word: str, other: str) -> int:
    """Count the pairs of the same sign in two words: comparing them looks at each of these."""
    return sum(map(other.count, word))


def _alike(word: str, known: Iterable[str]) -> list[tuple[float, str]]:
    """Give the first words that may be near, each with how near it is at most."""
    lengths = ((other, min(len(word), len(other))) for other in known)
    fitting = (other for other, shorter in lengths if _at_most(word, other, shorter) >= NEAR)
    signs = [(sign, word.count(sign)) for sign in set(word)]
    found = []
    for other in islice(fitting, MOST_ALIKE):
        shared = sum([min(count, other.count(sign)) for sign, count in signs])
        found.append((_at_most(word, other, shared), other))
    return [each for each in found if each[0] >= NEAR]


def _at_most(word: str, other: str, shared: int) -> float:
    return 2 * shared / (len(word) + len(other) or 1)
