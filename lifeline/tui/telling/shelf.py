"""The rows of the home screen: each idea file in a line of columns, or with its first problem."""

from __future__ import annotations

from lifeline.report import phrases
from lifeline.report.bar import bar
from lifeline.report.terminal import safe
from lifeline.report.wrapping import columns
from lifeline.tui.shelf import age_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Lifeline
    from lifeline.report.terminal import Terminal
    from lifeline.tui.shelf import Row

    Lines = list[str]

VERDICT, BAR, RANGE, UNTIL, AGE = 8, 12, 8, 10, 6
"""Columns of the table, beside that of the title, which takes what is left. The age is in days."""

NARROW, LEAST, MOST = 70, 12, 44
"""Below so many columns only the verdict and the range stand beside the title, which has from so
many columns to so many."""

HEADS = ("idea", "verdict", "", "months", "until", "age")


def head_lines(terminal: Terminal) -> Lines:
    """Give the names of the columns."""
    return [terminal.paint(_columns(list(HEADS), terminal), "dim")]


def head_at(column: int, terminal: Terminal) -> str:
    """Give the name that stands in, or to the left of, a column of the screen."""
    heads = _columns(list(HEADS), terminal)
    starts = {heads.index(name): name for name in HEADS if name and name in heads}
    return starts[max((at for at in starts if at <= column), default=0)]


def row_lines(row: Row, terminal: Terminal, name: str = "") -> Lines:
    """Give the lines of a file; ``name`` stands before a title that another file has too."""
    found = row.found
    if found is None or found["lifeline"] is None:
        return _unread(row, terminal, name or row.title)
    lifeline, age = found["lifeline"], age_of(found)
    cells = [
        f"{name}: {row.title}" if name else row.title,
        phrases.VERDICTS[found["verdict"]],
        bar(lifeline["months"], BAR, terminal.signs),
        phrases.short(lifeline["months"]),
        lifeline["until"]["low"] if lifeline["until"] else "",
        "" if age is None else f"{age} d",
    ]
    return [_columns(cells, terminal), *_passed(lifeline, found["as_of"], terminal)]


def _passed(lifeline: Lifeline, as_of: str, terminal: Terminal) -> Lines:
    """Say below an idea that it was judged until a day that has passed."""
    told = phrases.passed_text(lifeline, as_of, brief=True)
    return terminal.paragraph(told, 2) if told else []


def _unread(row: Row, terminal: Terminal, name: str) -> Lines:
    if row.is_gone:
        return terminal.paragraph(f"{row.path}: gone. Press d to take it off this list.")
    lines = [_columns([name, phrases.VERDICTS["invalid"], "", "", "", ""], terminal)]
    return lines + terminal.paragraph(row.refused or _first_problem(row), 2)


def _first_problem(row: Row) -> str:
    first = row.problems[0]
    more = f" (and {len(row.problems) - 1} more)" if len(row.problems) > 1 else ""
    return f"line {first.line}: {first.message}{more}"


def _columns(cells: list[str], terminal: Terminal) -> str:
    """Put cells into columns; a title that is too long ends in dots."""
    title, *others = cells
    widths = [VERDICT, BAR, RANGE, UNTIL, AGE]
    if terminal.width < NARROW:
        others, widths = [others[0], others[2]], [VERDICT, RANGE]
    room = min(MOST, max(LEAST, terminal.width - sum(widths) - 2 * len(widths)))
    parts = [_fitted(title, room)]
    parts += [each.ljust(width) for each, width in zip(others, widths, strict=True)]
    return "  ".join(parts).rstrip()


def _fitted(text: str, room: int) -> str:
    shown = shortened(text, room)
    return shown + " " * (room - columns(shown))


def shortened(text: str, room: int) -> str:
    """Give a text in so many columns at most; one that is too long ends in dots."""
    shown = safe(text)
    if columns(shown) > room:
        while columns(shown) > room - 1:
            shown = shown[:-1]
        shown += "…"
    return shown
