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


class Accepted(TypedDict, total=False):
    """Of a finding that is waived: why it was accepted on purpose."""

    reason: str


class Finding(Accepted):
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


class Gate(TypedDict):
    """What an idea had to meet, each idea by itself.

    ``min_months`` on a clock, or on both; least scores by rubric; the level of finding from which
    one stands against it; the most open questions, and the most days since it was assessed.
    """

    min_months: int
    clock: Literal["both", "advantage", "necessity"]
    min_score: dict[str, float]
    fail_on: Literal["blocker", "warning", "none"]
    max_open: int | None
    max_age: int | None


class GatePart(TypedDict):
    """What one part of the gate wanted, and what it met.

    ``part`` is ``months`` or ``months/CLOCK``, ``score/RUBRIC``, ``findings``, ``open`` or ``age``.
    What was met is a range of months or of scores; findings that stand against it, for sure and at
    most, with the ``rules`` that made them, the sure ones first; open questions; or days. None
    where it is not known.
    """

    part: str
    verdict: Literal["pass", "fail", "unclear"]
    wanted: float | str
    low: float | None
    high: float | None
    rules: list[str]


class PossibleAnswer(TypedDict):
    """An answer that is still possible, and the verdict and months with it."""

    answer: str
    label: str | None
    verdict: Literal["pass", "fail", "unclear"]
    months: Months


class Width(TypedDict):
    """How many months the range spans after an answer: on the mean over the values, and at most."""

    mean: float
    worst: int


class OpenQuestion(Settling):
    """An open question of an interview, and what it is worth to ask it.

    ``effect``: some answer settles the verdict; some makes the range of months narrower; only
    together with others it may do either; or neither, whatever the others are. ``points``: how many
    points of scores it leaves open. ``may_be_needless``: other open answers may make it so.
    """

    question: str
    kind: Literal["choice", "choices", "number", "yes-no"]
    ask: str
    ask_whom: str | None
    unit: str | None
    effect: Literal["verdict", "months", "together", "beside"]
    width: Width
    points: float
    may_be_needless: bool
    answers: list[PossibleAnswer]


class Interview(TypedDict):
    """The open questions, that which is worth most to ask first.

    ``pair``: where no single question settles the verdict, the two that most often do together.
    """

    questions: list[OpenQuestion]
    pair: Pair | None


class Beside(TypedDict, total=False):
    """What is said of an idea only where it is asked for."""

    interview: Interview


class Assessment(Beside):
    """Everything that is said about one idea."""

    path: str
    id: str
    idea: str
    assessed: str | None
    as_of: str
    strict: bool
    verdict: Verdict
    gate: Gate
    gates: list[GatePart]
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


Summary = TypedDict(
    "Summary",
    {"ideas": int, "pass": int, "fail": int, "unclear": int, "invalid": int, "waived": int},
)
"""How many ideas there are, how many of each verdict, and how many findings are waived."""


class Document(TypedDict):
    """What ``lifeline score --format json`` writes."""

    format: Literal[1]
    tool: Tool
    set: Set
    market: Market | None
    gate: Gate
    ideas: list[Assessment]
    summary: Summary
