"""What all pages about a ledger share: what is told, where it is shown, and the ledger's name."""

from __future__ import annotations

from lifeline.report.ledger.words import unread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.report.ledger.words import Data, Lines
    from lifeline.report.terminal import Terminal

COMMAND = "lifeline ledger"


class Page:
    """Lays out what a verb found; each verb has a page of its own.

    Args:
        found: what the verb prints as JSON.
        terminal: where it is shown.
        file: ``--file FILE`` for the commands that are proposed, with a space before it.
    """

    __slots__ = ("file", "found", "terminal")

    def __init__(self, found: Data, terminal: Terminal, file: str = "") -> None:
        self.found = found
        self.terminal = terminal
        self.file = file

    def lines(self) -> Lines:
        """Lay everything out."""
        raise NotImplementedError

    def paragraph(self, text: str, indent: int = 0) -> Lines:
        """Give a text; no line of none."""
        return self.terminal.paragraph(text, indent)

    def bold(self, text: str) -> Lines:
        """Give a text as a title."""
        return [self.terminal.paint(line, "bold") for line in self.paragraph(text)]

    def item(self, text: str) -> Lines:
        """Give a text as one of several."""
        return self.terminal.paragraph(text, 4, f"  {self.terminal.signs['bullet']}")

    def step(self, text: str) -> Lines:
        """Give something that can be done next."""
        return self.paragraph(f"{self.terminal.signs['to']} {text}", 2)

    def command(self, argument: str) -> str:
        """Give a command about this ledger that a person can copy."""
        return f"{COMMAND} {argument}{self.file}"

    def unread(self) -> Lines:
        """Say which lines were not read; nothing where all were."""
        return self.paragraph(unread(self.found))
