"""What an assessment says, as the plain data that JSON shows. For type checkers and the schema.

Months and dates are ranges over all completions; ids are ``RUBRIC/ID``; lines and columns count
from 1.
"""

from __future__ import annotations

from typing import Literal, TypedDict

Verdict = Literal["pass", "fail", "unclear", "invalid"]
Status = Literal["certain", "possible"]


class Months(TypedDict):
    """Months: 0, 3, 6 or 12, which reads "12 or more"."""

    low: int
    high: int


class Dates(TypedDict):
    """Days written as 2026-11-22; the assessed day plus the months."""

    low: str
    high: str


class Lifeline(TypedDict):
    """The smaller of the two clocks, when it ends and of what."""

    months: Months
    advantage: Months
    necessity: Months
    until: Dates | None
    exact: bool
    ends: str | None
    cause: str | None
    certain: bool


class Lift(TypedDict):
    """A protection that lifts a cap."""

    protection: str
    months: int
    status: Status
    because: str


class Cap(TypedDict):
    """A cap that fires: its own months, and the value it has after lifts."""

    rule: str
    clock: str
    months: int
    value: Months
    cause: str
    status: Status
    lifted_by: list[Lift]
    waits_on: list[str]
    questions: list[str]
    because: str
    remedy: str
    claims: list[str]
    line: int
    column: int


class Finding(TypedDict):
    """Something the assessment wants to tell; ``waits_on`` is empty unless it is possible."""

    rule: str
    level: str
    status: Status
    waits_on: list[str]
    waived: bool
    message: str
    question: str | None
    line: int
    column: int
    remedy: str
    claims: list[str]


class Range(TypedDict):
    """A score from 0 to 100."""

    low: float
    high: float


class Settling(TypedDict):
    """Of the values that a question, or a pair, can have: how many settle the verdict."""

    settles: float
    settling: int
    values: int


class Pair(Settling):
    """Two open questions that together settle the verdict most often."""

    questions: list[str]


class Deciding(Settling):
    """The open question that most often settles the verdict; a pair where none does for sure.

    ``passes`` and ``fails`` are the choices with which the verdict is settled so, where it is a
    question with one choice, or with yes and no.
    """

    question: str
    passes: list[str]
    fails: list[str]
    pair: Pair | None


class Completeness(TypedDict):
    """How many questions are asked, and how many of them are not open."""

    settled: int
    asked: int


Standing = Literal["judged", "offered", "not-applicable"]
"""How a rubric stands to an idea; what is offered is optional, and nothing of it is answered."""


class Reference(TypedDict):
    """Where a figure of the market was read: a link and the date of the page, or a claim."""

    link: str | None
    date: str | None
    claim: str | None


class ParameterUsed(TypedDict):
    """A figure of the market that was used, and since when it held."""

    parameter: str
    unit: str
    value: float
    since: str
    note: str | None
    sources: list[Reference]


class Excerpt(TypedDict):
    """Part of a line, and the column in that part."""

    text: str
    column: int


class Problem(TypedDict):
    """One thing wrong in a file; the excerpt is there where it helps."""

    message: str
    line: int
    column: int
    key: str
    excerpt: Excerpt | None


class Assessment(TypedDict):
    """Everything that is said about one idea."""

    path: str
    id: str
    idea: str
    assessed: str | None
    as_of: str
    verdict: Verdict
    lifeline: Lifeline | None
    caps: list[Cap]
    scores: dict[str, Range | None]
    findings: list[Finding]
    answers: dict[str, str]
    open: list[str]
    deciding: Deciding | None
    completeness: Completeness
    rubrics: dict[str, Standing]
    parameters: list[ParameterUsed]
    errors: list[Problem]


class Tool(TypedDict):
    """The program that judged."""

    name: Literal["lifeline"]
    version: str


class Set(TypedDict):
    """The set it judged by; ``content`` and ``deciding`` are digests."""

    id: str
    version: str
    language: str
    content: str
    deciding: str


class Market(TypedDict):
    """The record of the market: its version, the day that it reaches to, and its digest."""

    version: str
    until: str
    content: str


class Gate(TypedDict):
    """What an idea had to meet."""

    min_months: int
    fail_on: Literal["blocker", "warning", "none"]


Summary = TypedDict(
    "Summary", {"ideas": int, "pass": int, "fail": int, "unclear": int, "invalid": int}
)
"""How many ideas there are, and how many of each verdict."""


class Document(TypedDict):
    """What ``lifeline score --format json`` writes."""

    format: Literal[1]
    tool: Tool
    set: Set
    market: Market | None
    gate: Gate
    ideas: list[Assessment]
    summary: Summary
