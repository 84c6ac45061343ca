"""A question, with what answers it: choices that are marked, or a number that is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalScroll
from textual.message import Message

from lifeline.errors import LifelineError
from lifeline.model.idea import GIVEN
from lifeline.report.phrases import bare
from lifeline.tui.screens.asking.meant import Meant, marks_of, meant, under_cursor
from lifeline.tui.widgets.choices import Choices
from lifeline.tui.widgets.number import NumberField
from lifeline.tui.widgets.page import Prose
from lifeline.walk.marking import labels_of
from lifeline.walk.typed import value_typed

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer, Value
    from lifeline.tui.widgets.choices import Marks
    from lifeline.walk.sheet import Sheet

    Offered = tuple[int, str, Value]
    Unsaid = tuple[Offered | None, Marks, str]
    """What was offered, with the marks, or the number typed, that were not committed."""


class Asked(VerticalScroll, inherit_bindings=False):
    """One question after the other, in the same widgets.

    It scrolls by the keys of the screen, so that the arrows to the sides go back and on.
    """

    class Resized(Message):
        """There are other lines for it, or columns."""

    question: Question
    """The question that is shown."""

    given: Answer | None = None
    """The answer that it has."""

    offered: Offered | None = None
    """The question, with the answer that it had when it was offered; what is marked since then
    stays while the answer is still the same."""

    def __init__(self) -> None:
        super().__init__(id="asked", can_focus=False)
        self.ask = Prose(id="ask")
        self.choices = Choices(id="choices")
        self.number = NumberField(id="number")

    def compose(self) -> ComposeResult:
        """Lay out what is asked above what answers it."""
        yield self.ask
        yield self.choices
        yield self.number

    @property
    def is_number(self) -> bool:
        """Whether a number is asked for."""
        return self.question["kind"] == "number"

    @property
    def lines(self) -> int:
        """The lines that all of it takes, also those out of sight; 0 once it is closed."""
        return max(
            (part.virtual_region.bottom for part in self.children if part.display), default=0
        )

    @property
    def is_typed(self) -> bool:
        """Whether something stands where a number is asked for."""
        return self.is_number and bool(self.number.value)

    @property
    def unsaid(self) -> Unsaid:
        """What is marked or typed, and not committed; ``tell`` shows it again."""
        return self.offered, self.choices.marks, self.number.value

    def tell(self, sheet: Sheet, number: int, unsaid: Unsaid | None = None) -> None:
        """Show a question with what is answered already; marks that stand are kept."""
        id_ = sheet.compiled["ids"][number]
        words = sheet.compiled["texts"]["questions"][id_]
        self.question, self.given = sheet.question(number), sheet.idea.answers.get(number)
        self.ask.say(f"{words['ask']} ({bare(id_)})")
        self.choices.display, self.number.display = not self.is_number, self.is_number
        given = self.given
        offered = (number, given.state if given else "", given.value if given else ())
        if offered != self.offered:
            self.offered = offered
            self._offer(words["labels"])
            self._take(unsaid)
            self.call_after_refresh(self._keep_in_sight)
        (self.number if self.is_number else self.choices).focus(scroll_visible=False)

    def _offer(self, labels: dict[str, str]) -> None:
        if self.is_number:
            self.number.value = written(self.given)
            self.number.cursor_position = len(self.number.value)
        else:
            sure, perhaps = marks_of(self.question, self.given)
            kind, told = self.question["kind"], labels_of(self.question, labels)
            many, is_one_of = kind == "choices", kind != "yes-no"
            self.choices.offer(told, sure, many=many, is_one_of=is_one_of, perhaps=perhaps)

    def _take(self, unsaid: Unsaid | None) -> None:
        if unsaid is None or unsaid[0] != self.offered:
            return
        _, marks, typed = unsaid
        if self.is_number:
            self.number.value = typed
            self.number.cursor_position = len(typed)
        else:
            self.choices.take(marks)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._keep_in_sight()
        self.post_message(self.Resized())

    @on(Choices.Moved)
    def _is_moved(self) -> None:
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """Scroll as little from the top as shows the end of the choice under the cursor.

        By whatever way one came there: so the same question looks the same.
        """
        row = self.choices.here if self.choices.display else None
        end = self.choices.virtual_region.y + row.virtual_region.bottom if row else 0
        self.scroll_to(y=max(0, end - self.size.height), animate=False, immediate=True)

    # ---- what is meant

    def meant(self) -> Meant | None:
        """Give the answer that Enter would commit; None where there is none yet."""
        if not self.is_number:
            return meant(self.question, self.choices)
        try:
            return self.typed()
        except LifelineError:
            return None

    def typed(self) -> Meant:
        """Read the number that is typed.

        Raises:
            LifelineError: when it is none that can be.
        """
        text = self.number.value
        return Meant(value_typed(self.question, text), text.strip())

    def would(self) -> Meant | None:
        """Give the answer that is tried: the one under the cursor, or the number."""
        return self.meant() if self.is_number else under_cursor(self.question, self.choices)

    def is_unchanged(self, answer: Meant) -> bool:
        """Whether the answer is what the file says already, also where a number is rounded."""
        given = self.given
        return answer.is_given(given) or (given is not None and answer.name == written(given))


def written(given: Answer | None) -> str:
    """Give a number, or a span of numbers, as it can be typed; "" where there is none."""
    if given is None or given.state != GIVEN:
        return ""
    low, high = given.value[0], given.value[-1]
    return f"{low:.15g}" if low == high else f"{low:.15g} to {high:.15g}"
