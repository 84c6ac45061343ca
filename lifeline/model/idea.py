"""An idea as read from its file: answers against a compiled set, with their places and evidence."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    Value = tuple[int, ...] | tuple[float, float]

OPEN, GIVEN, ABSENT = "open", "given", "not-applicable"
"""Whether an answer is still open, says something, or says that the question does not apply."""


class Answer:
    """One answer. What ``value`` holds depends on the kind of the question.

    choice and yes-no: the numbers of the choices it may be (no is 0, yes is 1);
    choices: two bit masks, what is surely and what is perhaps chosen;
    number: the least and the greatest it may be.
    """

    __slots__ = ("by", "column", "evidence", "line", "note", "reason", "state", "value")

    def __init__(self, line: int, column: int, state: str = OPEN, value: Value = ()) -> None:
        self.line = line
        self.column = column
        self.state = state
        self.value = value
        self.evidence: list[tuple[int, date | None]] = []
        """Rung (1 to 3, see ``words.RUNGS``) and date of each item."""
        self.by = self.note = self.reason = ""


class Waiver:
    """A finding accepted on purpose, with the reason, until a day (included)."""

    __slots__ = ("column", "line", "reason", "until")

    def __init__(self, reason: str, until: date, line: int, column: int) -> None:
        self.reason = reason
        self.until = until
        self.line = line
        self.column = column


class Note:
    """Something that reading a file wants to tell, and that is no mistake.

    ``question``: the number of the question that it is about, if it is about one that exists;
    ``answer``: the id of the answer as the file has it, "" where it is about none.
    """

    __slots__ = ("answer", "column", "line", "message", "question", "remedy", "rule")

    def __init__(self, rule: str, message: str, remedy: str) -> None:
        self.rule = rule
        self.message = message
        self.remedy = remedy
        self.answer = ""
        self.question: int | None = None
        self.line = self.column = 1


class Idea:
    """One idea file; ``answers`` by the number of the question in the set."""

    __slots__ = (
        "answers",
        "answers_at",
        "assessed",
        "capabilities",
        "id",
        "notes",
        "summary",
        "title",
        "versions",
        "waivers",
    )

    def __init__(self) -> None:
        self.id = self.title = self.summary = ""
        self.assessed: date | None = None
        self.versions: dict[str, str] = {}
        self.capabilities: list[str] = []
        self.answers: dict[int, Answer] = {}
        self.answers_at = (1, 1)
        self.waivers: dict[str, Waiver] = {}
        self.notes: list[Note] = []

    def with_answers(self, answers: dict[int, Answer]) -> Idea:
        """Give the same idea with other answers."""
        other = Idea()
        for name in self.__slots__:
            setattr(other, name, getattr(self, name))
        other.answers = answers
        return other

    def waives(self, rule: str, day: date) -> bool:
        """Whether somebody accepted a finding on purpose, for that day too."""
        waiver = self.waivers.get(rule)
        return waiver is not None and waiver.until >= day
