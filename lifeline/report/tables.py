"""Tables that fit the terminal: columns where they have room, else a paragraph for each row."""

from __future__ import annotations

from lifeline.report.terminal import NARROWEST, safe
from lifeline.report.wrapping import columns, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifeline.report.terminal import Terminal

    Row = Sequence[str]
    """What the row is about, indented as it is to be seen, then its cells; a row without cells is
    a heading."""

GAP = 2
"""Columns between two columns of a table."""


def table(terminal: Terminal, rows: Sequence[Row], heads: Row = ()) -> list[str]:
    """Give the lines of a table.

    Args:
        terminal: whose width decides.
        rows: what is shown.
        heads: what stands above each column; without it the cells have to speak for themselves.
    """
    every = [[safe(cell) for cell in row] for row in ([heads] if heads else []) + [*rows]]
    widths = _widths([row for row in every if len(row) > 1])
    if sum(widths) - GAP <= terminal.width:
        return [_line(row, widths) for row in every]
    return [line for row in every[bool(heads) :] for line in _paragraph(row, heads, terminal)]


def _widths(rows: Sequence[Row]) -> list[int]:
    most = max(map(len, rows), default=0)
    return [
        max(columns(row[place]) for row in rows if place < len(row)) + GAP for place in range(most)
    ]


def _line(row: Row, widths: Sequence[int]) -> str:
    if len(row) == 1:
        return row[0]
    padded = (
        cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=False)
    )
    return "".join(padded).rstrip()


def _paragraph(row: Row, heads: Row, terminal: Terminal) -> list[str]:
    name, *cells = row
    indent, width = " " * (len(name) - len(name.lstrip())), max(terminal.width, NARROWEST)
    inner = f"{indent}  "
    if not heads or not cells:
        text = f"{name}: {', '.join(cells)}" if cells else name
        return wrapped(text, width, indent, inner)
    told = ", ".join(f"{head}: {cell}" for head, cell in zip(heads[1:], cells, strict=False))
    return [*wrapped(name, width, indent, inner), *wrapped(told, width, inner, inner)]
