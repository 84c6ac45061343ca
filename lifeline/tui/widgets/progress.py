"""A thin bar beside the words that say how far one has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

if TYPE_CHECKING:
    from textual.content import ContentText

DONE, LEFT = "━", "╌"


class Progress(Static):
    """A bar of one line, as wide as it is laid out; the words beside it say the same."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # as Textual calls it
        super().__init__(id=id, markup=False)
        self.done, self.all = 0, 1

    def tell(self, done: int, every: int) -> None:
        """Show how many of all are done."""
        self.done, self.all = done, max(1, every)
        self.refresh()

    def render(self) -> ContentText:
        """Draw the bar in the columns there are."""
        columns = self.content_size.width
        full = min(self.done, self.all) * columns // self.all
        return DONE * full + LEFT * (columns - full)
