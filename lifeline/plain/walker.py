"""Walks a founder through the questions in plain text: one line is typed, some lines are said."""

from __future__ import annotations

from lifeline.errors import LifelineError
from lifeline.plain.beside import Beside
from lifeline.plain.telling import LIFELINE, Teller
from lifeline.reading.spelling import brief
from lifeline.report.phrases import day_text
from lifeline.walk import commands as c
from lifeline.walk.typed import choices_of, truth_typed, value_typed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from lifeline.plain.console import Console
    from lifeline.plain.saver import Saver
    from lifeline.walk.commands import Command

    Lines = list[str]

PROMPT = "> "


class PlainWalker:
    """Asks question after question until somebody leaves. Each change is saved before the next."""

    def __init__(
        self, console: Console, saver: Saver, more: dict[str, Callable[[], Lines]]
    ) -> None:
        """Take what talks, what saves, and what tells ``why``, ``verdict`` and ``result``."""
        self.console = console
        self.saver = saver
        self.way = saver.way
        self.more = more
        self.teller = Teller(console.terminal, self.way.sheet.compiled)
        self.is_left = False
        self.beside = beside = Beside(console, saver)
        self.actions: dict[Command, Callable[[str], None]] = {
            c.UNKNOWN: lambda _: self._say_open("unknown"),
            c.LATER: lambda _: self._say_open("later"),
            c.SKIP: lambda _: self.way.skip(),
            c.NOT_APPLICABLE: self._does_not_apply,
            c.BACK: lambda _: self._or_tell(self.way.go_back(), "This is the first question."),
            c.ON: lambda _: self.way.go_on(),
            c.WHY: lambda _: console.say(more["why"]()),
            c.NOTE: beside.note,
            c.EVIDENCE: lambda _: beside.evidence(),
            c.BY: beside.by,
            c.TODAY: lambda _: self._date_today(),
            c.TITLE: self._title,
            c.UNDO: lambda _: self._undone(self.way.undo(), "There is nothing to take back."),
            c.REDO: lambda _: self._undone(self.way.redo(), "Nothing was taken back."),
            c.REVIEW: lambda _: self._to_review(),
            c.GO: self._go,
            c.RESULT: lambda _: console.say(more["result"]()),
            c.ADD: self._add,
            c.HELP: lambda _: console.say(self.teller.help(self._commands())),
            c.QUIT: lambda _: self._leave(),
        }

    def walk(self) -> None:
        """Ask until somebody leaves, or nothing more is typed."""
        shown: object = None
        while not self.is_left:
            now = (self.way.here, self.way.sheet.data)
            if now != shown:
                self.console.say(self._scene())
                shown = now
            line = self.console.ask(PROMPT)
            if line is None:
                break
            if line:
                self._take(line)
        self.saver.leave()

    def _commands(self) -> tuple[Command, ...]:
        return c.AT_REVIEW if self.way.stop is None else c.AT_QUESTION

    def _scene(self) -> Lines:
        if self.way.stop is not None:
            return self.teller.question(self.way)
        return self._review()

    def _review(self) -> Lines:
        lines = [*self.teller.review(self.way), "", *self.more["verdict"]()]
        lines += self.teller.spared(self.way)
        lines += self.teller.offered(self.way)
        told = "Type a number to go to that question, result for the reasons, quit to leave."
        return [*lines, "", *self.teller.text(told)]

    def _take(self, line: str) -> None:
        """Do what a line says; what cannot be done is told, and nothing is lost."""
        try:
            found = c.command_typed(line, self._commands(), self._answers())
            if found:
                command, words = found
                self.actions[command](words)
            elif self.way.stop is None:
                self._go(line)
            else:
                self._answer(line)
        except LifelineError as error:
            self.console.tell(str(error))

    def _answers(self) -> frozenset[str]:
        """Give the words that are answers where one stands."""
        stop = self.way.stop
        if stop is None:
            return frozenset()
        question = self.way.sheet.question(stop.number)
        own = set(choices_of(question)) if question["kind"] != "number" else set()
        return frozenset(own | (c.TAKEN if question["kind"] in ("yes-no", "choices") else set()))

    # ---- what is said of a question

    def _answer(self, line: str) -> None:
        number = self._here()
        value = value_typed(self.way.sheet.question(number), line)
        before = self.way.sheet.months(LIFELINE)
        self._change(lambda: self.way.sheet.answer(number, value))
        self.console.say(self.teller.moved(before, self.way))
        self.beside.ask_of_evidence(number)
        self.way.go_on()

    def _say_open(self, word: str) -> None:
        self._change(lambda: self.way.sheet.leave_open(self._here(), word))
        self.way.go_on()

    def _does_not_apply(self, words: str) -> None:
        number = self._here()
        if not self.way.sheet.question(number)["may_not_apply"]:
            self.console.tell("This question is about every product. Type unknown, or skip.")
            return
        reason = words or self.console.ask("Why is it not about such a product? ")
        if reason:
            self._change(lambda: self.way.sheet.does_not_apply(number, reason))
            self.beside.ask_of_evidence(number)
            self.way.go_on()

    def _here(self) -> int:
        assert self.way.here is not None, "asked for at a question only"
        return self.way.here

    # ---- the rest

    def _title(self, words: str) -> None:
        text = words or self.console.ask("The title: ")
        if text:
            self._change(lambda: self.way.sheet.entitle(text))

    def _date_today(self) -> None:
        """Say that all answers describe this day, where somebody is sure of it."""
        sheet = self.way.sheet
        was, now = (
            day_text(d.isoformat()) for d in (sheet.idea.assessed or sheet.today, sheet.today)
        )
        if was != now:
            self.console.tell(f"Your answers describe {was}. Months count from that day.")
            answer = self.console.ask(f"Are all of them true on {now}, too? Yes or no? ") or ""
            if not truth_typed(answer):
                self.console.tell("Nothing was changed.")
                return
        self._change(sheet.date_today)
        self.console.tell(f"Your answers describe {now}.")

    def _go(self, words: str) -> None:
        stops = self.way.sheet.agenda.stops
        word = words or self.console.ask("To which question? ") or ""
        is_number = word.isdecimal() and word.isascii() and len(word) < len(str(10**6))
        if is_number and 1 <= int(word) <= len(stops):
            self.way.here = stops[int(word) - 1].number
        elif not self.way.go_to(word):
            told = f"'{brief(word)}' is no question that is asked. Expected a number from 1 to"
            self.console.tell(f"{told} {len(stops)}, or a name of the list. Help: ?")

    def _add(self, words: str) -> None:
        word = words or self.console.ask("Which one? ") or ""
        if not self.way.begin(word):
            offered = ", ".join(self.way.sheet.offered()) or "none"
            self.console.tell(f"'{brief(word)}' is not offered. Expected one of: {offered}.")

    def _to_review(self) -> None:
        self.way.here = None

    def _leave(self) -> None:
        self.is_left = True

    def _undone(self, is_done: bool, otherwise: str) -> None:  # read at the call
        if is_done:
            self.saver.save()
        self._or_tell(is_done, otherwise)

    def _or_tell(self, is_done: bool, otherwise: str) -> None:  # read at the call
        if not is_done:
            self.console.tell(otherwise)

    def _change(self, change: Callable[[], None]) -> None:
        change()
        self.saver.save()
