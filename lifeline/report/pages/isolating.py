"""Texts in which words run from both sides: those against the grain are set apart.

Without that, a number or a bracket beside them is shown on their other side.
"""

from __future__ import annotations

import re

from lifeline.report.terminal import RIGHT_TO_LEFT

FROM_LEFT = rf"(?:(?!{RIGHT_TO_LEFT})[^\W_])"
"""The letters of other scripts, and digits."""

_LEFT = re.compile(rf"{FROM_LEFT}(?:(?:(?!{RIGHT_TO_LEFT}).)*(?:{FROM_LEFT}|[+%)]))?")
_RIGHT = re.compile(rf"{RIGHT_TO_LEFT}(?:(?!{FROM_LEFT}).|\d)*{RIGHT_TO_LEFT}|{RIGHT_TO_LEFT}")


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
