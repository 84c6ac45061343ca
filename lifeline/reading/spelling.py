"""What somebody may have meant by a word that is not among the known ones."""

from __future__ import annotations

from lifeline.reading.limits import LONGEST_WORD, MOST_WORDS

ENDS = {1: "st", 2: "nd", 3: "rd"}
"""What stands behind the number of a place."""

CUT = " If it belongs to the text before it: inside { } a text with a comma needs quotes."

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
    if len(word) > LONGEST_WORD:
        return ""
    from lifeline.reading.nearest import nearest  # most files have no such word

    every = list(known)
    tidy = word.lower().replace("_", "-").replace(" ", "-")
    # what is copied from a report has its rubric before it: lifeline/next-model
    for guess in dict.fromkeys((word, tidy, tidy.rpartition("/")[2])):
        if near := nearest(guess, every):
            return f" Did you mean '{near}'?{strange_sign(word, every, near)}"
    return ""


def cut(word: str, *, is_empty: bool) -> str:
    """Say what is missing where a key is the end of a text that a comma cut in two, or nothing."""
    return CUT if is_empty and " " in word.strip() else ""


def strange_sign(word: str, known: Iterable[str], near: str = "") -> str:
    """Name the first sign of a word that is not what it looks like, or is not seen; or nothing.

    Only signs outside ASCII that no known word has, and of a word in letters of another script
    only those that are no letters, unless it is ``near`` a known word.
    """
    if word.isascii():
        return ""
    usual, is_ours = (
        set("".join(known)),
        bool(near) or any(map(str.isalnum, filter(str.isascii, word))),
    )
    for place, sign in enumerate(word):
        if not sign.isascii() and sign not in usual and (is_ours or not _is_letter(sign)):
            meant = near[place] if len(near) == len(word) else ""
            nth = f"The {_nth(place + 1)} sign of what stands here"
            return f" {nth} is {name_of(sign)}{_instead(meant)}."
    return ""


def _is_letter(sign: str) -> bool:
    from unicodedata import category  # few words hold such a sign

    return category(sign)[0] in "LMN"


def name_of(sign: str) -> str:
    """Give the name of a sign, which tells signs apart that look alike."""
    from unicodedata import name  # few words hold such a sign

    return name(sign, f"U+{ord(sign):04X}")


def _instead(meant: str) -> str:
    if not meant:
        return ""
    return f", not the Latin '{meant}'" if meant.isalpha() else f", not '{meant}'"


def _nth(number: int) -> str:
    is_teen = number // 10 % 10 == 1
    return f"{number}{'th' if is_teen else ENDS.get(number % 10, 'th')}"


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
    return (
        f"'{brief(word)}' is not {noun}.{expected}{hint(word, every) or strange_sign(word, every)}"
    )
