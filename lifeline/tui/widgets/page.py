"""Text that is laid out by the columns there are, by what also lays out reports."""

from __future__ import annotations

import io
import re
import sys
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from lifeline.report.terminal import FROM_RIGHT, NARROWEST, Terminal, safe
from lifeline.report.wrapping import wrapped
from lifeline.tui.widgets.words import isolated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.geometry import Size

    from lifeline.tui.app import LifelineApp

    Lines = list[str]
    Lay = Callable[[Terminal], Lines]

STYLES = {
    "1": "bold",
    "2": "$text-muted",
    "31": "bold $text-error",
    "32": "bold $text-success",
    "33": "bold $text-warning",
}
"""What the colours of reports are here."""

POINT = "• "
"""What a point begins with."""

LEAST = 10
"""Columns that text is given at least."""

_PAINTED = re.compile("\x1b\\[([0-9]+)m([^\x1b]*)\x1b\\[0m")


class Page(Terminal):
    """Takes what is written for a terminal, at a width of its own."""

    def __init__(self, width: int, choosing: str = "") -> None:
        encoding = getattr(sys.__stdout__, "encoding", None) or "utf-8"
        super().__init__(io.TextIOWrapper(io.BytesIO(), encoding=encoding), choosing)
        self.width = width
        self.colour = True

    def paragraph(self, text: str, indent: int = 0, bullet: str = "") -> list[str]:
        """Break text into lines that fit; part of a screen may be narrower than any terminal."""
        if self.width >= NARROWEST:
            return super().paragraph(text, indent, bullet)
        width = max(self.width, indent + LEAST)
        return [
            isolated(line)
            for line in wrapped(safe(text), width, bullet.ljust(indent), " " * indent)
        ]


def content_of(lines: Iterable[str]) -> Content:
    """Give lines that are laid out, and safe, as Textual shows them: nothing in them is markup."""
    parts: list[str | tuple[str, str]] = []
    for line in lines:
        end = 0
        for painted in _PAINTED.finditer(line):
            parts += [line[end : painted.start()], (painted[2], STYLES[painted[1]])]
            end = painted.end()
        parts += [line[end:], "\n"]
    return Content.assemble(*parts[:-1])


class Laid(Widget):
    """Shows what a function lays out, anew for each width."""

    DEFAULT_CSS = """
    Laid {
        width: 1fr;
        height: auto;
    }
    """

    app: LifelineApp

    def __init__(
        self,
        lay: Lay | None = None,
        *,
        id: str | None = None,  # noqa: A002  # as Textual calls it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.lay = lay or (lambda _: [])
        self.drawn: tuple[int, Content] | None = None

    def show(self, lay: Lay) -> None:
        """Show something else."""
        self.lay = lay
        self.redraw()

    def redraw(self) -> None:
        """Lay it out again."""
        self.drawn = None
        self.refresh(layout=True)

    def render(self) -> Content:
        """Give the text for the columns there are."""
        return self._at(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # as Textual calls it
        """Give the lines it takes at a width."""
        content = self._at(width)
        return content.get_height({}, width) if content.plain else 0

    def _at(self, width: int) -> Content:
        if self.drawn is None or self.drawn[0] != width:
            page = Page(width, self.app.choosing)
            self.drawn = (width, content_of(self.lay(page)) if width > 0 else Content(""))
        return self.drawn[1]


class Prose(Laid):
    """Shows a text: paragraphs, and points that begin with a dot.

    Below a dot lines hang, but where they run from the right: there the dot stands in the line.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # as Textual calls it
        super().__init__(id=id)
        self.text = ""

    def say(self, text: str) -> None:
        """Show another text."""
        if text != self.text:
            self.text = text
            self.show(self._lines)

    def _lines(self, page: Terminal) -> Lines:
        lines: Lines = []
        for paragraph in self.text.split("\n"):
            point = paragraph.removeprefix(POINT)
            hangs = point != paragraph and not isolated(point).startswith(FROM_RIGHT)
            lines += page.paragraph(point, 2, POINT) if hangs else page.paragraph(paragraph) or [""]
        return lines
