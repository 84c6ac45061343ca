"""A founder's way through the questions of one idea: where they stand, and where they go next."""

from __future__ import annotations

from lifeline.walk.agenda import BLANK
from lifeline.walk.quick import next_quick

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.walk.agenda import Stop
    from lifeline.walk.sheet import Sheet


class Way:
    """A way over a sheet. ``here`` is the number of a question, None at the review.

    Going never changes what is said; what is said may change what comes next.
    """

    def __init__(self, sheet: Sheet, *, quick: bool = False) -> None:
        """Begin at the review; ``quick`` goes by what settles the verdict, and stops there."""
        self.sheet = sheet
        self.quick = quick
        self.here: int | None = None
        self.last: int | None = None
        """The number of the question from which the way last went on."""
        self.passed: set[int] = set()

    @property
    def stop(self) -> Stop | None:
        """The question at which one stands; None at the review."""
        return None if self.here is None else self.sheet.agenda.at(self.here)

    def go_on(self) -> None:
        """Go to the next question of which nothing is said, or to the review."""
        sheet = self.sheet
        self.last = self.last if self.here is None else self.here
        if not self.quick:
            found = sheet.agenda.next_after(self.here, self.passed)
            self.here = None if found is None else found.number
            return
        said = {stop.number for stop in sheet.agenda if stop.state != BLANK}
        self.here = next_quick(sheet, self.passed | said)

    def go_back(self) -> bool:
        """Go to the question before, whatever is said there; give whether there was one."""
        found = self.sheet.agenda.before(self.here)
        if found is not None:
            self.here = found.number
        return found is not None

    def come_back(self) -> bool:
        """Stand at a question again, at the end at the last one; give whether there is one."""
        if self.stop is None:
            self.here = self.last
        return self.stop is not None

    def go_to(self, id_: str) -> bool:
        """Go to a question by its id, with or without its rubric; give whether it is asked."""
        number = self.sheet.compiled["index"].get(id_.rpartition("/")[2])
        if number is None or self.sheet.agenda.at(number) is None:
            return False
        self.here = number
        return True

    def skip(self) -> None:
        """Go on without a word; the question is not offered again on this way."""
        if self.here is not None:
            self.passed.add(self.here)
        self.go_on()

    def begin(self, rubric: str) -> bool:
        """Begin a rubric that may be left out, at its first question; give whether that is so.

        Nothing is written by that: the file holds the rubric once something is said of it.
        """
        numbers = self.sheet.offered().get(rubric)
        if not numbers:
            return False
        self.sheet.look_at(numbers[0])
        self.here = numbers[0]
        return True

    def undo(self) -> bool:
        """Take the last change back and stand where it was made; give whether there was one."""
        return self._stand_at(self.sheet.undo())

    def redo(self) -> bool:
        """Make a change again that was taken back; give whether there was one."""
        return self._stand_at(self.sheet.redo())

    def _stand_at(self, id_: str | None) -> bool:
        if id_:
            self.go_to(id_)
        if self.stop is None:
            self.here = None
        return id_ is not None

    def take_over(self, data: bytes) -> None:
        """Go on with what another program has made of the file, at the same place if it is asked.

        Raises:
            InvalidFile: when it cannot be read as an idea file; nothing is taken then.
        """
        self.sheet.take_over(data)
        if self.stop is None:
            self.here = None

    def kept(self) -> dict[str, Any]:
        """Give where one stands, and what can be taken back, as plain data to be kept."""
        here = "" if self.here is None else self.sheet.compiled["ids"][self.here]
        return {"here": here, "history": self.sheet.history.kept(self.sheet.data)}
