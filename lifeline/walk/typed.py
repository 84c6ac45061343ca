"""Reads an answer as a person types it: a letter, a number, a word of the set, or several."""

from __future__ import annotations

import re

from lifeline.errors import UsageError
from lifeline.model.words import TRUTHS
from lifeline.reading.spelling import brief, hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Question
    from lifeline.model.idea import Value

LETTERS = "ABCDEFG"
"""The letters of the choices, of which a question has seven at most."""

YES_NO = ("yes", "no")
"""Yes and no in the order in which they are offered; their values are 1 and 0."""

SHORT = {"y": "yes", "n": "no"}
NONE = "none"
PERHAPS = "?"

_OR = re.compile(r"\s+or\s+|\s*[|/]\s*", re.IGNORECASE)
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s+", re.IGNORECASE)
OTHER_KEYBOARDS = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d~\u301c\uff5e", "-")
    | {"\u066b": ".", "\uff0e": ".", "\u066c": ",", "\uff0c": ",", "\u3000": " "}
)
"""Signs that stand in and between numbers elsewhere, as ours; digits of any script are read."""

_TO = re.compile(r"\s*(?:\bto\b|\.\.\.?)\s*|(?<=\d)\s*-\s*", re.IGNORECASE)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?:\.\d+)?")


def choices_of(question: Question) -> list[str]:
    """Give the ids of what can be chosen, in the order of their letters."""
    return list(question["choices"]) or list(YES_NO)


def value_typed(question: Question, text: str) -> Value:
    """Read an answer.

    A choice is meant by its letter, its number or its id; ``a or b`` is one of two. Several choices
    are ``a, c``, or ``none``; ``c?`` is perhaps chosen. A number may be a span: ``3 to 9``.

    Raises:
        UsageError: when it is no answer to the question; the message says what is expected.
    """
    text = text.strip()
    if question["kind"] == "number":
        return _number_typed(question, text)
    if question["kind"] == "choices":
        return _several_typed(question, text)
    found = {_place(question, word) for word in _OR.split(text)}
    if question["kind"] == "yes-no":
        found = {1 - place for place in found}
    return tuple(sorted(found))


def _several_typed(question: Question, text: str) -> Value:
    if text.lower() == NONE:
        return 0, 0
    surely = maybe = 0
    for word in filter(None, _AND.split(text)):
        bit = 1 << _place(question, word.removesuffix(PERHAPS))
        if word.endswith(PERHAPS):
            maybe |= bit
        else:
            surely |= bit
    if not surely and not maybe:
        raise _expected(question, text)
    return surely, maybe & ~surely


def _place(question: Question, word: str) -> int:
    """Give the place of a choice in the order in which they are offered."""
    names = choices_of(question)
    folded = word.strip().lower()
    if not question["choices"]:
        folded = SHORT.get(folded) or TRUTHS.get(folded) or folded
    if folded in names:
        return names.index(folded)
    letters = [letter.lower() for letter in LETTERS[: len(names)]]
    digits = [str(place + 1) for place in range(len(names))]
    for known in (letters, digits):
        if folded in known:
            return known.index(folded)
    raise _expected(question, word)


def _expected(question: Question, word: str) -> UsageError:
    names = choices_of(question)
    last = LETTERS[len(names) - 1]
    more = ", several with commas, or none" if question["kind"] == "choices" else ""
    told = f"'{brief(word)}' is no answer here. Expected a letter from A to {last}{more}."
    return UsageError(told + hint(word, names))


def truth_typed(text: str) -> bool | None:
    """Read a yes or a no to what is asked in passing; None where it is neither."""
    folded = text.strip().lower()
    word = SHORT.get(folded) or TRUTHS.get(folded)
    return word == YES_NO[0] if word else None


def _number_typed(question: Question, text: str) -> Value:
    parts = _TO.split(text.translate(OTHER_KEYBOARDS), maxsplit=1)
    ends = [_number(question, part.strip(), text) for part in parts]
    return min(ends), max(ends)


def _number(question: Question, part: str, text: str) -> float:
    """Read one number; ``text`` is all that was typed."""
    least, most = question["least"], question["most"]
    is_grouped = _GROUPED.fullmatch(part)
    plain = re.sub("[, \u00a0\u202f]", "", part) if is_grouped else part.replace("_", "")
    try:
        number = float(plain)
    except ValueError:
        number = float("nan")
    if not least <= number <= most:
        span = f"a number from {least:.15g} to {most:.15g}, or two such as 3 to 9"
        more = " Write 3.5, not 3,5." if re.fullmatch(r"[+-]?\d+,\d+", part) else ""
        raise UsageError(f"'{brief(text)}' is no answer here. Expected {span}.{more}")
    return number + 0.0
