"""A dialog for one line: who says so, or why a question is not about such a product."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input

from lifeline.tui.keys import IN_LINE, bindings
from lifeline.tui.screens.asking.dialog import TextDialog
from lifeline.tui.widgets.number import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class LineDialog(TextDialog):
    """Asks for one line; Enter keeps it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IN_LINE)]

    def fields(self) -> ComposeResult:
        """Give the line."""
        yield Line(self.kept_text, id="line", compact=True)

    @on(Input.Changed)
    def _is_typed(self, event: Input.Changed) -> None:
        self.typed = event.value
