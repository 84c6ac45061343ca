"""A name behind its figures where there is room, above them where there is not."""

from __future__ import annotations

from lifeline.report.wrapping import columns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.report.terminal import Terminal

    Cells = list[tuple[str, int]]
    """Texts, each with the columns that it has at least."""

GAP = "  "
ROOM = 20
"""Columns that a name needs."""


def has_room(terminal: Terminal, cells: Cells) -> bool:
    """Whether a name can stand behind its figures."""
    return _indent(cells) + ROOM <= terminal.width


def with_name(terminal: Terminal, cells: Cells, name: str, below: str = "") -> list[str]:
    """Give the lines of a row: figures, and the name that they are of, and perhaps more below it.

    The name comes last in a line, so that letters that run from the right move nothing else.
    """
    if has_room(terminal, cells):
        more = terminal.paragraph(below, _indent(cells)) if below else []
        named = terminal.paragraph(name, _indent(cells), joined(cells))
        return [*named, *(terminal.paint(line, "dim") for line in more)]
    figures = [GAP + joined(cells)]
    if columns(figures[0]) > terminal.width:
        figures = terminal.paragraph(", ".join(text for text, _ in cells), len(GAP), GAP)
    return [*terminal.paragraph(name), *figures]


def joined(cells: Cells) -> str:
    """Give a line of cells."""
    padded = (text + " " * (width - columns(text)) for text, width in cells)
    return GAP.join(padded).rstrip()


def _indent(cells: Cells) -> int:
    return sum(max(width, columns(text)) + len(GAP) for text, width in cells)
