"""A dialog for a note of several lines, which can also be written in one's own editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import TextArea

from lifeline.errors import LifelineError
from lifeline.report.terminal import safe
from lifeline.tui.keys import IN_NOTE, bindings
from lifeline.tui.screens.asking.dialog import TextDialog
from lifeline.tui.screens.asking.editor import edited

if TYPE_CHECKING:
    from rich.text import Text
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from lifeline.tui.screens.asking.dialog import Keep

HEADING = "A note beside the answer"
ABOUT = "It stands in the file, for you and whoever reads it; it moves no months."


class _Page(TextArea):
    """A field of several lines that obeys no signs of the file that it shows."""

    def get_line(self, line_index: int) -> Text:
        """Give a line as it is shown: whatever could move the cursor is a space, but for tabs."""
        line = super().get_line(line_index)
        line.plain = "\t".join(map(safe, line.plain.split("\t")))
        return line


class NoteDialog(TextDialog):
    """Asks for a note; Enter begins a new line."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IN_NOTE)]

    def __init__(self, text: str, keep: Keep) -> None:
        super().__init__(HEADING, ABOUT, text, keep)

    def fields(self) -> ComposeResult:
        """Give room for several lines."""
        yield _Page(self.kept_text, id="note")

    @on(TextArea.Changed)
    def _is_typed(self, event: TextArea.Changed) -> None:
        self.typed = event.text_area.text

    def action_edit(self) -> None:
        """Write it in one's own editor."""
        area = self.query_one("#note", TextArea)
        try:
            area.text = edited(area.text, self.app)
        except LifelineError as error:
            self.app.say(str(error), severity="error")
        self.refresh(layout=True)
