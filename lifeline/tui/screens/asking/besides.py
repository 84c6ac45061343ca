"""What can be written beside an answer, and read about its question, from the question screen.

A dialog is imported when it is opened: the first question should not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.telling.reasons import BACKING, all_reasons, laid_out
from lifeline.tui.screens.base import IdeaScreen
from lifeline.walk.pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifeline.walk.sheet import Sheet

    Change = Callable[[], object]

BY = "Who says so"
ABOUT_BY = "The person or the role, such as founder, or a customer."
REASON = "Why is the question not about such a product?"
ABOUT_REASON = "The reason stands in the file. The question then counts for nothing."


class AtQuestion(IdeaScreen):
    """A screen that stands at a question: opens the dialogs about it."""

    @property
    def here(self) -> int:
        """The number of the question."""
        here = self.sitting.way.here
        assert here is not None, "one stands at a question"
        return here

    def is_written(self, change: Change) -> bool:
        """Make a change beside the answer, and save it; give whether it was made."""
        is_made = self.app.tried(change)
        if is_made:
            self.app.save()
        return is_made

    async def go_on(self) -> None:
        """Go to the next question, and keep where one stands."""
        self.sitting.way.go_on()
        self.sitting.keep_place()
        await self.show()

    def action_note(self) -> None:
        """Write a note."""
        from lifeline.tui.screens.asking.note import NoteDialog

        sheet, number = self.sitting.sheet, self.here
        answer = sheet.idea.answers.get(number)
        keep = lambda text: self.is_written(lambda: sheet.note(number, text))  # noqa: E731
        self.app.push_screen(NoteDialog(answer.note if answer else "", keep))

    def action_by(self) -> None:
        """Write who says so."""
        from lifeline.tui.screens.asking.line import LineDialog

        sheet, number = self.sitting.sheet, self.here
        answer = sheet.idea.answers.get(number)
        keep = lambda text: self.is_written(lambda: sheet.by(number, text))  # noqa: E731
        self.app.push_screen(LineDialog(BY, ABOUT_BY, answer.by if answer else "", keep))

    def action_evidence(self) -> None:
        """Write what backs the answer, correct it, or take it out."""
        from lifeline.tui.screens.asking.evidence import EvidenceDialog

        wanted = _wanted(self.sitting.sheet, self.here)
        pieces = Pieces(self.sitting.way, self.here)
        self.app.push_screen(EvidenceDialog(wanted, pieces, self.is_written))

    def action_not_applicable(self) -> None:
        """Say that the question is not about such a product, and why; then go on."""
        from lifeline.tui.screens.asking.line import LineDialog

        sheet, number = self.sitting.sheet, self.here
        answer = sheet.idea.answers.get(number)

        def keep(text: str) -> bool:
            if not text.strip():
                return True  # without a reason nothing is said
            is_made = self.is_written(lambda: sheet.does_not_apply(number, text))
            if is_made and sheet.outlived(number):
                self.call_after_refresh(self.ask_of_evidence, [number], self.go_on)
            elif is_made:
                self.sitting.way.go_on()
                self.app.save()
            return is_made

        text = answer.reason if answer else ""
        self.app.push_screen(LineDialog(REASON, ABOUT_REASON, text, keep))

    def action_why(self) -> None:
        """Tell in full why the question is asked."""
        from lifeline.tui.screens.asking.why import WhyDialog

        sheet, number = self.sitting.sheet, self.here
        ask = sheet.compiled["texts"]["questions"][sheet.compiled["ids"][number]]["ask"]
        self.app.push_screen(WhyDialog(ask, laid_out(all_reasons(sheet, number))))


def _wanted(sheet: Sheet, number: int) -> str:
    question = sheet.question(number)
    rung, days = question["evidence"], question["fresh_for"]
    if not rung:
        return "This question asks for no evidence; it can be written down all the same."
    fresh = f", not older than {days} days" if days else ""
    return f"This question asks for {BACKING[rung]}{fresh}."
