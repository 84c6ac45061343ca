"""Texts in which words run from both sides: those against the grain are set apart.

Without that, a number or a bracket beside them is shown on their other side. A sentence that runs
against the others as a whole takes its full stop with it, and the brackets in it.
"""

from __future__ import annotations

import re

from lifeline.report.terminal import RIGHT_TO_LEFT

FROM_LEFT = rf"(?:(?!{RIGHT_TO_LEFT})[^\W_])"
"""The letters of other scripts, and digits."""

_NOT_RIGHT = rf"(?!{RIGHT_TO_LEFT})"
_LAST = rf"(?:{FROM_LEFT}|[+%)])"
_STOP = r"[.?!](?=\s|$)"

_BEGINNING = r"(?:^|(?<=[.?!\u061f]\s)|(?<=\)\s)(?=[A-Z]\w*:))"
"""Where a sentence begins; one of ours also behind a bracket, as in ``(a year) Or: weeks.``"""

_BRACKET = rf"\((?=(?:{_NOT_RIGHT}[^()])*\))"
"""A bracket that is closed before the text runs from the right again."""

_LEFT = re.compile(
    rf"{_BEGINNING}(?:{_BRACKET})?{FROM_LEFT}(?:(?:{_NOT_RIGHT}.)*{_LAST})?(?:{_STOP})?"
    rf"|{FROM_LEFT}(?:(?:{_NOT_RIGHT}(?!{_STOP}).)*{_LAST})?"
)
"""Whole sentences, or what begins one; else words within a sentence that runs from the right."""

_FROM_RIGHT = rf"(?:{RIGHT_TO_LEFT}(?:(?!{FROM_LEFT}).|\d)*{RIGHT_TO_LEFT}|{RIGHT_TO_LEFT})"
_RIGHT = re.compile(rf"(?:{_BEGINNING}|(?<=:\s)){_FROM_RIGHT}(?:{_STOP})?|{_FROM_RIGHT}")
"""The same of words that run from the right; what stands behind a colon is mostly a sentence."""


def runs_mostly_from_right(text: str) -> bool:
    """Whether most letters of a text run from the right."""
    return 2 * len(re.findall(RIGHT_TO_LEFT, text)) > sum(map(str.isalpha, text))


def parted(text: str) -> list[str]:
    """Part a text: each second part runs against the others, and is to be set apart."""
    if text.isascii() or not re.search(RIGHT_TO_LEFT, text):
        return [text]
    parts, end = [], 0
    for found in (_LEFT if runs_mostly_from_right(text) else _RIGHT).finditer(text):
        run = _closed(found[0])
        parts += [text[end : found.start()], run]
        end = found.start() + len(run)
    return [*parts, text[end:]]


def _closed(run: str) -> str:
    """Give a run without the brackets at its end that were opened before it."""
    while run.endswith(")") and run.count(")") > run.count("("):
        run = run[:-1]
    return run
