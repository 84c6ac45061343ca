"""A dialog for what backs an answer: what kind it is, what it says, and its day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on

from lifeline.errors import UsageError
from lifeline.model.words import RUNGS
from lifeline.reading.spelling import brief
from lifeline.tui.keys import IN_EVIDENCE, bindings
from lifeline.tui.screens.asking.dialog import Dialog
from lifeline.tui.screens.sure import SureDialog
from lifeline.tui.widgets.choices import Choices
from lifeline.tui.widgets.number import Line
from lifeline.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    Add = Callable[[str, str, date], bool]
    """Adds an item, by its kind, text and day; gives whether it could be."""

HEADING = "What backs the answer"
NOTHING = "Nothing backs it yet."
DROP = "What you wrote is not added yet. Drop it? y drops it, n goes back."
KINDS = ("Somebody says so", "A link", "A measurement")


class EvidenceDialog(Dialog):
    """Lists what there is, and takes one more item after the other."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IN_EVIDENCE)]

    def __init__(self, wanted: str, today: date, items: Callable[[], list[str]], add: Add) -> None:
        """Take what the question asks for, the day, what lists the items, and what adds one."""
        super().__init__(HEADING, wanted)
        self.today = today
        self.items = items
        self.add = add
        self.kinds = Choices(id="kinds")
        self.words = Line(id="text", compact=True)
        self.day = Line(today.isoformat(), id="day", compact=True)

    def fields(self) -> ComposeResult:
        """Give the items there are, and what another one consists of."""
        yield Words(self._listed(), id="items")
        yield self.kinds
        yield Words("What it says, or the link", classes="label")
        yield self.words
        yield Words("Its day, as year-month-day", classes="label")
        yield self.day

    def on_mount(self) -> None:
        """Offer the kinds."""
        self.kinds.offer(KINDS, ())
        self.kinds.focus()

    def _listed(self) -> str:
        return "\n".join(self.items()) or NOTHING

    def is_kept(self) -> bool:
        """Add what is written already: all of it, as where the terminal is closed."""
        return not self.words.value.strip() or self._is_added()

    def _is_added(self) -> bool:
        kind, text = self.kinds, self.words
        try:
            place = _kind_at(kind.cursor)
            day = day_typed(self.day.value, self.today)
            words = _words_in(text.value)
        except UsageError as error:
            self.app.say(str(error), severity="error")
            return False
        if not self.add(RUNGS[place], words, day):
            return False
        text.value = ""
        if self.is_running:
            self.query_one("#items", Words).say(self._listed())
        return True

    def action_add(self) -> None:
        """Add an item, and be ready for another one."""
        if self._is_added():
            self.kinds.focus()

    def action_keep(self) -> None:
        """Add what is written, and close."""
        if self.is_kept():
            self.dismiss()

    def action_close(self) -> None:
        """Close; half of an item backs nothing, so it is never added by that."""
        self._end(self.dismiss)

    def action_leave(self) -> None:
        """Leave the interface."""
        self._end(self.app.leave)

    def _end(self, ending: Callable[[], object]) -> None:
        """End, once somebody has dropped what is not added."""
        if not self.words.value.strip():
            ending()
            return

        def is_sure(is_dropped: bool | None) -> None:
            if is_dropped:
                self.words.value = ""
                ending()

        self.app.push_screen(SureDialog(DROP), is_sure)

    @on(Choices.Moved)
    def _keep_in_sight(self) -> None:
        if self.kinds.here is not None:
            self.kinds.here.scroll_visible(animate=False)

    @on(Choices.Picked)
    def _to_text(self) -> None:
        self.words.focus()


def _kind_at(place: int) -> int:
    if place not in range(len(KINDS)):
        raise UsageError("Say first what it is: A, B or C.")
    return place


def _words_in(text: str) -> str:
    if not text.strip():
        raise UsageError("Write what it says, or the link.")
    return text.strip()


def day_typed(text: str, today: date) -> date:
    """Read a day; nothing stands for today.

    Raises:
        UsageError: when it is none, or one that has not come yet.
    """
    if not text.strip():
        return today
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        told = f"'{brief(text)}' is no day. Write it as in {today.isoformat()}: year-month-day."
        raise UsageError(told) from None
    if day > today:
        raise UsageError(f"{day.isoformat()} has not come yet. Write the day of what you saw.")
    return day
