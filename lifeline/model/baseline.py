"""What somebody accepts of ideas as they stand, and what is laid beside it. For type checkers."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Finding, GatePart, Problem, Status, Verdict


class Accepted(TypedDict):
    """What is accepted of one idea: the worst verdict, least months by clock, and findings.

    A finding is written as ``RULE at QUESTION``, or ``RULE`` where it is about no question. Of an
    idea whose file cannot be judged there is only the verdict. ``file`` is where it lies, as seen
    from the folder of the baseline, if a search of that folder does not come upon it.
    """

    verdict: Verdict
    months: dict[str, int]
    findings: list[str]
    file: NotRequired[str]


class Baseline(TypedDict):
    """What is accepted by idea, and the set that it was judged by; ``deciding`` is a digest."""

    set: str
    version: str
    deciding: str
    ideas: dict[str, Accepted]


class Ground(TypedDict):
    """What holds a clock down, or stands against an idea, and where its file says so."""

    rule: str | None
    message: str
    remedy: str
    line: int
    column: int


class Standing(TypedDict):
    """How one idea stands today: what a baseline would hold of it, with the reasons.

    ``grounds``: by clock, the cap that leaves it the least months; ``findings``: those of
    ``accepted``, by how they are written there; ``deciding``: the question that decides by itself
    whether the idea passes, where there is one; the others as in the assessment.
    """

    id: str
    idea: str
    path: str
    accepted: Accepted
    grounds: dict[str, Ground]
    findings: dict[str, Finding]
    gates: list[GatePart]
    deciding: str | None
    errors: list[Problem]


Kind = Literal["months", "verdict", "finding", "idea", "invalid"]


class Change(TypedDict):
    """One thing in which an idea is not as it was accepted.

    ``kind``: ``months`` of a clock, the ``verdict``, a ``finding``, a whole ``idea`` that is new or
    gone, or a file that is ``invalid`` or no longer so. ``was`` and ``now`` are months or verdicts,
    or None where there is none, of a finding its level and None; ``status`` is that of a finding.
    ``path`` is None of what is gone.
    """

    kind: Kind
    id: str
    idea: str
    path: str | None
    clock: str | None
    finding: str | None
    was: int | str | None
    now: int | str | None
    status: Status | None
    rule: str | None
    message: str
    remedy: str
    line: int
    column: int
    gates: list[GatePart]
    deciding: str | None
    errors: list[Problem]


class Difference(TypedDict):
    """What is worse than accepted, and what is better or gone and still stands in the baseline."""

    new: list[Change]
    stale: list[Change]
