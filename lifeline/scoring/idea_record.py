"""What the record of the market says of one idea's capabilities: on its day, and since then.

Nothing that became known after the day one looks is used.
"""

from __future__ import annotations

from lifeline.model.idea import GIVEN
from lifeline.scoring.market import ANNOUNCED
from lifeline.scoring.record import announced, came, height, order, waiting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer, Idea
    from lifeline.scoring.record import Record, Sign, Status

GENERAL = ("general", "os-bundled")
"""The reaches that everybody has."""


class IdeaRecord:
    """What the record says of one idea.

    ``capabilities``: those of the idea that the record knows, in its order; ``unknown``: its other
    words. ``then``: the day of the answers, or the day one looks where it has none yet.
    """

    __slots__ = ("as_of", "capabilities", "record", "then", "unknown")

    def __init__(self, idea: Idea, as_of: date, record: Record) -> None:
        known = record.market["capabilities"]
        self.record = record
        self.as_of = as_of
        self.then = min(idea.assessed or as_of, as_of)
        self.capabilities = [word for word in known if word in idea.capabilities]
        self.unknown = [word for word in dict.fromkeys(idea.capabilities) if word not in known]

    def furthest(self, day: date) -> Status | None:
        """Give the status of the capability that the big companies were furthest with on a day."""
        every = [self.record.status(word, day) for word in self.capabilities]
        return max(every, key=lambda status: height(status["status"]), default=None)

    def suggested(self, question: Question, day: date) -> int | None:
        """Give the choice that the record of a day suggests; None where it suggests nothing."""
        furthest = self.furthest(day) if "record" in question else None
        return None if furthest is None else question["record"][furthest["status"]]

    def contradicts(self, question: Question, answer: Answer, day: date) -> bool:
        """Whether an answer is better than what the record of a day suggests, at its best."""
        suggested = self.suggested(question, day)
        if suggested is None or answer.state != GIVEN:
            return False
        first, last = answer.value[0], answer.value[-1]
        return first < suggested if question["better"] == "first" else last > suggested

    def contradicted(self, questions: list[Question], answers: dict[int, Answer]) -> frozenset[int]:
        """Give the numbers of the questions whose answer the record contradicts.

        It does so where the record of the assessed day or of the day one looks does.
        """
        return frozenset(
            number
            for number, answer in answers.items()
            if any(
                self.contradicts(questions[number], answer, day) for day in (self.then, self.as_of)
            )
        )

    def since(self) -> list[Sign]:
        """Give what touches the capabilities and became known after ``then``, in order of date.

        Each is a sign as those of a status, and also says whether it ``raises`` the status of a
        capability, whether it reached everybody, ``general``, and the ``status`` that it reached.
        """
        return sorted((*self._shipped(), *self._waiting(), *self._taken_back()), key=order)

    def _shipped(self) -> Iterator[Sign]:
        market, last = self.record.market, self.as_of.isoformat()
        for event in market["events"]:
            mine = self._mine(event["capabilities"])
            if mine and event["known"] <= last:
                status = market["reaches"][event["reach"]]["status"]
                general = event["reach"] in GENERAL
                yield from self._new(came(event), mine, status, general=general)
            elif mine and event["announced"]:
                yield from self._new(announced(event), mine, ANNOUNCED)

    def _waiting(self) -> Iterator[Sign]:
        for entry in self.record.market["not_shipped"]:
            mine = self._mine([entry["capability"]])
            if mine:
                yield from self._new(waiting(entry), mine, ANNOUNCED)

    def _taken_back(self) -> Iterator[Sign]:
        for entry in self.record.market["retreats"]:
            if self._mine(self.record.touched[entry["id"]]):
                yield from self._new(came(entry), [], "")

    def _mine(self, capabilities: Iterable[str | None]) -> list[str]:
        return [word for word in self.capabilities if word in capabilities]

    def _new(
        self, sign: Sign, mine: list[str], status: str, *, general: bool = False
    ) -> Iterator[Sign]:
        """Give a sign with what it did, if it became known after the day of the answers."""
        if self.then.isoformat() < sign["known"] <= self.as_of.isoformat():
            raises = self.record.raises(mine, status, sign["known"])
            yield {**sign, "of": mine, "raises": raises, "general": general, "status": status}
