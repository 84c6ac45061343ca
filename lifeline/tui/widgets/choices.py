"""The choices of a question: each with its letter, marked where it is chosen. Keys never commit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.message import Message

from lifeline.tui.keys import ON_CHOICES, bindings
from lifeline.tui.widgets.choice import BLANK, MARKED, PERHAPS, Choice
from lifeline.walk.typed import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    Marks = tuple[frozenset[int], frozenset[int], int]

NONE, NONE_LETTER = "None of them", "0"
MOST = len(LETTERS) + 1
"""Rows there can be: one for each letter, and one for none."""

NOWHERE = -1
"""Where the cursor is until somebody moves it: nothing is suggested."""


class Choices(Vertical, can_focus=True):
    """A list of choices. A letter or digit marks, space marks one more, arrows only move.

    ``cursor``: the place it is on, NOWHERE before somebody moves it; ``sure`` and ``perhaps``: the
    places that are marked. Where several can be true, one more row stands for none of them.
    """

    DEFAULT_CSS = """
    Choices { height: auto; }
    Choice { height: auto; width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ON_CHOICES)]

    @dataclass
    class Moved(Message):
        """The cursor is on another choice, or others are marked."""

        marked: frozenset[int]
        cursor: int

    class Picked(Message):
        """The one choice that can be true was chosen by its letter or digit."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # as Textual calls it
        super().__init__(id=id)
        self.many, self.is_one_of = False, True
        self.count = 0
        self.cursor = NOWHERE
        self.sure: frozenset[int] = frozenset()
        self.perhaps: frozenset[int] = frozenset()
        self.rows = [Choice(place) for place in range(MOST)]

    def compose(self) -> ComposeResult:
        """Lay out as many rows as there can be; they show one question after the other."""
        yield from self.rows

    @property
    def none(self) -> int:
        """The place that stands for none of them."""
        return self.count

    def offer(
        self,
        labels: Iterable[str],
        marked: Iterable[int],
        *,
        many: bool = False,
        is_one_of: bool = True,
        perhaps: Iterable[int] = (),
    ) -> None:
        """Offer other choices.

        Args:
            labels: what each says.
            marked: the places of those that are chosen; of none of them, how many labels there are.
            many: whether several can be true at once.
            is_one_of: whether, where one is true, several can be marked of which it is one.
            perhaps: the places of those that may be true besides.
        """
        offered = list(labels)
        self.many, self.is_one_of, self.count = many, is_one_of, len(offered)
        letters = [*LETTERS[: self.count], *([NONE_LETTER] if many else [])]
        told = [*offered, *([NONE] if many else [])]
        for row in self.rows:
            row.display = row.place < len(told)
            if row.display:
                row.offer(letters[row.place], told[row.place])
        self.sure, self.perhaps = frozenset(marked), frozenset(perhaps)
        self.cursor = min(self.sure | self.perhaps, default=NOWHERE)
        self._show()

    @property
    def marks(self) -> Marks:
        """What is marked, and where the cursor is: to be taken again by ``take``."""
        return self.sure, self.perhaps, self.cursor

    def take(self, marks: Marks) -> None:
        """Mark what was marked before, of the same choices."""
        self.sure, self.perhaps, self.cursor = marks
        self._show()

    def _show(self) -> None:
        for row in self.rows:
            mark = MARKED if row.place in self.sure else BLANK
            mark = PERHAPS if row.place in self.perhaps else mark
            row.show(mark, here=row.place == self.cursor)

    @property
    def here(self) -> Choice | None:
        """The row that the cursor is on; whoever scrolls keeps it in sight."""
        return self.rows[self.cursor] if self.cursor >= 0 else None

    def _moved(self) -> None:
        """Show what somebody moved or marked, and say so."""
        self._show()
        self.post_message(self.Moved(self.sure, self.cursor))

    def action_pick(self, sign: str) -> None:
        """Mark the choice that a letter or a digit means, if there is one."""
        place = self._place_of(sign)
        if place is not None:
            self.mark(place)

    def action_move(self, key: str) -> None:
        """Move the cursor; at an end, on to the other one."""
        last = self.count - (0 if self.many else 1)
        before = last if self.cursor in (NOWHERE, 0) else self.cursor - 1
        after = 0 if self.cursor == last else self.cursor + 1
        self.cursor = {"up": before, "down": after, "home": 0, "end": last}[key]
        self._moved()

    def _place_of(self, sign: str) -> int | None:
        """Give the choice that a letter or a digit means."""
        letters = LETTERS[: self.count]
        if self.many and sign == NONE_LETTER:
            return self.none
        if len(sign) == 1 and sign.upper() in letters:
            return letters.index(sign.upper())
        if sign.isascii() and sign.isdecimal() and 1 <= int(sign) <= self.count:
            return int(sign) - 1
        return None

    def mark(self, place: int) -> None:
        """Mark a choice: beside others where several can be true, else alone."""
        self.cursor = place
        if not self.many:
            self.sure = frozenset({place})
        elif place == self.none:
            self.sure, self.perhaps = self.sure & {place} ^ {place}, frozenset()
        else:
            is_marked = place in self.sure | self.perhaps
            self.perhaps -= {place}
            self.sure = self.sure - {place, self.none} | (set() if is_marked else {place})
        self._moved()
        if not self.many:
            self.post_message(self.Picked())

    def action_mark_more(self) -> None:
        """Mark one more: of one that is true, another that it may be; or from sure to perhaps."""
        here = {self.cursor}
        if self.cursor == NOWHERE:
            return
        if not self.many:
            self.sure = (self.sure if self.is_one_of else self.sure & here) ^ here
        elif here <= self.sure and self.cursor != self.none:
            self.sure, self.perhaps = self.sure - here, self.perhaps | here
        else:
            self.mark(self.cursor)
            return
        self._moved()

    def on_click(self, event: events.Click) -> None:
        """Mark what is clicked."""
        if isinstance(event.widget, Choice):
            self.mark(event.widget.place)
