"""What somebody may have meant by a word that is not among the known ones."""

from __future__ import annotations

from lifeline.reading.limits import LONGEST_WORD, MOST_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def brief(word: str) -> str:
    """Give a word of a file as messages show it: on one line, and cut where it is long."""
    return shortened(" ".join(word.split()), LONGEST_WORD)


def shortened(text: str, most: int) -> str:
    """Give a text cut where it is longer than so many signs."""
    return text if len(text) <= most else f"{text[:most].rstrip()}…"


def hint(word: str, known: Iterable[str]) -> str:
    """Give `` Did you mean 'x'?`` for the nearest known word, or nothing."""
    from difflib import get_close_matches

    if len(word) > LONGEST_WORD:
        return ""
    every = list(known)
    tidy = word.lower().replace("_", "-").replace(" ", "-")
    # what is copied from a report has its rubric before it: lifeline/next-model
    for guess in dict.fromkeys((word, tidy, tidy.rpartition("/")[2])):
        near = get_close_matches(guess, every, n=1, cutoff=0.6)
        if near:
            return f" Did you mean '{near[0]}'?"
    return ""


def listed(words: Iterable[str], most: int = MOST_WORDS) -> str:
    """Give words as a comma-separated list, cut where it would no longer help."""
    every = list(words)
    shown = ", ".join(every[:most])
    return f"{shown} and {len(every) - most} more" if len(every) > most else shown


def any_of(words: Iterable[str]) -> str:
    """Give words as what is expected: ``one of: a, b``, or ``'a'``."""
    every = list(words)
    return f"one of: {listed(every)}" if len(every) > 1 else f"'{''.join(every)}'"


def not_among(word: str, known: Iterable[str], noun: str) -> str:
    """Say that a word is not a known one, which ones are, and which was perhaps meant."""
    every = list(known)
    expected = f" Expected {any_of(every)}." if every else ""
    return f"'{brief(word)}' is not {noun}.{expected}{hint(word, every)}"
