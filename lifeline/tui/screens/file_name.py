"""A dialog for the name of a file; Enter takes it, Esc leaves everything as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from lifeline.tui.keys import IN_NAME, bindings
from lifeline.tui.screens.asking.dialog import Dialog
from lifeline.tui.widgets.number import Line
from lifeline.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType


class FileNameDialog(Dialog, inherit_bindings=False):
    """Asks for a name. ``take`` gives what speaks against one; "" takes it."""

    CSS_PATH = "asking/dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IN_NAME)]

    def __init__(self, heading: str, about: str, name: str, take: Callable[[str], str]) -> None:
        super().__init__(heading, about)
        self.first_name = name
        self.take = take

    def fields(self) -> ComposeResult:
        """Give the line, and room for what speaks against the name."""
        yield Line(self.first_name, id="line")
        yield Words(id="problem")

    def is_kept(self) -> bool:
        """Nothing is kept of a name that was not taken."""
        return True

    def action_keep(self) -> None:
        """Take the name, and close; say what speaks against it, and stay."""
        name = self.query_one("#line", Input).value.strip()
        problem = self.take(name) if name else "A name is needed, such as idea.yaml."
        if problem:
            self.query_one("#problem", Words).say(problem)
        else:
            self.dismiss()
