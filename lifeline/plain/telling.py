"""What the plain walker says: questions, choices, ranges, the review. It reads well aloud."""

from __future__ import annotations

from lifeline.model.idea import OPEN
from lifeline.model.words import CLOCKS
from lifeline.report.headings import NOTHING_ASKED
from lifeline.report.phrases import amount, bare, count
from lifeline.scoring.saying import months_text, said
from lifeline.telling.states import STATES, STILL_OPEN
from lifeline.walk.agenda import BLANK, NARROWED
from lifeline.walk.typed import LETTERS, choices_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Months
    from lifeline.model.compiled import CompiledSet, Question
    from lifeline.report.terminal import Terminal
    from lifeline.walk.agenda import Stop
    from lifeline.walk.commands import Command
    from lifeline.walk.way import Way

    Lines = list[str]

LIFELINE = len(CLOCKS)


class Teller:
    """Lays out what is said, with the texts of the set in which questions are asked."""

    def __init__(self, terminal: Terminal, compiled: CompiledSet) -> None:
        self.terminal = terminal
        self.texts = compiled["texts"]

    def text(self, text: str, indent: int = 0) -> Lines:
        """Lay out a sentence of ours, or of a file."""
        return self.terminal.paragraph(text, indent)

    def question(self, way: Way) -> Lines:
        """Ask the question at which one stands."""
        stop = way.stop
        assert stop is not None, "one stands at a question"
        question, words = way.sheet.question(stop.number), self.texts["questions"][stop.id]
        lines = ["", *self.text(_place(way, stop, self.texts["rubrics"][stop.rubric]["title"]))]
        lines += ["", *self.text(f"{words['ask']} ({bare(stop.id)})")]
        lines += self._choices(question, words["labels"])
        return [*lines, *self._so_far(way, stop), *self.text(_expected(question, words["unit"]))]

    def _choices(self, question: Question, labels: dict[str, str]) -> Lines:
        if question["kind"] == "number":
            return []
        lines = []
        for letter, id_ in zip(LETTERS, choices_of(question), strict=False):
            label = labels.get(id_, id_.capitalize())
            lines += self.terminal.paragraph(label, 5, f"  {letter}.")
        return lines

    def _so_far(self, way: Way, stop: Stop) -> Lines:
        answer = way.sheet.idea.answers.get(stop.number)
        if answer is None:
            return []
        told = STATES[stop.state] or said(way.sheet.question(stop.number), answer)
        if stop.state == NARROWED:
            told = said(way.sheet.question(stop.number), answer)
        lines = self.text(f"So far: {told}.")
        if answer.note:
            lines += self.text(f"Your note: {answer.note}")
        if answer.evidence:
            lines += self.text(f"Backed by {count(len(answer.evidence), 'item')} of evidence.")
        return lines

    def moved(self, before: Months, way: Way) -> Lines:
        """Say the range as it stands, and what it was where it moved."""
        now = way.sheet.months(LIFELINE)
        if now == before:
            return self.text(f"The range stays: {months_text(now)}.")
        advantage, necessity = map(months_text, map(way.sheet.months, range(LIFELINE)))
        clocks = f"Advantage: {advantage}. Necessity: {necessity}."
        return self.text(
            f"The range is now {months_text(now)}; it was {months_text(before)}. {clocks}"
        )

    def review(self, way: Way) -> Lines:
        """List all questions with what is said, the open ones first; each by its number."""
        total = len(way.sheet.agenda)
        lines = ["", *self.text(f"All {count(total, 'question')}:" if total else NOTHING_ASKED)]
        numbered = list(enumerate(way.sheet.agenda, 1))
        for number, stop in sorted(numbered, key=lambda each: each[1].state not in STILL_OPEN):
            lines += self._line(way, number, stop)
        return lines

    def _line(self, way: Way, number: int, stop: Stop) -> Lines:
        answer = way.sheet.idea.answers.get(stop.number)
        is_said = answer is not None and answer.state != OPEN
        told = [said(way.sheet.question(stop.number), answer)] if answer and is_said else []
        told += [STATES[stop.state]] if STATES[stop.state] else []
        return self.terminal.paragraph(f"{bare(stop.id)}: {', '.join(told)}", 6, f"  {number}.")

    def spared(self, way: Way) -> Lines:
        """Say on the quick way how many questions need no answer any more."""
        blank = sum(stop.state == BLANK for stop in way.sheet.agenda)
        if not (way.quick and blank and way.sheet.is_clear()):
            return []
        noun = "question" if blank == 1 else "questions"
        told = f"The verdict is clear: the {blank} {noun} left can no longer change it."
        return ["", *self.text(f"{told} They can still narrow the range.")]

    def offered(self, way: Way) -> Lines:
        """Name the further sets of questions that may be begun."""
        names = [f"{self.texts['rubrics'][r]['title']} ({r})" for r in way.sheet.offered()]
        if not names:
            return []
        told = f"Further questions, if you like, apart from the months: {', '.join(names)}."
        return ["", *self.text(f"{told} To begin one, type add and its name.")]

    def help(self, commands: tuple[Command, ...]) -> Lines:
        """List what can be typed."""
        lines = ["", *self.text("You can type an answer, or one of these:")]
        for command in commands:
            short = f" or {command.letter}" if command.letter else ""
            lines += self.terminal.paragraph(f"{command.word}{short}: {command.about}.", 2)
        return lines


def _place(way: Way, stop: Stop, rubric: str) -> str:
    agenda = way.sheet.agenda
    number = agenda.stops.index(stop) + 1
    told = f"Question {number} of {len(agenda)}. {rubric}."
    minutes = agenda.minutes_left()
    if way.quick:
        return f"{told} Quick way: the answer that settles most comes first."
    return f"{told} About {count(minutes, 'minute')} left." if minutes else told


def _expected(question: Question, unit: str | None) -> str:
    if question["kind"] == "number":
        least, most = f"{question['least']:.15g}", amount(question["most"], unit or "1")
        return f"Type a number from {least} to {most}, or two such as 3 to 9."
    last = LETTERS[len(choices_of(question)) - 1]
    if question["kind"] == "choices":
        return f"Type the letters that are true, such as A, {last}; or none. A? is perhaps."
    if question["kind"] == "yes-no":
        return f"Type a letter, A or {last}; unknown if you do not know. Help: ?"
    return f"Type a letter, A to {last}; A or B where it is one of two. Help: ?"
