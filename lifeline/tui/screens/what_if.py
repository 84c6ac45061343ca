"""Other answers, tried freely: the range and the verdict move at once, and nothing is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input

from lifeline.report.phrases import bare
from lifeline.tui.keys import ON_FLIPS, ON_WHAT_IF, bindings
from lifeline.tui.screens.base import IdeaScreen
from lifeline.tui.screens.plans import Plans
from lifeline.tui.screens.sure import SureDialog
from lifeline.tui.screens.trying import detail_lines, outcome_lines, row_lines
from lifeline.tui.screens.variant import VariantDialog
from lifeline.tui.widgets.hints import Hints
from lifeline.tui.widgets.number import NumberField
from lifeline.tui.widgets.page import Laid
from lifeline.tui.widgets.rows import Rows
from lifeline.walk.trial import Trial
from lifeline.walk.typed import LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

SURE = "Take over {changes} into your idea? It is saved, and can be undone. y or n"


class Flips(Rows, inherit_bindings=False):
    """The questions; the arrows up and down move over them."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ON_FLIPS)]


class WhatIfScreen(IdeaScreen, inherit_bindings=False):
    """A list of all questions; the answer under the cursor is flipped."""

    CSS_PATH = "what_if.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ON_WHAT_IF)]

    trial: Trial | None = None

    def __init__(self) -> None:
        super().__init__()
        self.plans = Plans()

    def compose(self) -> ComposeResult:
        """Lay out what it comes to above the questions, the plans beside or below."""
        yield Laid(classes="outcome")
        with Horizontal(id="columns"):
            with Vertical(id="tried"):
                yield Flips(id="rows")
                yield NumberField(id="number")
                with VerticalScroll(id="detail-box", can_focus=False):
                    yield Laid(classes="detail")
            with VerticalScroll(id="plans-box", can_focus=False):
                yield self.plans
        yield Hints(with_palette=False)

    async def show(self) -> None:
        """Begin with the answers of today, where nothing is tried yet; go on with those there are.

        The file may have been taken as another program left it: what is tried is tried on that.
        """
        trial, sheet = self.trial, self.sitting.sheet
        if trial is None or trial.is_stale:
            self.trial = Trial(sheet) if trial is None else trial.renewed()
            self.plans.look(sheet)
        self._tell()
        self.query_one(Rows).focus()

    async def action_plan(self) -> None:
        """Try the next plan."""
        plan = self.plans.take_next()
        if plan is None:
            self.app.say("There is no plan to try here.")
            return
        self._try(lambda trial: trial.follow(plan))
        self.query_one(Rows).stand_at(plan["steps"][0]["question"])

    # ---- what is tried

    def _tell(self) -> None:
        """Show what is tried, and what it comes to."""
        trial = self.trial
        assert trial is not None, "the screen is shown"
        changed = set(trial.changed())
        self.query_one(".outcome", Laid).show(
            lambda page: outcome_lines(trial, page, brief=self.has_class("-short"))
        )
        self.query_one(Rows).offer(
            (stop.id, partial(row_lines, trial, stop.number, changed=stop.number in changed))
            for stop in trial.sheet.agenda
        )
        self._tell_detail()
        self.refresh_bindings()

    @property
    def _here(self) -> int | None:
        """The number of the question under the cursor."""
        ids, here = self.sitting.sheet.compiled["ids"], self.query_one(Rows).here
        return ids.index(here) if here in ids else None

    @on(Rows.OptionHighlighted)
    def _tell_detail(self) -> None:
        trial, here = self.trial, self._here
        if trial is None or here is None:
            return
        self.query_one(".detail", Laid).show(
            lambda page: detail_lines(trial, here, page, brief=self.has_class("-short"))
        )
        field = self.query_one("#number", Input)
        field.display = trial.sheet.question(here)["kind"] == "number"
        if not field.has_focus:
            field.value = ""
            field.placeholder = "Enter, then a number; or a span such as 3-9"

    def on_resize(self) -> None:
        """Say more, or less, in other room."""
        self.call_after_refresh(self._tell_again)

    def _tell_again(self) -> None:
        if self.trial is not None:
            self._tell()

    def _try(self, change: Callable[[Trial], object]) -> None:
        trial = self.trial
        if trial is not None and self.app.tried(lambda: change(trial)):
            self._tell()

    def action_pick(self, sign: str) -> None:
        """Choose by a letter or a digit."""
        here, place = self._here, LETTERS.find(sign.upper())
        place = int(sign) - 1 if place < 0 else place
        if here is not None:
            self._try(lambda trial: trial.pick(here, place))

    def action_flip(self, by: int) -> None:
        """Take the next answer, or the one before."""
        here = self._here
        if here is not None:
            self._try(lambda trial: trial.flip(here, by))

    def action_unknown(self) -> None:
        """Take the question for not known."""
        here = self._here
        if here is not None:
            self._try(lambda trial: trial.leave_open(here))

    def action_as_today(self) -> None:
        """Take the answer of today again."""
        here = self._here
        if here is not None:
            self._try(lambda trial: trial.as_today(here))

    async def action_what_if(self) -> None:
        """Take all answers of today again."""
        self.trial = Trial(self.sitting.sheet)
        self._tell()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim what would do nothing: what can be taken back here are flips."""
        if self.trial is not None and action in ("undo", "redo"):
            history = self.trial.sheet.history
            return True if (history.past if action == "undo" else history.future) else None
        return super().check_action(action, parameters)

    async def action_undo(self) -> None:
        """Take the last flip back."""
        self._try(lambda trial: trial.sheet.undo())

    async def action_redo(self) -> None:
        """Make a flip again."""
        self._try(lambda trial: trial.sheet.redo())

    # ---- numbers

    def action_commit(self) -> None:
        """Type a number, where one is asked for; then try it."""
        field, rows, here = self.query_one("#number", Input), self.query_one(Rows), self._here
        if not field.has_focus:
            (field if field.display else rows).focus()
            return
        text = field.value.strip()
        if text and here is not None:
            self._try(lambda trial: trial.type(here, text))
        rows.focus()

    # ---- what becomes of it

    async def action_back(self) -> None:
        """Go back to where one came from; what was tried is gone, as nothing was written."""
        if self.query_one("#number").has_focus:
            self.query_one(Rows).focus()
            return
        back = self.app.before if self.app.before not in ("", "what_if") else "review"
        self.lead_to(back)

    def action_variant(self) -> None:
        """Save what is tried as a new file."""
        if self.trial is not None:
            self.app.push_screen(VariantDialog(self.trial, self.sitting.file.path))

    def action_take_over(self) -> None:
        """Take what is tried over into the idea, after a question."""
        trial = self.trial
        changed = trial.changed() if trial is not None else []
        if not changed:
            self.app.say("No answer is other than today.")
            return
        ids = self.sitting.sheet.compiled["ids"]
        names = ", ".join(bare(ids[number]) for number in changed)
        told = SURE.format(changes=f"these answers: {names}")
        self.app.push_screen(SureDialog(told), self._is_sure)

    async def _is_sure(self, is_sure: bool | None) -> None:
        trial = self.trial
        numbers = trial.changed() if trial is not None else []
        if is_sure and trial is not None and await self.changed(trial.take_over):
            self.trial = None
            await self.show()
            self.app.say("Taken over into your idea, and saved.")
            if any(map(self.sitting.sheet.outlived, numbers)):
                self.ask_of_evidence(numbers, self.show)
