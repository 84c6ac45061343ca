"""What somebody may have meant by a word that is not among the known ones."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def hint(word: str, known: Iterable[str]) -> str:
    """Give `` Did you mean 'x'?`` for the nearest known word, or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Did you mean '{near[0]}'?" if near else ""


def listed(words: Iterable[str], most: int = 12) -> str:
    """Give words as a comma-separated list, cut where it would no longer help."""
    every = list(words)
    shown = ", ".join(every[:most])
    return f"{shown} and {len(every) - most} more" if len(every) > most else shown


def not_among(word: str, known: Iterable[str], noun: str) -> str:
    """Say that a word is not a known one, which ones are, and which was perhaps meant."""
    every = list(known)
    return f"'{word}' is not {noun}. Expected one of: {listed(every)}.{hint(word, every)}"
