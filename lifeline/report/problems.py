"""What is wrong with a file, for people: a line for each problem, and its place in the file."""

from __future__ import annotations

from lifeline.report.terminal import WIDTH, safe
from lifeline.report.wrapping import columns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifeline.model.assessment import Problem

GUTTER = "  | "
"""Stands before an excerpt, so that nothing in it begins a line."""

ROOM = WIDTH - len(GUTTER)
BEFORE = ROOM // 2
"""Columns that are shown at most before the place, where the line does not fit."""


def problem_lines(path: str, errors: list[Problem]) -> list[str]:
    """Give ``file:line:column: key.path: message`` for each problem, safe to show.

    Where it cannot be told otherwise, the line of the file follows, with ^ below the place.
    """
    lines = []
    for error in errors:
        key = f"{error['key']}: " if error["key"] else ""
        lines.append(safe(f"{path}:{error['line']}:{error['column']}: {key}{error['message']}"))
        if error["excerpt"]:
            lines += _excerpt(**error["excerpt"])
    return lines


def _excerpt(text: str, column: int) -> list[str]:
    shown = safe(text).rstrip()  # a sign for a sign: the column stays
    before, after = shown[: column - 1].ljust(column - 1), shown[column - 1 :]
    if columns(shown) > ROOM:
        before = _fitting(before[::-1], BEFORE)[::-1]
        after = _fitting(after, ROOM - columns(before))
    return [f"{GUTTER}{before}{after}", f"{GUTTER}{' ' * columns(before)}^"]


def _fitting(signs: Iterable[str], room: int) -> str:
    """Give as much of a text as fits, with ``…`` in place of the rest."""
    text = "".join(signs)
    if columns(text) <= room:
        return text
    while columns(text) > room - 1:
        text = text[:-1]
    return f"{text}…"
