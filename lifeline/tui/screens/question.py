"""One question at a time: its choices, what each would give, the range as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from lifeline.errors import LifelineError
from lifeline.model.languages import runs_from_right
from lifeline.telling.reasons import laid_out, reasons
from lifeline.tui.keys import BESIDE_QUESTION, EVERYWHERE, HOME, LEADING, ON_QUESTION, bindings
from lifeline.tui.screens.asking import telling
from lifeline.tui.screens.asking.asked import Asked
from lifeline.tui.screens.asking.besides import AtQuestion
from lifeline.tui.screens.asking.range import RangeBeside
from lifeline.tui.screens.asking.trial import as_it_stands, tried, would_text
from lifeline.tui.screens.base import NORMAL
from lifeline.tui.widgets.choices import Choices
from lifeline.tui.widgets.hints import Hints
from lifeline.tui.widgets.progress import Progress
from lifeline.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

ORDER = (*ON_QUESTION, *LEADING, *BESIDE_QUESTION, HOME)
KEYS = (*ORDER, *(key for key in EVERYWHERE if key not in ORDER))
"""All keys here, in the order in which the footer has room for them."""

ABOUT_IT = frozenset(key.action.partition("(")[0] for key in KEYS if key not in (*EVERYWHERE, HOME))
"""The commands that are about the question at which one stands."""


class QuestionScreen(AtQuestion, inherit_bindings=False):
    """The question at which one stands; the same widgets show the next one."""

    CSS_PATH = "question.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(KEYS)]

    def __init__(self) -> None:
        super().__init__()
        self.place, self.progress = Words(id="place", ours=True), Progress(id="progress")
        self.asked = Asked()
        self.standing = Words(id="standing", ours=True)
        self.would, self.enter = Words(id="would", ours=True), Words(id="enter", ours=True)
        self.beside = RangeBeside()

    def compose(self) -> ComposeResult:
        """Lay out the question on the left or above, the range beside or below it."""
        with Horizontal(id="top"):
            yield self.place
            yield self.progress
        with Horizontal(id="columns"):
            with Vertical(id="asking"):
                yield self.asked
                yield self.standing
                yield self.would
                yield self.enter
            yield self.beside
        yield Hints()

    # ---- what is shown

    async def show(self) -> None:
        """Show the question at which one stands; at the end, go to the result."""
        way = self.sitting.way
        if way.stop is None:
            self.lead_to("result")
            return
        sheet = way.sheet
        self.set_class(runs_from_right(sheet.compiled["language"]), "-from-right")
        self._tell_place()
        self.progress.tell(telling.done(way), len(sheet.agenda))
        self.asked.tell(sheet, self.here, self.sitting.unsaid)
        self.sitting.unsaid = None
        self.standing.say(telling.standing_text(sheet, self.here))
        self.standing.display = bool(self.standing.text)
        self.beside.because.say(laid_out(reasons(sheet, self.here)))
        self._tell_range()
        self._leave_room()
        self.refresh_bindings()

    def _tell_place(self) -> None:
        is_brief = self.app.size.width < NORMAL
        self.place.say(telling.place_text(self.sitting.way, brief=is_brief))

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        if self.sitting.way.stop is not None:
            self._tell_place()

    @on(Asked.Resized)
    def _leave_room(self) -> None:
        self.call_after_refresh(self.beside.leave_room, self.asked)

    def _tell_range(self) -> None:
        """Tell the range as it stands, what an answer would make of it, and what Enter does."""
        sheet, would = self.sitting.sheet, self.asked.would()
        now = as_it_stands(sheet)
        then = tried(sheet, self.here, would.value) if would else None
        since = sheet.idea.assessed or sheet.today
        self.beside.clocks.tell(now.spans, then.months if then else None, since)
        told = would_text(would.name, now, then) if would and then else telling.now_text(now.months)
        self.would.say(told)
        self.enter.say(self._enter_text())

    def _enter_text(self) -> str:
        asked, answer = self.asked, self.asked.meant()
        if answer is not None:
            same = asked.is_unchanged(answer)
            return telling.enter_text(asked.question, answer.name, asked.given, same=same)
        sheet = self.sitting.sheet
        unit = sheet.compiled["texts"]["questions"][sheet.compiled["ids"][self.here]]["unit"]
        return telling.expected_text(asked.question, unit)

    @on(Choices.Moved)
    @on(Input.Changed, "#number")
    def _is_tried(self) -> None:
        if self.sitting.way.stop is not None:
            self._tell_range()

    @on(Choices.Picked)
    async def _is_picked(self) -> None:
        if self.app.express:
            await self.action_commit()

    # ---- keys

    def leave_for(self, name: str) -> None:
        """Show another screen; what is marked here and not said is there again at the return."""
        self.sitting.unsaid = self.asked.unsaid
        super().leave_for(name)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide or dim the keys that do nothing here."""
        sheet, stop = self.sitting.sheet, self.sitting.way.stop
        if stop is None or self.is_left:  # what is typed in a hurry now is about no question
            return action not in ABOUT_IT and super().check_action(action, parameters)
        if action == "not_applicable":
            return sheet.question(stop.number)["may_not_apply"]
        if action == "back" and sheet.agenda.before(stop.number) is None:
            return None
        return super().check_action(action, parameters)

    async def action_commit(self) -> None:
        """Answer, save, and go on; an unchanged answer is not written again."""
        asked = self.asked
        try:
            answer = asked.typed() if asked.is_typed else asked.meant()
        except LifelineError as error:
            self.app.say(str(error), severity="error")
            return
        if answer is None:
            self.app.say(self.enter.text)
        elif asked.is_unchanged(answer):
            await self._went(self.sitting.way.go_on)
        else:
            await self._said(lambda: self.sitting.sheet.answer(self.here, answer.value))

    async def action_unknown(self) -> None:
        """Say that one does not know."""
        await self._said(lambda: self.sitting.sheet.leave_open(self.here))

    async def action_later(self) -> None:
        """Put the question off."""
        await self._said(lambda: self.sitting.sheet.leave_open(self.here, "later"))

    async def action_skip(self) -> None:
        """Go on without a word."""
        await self._went(self.sitting.way.skip)

    async def action_back(self) -> None:
        """Go to the question before."""
        await self._went(self.sitting.way.go_back)

    async def action_on(self) -> None:
        """Go to the next question."""
        await self._went(self.sitting.way.go_on)

    def action_page(self, way: str) -> None:
        """See what stands above or below, where not all of it fits."""
        asked = self.asked
        (asked.scroll_page_up if way == "up" else asked.scroll_page_down)(animate=False)

    async def _went(self, going: Callable[[], object]) -> None:
        """Go somewhere; where one stands is kept for the next time."""
        self.app.clear_notifications()
        going()
        self.sitting.keep_place()
        await self.show()

    async def _said(self, change: Callable[[], object]) -> None:
        """Make a change to this answer, save it, and go on where it was made."""
        self.app.clear_notifications()
        here = self.here
        is_made = self.app.tried(change)
        is_asked = is_made and self.sitting.sheet.outlived(here) is not None
        if is_made and not is_asked:
            self.sitting.way.go_on()
        if is_made:
            self.app.save()
        await self.show()
        if is_asked:
            self.ask_of_evidence([here], self.go_on)
