"""What a stream can show: its width, colour, signs; and text made safe to show on it."""

from __future__ import annotations

import os

from lifeline.report.wrapping import wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

WIDTH, NARROWEST = 80, 40
"""Columns: the most, also where nobody watches; and the least we lay out for."""

COLOURS = {"pass": "32", "fail": "31", "unclear": "33", "invalid": "31", "bold": "1", "dim": "2"}

JOINERS = "\u200c\u200d"
"""Invisible signs that some scripts need between letters."""

SIGNS = {"sure": "█", "open": "░", "gone": "·", "to": "→", "bullet": "•"}
PLAIN = {"sure": "#", "open": "-", "gone": ".", "to": "->", "bullet": "*"}


class Terminal:
    """How to write to one stream."""

    def __init__(self, stream: TextIO) -> None:
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
        return wrapped(safe(text), width, bullet.ljust(indent), " " * indent)

    def write(self, lines: list[str]) -> None:
        """Write lines; what the stream cannot encode is written as question marks."""
        text = "\n".join(map(inert, lines)) + "\n"
        encoding = self.stream.encoding or "utf-8"
        self.stream.write(text.encode(encoding, "replace").decode(encoding))


def safe(text: str) -> str:
    """Put a space for whatever could move the cursor, change colours or turn the line around.

    Control signs, direction marks and lone surrogates are what Python calls not printable.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in JOINERS else " " for c in text)


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
