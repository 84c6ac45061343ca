"""All answers in a list, the open ones first; any of them can be gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from lifeline.report.phrases import VERDICTS, day_text, short
from lifeline.tui.keys import ON_REVIEW, bindings
from lifeline.tui.screens.asking.line import LineDialog
from lifeline.tui.screens.base import IdeaScreen
from lifeline.tui.telling.result import title_of
from lifeline.tui.telling.review import BEGIN, Review
from lifeline.tui.telling.shelf import shortened
from lifeline.tui.widgets.hints import Hints
from lifeline.tui.widgets.rows import Rows
from lifeline.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

SIDES = 4
"""Columns beside the title on a line of its own; what matters more has the next one."""


class ReviewScreen(IdeaScreen):
    """A list of what is said and what is not; Enter goes there."""

    CSS_PATH = "review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ON_REVIEW)]

    def __init__(self) -> None:
        super().__init__()
        self.is_open_first = True

    def compose(self) -> ComposeResult:
        """Lay out the verdict so far above the list."""
        yield Words(id="place")
        yield Words(id="age")
        yield Rows(id="rows")
        yield Hints()

    async def show(self) -> None:
        """Show the answers as they stand."""
        sheet, found = self.sitting.sheet, self.sitting.assessment()
        review = Review(sheet, found)
        verdict = f"{short(sheet.months(2))} months, {VERDICTS[found['verdict']]}"
        title = shortened(title_of(found), self.app.size.width - SIDES)
        self.query_one("#place", Words).say(f"{title} · {verdict} · {review.counted()}")
        age = self.query_one("#age", Words)
        age.say(review.age(brief=self.has_class("-short")))
        age.display = bool(age.text)
        rows = self.query_one(Rows)
        rows.offer(review.entries(open_first=self.is_open_first))
        rows.focus()

    @on(Rows.OptionSelected)
    async def _is_chosen(self, event: Rows.OptionSelected) -> None:
        """Go to the question, or begin the rubric."""
        id_ = event.option_id or ""
        way = self.sitting.way
        if id_.startswith(BEGIN):
            way.begin(id_.removeprefix(BEGIN))
        elif not way.go_to(id_.rpartition(":")[2]):
            self.app.say("This question is not asked: another answer makes it needless.")
            return
        self.lead_to("question")

    # ---- keys

    async def action_order(self) -> None:
        """Show the open questions first, or all in their order."""
        self.is_open_first = not self.is_open_first
        await self.show()

    async def action_today(self) -> None:
        """Say that the answers describe this day."""
        sheet = self.sitting.sheet
        if await self.changed(sheet.date_today):
            self.app.say(
                f"Your answers now describe {day_text(sheet.today.isoformat())}. z takes that back."
            )

    def action_entitle(self) -> None:
        """Give the idea another name."""
        title = self.sitting.sheet.idea.title
        self.app.push_screen(LineDialog("The idea's name", "One line.", title, self._entitle))

    def _entitle(self, text: str) -> bool:
        is_made = self.app.tried(lambda: self.sitting.sheet.entitle(text.strip()))
        if is_made:
            self.app.save()
        return is_made

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what leads here."""
        return False if action == "review" else super().check_action(action, parameters)
