"""Asks for what stands beside an answer: a note, evidence and its day, who says so."""

from __future__ import annotations

from lifeline.plain.evidence import Evidence
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
        """Write what backs the answer, correct it, or take it out.

        Raises:
            LifelineError: when what is typed cannot be written.
        """
        Evidence(self.console, self.saver, self._here).talk()

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

    @property
    def _here(self) -> int:
        here = self.way.here
        assert here is not None, "asked for at a question only"
        return here

    def _change(self, change: Callable[[int], None]) -> None:
        change(self._here)
        self.saver.save()
