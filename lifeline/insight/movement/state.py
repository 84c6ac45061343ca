"""A state of an idea: its file, judged by a set and a record of the market on a day."""

from __future__ import annotations

from copy import copy
from datetime import date

from lifeline.errors import InvalidFile
from lifeline.reading.idea import read_idea
from lifeline.scoring.assembling import invalid
from lifeline.scoring.judging import verdict_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Assessment
    from lifeline.model.idea import Idea
    from lifeline.scoring.assess import Assessor
    from lifeline.scoring.solution import Solved

    Outcome = dict[str, Any]
    """``low`` and ``high`` in months, and the ``verdict``."""


class State:
    """A state; ``idea`` is None where the file cannot be read, and ``assessment`` tells why."""

    __slots__ = ("as_of", "assessment", "assessor", "content", "idea", "path", "strict")

    def __init__(
        self, content: bytes, path: str, assessor: Assessor, as_of: date, *, strict: bool
    ) -> None:
        """Read and judge a file.

        Args:
            content: its bytes.
            path: its name, as messages show it.
            assessor: the set and the record by which it is judged.
            as_of: the day one looks.
            strict: whether answers that are doubted count as possibly worse.
        """
        self.content = content
        self.path = path
        self.assessor = assessor
        self.as_of = as_of
        self.strict = strict
        self.idea: Idea | None = None
        try:
            self.idea = read_idea(content, path, assessor.compiled)
        except InvalidFile as error:
            self.assessment = invalid(error, as_of, assessor.gate, strict=strict)
        else:
            self.assessment = assessor.assess(self.idea, as_of=as_of, path=path, strict=strict)

    @property
    def id(self) -> str:
        """The id of the idea; where it cannot be read, the stem of its file."""
        return self.assessment["id"]

    def solved(self) -> Solved:
        """Give the idea solved; only of one that can be read."""
        assert self.idea is not None, "what cannot be read is not solved"
        return self.assessor.solve(self.idea, as_of=self.as_of, strict=self.strict)

    def data(self) -> dict[str, Any]:
        """Give the state as the plain data that JSON shows."""
        compiled, told = self.assessor.compiled, self.assessment
        versions = self.idea.versions if self.idea else {}
        return {
            "path": self.path,
            "as_of": told["as_of"],
            "assessed": told["assessed"],
            "strict": self.strict,
            "set": {"id": compiled["set"], "version": compiled["version"]},
            "written_for": versions.get(compiled["set"]),
            "verdict": told["verdict"],
            "lifeline": told["lifeline"],
            "days_left": days_left(told),
            "scores": told["scores"],
            "completeness": told["completeness"],
        }


def read_by(assessor: Assessor, content: bytes, path: str) -> Idea | None:
    """Give an idea as a set understands it; None where it does not."""
    try:
        return read_idea(content, path, assessor.compiled)
    except InvalidFile:
        return None


def days_left(assessment: Assessment) -> int | None:
    """Give the days from the day one looks to the low end; below 0 where that has passed."""
    lifeline = assessment["lifeline"]
    if lifeline is None or lifeline["until"] is None:
        return None
    last, as_of = lifeline["until"]["low"], assessment["as_of"]
    return (date.fromisoformat(last) - date.fromisoformat(as_of)).days


def outcome(solved: Solved, idea: Idea, as_of: date) -> Outcome:
    """Give what comes out for an idea that is solved, judged on a day."""
    return {**solved.months(), "verdict": verdict_of(solved, idea, as_of)}


def described_on(idea: Idea, assessed: date | None) -> Idea:
    """Give the idea with its answers as of another day, if there is one."""
    other = copy(idea)
    other.assessed = assessed or idea.assessed
    return other
