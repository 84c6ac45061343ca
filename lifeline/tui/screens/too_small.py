"""Says kindly that the terminal is too small, as long as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import ModalScreen

from lifeline.tui.keys import WHEN_TOO_SMALL, bindings
from lifeline.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.geometry import Size

    from lifeline.tui.app import LifelineApp

COLUMNS, LINES = 40, 12
"""The smallest terminal in which everything can be read."""

TOLD = "Make this window larger, please: {columns} columns and {lines} lines at least. Now: {now}."
SAVED = "Your answers are saved."


def is_too_small(size: Size) -> bool:
    """Whether a terminal is too small to show everything."""
    return size.width < COLUMNS or size.height < LINES


class TooSmallScreen(ModalScreen[None]):
    """Covers everything else; what lies below it stays as it is."""

    CSS_PATH = "too_small.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(WHEN_TOO_SMALL)]

    app: LifelineApp

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.first_size = size

    def compose(self) -> ComposeResult:
        """Lay out a sentence or two."""
        yield Words(id="told")

    def on_mount(self) -> None:
        """Say the size."""
        self.tell(self.first_size)

    def tell(self, size: Size) -> None:
        """Say which size is needed, which there is, and that nothing is lost."""
        told = TOLD.format(columns=COLUMNS, lines=LINES, now=f"{size.width} × {size.height}")
        is_saved = self.app.sitting is None or self.app.sitting.is_saved
        self.query_one("#told", Words).say(f"{told} {SAVED}" if is_saved else told)

    def action_leave(self) -> None:
        """Leave."""
        self.app.leave()
