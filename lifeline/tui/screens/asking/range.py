"""The range as it stands, beside or below a question: a chart, and why the question is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from lifeline.tui.widgets.clocks import Clocks
from lifeline.tui.widgets.page import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from lifeline.tui.screens.asking.asked import Asked

BRIEF = "-brief"
LINES = 7
"""What it takes below a question where that is not ``BRIEF``; as in ``question.tcss``."""


class RangeBeside(VerticalScroll):
    """Takes one line where a question and its choices need the others, on a small screen."""

    def __init__(self) -> None:
        super().__init__(id="beside", can_focus=False)
        self.clocks, self.because = Clocks(id="clocks"), Prose(id="because")

    def compose(self) -> ComposeResult:
        """Lay out the chart above the reasons."""
        yield self.clocks
        yield self.because

    def leave_room(self, asked: Asked) -> None:
        """Be brief where what is asked would not fit above else; look once it is laid out."""
        if not asked.lines:
            return  # it was left before it was laid out in its new size, and is taken apart
        room = asked.size.height + self.outer_size.height - LINES
        is_brief = asked.lines > room
        self.set_class(is_brief, BRIEF)
        self.clocks.be_brief(is_brief and self.screen.has_class("-tall"))
