"""The evidence beside one answer, piece by piece: added, corrected, taken out, brought back.

An item of evidence that holds several texts, such as what somebody says and the link to it, is as
many pieces: each can be corrected or taken out, and the others stay. They share the item's day.
"""

from __future__ import annotations

from lifeline.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.reading.backing import Item
    from lifeline.walk.history import Step
    from lifeline.walk.way import Way

DAY = "date"

GONE = "This piece of evidence is no longer there as it was. Nothing was changed."
TWICE = "With it stands one of that kind already. Correct that one, or add a new one."


class Piece:
    """One text that backs an answer: its ``kind``, ``says``, ``link`` or ``measurement``.

    ``place``: which item of the answer's evidence holds it; ``item``: that item as it is.
    """

    __slots__ = ("item", "kind", "place")

    def __init__(self, place: int, item: Item, kind: str) -> None:
        self.place = place
        self.item = item
        self.kind = kind

    @property
    def line(self) -> str:
        """What it says, on one line."""
        return " ".join(filter(None, map(str.strip, self.item[self.kind].splitlines())))

    @property
    def day(self) -> str:
        """The day of its item as the file says it; "" where it has none."""
        return self.item.get(DAY, "")

    @property
    def is_more(self) -> bool:
        """Whether another piece of the same item stands before it."""
        return self.kind != _kinds(self.item)[0]


class Pieces:
    """The pieces beside the answer to one question, in the order of the file.

    What is done through one of these can be taken back through it; no more than that.
    """

    def __init__(self, way: Way, number: int) -> None:
        self.way = way
        self.sheet = way.sheet
        self.number = number
        self._before = self._last_step()

    def all(self) -> list[Piece]:
        """Give them as they stand."""
        items = enumerate(self.sheet.evidence(self.number))
        return [Piece(place, item, kind) for place, item in items for kind in _kinds(item)]

    def holds(self, piece: Piece) -> bool:
        """Whether a piece is still where it was, and what it was."""
        return self.sheet.evidence(self.number)[piece.place : piece.place + 1] == [piece.item]

    def add(self, kind: str, text: str, day: date | None) -> None:
        """Add a piece as an item of its own; no day stands for today."""
        self.sheet.add_evidence(self.number, kind, text, day)

    def correct(self, piece: Piece, kind: str, text: str, day: date | None) -> None:
        """Put another kind, text and day in the place of a piece's own; no day: it has none.

        Raises:
            UsageError: when it cannot be, and nothing is changed.
        """
        if kind != piece.kind and kind in piece.item:
            raise UsageError(TWICE)
        words = piece.item[piece.kind] if text.strip() == piece.line else text
        item = {
            kind if name == piece.kind else name: words if name == piece.kind else value
            for name, value in piece.item.items()
            if name != DAY
        }
        when: Item = {DAY: day.isoformat()} if day else {}
        self._put(piece, item | when)

    def take_out(self, piece: Piece) -> None:
        """Take a piece out, and with the last piece of an item the item.

        Raises:
            UsageError: when it is no longer there, and nothing is changed.
        """
        rest = {name: value for name, value in piece.item.items() if name != piece.kind}
        self._put(piece, *([rest] if _kinds(rest) else []))

    def _put(self, piece: Piece, *instead: Item) -> None:
        if not self.holds(piece):
            raise UsageError(GONE)
        items = self.sheet.evidence(self.number)
        items[piece.place : piece.place + 1] = instead
        self.sheet.set_evidence(self.number, items)

    # ---- what was done here

    def _last_step(self) -> Step | None:
        past = self.sheet.history.past
        return past[-1] if past else None

    @property
    def can_undo(self) -> bool:
        """Whether something was done through this that can be taken back."""
        return self._last_step() not in (None, self._before)

    def undo(self) -> None:
        """Take the last of it back."""
        if self.can_undo:
            self.way.undo()


def _kinds(item: Item) -> list[str]:
    return [name for name in item if name != DAY]
