"""Other answers to the questions of an idea, tried on a copy: nothing of it is written."""

from __future__ import annotations

from lifeline.model.chosen import chosen
from lifeline.model.idea import ABSENT, GIVEN, OPEN
from lifeline.reading.saving.revision import Revision
from lifeline.scoring.judging import verdict_of
from lifeline.scoring.saying import in_unit, said
from lifeline.walk.marking import labels_of, marked_by, value_marked
from lifeline.walk.sheet import Sheet
from lifeline.walk.typed import LETTERS, choices_of, value_typed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Months
    from lifeline.model.idea import Answer, Idea, Value

NOT_KNOWN = "not known"


class Trial:
    """A copy of a sheet on which answers are flipped freely; ``today`` is the sheet itself."""

    def __init__(self, today: Sheet) -> None:
        self.today = today
        self.sheet = Sheet(today.assessor, today.data, today.path, today.today)
        self._begun = today.data, today.idea
        """The file as it was when this was begun: another program may change it meanwhile."""

    @property
    def is_stale(self) -> bool:
        """Whether the file holds something else than when this was begun."""
        return self.today.data != self._begun[0]

    def renewed(self) -> Trial:
        """Give the same flips on a copy of the file as it is by now."""
        fresh, was, tried = Trial(self.today), self._begun[1], self.sheet.idea
        for number in _differing(was, tried):
            answer = tried.answers.get(number)
            fresh._say(number, answer.value if answer and answer.state == GIVEN else None)
        return fresh

    # ---- flipping

    def flip(self, number: int, by: int) -> None:
        """Take the next answer to a question, or one ``by`` so many on; after the last, none.

        Numbers cannot be flipped: nothing changes.
        """
        values = self._values(number)
        here = self._place(number, values)
        place = (here + by) % (len(values) + 1)
        self._say(number, values[place] if place < len(values) else None)

    def pick(self, number: int, place: int) -> None:
        """Choose what stands at a place; of several that can be true, one more or one less."""
        question = self.sheet.question(number)
        if question["kind"] == "number" or place >= len(choices_of(question)):
            return
        if question["kind"] == "choices":
            surely, maybe = map(int, self._given(number) or (0, 0))
            self.sheet.answer(number, (surely ^ 1 << place, maybe & ~(1 << place)))
        else:
            self.sheet.answer(number, value_marked(question, {place}))

    def type(self, number: int, text: str) -> None:
        """Answer as a person types it.

        Raises:
            UsageError: when it is no answer to the question.
        """
        self.sheet.answer(number, value_typed(self.sheet.question(number), text))

    def leave_open(self, number: int) -> None:
        """Take a question for not known."""
        self._say(number, None)

    def as_today(self, number: int) -> None:
        """Take the answer that stands today again."""
        was = self.today.idea.answers.get(number)
        if was is not None and was.state == GIVEN:
            self.sheet.answer(number, was.value)
        elif was is not None and was.state == ABSENT:
            self.sheet.does_not_apply(number, was.reason)
        else:
            self._say(number, None)

    def follow(self, plan: dict[str, Any]) -> None:
        """Take the answers of a plan, as ``insight.whatif`` tells it, and else those of today."""
        self.sheet.take_over(self.today.data)
        for step in plan["steps"]:
            number = self.sheet.compiled["ids"].index(step["question"])
            self.type(number, _typed(step["value"]))

    def _values(self, number: int) -> list[Value]:
        """Give the answers through which one flips; of several choices each alone, and none."""
        question = self.sheet.question(number)
        if question["kind"] == "number":
            return []
        places = range(len(choices_of(question)))
        values = [value_marked(question, {place}) for place in places]
        return [*values, (0, 0)] if question["kind"] == "choices" else values

    def _place(self, number: int, values: list[Value]) -> int:
        given = self._given(number)
        return values.index(given) if given in values else len(values)

    def _given(self, number: int) -> Value | None:
        answer = self.sheet.idea.answers.get(number)
        return answer.value if answer is not None and answer.state == GIVEN else None

    def _say(self, number: int, value: Value | None) -> None:
        if value is not None:
            self.sheet.answer(number, value)
        elif self.today.idea.answers.get(number) or number in self.sheet.idea.answers:
            self.sheet.leave_open(number)

    # ---- what came of it

    def changed(self) -> list[int]:
        """Give the questions that are answered otherwise than today, in the order of the set."""
        return _differing(self.today.idea, self.sheet.idea)

    def months(self) -> tuple[Months, Months]:
        """Give the months of the lifeline today, and with what is tried."""
        return self.today.solved.months(), self.sheet.solved.months()

    def verdicts(self) -> tuple[str, str]:
        """Give the verdict today, and with what is tried."""
        was, now = (
            verdict_of(sheet.solved, sheet.idea, sheet.today) for sheet in (self.today, self.sheet)
        )
        return was, now

    def words(self, number: int, *, today: bool = False) -> str:
        """Say the answer to a question in the words of the set."""
        sheet = self.today if today else self.sheet
        return answer_words(sheet, number, sheet.idea.answers.get(number))

    def letters(self, number: int) -> str:
        """Give the letters of an answer that marks several choices; "" for every other one."""
        question, given = self.sheet.question(number), self._given(number)
        if given is None or question["kind"] == "number":
            return ""
        marked = marked_by(question, self.sheet.idea.answers.get(number))
        told = [LETTERS[place] for place in sorted(marked)]
        if question["kind"] != "choices":
            return " or ".join(told) if len(told) > 1 else ""
        told += [f"perhaps {letter}" for letter in chosen(LETTERS, int(given[1]))]
        return ", ".join(told) if len(told) > 1 else ""

    def take_over(self) -> None:
        """Take what is tried over into the idea, each answer as a change that can be undone."""
        for number in self.changed():
            answer = self.sheet.idea.answers.get(number)
            if answer is None or answer.state == OPEN:
                self.today.leave_open(number)
            else:
                self.today.answer(number, answer.value)

    def unbacked(self) -> list[int]:
        """Give the questions beside which stands evidence that was given for other answers."""
        return [number for number in self.sheet.idea.answers if self.sheet.outlived(number)]

    def variant(self, id_: str) -> bytes:
        """Give a file that holds what is tried, under a title and an id that tell it apart.

        Evidence that was given for other answers is not copied.
        """
        revision = Revision(self.sheet.data, self.sheet.path, self.sheet.compiled)
        if self.sheet.idea.title:
            revision.title(f"{self.sheet.idea.title} ({id_})")
        if "id" in revision.new:
            revision.id(id_)
        for number in self.unbacked():
            revision.evidence(self.sheet.question(number)["id"], [])
        return revision.result()


def _typed(value: Any) -> str:
    """Give the value of a step of a plan as a person would type it."""
    if isinstance(value, list):
        return ", ".join(value) or "none"
    return f"{value:.15g}" if isinstance(value, int | float) else value


def _differing(one: Idea, other: Idea) -> list[int]:
    """Give the questions that two states of an idea answer otherwise, in the order of the set."""
    numbers = sorted({*one.answers, *other.answers})
    return [number for number in numbers if _meaning(one, number) != _meaning(other, number)]


def _meaning(idea: Idea, number: int) -> object:
    answer = idea.answers.get(number)
    return None if answer is None or answer.state == OPEN else (answer.state, answer.value)


def answer_words(sheet: Sheet, number: int, answer: Answer | None) -> str:
    """Say an answer in the words of the set, in one line."""
    if answer is None or answer.state == OPEN:
        return NOT_KNOWN
    question, text = sheet.question(number), sheet.compiled["texts"]["questions"]
    words = text[sheet.compiled["ids"][number]]
    if answer.state != GIVEN:
        return said(question, answer)
    if question["kind"] == "number":
        return in_unit(said(question, answer), words["unit"])
    labels = labels_of(question, words["labels"])
    if question["kind"] == "choices":
        surely, maybe = answer.value
        told = chosen(labels, surely)
        told += [f"perhaps {label}" for label in chosen(labels, maybe)]
        return "; ".join(told) or "none of them"
    places = [1 - int(v) if question["kind"] == "yes-no" else int(v) for v in answer.value]
    return " or ".join(labels[place] for place in places)
