"""A list that is moved through with arrows, letters or the mouse; Enter takes a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from lifeline.tui.keys import IN_LIST, bindings
from lifeline.tui.widgets.page import Page, content_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual import events
    from textual.binding import BindingType

    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Lay = Callable[[Terminal], Lines]
    Entry = tuple[str, Lay]
    """The id of what is chosen, "" for what cannot be; and what lays it out."""

SIDES = 4
"""Columns that a list keeps for itself: a space on each side, and what scrolls."""


class Rows(OptionList):
    """A list whose rows are laid out by the columns there are."""

    DEFAULT_CSS = """
    Rows {
        min-width: 20;
        height: 1fr;
        border: none;
        padding: 0;
        background: $background;
        scrollbar-gutter: stable;
    }
    Rows:focus {
        border: none;
        background-tint: $foreground 0%;
    }
    Rows > .option-list--option-disabled {
        color: $foreground;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IN_LIST)]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # as Textual calls it
        super().__init__(id=id, markup=False)
        self.entries: list[Entry] = []
        self.drawn_at = 0

    def offer(self, entries: Iterable[Entry]) -> None:
        """Show other rows; the cursor stays on the row of the same id, where there is one."""
        self.entries = list(entries)
        self._draw()

    def on_resize(self, _: events.Resize) -> None:
        """Lay out to the new width."""
        if self.entries and self.drawn_at != self.size.width:
            self._draw()

    def _draw(self) -> None:
        self.drawn_at = self.size.width
        if self.drawn_at <= SIDES:
            return
        here, page = self.here, Page(self.drawn_at - SIDES)
        self.clear_options()
        self.add_options(
            Option(content_of(lay(page)), id=id_ or None, disabled=not id_)
            for id_, lay in self.entries
        )
        self.stand_at(here)

    @property
    def here(self) -> str:
        """The id of the row that the cursor is on, "" where there is none."""
        option = self.highlighted_option
        return (option and option.id) or ""

    def stand_at(self, id_: str) -> None:
        """Put the cursor on a row; on the first that can be chosen where there is none such."""
        ids = [known for known, _ in self.entries]
        if id_ and id_ in ids:
            self.highlighted = ids.index(id_)
        else:
            self.highlighted = next((n for n, known in enumerate(ids) if known), None)
