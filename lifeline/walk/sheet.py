"""One idea file being filled in: what it says, what that comes to, what can be taken back."""

from __future__ import annotations

import os

from lifeline.model.idea import Answer
from lifeline.reading.saving.revision import Revision
from lifeline.scoring.gate import UNCLEAR
from lifeline.scoring.judging import verdict_of
from lifeline.scoring.standing import rubrics_told
from lifeline.walk.agenda import Agenda
from lifeline.walk.backing import Backing
from lifeline.walk.history import History, step_between

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from lifeline.model.assessment import Assessment, Months
    from lifeline.model.compiled import Question
    from lifeline.model.idea import Value
    from lifeline.reading.backing import Item
    from lifeline.reading.saving.writing import Tree
    from lifeline.scoring.assess import Assessor
    from lifeline.scoring.solution import Solved

    Change = Callable[[Revision], None]

PUT_OFF = "later"


class Sheet:
    """What an idea file is to hold. Each change gives new ``data``; nothing is written.

    Questions go by their number in the set. A change that an idea file cannot hold raises
    InvalidFile, or UsageError, and changes nothing.
    """

    def __init__(self, assessor: Assessor, data: bytes, path: str, today: date) -> None:
        """Take what a file holds; a new one may hold nothing.

        Raises:
            InvalidFile: when it cannot be read as an idea file.
        """
        self.assessor = assessor
        self.compiled = assessor.compiled
        self.path = path
        self.today = today
        self.history = History()
        self._backing = Backing()
        self._unused: Revision | None = None
        """What reading the file made for the next change: reading it takes most of the time."""
        self._looked_at: set[int] = set()
        """Questions that begin a rubric, of which nothing needs to be said yet."""
        self.take(data)

    def take_over(self, data: bytes) -> None:
        """Take what another program has made of the file; nothing before it can be taken back.

        Raises:
            InvalidFile: when it cannot be read as an idea file; nothing is taken then.
        """
        self.take(data)
        self.history, self._backing = History(), Backing()
        self._backing.see(self.idea.answers)

    def take(self, data: bytes) -> None:
        """Look at a state of the file: what it says, what it comes to, what it asks."""
        revision = self._unused = Revision(data, self.path, self.compiled)
        self.data, self.idea = data, revision.idea
        self._backing.see(self.idea.answers)
        open_ = {number: Answer(0, 0) for number in self._looked_at}
        self.solved = self._solve({**open_, **self.idea.answers})
        said = revision.inside("answers")
        index = self.compiled["index"]
        put_off = {index[name] for name, e in said.items() if _is_put_off(e) and name in index}
        self.agenda = Agenda(self.compiled, self.idea, self.solved, frozenset(put_off))

    def look_at(self, number: int) -> None:
        """Ask the questions of a rubric that may be left out, by its first; nothing is said yet."""
        self._looked_at.add(number)
        self.take(self.data)

    def _revision(self) -> Revision:
        """Give a step of changes to the file in which nothing is changed yet."""
        found, self._unused = self._unused, None
        return found or Revision(self.data, self.path, self.compiled)

    def _solve(self, answers: dict[int, Answer]) -> Solved:
        return self.assessor.solve(self.idea.with_answers(answers), as_of=self.today)

    def question(self, number: int) -> Question:
        """Give what the set says of a question."""
        return self.compiled["deciding"]["questions"][number]

    # ---- what one says

    def answer(self, number: int, value: Value) -> None:
        """Answer a question; see ``model.idea.Answer`` for values."""
        self._change(number, lambda revision: revision.answer(self._id(number), value))

    def leave_open(self, number: int, word: str = "unknown") -> None:
        """Say that an answer is ``unknown``, or comes ``later``."""
        self._change(number, lambda revision: revision.leave_open(self._id(number), word))

    def does_not_apply(self, number: int, reason: str) -> None:
        """Say that a question is not about such a product, and why."""
        self._change(number, lambda revision: revision.does_not_apply(self._id(number), reason))

    def withdraw(self, number: int) -> None:
        """Take an answer out, with all that stands beside it."""
        self._change(number, lambda revision: revision.withdraw(self._id(number)))

    def note(self, number: int, text: str) -> None:
        """Write a note beside an answer; an empty one takes it out."""
        self._tell(number, lambda revision: revision.note(self._id(number), text))

    def by(self, number: int, who: str) -> None:
        """Write who says so."""
        self._tell(number, lambda revision: revision.by(self._id(number), who))

    def add_evidence(self, number: int, kind: str, text: str, day: date | None) -> None:
        """Add what backs an answer: ``says``, ``link`` or ``measurement``, and its day."""
        item = {kind: text, "date": (day or self.today).isoformat()}
        items = [*self.evidence(number), item]
        self._tell(number, lambda revision: revision.evidence(self._id(number), items))

    def evidence(self, number: int) -> list[Item]:
        """Give the evidence beside an answer, each item as the file says it."""
        revision = self._unused = self._revision()
        return revision.items(self._id(number))

    def set_evidence(self, number: int, items: list[Item]) -> None:
        """Leave a part of the evidence beside an answer, or correct it; it backs what it backed."""
        was = self.idea.answers[number]
        self._tell(number, lambda revision: revision.evidence(self._id(number), items))
        self._backing.pass_on(number, was, self.idea.answers[number])

    def outlived(self, number: int) -> Answer | None:
        """Give the answer that evidence was given for, where it is not the one it stands beside."""
        answer = self.idea.answers.get(number)
        return answer and self._backing.outlived(number, self.question(number), answer)

    def keep_evidence(self, number: int) -> None:
        """Take the evidence beside an answer for evidence of it, whatever it was given for."""
        self._backing.accept(number, self.idea.answers[number])

    def drop_evidence(self, number: int) -> None:
        """Take all evidence beside an answer out."""
        self._tell(number, lambda revision: revision.evidence(self._id(number), []))

    def _tell(self, number: int, change: Change) -> None:
        """Write something beside an answer; where there is none yet, it is put off."""

        def put_off_and_told(revision: Revision) -> None:
            if number not in self.idea.answers:
                revision.leave_open(self._id(number), PUT_OFF)
            change(revision)

        self._change(number, put_off_and_told)

    def date_today(self) -> None:
        """Say that all answers describe this day."""
        self._change(None, lambda revision: revision.assessed(self.today))

    def entitle(self, title: str) -> None:
        """Name the idea."""
        self._change(None, lambda revision: revision.title(title))

    def _id(self, number: int) -> str:
        return self.question(number)["id"]

    def _change(self, number: int | None, change: Change) -> None:
        revision = self._revision()
        if not self.idea.title:
            revision.title(_title_from(self.path))
        change(revision)
        if revision.inside("answers") and not (self.idea.assessed or "assessed" in revision.new):
            revision.assessed(self.today)
        if self.compiled["set"] not in self.idea.versions:
            revision.version(self.compiled["set"], self.compiled["version"])
        data = revision.result()
        if data != self.data:
            id_ = "" if number is None else self.compiled["ids"][number]
            self.history.add(step_between(self.data, data, id_))
            self.take(data)

    def undo(self) -> str | None:
        """Take the last change back, and give the id of what it was about; None without one."""
        return self._return(self.history.undo(self.data))

    def redo(self) -> str | None:
        """Make a change again that was taken back; give its id; None where there is none."""
        return self._return(self.history.redo(self.data))

    def _return(self, found: tuple[bytes, str] | None) -> str | None:
        if found is None:
            return None
        self.take(found[0])
        return found[1]

    # ---- what it comes to

    def months(self, clock: int) -> Months:
        """Give the months still possible: of the clock 0 or 1, or of the lifeline, 2."""
        return self.solved.months(clock)

    def is_clear(self) -> bool:
        """Whether the verdict is settled, whatever is still open."""
        return verdict_of(self.solved, self.idea, self.today) != UNCLEAR

    def assessment(self) -> Assessment:
        """Give everything that is said about the idea."""
        return self.assessor.assess(self.idea, as_of=self.today, path=self.path)

    def offered(self) -> dict[str, list[int]]:
        """Give the rubrics that may be begun, each with the numbers of its questions."""
        completions = self.solved.solution.completions
        standing = rubrics_told(self.solved.deciding, completions)
        return {
            each["rubric"]: each["questions"]
            for each in self.solved.deciding["optional"]
            if standing[each["rubric"]] == "offered"
        }


def _is_put_off(entry: Tree) -> bool:
    return entry == PUT_OFF or (isinstance(entry, dict) and entry.get("answer") == PUT_OFF)


def _title_from(path: str) -> str:
    """Make a title of a file's name, to stand there until somebody gives a better one."""
    stem = os.path.splitext(os.path.basename(path))[0]
    words = " ".join(stem.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:] or "My idea"
