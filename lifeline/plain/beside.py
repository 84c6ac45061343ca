"""Asks for what stands beside an answer: a note, evidence and its day, who says so."""

from __future__ import annotations

from datetime import date

from lifeline.errors import LifelineError
from lifeline.model.words import RUNGS
from lifeline.plain.more import BULLET
from lifeline.reading.spelling import brief
from lifeline.telling.backing import OUT, outlived_lines
from lifeline.walk.typed import truth_typed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from lifeline.plain.console import Console
    from lifeline.plain.saver import Saver

TAKEN_OUT = "The evidence is taken out."
LEFT = "The evidence stays, and backs the new answer."


class Beside:
    """Writes beside the answer to the question at which one stands, and saves."""

    def __init__(self, console: Console, saver: Saver) -> None:
        self.console = console
        self.saver = saver
        self.way = saver.way

    def note(self, words: str) -> None:
        """Write a note, which may have been typed already."""
        text = words or self.console.ask("Your note, on one line (nothing takes it out): ")
        if text is not None:
            self._change(lambda number: self.way.sheet.note(number, text))

    def by(self, words: str) -> None:
        """Write who says so."""
        text = words or self.console.ask("Who says so? ")
        if text is not None:
            self._change(lambda number: self.way.sheet.by(number, text))

    def evidence(self) -> None:
        """Add what backs the answer.

        Raises:
            LifelineError: when what is typed cannot be written.
        """
        kind = self.console.ask("What is it: A. somebody says so, B. a link, C. a measurement? ")
        place = "abc".find((kind or "").lower()[:1] or "-")
        if place < 0:
            self.console.tell("Nothing was written. Expected A, B or C.")
            return
        text = self.console.ask("What does it say? " if place != 1 else "The link? ")
        day = self.console.ask("Of which day, such as 2026-11-22? Nothing stands for today: ")
        if text and day is not None:
            when = _day(day)
            add = self.way.sheet.add_evidence
            self._change(lambda number: add(number, RUNGS[place], text, when))

    def ask_of_evidence(self, number: int) -> None:
        """Ask whether evidence that was given for another answer is to be taken out."""
        sheet, console = self.way.sheet, self.console
        lines = outlived_lines(sheet, [number])
        if not lines:
            return
        for line in lines:
            text = line.removeprefix(BULLET)
            console.say(console.terminal.paragraph(text, *((2, "-") if text != line else ())))
        console.tell(OUT)
        answer = console.ask("Yes or no? ") or "no"
        is_out = truth_typed(answer)
        if is_out is None:
            console.tell(f"'{brief(answer)}' is neither yes nor no: it was not taken.")
        if is_out:
            sheet.drop_evidence(number)
            self.saver.save()
        else:
            sheet.keep_evidence(number)
        console.tell(TAKEN_OUT if is_out else LEFT)

    def _change(self, change: Callable[[int], None]) -> None:
        here = self.way.here
        assert here is not None, "asked for at a question only"
        change(here)
        self.saver.save()


def _day(text: str) -> date | None:
    """Read a day; None stands for today.

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
