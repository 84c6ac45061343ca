"""What a stream can show: its width, colour, signs; and text made safe to show on it."""

from __future__ import annotations

import os
import re

from lifeline.report.wrapping import wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

WIDTH, NARROWEST = 80, 40
"""Columns: the most, also where nobody watches; and the least we lay out for."""

COLOURS = {"pass": "32", "fail": "31", "unclear": "33", "invalid": "31", "bold": "1", "dim": "2"}

JOINERS = "\u200c\u200d"
"""Invisible signs that some scripts need between letters."""

RIGHT_TO_LEFT = (
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The letters of scripts that run from right to left, as Unicode sets them apart."""

FROM_RIGHT, FROM_FIRST, END = "\u2067", "\u2068", "\u2069"
"""Signs without width around a text: it runs from the right, or as its first letter does, and what
stands beside it does not move. ``safe`` takes them out of texts, so only ours are shown."""

SIGNS = {"sure": "█", "open": "░", "gone": "·", "to": "→", "bullet": "•"}
PLAIN = {"sure": "#", "open": "-", "gone": ".", "to": "->", "bullet": "*"}


class Terminal:
    """How to write to one stream.

    ``choosing`` are the words of a command line that choose the set, such as `` --set mine``: they
    stand behind every command that is proposed, so that it can be copied.
    """

    def __init__(self, stream: TextIO, choosing: str = "") -> None:
        self.choosing = choosing
        watched = stream.isatty()
        self.stream = stream
        self.colour = (
            watched and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        )
        self.width = _columns(stream) if watched else WIDTH
        self.signs = SIGNS if _can_encode(stream, "".join(SIGNS.values())) else PLAIN

    def paint(self, text: str, colour: str) -> str:
        """Give text in a colour, where the stream has colours."""
        return f"\x1b[{COLOURS[colour]}m{text}\x1b[0m" if self.colour else text

    def paragraph(self, text: str, indent: int = 0, bullet: str = "") -> list[str]:
        """Break text into lines that fit, indented; a bullet stands before the first."""
        width = max(self.width, NARROWEST)
        first, rest = bullet.ljust(indent), " " * indent
        lines = wrapped(safe(text), width, first, rest)
        if text.isascii() or not _count_from_right(text):
            return lines
        heads = [first] + [rest] * (len(lines) - 1)
        return self._isolated(text, zip(heads, lines, strict=True))

    def _isolated(self, text: str, lines: Iterable[tuple[str, str]]) -> list[str]:
        """Let each line with letters that run from the right stand by itself, behind its head."""
        opening = FROM_RIGHT if 2 * _count_from_right(text) > _count_letters(text) else FROM_FIRST
        if not _can_encode(self.stream, opening + END):
            return [line for _, line in lines]
        return [
            self._isolated_line(line, head, opening) if _count_from_right(line) else line
            for head, line in lines
        ]

    def _isolated_line(self, line: str, head: str, opening: str) -> str:
        if line.startswith(f"{head}{self.signs['to']} "):
            head += f"{self.signs['to']} "  # it leads from the left to the text
        return f"{head}{opening}{line[len(head) :]}{END}"

    def write(self, lines: list[str]) -> None:
        """Write lines; what the stream cannot encode is written as question marks."""
        self.stream.write(self.text(lines))

    def text(self, lines: list[str]) -> str:
        """Give lines as they are written."""
        text = "\n".join(map(inert, lines)) + "\n"
        encoding = self.stream.encoding or "utf-8"
        return text.encode(encoding, "replace").decode(encoding)


def safe(text: str) -> str:
    """Put a space for whatever could move the cursor, change colours or turn the line around.

    Control signs, direction marks and lone surrogates are what Python calls not printable.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in JOINERS else " " for c in text)


def _count_from_right(text: str) -> int:
    return len(re.findall(RIGHT_TO_LEFT, text))


def _count_letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def inert(line: str) -> str:
    """Break up what GitHub's runner would take for a command, in a line that is to be printed.

    It looks for ``::`` at the beginning of a line, after spaces, and for ``##[`` anywhere in it.
    """
    if "::" in line and line.lstrip().startswith("::"):
        line = line.replace("::", ": :", 1)
    return line.replace("##[", "## [")


def _columns(stream: TextIO) -> int:
    try:
        return min(WIDTH, os.get_terminal_size(stream.fileno()).columns or WIDTH)
    except OSError:
        return WIDTH


def _can_encode(stream: TextIO, text: str) -> bool:
    try:
        text.encode(stream.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
