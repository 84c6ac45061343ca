"""A dialog that tells in full why a question is asked, and by whose advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from lifeline.tui.keys import IN_WHY, bindings
from lifeline.tui.screens.base import HEIGHTS
from lifeline.tui.widgets.hints import Hints
from lifeline.tui.widgets.page import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from lifeline.tui.app import LifelineApp


class WhyDialog(ModalScreen[None]):
    """A text that can be scrolled."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IN_WHY)]
    VERTICAL_BREAKPOINTS = [*HEIGHTS]  # noqa: RUF012  # as Textual declares it

    app: LifelineApp

    def __init__(self, heading: str, text: str) -> None:
        super().__init__()
        self.heading, self.about = Prose(id="heading"), Prose(id="about")
        self.heading.say(heading)
        self.about.say(text)

    def compose(self) -> ComposeResult:
        """Lay out the question above its reasons."""
        with VerticalScroll(id="dialog", classes="-whole"):
            yield self.heading
            yield self.about
        yield Hints(with_palette=False)

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#dialog").focus()

    def action_close(self) -> None:
        """Go back to the question."""
        self.dismiss()

    def action_leave(self) -> None:
        """Leave the interface."""
        self.app.leave()
