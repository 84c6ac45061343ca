"""The two streams of a plain talk: lines are typed on one, everything is said on the other."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from lifeline.report.terminal import Terminal


class Console:
    """Says things and asks for lines."""

    def __init__(self, typed: TextIO, terminal: Terminal) -> None:
        self.typed = typed
        self.terminal = terminal

    def say(self, lines: list[str]) -> None:
        """Say lines that are laid out."""
        if lines:
            self.terminal.write(lines)
            self.terminal.stream.flush()

    def tell(self, text: str) -> None:
        """Say a sentence."""
        self.say(self.terminal.paragraph(text))

    def ask(self, prompt: str) -> str | None:
        """Ask for a line, without the spaces around it; None when no more is typed."""
        stream = self.terminal.stream
        stream.write(prompt)
        stream.flush()
        line = self.typed.readline()
        if not self.typed.isatty():
            stream.write("\n")  # nobody pressed Enter where it shows
        return line.strip() if line else None
