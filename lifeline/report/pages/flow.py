"""Text on its way into a page: what lays lines out for a terminal lays out paragraphs here.

Whatever tells something takes a ``Terminal`` and gives lines. A ``Flow`` takes its place: each
paragraph stays whole, and keeps how far it is indented and what stands before it. ``blocks`` makes
of them what they mean: headings, paragraphs, and lists within lists. So a page says what a terminal
says, in the same words, and breaks its lines where it has to.
"""

from __future__ import annotations

from lifeline.report.terminal import SIGNS, Terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Block = dict[str, Any]
    """``kind`` is ``head``, ``small`` or ``p``, each with its ``text``; ``do``, a ``p`` that says
    what to do; ``link``, with its ``href``; or ``list``: its ``sort`` is ``ul``, ``ol`` or
    ``checks``, it counts from ``start``, and each of its ``items`` is a list of blocks."""

CHECK = "[ ]"
LINKS = ("https://", "http://")


class Line(str):
    """A paragraph with how it is to be set."""

    indent: int
    """Columns before the text."""
    bullet: str
    """What stands there."""
    style: str
    """A word of ``terminal.COLOURS``, or none."""

    def __new__(cls, text: str, indent: int = 0, bullet: str = "", style: str = "") -> Line:
        """Make one of a text."""
        line = super().__new__(cls, text)
        line.indent = indent
        line.bullet = bullet
        line.style = style
        return line


class Flow(Terminal):
    """Takes paragraphs as they are; what may be in them is made safe where they are written."""

    def __init__(self, choosing: str = "") -> None:
        self.choosing = choosing
        self.colour = False
        self.signs = SIGNS
        self.width = 80

    def paint(self, text: str, colour: str) -> str:
        """Mark a paragraph."""
        if isinstance(text, Line):
            return Line(text, text.indent, text.bullet, colour)
        return Line(text, style=colour)

    def paragraph(self, text: str, indent: int = 0, bullet: str = "") -> list[str]:
        """Give one line for the whole paragraph."""
        return [Line(text, indent, bullet)]


def blocks(lines: list[str]) -> list[Block]:
    """Give what lines from a ``Flow`` mean."""
    tree = _Tree()
    for line in lines:
        if line:
            tree.take(line if isinstance(line, Line) else Line(line.strip()))
    return tree.found


class _Tree:
    """Puts paragraphs into the lists to which their indents say that they belong."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.open: list[tuple[int, int, Block]] = []
        """The lists that are not at their end: the columns of bullet and of text, and the list."""

    def take(self, line: Line) -> None:
        if line.style == "bold":
            self.open = []
            self.found.append({"kind": "head", "text": str(line)})
        elif line.bullet.strip():
            self._item(line)
        else:
            self._paragraph(line)

    def _item(self, line: Line) -> None:
        """Begin an item of the list that is open at its column, or of a new one."""
        column = len(line.bullet) - len(line.bullet.lstrip())
        sort = _sort_of(line.bullet.strip())
        while self.open and self.open[-1][0] > column:
            self.open.pop()
        if self.open and self.open[-1][0] == column and self.open[-1][2]["sort"] != sort:
            self.open.pop()
        if not self.open or self.open[-1][0] < column:
            new: Block = {"kind": "list", "sort": sort, "items": [], "start": _start(line)}
            self._here().append(new)
            self.open.append((column, line.indent, new))
        self.open[-1][2]["items"].append([_told(line)])

    def _paragraph(self, line: Line) -> None:
        """Put a paragraph behind the text of the item that it stands under."""
        while self.open and self.open[-1][1] > line.indent:
            self.open.pop()
        self._here().append(_told(line))

    def _here(self) -> list[Block]:
        if not self.open:
            return self.found
        here: list[Block] = self.open[-1][2]["items"][-1]
        return here


def _sort_of(bullet: str) -> str:
    if bullet == CHECK:
        return "checks"
    return "ol" if bullet[:-1].isdigit() else "ul"


def _start(line: Line) -> int:
    """Give the number from which a numbered list goes on."""
    number = line.bullet.strip()[:-1]
    return int(number) if number.isdigit() else 1


def _told(line: Line) -> Block:
    text = str(line)
    if text.startswith(LINKS) and " " not in text:
        return {"kind": "link", "href": text}
    if text.startswith(f"{SIGNS['to']} "):
        return {"kind": "do", "text": text[len(SIGNS["to"]) + 1 :]}
    return {"kind": "small" if line.style == "dim" else "p", "text": text}
