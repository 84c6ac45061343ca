"""What was found once and is looked up from then on, as long as memory allows."""

from __future__ import annotations

from operator import itemgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, TypeVar

    K = TypeVar("K")
    V = TypeVar("V")

MOST_KNOWN = 200
"""Results kept of one kind; with more, memory would grow with the files of a run."""


class Known(dict["K", "V"]):
    """Results by what they were found for."""

    __slots__ = ()

    def keep(self, key: K, found: V, most: int = 0) -> V:
        """Keep what was found, and give it; when ``most``, or MOST_KNOWN, is kept, begin anew."""
        if len(self) >= (most or MOST_KNOWN):
            self.clear()
        self[key] = found
        return found


def key_of(places: Sequence[int]) -> Callable[[Sequence[Any]], Any]:
    """Give what takes the things at some places out of a sequence, for a key."""
    return itemgetter(*places) if places else _nothing


def _nothing(_sequence: Sequence[Any]) -> tuple[()]:
    return ()
