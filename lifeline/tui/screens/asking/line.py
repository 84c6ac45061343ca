"""A dialog for one line: who says so, or why a question is not about such a product."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input

from lifeline.tui.keys import IN_LINE, bindings
from lifeline.tui.screens.asking.dialog import Dialog
from lifeline.tui.widgets.number import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from lifeline.tui.screens.asking.dialog import Keep


class LineDialog(Dialog):
    """Asks for one line; Enter keeps it. An unchanged one is not written again."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IN_LINE)]

    def __init__(self, heading: str, about: str, text: str, keep: Keep) -> None:
        super().__init__(heading, about)
        self.kept_text = self.typed = text
        self.keep = keep

    def fields(self) -> ComposeResult:
        """Give the line."""
        yield Line(self.kept_text, id="line", compact=True)

    def is_kept(self) -> bool:
        """Write the line into the idea, where it is another one."""
        text = self.typed
        if text.strip() == self.kept_text.strip() or self.keep(text):
            self.kept_text = text
            return True
        return False

    @on(Input.Changed)
    def _is_typed(self, event: Input.Changed) -> None:
        self.typed = event.value
