"""Asks whether somebody is sure, by y or n: Enter, which one presses anyway, decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen

from lifeline.tui.keys import IN_SURE, bindings
from lifeline.tui.widgets.hints import Hints
from lifeline.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class SureDialog(ModalScreen[bool]):
    """A question that is answered by yes or no."""

    CSS_PATH = "message.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IN_SURE)]

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Vertical(id="message"):
            yield Words(self.question)
        yield Hints(with_palette=False)

    def action_yes(self) -> None:
        """Answer yes."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Answer no."""
        self.dismiss(False)
