"""What is wrong in an idea file that cannot be read: each problem with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from lifeline.tui.keys import IN_PROBLEMS, bindings
from lifeline.tui.widgets.hints import Hints
from lifeline.tui.widgets.page import Laid
from lifeline.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from lifeline.report.terminal import Terminal
    from lifeline.tui.app import LifelineApp
    from lifeline.tui.shelf import Row

    Lines = list[str]

MEND = "Mend these in an editor, then open the file again; until then it cannot be judged."


class ProblemsScreen(ModalScreen[None]):
    """The problems of one file, as the command line tells them."""

    CSS_PATH = "problems.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IN_PROBLEMS)]

    app: LifelineApp

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.row = row

    def compose(self) -> ComposeResult:
        """Lay out the problems below each other."""
        with VerticalScroll(id="problems"):
            yield Words(MEND, id="mend")
            yield Laid(self._told)
        yield Hints(with_palette=False)

    def _told(self, page: Terminal) -> Lines:
        lines: Lines = []
        for problem in self.row.problems:
            lines += ["", *page.paragraph(problem.text(self.row.path))]
        return lines

    def action_close(self) -> None:
        """Go back to the list."""
        self.dismiss()

    def action_leave(self) -> None:
        """Leave."""
        self.app.leave()
