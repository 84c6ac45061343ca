"""A compiled set: the plain data that scoring runs on. For type checkers only.

Questions and protections are numbered; conditions are nested lists with the operator first:

    ["all", [c, …]]  ["any", [c, …]]  ["not", c]
    ["in", question, mask]         choice or yes-no: bit of the value is in mask
    ["includes", question, mask]   several choices: some bit of the value is in mask
    ["equals", question, mask]     several choices: the value is mask
    ["at-least", question, number]
    ["measures", formula]          the formula's value is at least 0

as the whole condition of a finding also

    ["against", question, clock, operator]     at-least or below the months of COMPARABLE[clock]

and formulas ["number", n], ["question", q], ["parameter", p, id] or [operation, formula, …]. With
the figures of the market in it, a formula has ["number", n] in the place of each parameter, or
["undefined"] where there is no figure yet.
"""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict

Condition = list[Any]
Formula = list[Any]


class Question(TypedDict):
    """One question; ``points`` follow the choices, ``bands`` are [from, points] pairs.

    ``record`` is there where the market's record suggests an answer: a choice by each status.
    """

    id: str
    rubric: str
    kind: str
    choices: dict[str, int]
    least: float
    most: float
    when: Condition | None
    hidden_by: list[int]
    may_not_apply: bool
    better: str
    evidence: int
    fresh_for: int | None
    weight: float
    points: list[float] | None
    bands: list[tuple[float, float]] | None
    atoms: list[Condition]
    cuts: list[float]
    measured: bool
    record: NotRequired[dict[str, int]]


class Protection(TypedDict):
    """A named condition that lifts caps."""

    id: str
    when: Condition
    reads: list[int]


class Cap(TypedDict):
    """A cap rule; ``lifts`` are [protection, months] pairs, ``reads`` its questions in order."""

    id: str
    when: Condition
    clock: int
    months: int
    cause: int
    lifts: list[tuple[int, int]]
    reads: list[int]


class Finding(TypedDict):
    """A rule that only tells something."""

    id: str
    when: Condition
    level: str
    reads: list[int]


class Score(TypedDict):
    """A rubric's 0-100 score: [question, weight] pairs."""

    rubric: str
    parts: list[tuple[int, float]]


class Parameter(TypedDict):
    """A market parameter that formulas name by its number, and the rubrics that declare it."""

    id: str
    unit: str
    rubrics: list[str]


class OptionalRubric(TypedDict):
    """A rubric that is left out until one of its questions is answered; when it applies."""

    rubric: str
    questions: list[int]
    when: Condition | None


class Gate(TypedDict):
    """What an idea must meet."""

    min_months: int
    fail_on: str


class Deciding(TypedDict):
    """Everything that can move a result."""

    questions: list[Question]
    order: list[int]
    protections: list[Protection]
    caps: list[Cap]
    findings: list[Finding]
    scores: list[Score]
    optional: list[OptionalRubric]
    parameters: list[Parameter]
    gate: Gate


class RetiredQuestion(TypedDict):
    """``use``: the number of the question that took its place.

    ``words``: what each old word stands for there, one of several choices; where it is empty no
    answer stands for anything, where it is None every one stays as it is. One that is switched off
    is not retired: ``off`` names the set that does that, and there is no version.
    """

    version: str
    use: int | None
    words: dict[str, list[str]] | None
    off: NotRequired[str]


class RetiredChoice(TypedDict):
    """``use``: the choices of which one is true; ``look_at``: questions that ask for it now."""

    version: str
    use: list[str]
    look_at: list[str]


class RetiredRule(TypedDict):
    """``use``: the id that took its place, of a rule or protection; ``off`` as of a question."""

    version: str
    use: str | None
    off: NotRequired[str]


class Retired(TypedDict):
    """What idea files may hold that are older, or for an extended set too; choices by question."""

    questions: dict[str, RetiredQuestion]
    choices: dict[str, dict[str, RetiredChoice]]
    rules: dict[str, RetiredRule]


class CompiledSet(TypedDict):
    """A set ready to score with; ``hashes`` are ``content`` and ``deciding``.

    ``valid_for``: the days for which a conclusion is taken to hold.
    """

    set: str
    version: str
    language: str
    extends: dict[str, str]
    hashes: dict[str, str]
    index: dict[str, int]
    ids: list[str]
    waivable: list[str]
    valid_for: int | None
    deciding: Deciding
    retired: Retired
    texts: dict[str, Any]
