"""What the home screen lists: a new idea, files of late, and those in the folder, in an order."""

from __future__ import annotations

from lifeline.tui.shelf import MOST, NAME, ORDERS, matching, name_beside, ordered
from lifeline.tui.telling.shelf import row_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from lifeline.report.terminal import Terminal
    from lifeline.tui.shelf import Row

    Lay = Callable[[Terminal], list[str]]
    Entry = tuple[str, Lay]

NEW, LATE, HERE = "new", "late:", "here:"
"""What the id of a row is, or begins with."""

BEGIN = "A new idea. Its first question is asked at once; no sign-up, no form."
LATELY, IN_FOLDER = "Go on with", "In this folder, by {order}"
LOOKING = "Looking …"
NONE_HERE = "There is no idea file in this folder yet."
NONE_LIKE = "No idea has these words. Esc shows all."
ONLY = f"The first {MOST} are listed. Name others on the command line: lifeline walk FILE"


class Listing:
    """The rows that are known so far, and how they are shown.

    ``order``: in which the folder's files stand; ``words``: only rows that have them are shown;
    ``is_looking``: whether more rows may come; ``choosing``: the words that choose the set.
    """

    def __init__(self, choosing: str = "") -> None:
        self.choosing = choosing
        self.late: list[Row] = []
        self.inside: list[Row] = []
        self.order = NAME
        self.words = ""
        self.is_looking = True

    def take_next_order(self) -> None:
        """Put the folder's files in the next order."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]

    def drop(self, path: str) -> None:
        """Take a file off those of late."""
        self.late = [row for row in self.late if row.path != path]

    def row_of(self, id_: str) -> Row | None:
        """Give the file that a row stands for; None where it stands for none."""
        for kind, rows in ((LATE, self.late), (HERE, self.inside)):
            if id_.startswith(kind):
                path = id_.removeprefix(kind)
                return next((row for row in rows if row.path == path), None)
        return None

    def entries(self) -> list[Entry]:
        """Give the rows, each by its id, with what lays it out."""
        late = matching(self.late, self.words)
        inside = ordered(matching(self.inside, self.words), self.order)
        entries: list[Entry] = [] if self.words else [(NEW, _paragraph(BEGIN, "+"))]
        if late:
            entries += [_heading(LATELY), *self._rows(LATE, late)]
        entries += [_heading(IN_FOLDER.format(order=self.order)), *self._rows(HERE, inside)]
        told = self._told(is_any=bool(inside))
        return [*entries, ("", _paragraph(told))] if told else entries

    def _rows(self, kind: str, rows: list[Row]) -> list[Entry]:
        every = [*self.late, *self.inside]
        return [(f"{kind}{row.path}", _row(row, every)) for row in rows]

    def _told(self, *, is_any: bool) -> str:
        """Say why the folder's list is as it is, where that is not plain."""
        if self.is_looking:
            return LOOKING
        if not is_any:
            return NONE_LIKE if self.words else NONE_HERE
        return f"{ONLY}{self.choosing}" if len(self.inside) == MOST else ""


def _row(row: Row, every: list[Row]) -> Lay:
    """Lay out a file; by its name too where another one has the same title."""
    name = name_beside(row, every)
    return lambda page: row_lines(row, page, name)


def _heading(title: str) -> Entry:
    return "", lambda page: ["", page.paint(title, "bold")]


def _paragraph(text: str, mark: str = "") -> Lay:
    return lambda page: page.paragraph(text, 2, mark)
