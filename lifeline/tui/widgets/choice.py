"""One choice of a question: its letter, its mark, and its label in lines below one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from lifeline.report.terminal import safe
from lifeline.report.wrapping import wrapped
from lifeline.tui.widgets.words import isolated

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.visual import VisualType

MARKED, PERHAPS, BLANK, HERE, AWAY = "●", "◐", "○", "›", " "
NARROWEST = 12


class Choice(Widget):
    """One choice: its letter, and its label in lines that begin below one another."""

    def __init__(self, place: int) -> None:
        super().__init__(classes="choice")
        self.place = place
        self.letter = self.label = ""
        self.mark, self.is_here = BLANK, False

    def offer(self, letter: str, label: str) -> None:
        """Show another choice."""
        self.letter, self.label = letter, label
        self.refresh(layout=True)

    def show(self, mark: str, *, here: bool) -> None:
        """Show whether it is chosen, and whether the cursor is on it."""
        self.set_class(here, "-here")
        self.set_class(mark != BLANK, "-marked")
        if (mark, here) != (self.mark, self.is_here):
            self.mark, self.is_here = mark, here
            self.refresh(layout=True)

    def lines(self, width: int) -> list[str]:
        """Give its lines, each of so many columns at most."""
        head = f"{HERE if self.is_here else AWAY} {self.mark} {self.letter}  "
        rest = " " * len(head)
        label = f"perhaps: {self.label}" if self.mark == PERHAPS else self.label
        laid = wrapped(safe(label), max(width, NARROWEST), head, rest) or [head]
        heads = [head, *[rest] * (len(laid) - 1)]
        return [h + isolated(line[len(h) :]) for h, line in zip(heads, laid, strict=True)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Give the number of its lines."""
        return len(self.lines(width))

    def render(self) -> VisualType:
        """Draw its lines."""
        return Content("\n".join(self.lines(self.content_size.width)))  # nothing in it is markup
