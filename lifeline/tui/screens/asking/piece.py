"""The pieces that back an answer in a list, and the lines in which one is written or corrected."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical

from lifeline.errors import UsageError
from lifeline.reading.spelling import brief
from lifeline.telling.backing import KINDS, piece_text
from lifeline.tui.keys import ON_PIECES, bindings
from lifeline.tui.widgets.choices import Choices
from lifeline.tui.widgets.number import Line
from lifeline.tui.widgets.rows import Rows
from lifeline.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from lifeline.report.terminal import Terminal
    from lifeline.walk.pieces import Piece

    Typed = tuple[str, str, date | None]
    """A kind by its word in the file, what it says, and its day."""

INDENT = 2


class PieceRows(Rows, inherit_bindings=False):
    """The pieces that stand there; Enter corrects the one that the cursor is on."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ON_PIECES)]

    def __init__(self) -> None:
        super().__init__(id="pieces")
        self.pieces: list[Piece] = []

    def tell(self, pieces: Iterable[Piece]) -> None:
        """Show other pieces; the cursor stays at its place, or on the last of them."""
        self.pieces, before = [*pieces], int(self.here or 0)
        self.offer((str(n), partial(_laid, each)) for n, each in enumerate(self.pieces))
        self.stand_at(str(min(before, len(self.pieces) - 1)))
        self.display = bool(self.pieces)

    @property
    def chosen(self) -> Piece:
        """The piece that the cursor is on."""
        return self.pieces[int(self.here)]

    def stand_at_last(self) -> None:
        """Put the cursor on the last piece."""
        self.stand_at(str(len(self.pieces) - 1))


def _laid(piece: Piece, page: Terminal) -> list[str]:
    return page.paragraph(piece_text(piece), INDENT, "" if piece.is_more else "•")


class PieceForm(Vertical):
    """What a piece consists of: its kind, what it says, its day."""

    def __init__(self, today: date) -> None:
        super().__init__(id="piece")
        self.today = today
        self.corrected: Piece | None = None
        self.kinds = Choices(id="kinds")
        self.words = Line(id="text", compact=True, select_on_focus=False)
        self.day = Line(today.isoformat(), id="day", compact=True)

    def compose(self) -> ComposeResult:
        """Lay them out below one another."""
        yield self.kinds
        yield Words("What it says, or the link", classes="label")
        yield self.words
        yield Words("Its day, as year-month-day", classes="label")
        yield self.day

    def on_mount(self) -> None:
        """Offer the kinds."""
        self.kinds.offer(KINDS.values(), ())

    def clear(self) -> None:
        """Be ready for a new piece."""
        if self.corrected is not None:
            self.day.value = self.today.isoformat()
            self.kinds.offer(KINDS.values(), ())
        self.corrected, self.words.value = None, ""

    def correct(self, piece: Piece) -> None:
        """Show a piece, to be corrected."""
        self.corrected = piece
        self.words.value, self.day.value = piece.line, piece.day
        self.words.cursor_position = len(piece.line)
        self.kinds.offer(KINDS.values(), [[*KINDS].index(piece.kind)])

    @property
    def is_begun(self) -> bool:
        """Whether something is written that would be lost."""
        piece = self.corrected
        if piece is None:
            return bool(self.words.value.strip())
        place = [*KINDS].index(piece.kind)
        now = (self.kinds.cursor, self.words.value.strip(), self.day.value.strip())
        return now != (place, piece.line, piece.day)

    def typed(self) -> Typed:
        """Read what is written.

        Raises:
            UsageError: when something of it is missing, or is none.
        """
        return _kind_at(self.kinds.cursor), _words_in(self.words.value), self._day()

    def _day(self) -> date | None:
        typed, was = self.day.value.strip(), self.corrected.day if self.corrected else None
        if typed == was:  # also none, or one that is still to come: it stays as it is
            return date.fromisoformat(typed) if typed else None
        return day_typed(typed, self.today)

    @on(Choices.Moved)
    def _keep_in_sight(self) -> None:
        if self.kinds.here is not None:
            self.kinds.here.scroll_visible(animate=False)

    @on(Choices.Picked)
    def _to_text(self) -> None:
        self.words.focus()


def _kind_at(place: int) -> str:
    if place not in range(len(KINDS)):
        raise UsageError("Say first what it is: A, B or C.")
    return [*KINDS][place]


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
