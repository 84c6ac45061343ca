"""A reason that is told in short, and opens to everything it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.reactive import reactive

from lifeline.tui.keys import ON_CARD, bindings
from lifeline.tui.widgets.page import Laid

if TYPE_CHECKING:
    from textual.binding import BindingType

    from lifeline.tui.widgets.page import Lay

SHUT, OPEN = "+", "-"


class Card(Laid, can_focus=True):
    """Two texts of which one is shown; Enter, space or a click shows the other."""

    DEFAULT_CSS = """
    Card {
        margin: 0 0 1 0;
    }
    Card:focus {
        background: $boost;
        text-style: bold;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ON_CARD)]

    is_open: reactive[bool] = reactive(False, init=False)

    def __init__(self, head: str, shut: Lay, opened: Lay) -> None:
        super().__init__()
        self.head = head
        self.shut = shut
        self.opened = opened
        self.watch_is_open()

    def watch_is_open(self) -> None:
        """Show the other text."""
        sign, lay = (OPEN, self.opened) if self.is_open else (SHUT, self.shut)
        self.show(lambda page: [*page.paragraph(self.head, 2, sign), *lay(page)])

    def action_open(self) -> None:
        """Open or shut it."""
        self.is_open = not self.is_open

    def on_click(self) -> None:
        """Open or shut it."""
        self.focus()
        self.action_open()
