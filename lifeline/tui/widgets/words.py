"""Text that came from a file or a person: shown as it is, whatever signs are in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from lifeline.report.terminal import END, FROM_FIRST, FROM_RIGHT, RIGHT_TO_LEFT, safe

if TYPE_CHECKING:
    from textual.visual import VisualType

FROM_RIGHT_LANGUAGES = frozenset({"ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left."""


class Words(Static):
    """Words in which nothing is markup, and nothing moves the cursor or turns a line around."""

    def __init__(
        self,
        text: str = "",
        *,
        id: str | None = None,  # noqa: A002  # as Textual calls it
        classes: str | None = None,
    ) -> None:
        super().__init__(plain(text), id=id, classes=classes, markup=False)
        self.text = text

    def say(self, text: str, style: str = "") -> None:
        """Show another text."""
        if text != self.text or style:
            self.text = text
            self.update(plain(text, style))


def plain(text: str, style: str = "") -> VisualType:
    """Give text, of one line or several, as Textual shows it without reading anything into it."""
    return Content.styled("\n".join(isolated(safe(line)) for line in text.split("\n")), style)


def isolated(line: str) -> str:
    """Let a line with letters that run from the right stand by itself, so that no other moves."""
    if line.isascii():
        return line
    from_right = len(re.findall(RIGHT_TO_LEFT, line))
    if not from_right:
        return line
    is_mostly = 2 * from_right > sum(map(str.isalpha, line))
    return f"{FROM_RIGHT if is_mostly else FROM_FIRST}{line}{END}"


def runs_from_right(language: str) -> bool:
    """Whether a language, given by its code, is written from right to left."""
    return language.lower().partition("-")[0] in FROM_RIGHT_LANGUAGES
