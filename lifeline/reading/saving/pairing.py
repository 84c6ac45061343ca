"""Which old key or item becomes which new one, which goes, and which is new."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import zip_longest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from lifeline.reading.saving.writing import Tree

    Pair = tuple[int | None, int | None]
    """Positions of the old and the new one, in order; without the one it is new, else it goes."""


def in_place(old: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Give what is wanted with the old keys in their order, and new ones after what they follow."""
    names = [name for name in old if name in wanted]
    before = None
    for name in wanted:
        if name not in old and before is not None:
            names.insert(names.index(before) + 1, name)
        elif name not in old:
            names.insert(len(names) if old[:1] == names[:1] else 0, name)
        before = name
    return names


def key_pairs(old: Sequence[str], new: Sequence[str], alike: Collection[str]) -> list[Pair]:
    """Pair keys by their name; of those that are ``alike``, one takes the place of another.

    The keys that are in both have the same order in both.
    """
    pairs: list[Pair] = []
    for gone, come in _stretches(old, new):
        stay = [at for at in gone if old[at] in alike or old[at] in new]
        take = [at for at in come if new[at] in alike or new[at] in old]
        into = dict(zip(stay, take, strict=False))
        pairs += [(at, into.get(at)) for at in gone]
        pairs += [(None, at) for at in come if at not in into.values()]
    return pairs


def item_pairs(old: Sequence[Tree], new: Sequence[Tree]) -> list[Pair]:
    """Pair equal items, and those between them in order."""
    pairs: list[Pair] = []
    for gone, come in _stretches([*map(repr, old)], [*map(repr, new)]):
        pairs += zip_longest(gone, come)
    if pairs[0][0] is None:  # what is new comes after something old, never before everything
        return list(zip_longest(range(len(old)), range(len(new))))
    return pairs


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[range, range]]:
    """Give stretches of both that are equal, or of which one takes the place of the other."""
    for _, *ends in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield range(ends[0], ends[1]), range(ends[2], ends[3])
