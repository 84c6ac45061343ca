"""Text that came from a file or a person: shown as it is, whatever signs are in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from lifeline.report.terminal import END, FROM_FIRST, FROM_RIGHT, RIGHT_TO_LEFT, safe

if TYPE_CHECKING:
    from textual.visual import VisualType


class Words(Static):
    """Words in which nothing is markup, and nothing moves the cursor or turns a line around."""

    def __init__(
        self,
        text: str = "",
        *,
        id: str | None = None,  # noqa: A002  # as Textual calls it
        classes: str | None = None,
        ours: bool = False,
    ) -> None:
        """Take the text, and whether its lines begin with words of the interface itself."""
        super().__init__(plain(text, ours=ours), id=id, classes=classes, markup=False)
        self.text = text
        self.ours = ours

    def say(self, text: str, style: str = "") -> None:
        """Show another text."""
        if text != self.text or style:
            self.text = text
            self.update(plain(text, style, ours=self.ours))


def plain(text: str, style: str = "", *, ours: bool = False) -> VisualType:
    """Give text, of one line or several, as Textual shows it without reading anything into it."""
    lines = (isolated(safe(line), ours=ours) for line in text.split("\n"))
    return Content.styled("\n".join(lines), style)


def isolated(line: str, *, ours: bool = False) -> str:
    """Let a line with letters that run from the right stand by itself, so that no other moves.

    It runs as most of its letters do; where it begins with words of ours, as these do.
    """
    if line.isascii():
        return line
    from_right = len(re.findall(RIGHT_TO_LEFT, line))
    if not from_right:
        return line
    is_mostly = 2 * from_right > sum(map(str.isalpha, line))
    return f"{FROM_RIGHT if is_mostly and not ours else FROM_FIRST}{line}{END}"
