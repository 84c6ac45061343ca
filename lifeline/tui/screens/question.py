"""One question at a time: its choices, what each would give, the range as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input

from lifeline.errors import LifelineError
from lifeline.model.idea import GIVEN
from lifeline.report.phrases import bare
from lifeline.telling.reasons import laid_out, reasons
from lifeline.tui.keys import EVERYWHERE, ON_QUESTION, bindings
from lifeline.tui.screens.asking import telling
from lifeline.tui.screens.asking.besides import AtQuestion
from lifeline.tui.screens.asking.meant import Meant, marks_of, meant, under_cursor
from lifeline.tui.screens.asking.trial import as_it_stands, tried, would_text
from lifeline.tui.screens.base import NORMAL
from lifeline.tui.widgets.choices import Choices
from lifeline.tui.widgets.clocks import Clocks
from lifeline.tui.widgets.hints import Hints
from lifeline.tui.widgets.number import NumberField
from lifeline.tui.widgets.progress import Progress
from lifeline.tui.widgets.words import Words, runs_from_right
from lifeline.walk.marking import labels_of
from lifeline.walk.typed import value_typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer, Value

    Offered = tuple[int, str, Value] | None


class Scroll(VerticalScroll, inherit_bindings=False):
    """Scrolls by the keys of the screen, so that the arrows to the sides go back and on."""


class QuestionScreen(AtQuestion, inherit_bindings=False):
    """The question at which one stands; the same widgets show the next one."""

    CSS_PATH = "question.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ON_QUESTION), *bindings(EVERYWHERE)]

    offered: Offered = None
    """The question that is shown, with the answer that it had then; marks of another are gone."""

    def compose(self) -> ComposeResult:
        """Lay out the question on the left or above, the range beside or below it."""
        with Horizontal(id="top"):
            yield Words(id="place")
            yield Progress(id="progress")
        with Horizontal(id="columns"):
            with Vertical(id="asking"):
                with Scroll(id="asked", can_focus=False):
                    yield Words(id="ask")
                    yield Choices(id="choices")
                    yield NumberField(id="number")
                yield Words(id="standing")
                yield Words(id="would")
                yield Words(id="enter")
            with VerticalScroll(id="beside", can_focus=False):
                yield Clocks(id="clocks")
                yield Words(id="because")
        yield Hints()

    # ---- what is shown

    async def show(self) -> None:
        """Show the question at which one stands; at the end, go to the review."""
        way = self.sitting.way
        if way.stop is None:
            told = telling.spared_text(way)
            if told:
                self.app.say(told)
            self.lead_to("review")
            return
        sheet = way.sheet
        words = sheet.compiled["texts"]["questions"][way.stop.id]
        self.set_class(runs_from_right(sheet.compiled["language"]), "-from-right")
        self._tell_place()
        self.query_one(Progress).tell(telling.done(way), len(sheet.agenda))
        self.query_one("#ask", Words).say(f"{words['ask']}  ({bare(way.stop.id)})")
        standing = self.query_one("#standing", Words)
        standing.say(telling.standing_text(sheet, self.here))
        standing.display = bool(standing.text)
        self.query_one("#because", Words).say(laid_out(reasons(sheet, self.here)))
        self._offer(words["labels"])
        self._tell_range()
        self.refresh_bindings()

    def _tell_place(self) -> None:
        if self.is_mounted and self.sitting.way.stop is not None:
            is_brief = self.size.width < NORMAL
            told = telling.place_text(self.sitting.way, brief=is_brief)
            self.query_one("#place", Words).say(told)

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._tell_place()

    def _offer(self, labels: dict[str, str]) -> None:
        """Offer what can be answered, with what is answered already; marks that stand are kept."""
        question, given = self._question(), self._given()
        choices, number = self.query_one(Choices), self.query_one("#number", Input)
        is_number = question["kind"] == "number"
        choices.display, number.display = not is_number, is_number
        offered = (self.here, given.state if given else "", given.value if given else ())
        if offered != self.offered:
            self.offered = offered
            if is_number:
                number.value = _written(given)
                number.cursor_position = len(number.value)
            else:
                sure, perhaps = marks_of(question, given)
                many = question["kind"] == "choices"
                choices.offer(labels_of(question, labels), sure, many=many, perhaps=perhaps)
            self.query_one("#asked").scroll_home(animate=False)
        (number if is_number else choices).focus()

    def _tell_range(self) -> None:
        """Tell the range as it stands, what an answer would make of it, and what Enter does."""
        sheet, question, would = self.sitting.sheet, self._question(), self._would()
        now = as_it_stands(sheet)
        then = tried(sheet, self.here, would.value) if would else None
        since = sheet.idea.assessed or sheet.today
        self.query_one(Clocks).tell(now.spans, then.months if then else None, since)
        told = would_text(would.name, now, then) if would and then else telling.now_text(now.months)
        self.query_one("#would", Words).say(told)
        self.query_one("#enter", Words).say(self._enter_text(question))

    def _enter_text(self, question: Question) -> str:
        given, answer = self._given(), self._meant()
        if answer is not None:
            same = self._is_unchanged(answer)
            return telling.enter_text(question, answer.name, given, same=same)
        unit = self.sitting.sheet.compiled["texts"]["questions"][self.full_id]["unit"]
        return telling.expected_text(question, unit)

    # ---- what is meant

    def _question(self) -> Question:
        return self.sitting.sheet.question(self.here)

    @property
    def full_id(self) -> str:
        """The id of the question, with its rubric."""
        return self.sitting.sheet.compiled["ids"][self.here]

    def _given(self) -> Answer | None:
        return self.sitting.sheet.idea.answers.get(self.here)

    def _meant(self) -> Meant | None:
        """Give the answer that Enter would commit; None where there is none yet."""
        question = self._question()
        if question["kind"] == "number":
            return self.app.read_quietly(self._typed)
        return meant(question, self.query_one(Choices))

    def _typed(self) -> Meant:
        """Read the number that is typed.

        Raises:
            LifelineError: when it is none that can be.
        """
        text = self.query_one("#number", Input).value
        return Meant(value_typed(self._question(), text), text.strip())

    def _would(self) -> Meant | None:
        """Give the answer that is tried: the one under the cursor, or the number."""
        question = self._question()
        if question["kind"] == "number":
            return self._meant()
        return under_cursor(question, self.query_one(Choices))

    def _is_unchanged(self, answer: Meant) -> bool:
        """Whether the answer is what the file says already, also where a number is rounded."""
        given = self._given()
        return answer.is_given(given) or (given is not None and answer.name == _written(given))

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide or dim the keys that do nothing here."""
        stop = self.sitting.way.stop
        if stop is None:
            return super().check_action(action, parameters)
        if action == "not_applicable":
            return self._question()["may_not_apply"]
        if action == "back" and self.sitting.sheet.agenda.before(stop.number) is None:
            return None
        return super().check_action(action, parameters)

    async def action_commit(self) -> None:
        """Answer, save, and go on; an unchanged answer is not written again."""
        is_number = self._question()["kind"] == "number" and self.query_one("#number", Input).value
        try:
            answer = self._typed() if is_number else self._meant()
        except LifelineError as error:
            self.app.say(str(error), severity="error")
            return
        if answer is None:
            self.app.say(self.query_one("#enter", Words).text)
        elif self._is_unchanged(answer):
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
        asked = self.query_one("#asked")
        (asked.scroll_page_up if way == "up" else asked.scroll_page_down)(animate=False)

    async def _went(self, going: Callable[[], object]) -> None:
        """Go somewhere; where one stands is kept for the next time."""
        going()
        self.sitting.keep_place()
        await self.show()

    async def _said(self, change: Callable[[], object]) -> None:
        """Make a change to this answer, save it, and go on where it was made."""
        if self.app.tried(change):
            self.sitting.way.go_on()
            self.app.save()
        await self.show()


def _written(given: Answer | None) -> str:
    """Give a number, or a span of numbers, as it can be typed; "" where there is none."""
    if given is None or given.state != GIVEN:
        return ""
    low, high = given.value[0], given.value[-1]
    return f"{low:.15g}" if low == high else f"{low:.15g} to {high:.15g}"
