"""Rubrics and sets as authors write them, as pydantic models.

A model judges one entry by itself; what only the whole set can show is judged in compiling.
"""

from __future__ import annotations

import datetime  # noqa: TC003  # pydantic reads the annotation at run time
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from lifeline.model.condition import Condition, ShapeError, parse_condition
from lifeline.model.formula import Formula, parse_formula, units_of
from lifeline.model.words import CAP_MONTHS, FULL, LIFT_MONTHS

YAML_WORDS = frozenset(
    ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "unknown", "later"]
)
"""Words that may not be ids: YAML 1.1 reads them as something else, or answers reserve them."""


def complaint(message: str) -> PydanticCustomError:
    """Make a validation error whose message is shown as it stands."""
    return PydanticCustomError("lifeline", "{message}", {"message": message})


def _parsed(parse: Any) -> Any:
    def validate(raw: Any) -> Any:
        try:
            return parse(raw)
        except ShapeError as error:
            details = {"message": str(error), "path": error.path}
            raise PydanticCustomError("lifeline", "{message}", details) from error

    return PlainValidator(validate)


def _not_a_yaml_word(value: str) -> str:
    if value in YAML_WORDS:
        raise complaint(f"'{value}' cannot be an id: YAML or an answer reads it otherwise.")
    return value


def _one_of(*allowed: int) -> AfterValidator:
    def check(value: int) -> int:
        if value not in allowed:
            expected = ", ".join(map(str, allowed))
            raise complaint(f"{value} is not allowed. Expected one of: {expected}.")
        return value

    return AfterValidator(check)


def _unit(value: str) -> str:
    try:
        units_of(value)
    except ValueError:
        raise complaint(f"'{value}' is not a unit. Expected USD, USD/month or 1.") from None
    return value


Slug = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60),
    AfterValidator(_not_a_yaml_word),
]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Unit = Annotated[str, AfterValidator(_unit)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1)]
ConditionField = Annotated[Condition, _parsed(parse_condition)]
FormulaField = Annotated[Formula, _parsed(parse_formula)]
Claims = Annotated[list[str], Field(min_length=1)]


class Entry(BaseModel):
    """The base of all models: frozen, keys with hyphens, unknown keys refused."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
    )


class Choice(Entry):
    """One answer of a choice question."""

    id: Slug
    label: Words
    points: Share | None = None


class Band(Entry):
    """The points of a number from ``at_least`` up to the next band."""

    points: Share
    at_least: Number | None = None


class Question(Entry):
    """What a founder is asked."""

    id: Slug
    ask: Words
    why: Words
    claims: Claims
    kind: Literal["choice", "choices", "number", "yes-no"]
    better: Literal["first", "last", "higher", "lower", "yes", "no", "more", "fewer", "none"]
    when: ConditionField | None = None
    may_not_apply: bool = False
    evidence: Literal["says", "link", "measurement"] | None = None
    fresh_for: Annotated[int, Field(ge=1)] | None = None
    changeable: Literal["days", "weeks", "months", "years", "false"] = "false"
    weight: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    choices: Annotated[list[Choice], Field(min_length=2, max_length=7)] | None = None
    unit: Unit | None = None
    min: Number | None = None
    max: Number | None = None
    bands: Annotated[list[Band], Field(min_length=1)] | None = None

    @property
    def is_scored(self) -> bool:
        """Whether the question counts towards a score."""
        if self.kind == "yes-no":
            return self.weight is not None
        if self.kind == "number":
            return self.bands is not None
        return any(choice.points is not None for choice in self.choices or ())

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        for check in (_check_fields, _check_better, _check_points, _check_number):
            check(self)
        return self


def _check_fields(question: Question) -> None:
    chosen = question.kind in ("choice", "choices")
    if chosen != (question.choices is not None):
        verb = "needs" if chosen else "has no"
        raise complaint(f"a question of kind {question.kind} {verb} choices.")
    is_number = question.kind == "number"
    for name in ("unit", "min", "max"):
        if is_number != (getattr(question, name) is not None):
            verb = "needs" if is_number else "has no"
            raise complaint(f"a question of kind {question.kind} {verb} '{name}'.")
    if question.bands is not None and not is_number:
        raise complaint("only a question of kind number has bands.")


BETTER = {
    "choice": ("first", "last", "none"),
    "choices": ("more", "fewer", "none"),
    "number": ("higher", "lower", "none"),
    "yes-no": ("yes", "no", "none"),
}


def _check_better(question: Question) -> None:
    allowed = BETTER[question.kind]
    if question.better not in allowed:
        raise complaint(
            f"better: {question.better} does not fit kind {question.kind}. "
            f"Expected one of: {', '.join(allowed)}."
        )
    if question.kind == "yes-no" and question.is_scored and question.better == "none":
        raise complaint("a scored yes-no question needs better: yes or better: no.")


def _check_points(question: Question) -> None:
    points = [choice.points is not None for choice in question.choices or ()]
    if any(points) and not all(points):
        raise complaint("some choices have points and some have none. Give all of them or none.")
    if question.weight is not None and not question.is_scored:
        raise complaint("has a weight but no points. Add points, or leave the weight out.")
    ids = [choice.id for choice in question.choices or ()]
    if len(set(ids)) < len(ids):
        raise complaint("two choices have the same id.")


def _check_number(question: Question) -> None:
    if question.min is not None and question.max is not None and question.min >= question.max:
        raise complaint("'min' is not below 'max'.")
    starts = [band.at_least for band in question.bands or ()]
    if starts and starts[0] is not None:
        raise complaint("the first band has no at-least: it holds from the least value on.")
    rest = [start for start in starts[1:] if start is not None]
    if len(rest) < len(starts) - 1 or sorted(set(rest)) != rest:
        raise complaint("each band after the first needs an at-least above the one before.")


class Quantity(Entry):
    """Arithmetic over numeric answers."""

    id: Slug
    unit: Unit
    formula: FormulaField


class Protection(Entry):
    """What a product has that holds a threat off."""

    id: Slug
    when: ConditionField
    because: Words
    remedy: Words
    claims: Claims


class Cap(Entry):
    """The most months a clock can run, and the cause that stops it."""

    clock: Literal["advantage", "necessity"]
    months: Annotated[int, _one_of(*CAP_MONTHS)]
    cause: Literal[
        "absorption",
        "model-progress",
        "stagnation",
        "platform-policy",
        "price",
        "demand",
        "delivery",
    ]


class Rule(Entry):
    """A cap or a finding, with the reason and the remedy."""

    id: Slug
    when: ConditionField | None = None
    cap: Cap | None = None
    unless: dict[Slug, Annotated[int, _one_of(*LIFT_MONTHS)]] = Field(default_factory=dict)
    finding: Literal["blocker", "warning", "note"] | None = None
    because: Words
    remedy: Words
    claims: Claims

    @model_validator(mode="after")
    def _has_one_effect(self) -> Self:
        if (self.cap is None) == (self.finding is None):
            raise complaint("needs either a cap or a finding.")
        if self.unless and self.cap is None:
            raise complaint("'unless' lifts a cap, and this rule has none.")
        for protection, months in self.unless.items():
            if self.cap is not None and months <= self.cap.months:
                raise complaint(f"{protection} lifts the cap to {months}, not above it.")
        return self


class Use(Entry):
    """A question of another rubric that counts towards this rubric's score."""

    question: Slug
    weight: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 1


class Rubric(Entry):
    """One YAML file of questions, quantities, protections and rules."""

    rubric_format: Annotated[int, _one_of(1)]
    rubric: Slug
    title: Words
    about: Words
    score: Words | None = None
    uses: list[Use] = Field(default_factory=list)
    questions: list[Question] = Field(default_factory=list)
    quantities: list[Quantity] = Field(default_factory=list)
    protections: list[Protection] = Field(default_factory=list)
    rules: list[Rule] = Field(default_factory=list)


class Gate(Entry):
    """What an idea must meet unless a run says otherwise."""

    min_months: Annotated[int, _one_of(0, 3, 6, FULL)] = 6
    fail_on: Literal["blocker", "warning", "none"] = "blocker"


class RubricSet(Entry):
    """The file that names a set and its rubrics."""

    set_format: Annotated[int, _one_of(1)]
    set: Slug
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]
    title: Words
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] = "en"
    rubrics: Annotated[list[Slug], Field(min_length=1)]
    gate: Gate = Field(default_factory=Gate)


class Source(Entry):
    """A document that claims are taken from."""

    id: Words
    title: Words
    author: Words
    date: Words
    link: Words | None = None


class Status(Entry):
    """What later events did to a claim, and when one last looked."""

    verdict: Literal["holds", "weakened", "overtaken"]
    date: datetime.date
    note: Words | None = None


class Claim(Entry):
    """One statement of a source, in our words."""

    id: Words
    says: Words
    source: Words
    tag: Literal["advice", "example", "number", "forecast", "definition", "caveat", "claim"]
    status: Status


class ClaimsFile(Entry):
    """All claims that a set rests on."""

    claims_format: Annotated[int, _one_of(1)]
    sources: list[Source]
    claims: list[Claim]
