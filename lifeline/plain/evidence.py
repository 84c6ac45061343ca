"""Asks for what backs an answer: a piece is written down, corrected, or taken out."""

from __future__ import annotations

import re
from datetime import date

from lifeline.errors import LifelineError
from lifeline.reading.spelling import brief
from lifeline.telling.backing import KINDS, piece_text
from lifeline.walk.pieces import Pieces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.plain.console import Console
    from lifeline.plain.saver import Saver
    from lifeline.walk.pieces import Piece

KIND = "What is it: A. somebody says so, B. a link, C. a measurement? "
SAYS, LINK = "What does it say? ", "The link? "
DAY = "Of which day, such as 2026-11-22? "
TODAY = "Nothing stands for today: "

BACKED = "What backs the answer:"
STANDING = "To correct one, type its number, such as 1; to take it out, out 1. Or add one:"
CORRECTING = "You correct this one. Where you type nothing, it stays as it is."
EXPECTED = "Nothing was written. Expected A, B or C."
EXPECTED_MORE = "Nothing was changed. Expected A, B or C, or a number of the list: 1, or out 1."
SAME = "Nothing was changed."
CORRECTED = "It is corrected. To take that back, type undo."
TAKEN_OUT = "It is taken out. To bring it back, type undo."

_PLACE = re.compile(r"(?P<out>(?:take )?out)? ?(?P<place>[0-9]{1,6})?", re.IGNORECASE)


class Evidence:
    """Talks about the evidence beside the answer to one question, and saves."""

    def __init__(self, console: Console, saver: Saver, number: int) -> None:
        self.console = console
        self.saver = saver
        self.pieces = Pieces(saver.way, number)

    def talk(self) -> None:
        """Tell what there is, and ask what is to be done.

        Raises:
            LifelineError: when what is typed cannot be written; nothing is changed then.
        """
        standing = self.pieces.all()
        self._list(standing)
        typed = " ".join((self.console.ask(KIND) or "").split())
        kind, found = _kind(typed), _PLACE.fullmatch(typed)
        if kind is not None:
            self._add(kind)
        elif not (standing and typed and found):
            self.console.tell(EXPECTED_MORE if standing else EXPECTED)
        else:
            self._change(standing, int(found["place"] or len(standing) == 1), is_out=found["out"])

    def _list(self, standing: list[Piece]) -> None:
        console = self.console
        if standing:
            console.tell(BACKED)
        for number, piece in enumerate(standing, 1):
            console.say(console.terminal.paragraph(piece_text(piece), 5, f"  {number}."))
        if standing:
            console.tell(STANDING)

    def _add(self, kind: str) -> None:
        text = self.console.ask(LINK if kind == "link" else SAYS)
        day = self.console.ask(DAY + TODAY)
        if text and day is not None:
            self.pieces.add(kind, text, _day(day))
            self.saver.save()

    def _change(self, standing: list[Piece], place: int, *, is_out: str | None) -> None:
        """Correct the piece of a number, or take it out."""
        if not 1 <= place <= len(standing):
            self.console.tell(EXPECTED_MORE)
            return
        piece = standing[place - 1]
        if not is_out:
            self._correct(piece)
            return
        self.pieces.take_out(piece)
        self.saver.save()
        self.console.tell(TAKEN_OUT)

    def _correct(self, piece: Piece) -> None:
        console, before = self.console, self.pieces.sheet.data
        console.tell(CORRECTING)
        typed = console.ask(KIND)
        kind = _kind(typed) if typed else piece.kind
        if kind is None:
            console.tell(EXPECTED)
            return
        text = console.ask(LINK if kind == "link" else SAYS)
        day = console.ask(DAY)
        if typed is None or text is None or day is None:
            return
        was = date.fromisoformat(piece.day) if piece.day else None
        self.pieces.correct(piece, kind, text or piece.line, _day(day) or was)
        self.saver.save()
        console.tell(SAME if before == self.pieces.sheet.data else CORRECTED)


def _kind(typed: str) -> str | None:
    """Give the kind that a letter means; None where it means none."""
    place = "abc".find(typed.lower()[:1] or "-")
    return [*KINDS][place] if place >= 0 else None


def _day(text: str) -> date | None:
    """Read a day; None for nothing.

    Raises:
        LifelineError: when it is none.
    """
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        told = f"'{brief(text)}' is no day such as 2026-11-22. Nothing was written."
        raise LifelineError(told) from None
