"""Rubrics and sets as authors write them, as pydantic models.

A model judges one entry by itself; what only the whole set can show is judged in compiling.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from lifeline.model import fitting, retirement
from lifeline.model.extending import Extends, Override, extending_problems
from lifeline.model.fitting import judged
from lifeline.model.scalars import (
    LANGUAGE,
    VERSION,
    Claims,
    ConditionField,
    Day,
    FormulaField,
    Number,
    RubricId,
    Share,
    Slug,
    SubjectId,
    Unit,
    Words,
    one_of,
)
from lifeline.model.words import CAP_MONTHS, FULL, LIFT_MONTHS

MOST_DAYS = 36_500
"""A hundred years: an answer that is fresh for longer is fresh for ever."""


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


class Record(Entry):
    """The choice that fits each status that the market's record can have of a product's core."""

    nothing: Slug
    announced: Slug
    preview: Slug
    shipped: Slug


class Question(Entry):
    """What a founder is asked."""

    id: SubjectId
    ask: Words
    why: Words
    ask_whom: Words | None = None
    """Who knows the answer, or where it can be looked up."""
    claims: Claims
    kind: Literal["choice", "choices", "number", "yes-no"]
    better: Literal["first", "last", "higher", "lower", "yes", "no", "more", "fewer", "none"]
    when: ConditionField | None = None
    may_not_apply: bool = False
    evidence: Literal["says", "link", "measurement"] | None = None
    fresh_for: Annotated[int, Field(ge=1, le=MOST_DAYS)] | None = None
    changeable: Literal["days", "weeks", "months", "years", "false"] = "false"
    weight: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    choices: Annotated[list[Choice], Field(min_length=2, max_length=7)] | None = None
    unit: Unit | None = None
    min: Number | None = None
    max: Number | None = None
    bands: Annotated[list[Band], Field(min_length=1)] | None = None
    record: Record | None = None
    """What the record of the market suggests as the answer, where it knows the capabilities."""

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
        return judged(self, fitting.question_problems(self))


class Quantity(Entry):
    """Arithmetic over numeric answers."""

    id: SubjectId
    unit: Unit
    formula: FormulaField


class Parameter(Entry):
    """A dated fact about the market, taken as it stood on the day that the answers describe."""

    id: SubjectId
    unit: Unit


class Protection(Entry):
    """What a product has that holds a threat off."""

    id: Slug
    when: ConditionField
    because: Words
    remedy: Words
    claims: Claims
    demanded_by: Words | None = None
    """The claim that demands it, where fewer than three dated products bear it out."""

    @model_validator(mode="after")
    def _cites_what_demands_it(self) -> Self:
        return judged(self, fitting.demand_problems(self))


class Cap(Entry):
    """The most months a clock can run, and the cause that stops it."""

    clock: Literal["advantage", "necessity"]
    months: Annotated[int, one_of(*CAP_MONTHS)]
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
    unless: dict[Slug, Annotated[int, one_of(*LIFT_MONTHS)]] = Field(default_factory=dict)
    finding: Literal["blocker", "warning", "note"] | None = None
    because: Words
    remedy: Words
    claims: Claims
    demanded_by: Words | None = None
    """The claim that demands it, where fewer than three dated products bear it out."""

    @model_validator(mode="after")
    def _has_one_effect(self) -> Self:
        return judged(self, [*fitting.effect_problems(self), *fitting.demand_problems(self)])


class Use(Entry):
    """A question of another rubric that counts towards this rubric's score."""

    question: Slug
    weight: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 1


class Rubric(Entry):
    """One YAML file of questions, quantities, protections and rules."""

    rubric_format: Annotated[int, one_of(1)]
    rubric: RubricId
    title: Words
    about: Words
    optional: bool = False
    """Left out until something of it is answered: no score, no findings, nothing open."""
    when: ConditionField | None = None
    """To what products it applies; all of its questions are asked only there."""
    score: Words | None = None
    uses: list[Use] = Field(default_factory=list)
    questions: list[Question] = Field(default_factory=list)
    parameters: list[Parameter] = Field(default_factory=list)
    quantities: list[Quantity] = Field(default_factory=list)
    protections: list[Protection] = Field(default_factory=list)
    rules: list[Rule] = Field(default_factory=list)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        return judged(self, [*fitting.use_problems(self), *fitting.optional_problems(self)])


class Gate(Entry):
    """What an idea must meet unless a run says otherwise."""

    min_months: Annotated[int, one_of(0, 3, 6, FULL)] = 6
    fail_on: Literal["blocker", "warning", "none"] = "blocker"


class Retired(Entry):
    """An id that is in use no more, since which version, and what took its place."""

    id: retirement.RetiredId
    version: Annotated[str, StringConstraints(pattern=VERSION), Field(alias="in")]
    use: retirement.UsedIds = Field(default_factory=list)
    map: retirement.WordMap | None = None
    """What the answers of a question stand for now, by their old words."""

    @model_validator(mode="after")
    def _fits_what_it_names(self) -> Self:
        return judged(self, retirement.retired_problems(self))


class RubricSet(Entry):
    """The file that names a set and its rubrics."""

    set_format: Annotated[int, one_of(1)]
    set: Slug
    version: Annotated[str, StringConstraints(pattern=VERSION)]
    title: Words
    language: Annotated[str, StringConstraints(pattern=LANGUAGE)] = "en"
    extends: Extends | None = None
    rubrics: list[RubricId] = Field(default_factory=list)
    gate: Gate = Field(default_factory=Gate)
    valid_for: Annotated[int, Field(ge=1, le=MOST_DAYS)] | None = None
    """Days for which a conclusion is taken to hold."""
    overrides: dict[str, Override] = Field(default_factory=dict)
    """What is otherwise in the set that this one extends, by rubric or ``RUBRIC/ID``."""
    retired: list[Retired] = Field(default_factory=list)

    @model_validator(mode="after")
    def _names_everything_once(self) -> Self:
        rubrics = fitting.repeated(self.rubrics, ("rubrics",), fitting.TWICE)
        others = [*extending_problems(self), *retirement.retired_list_problems(self)]
        return judged(self, [*rubrics, *others])


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
    date: Day
    note: Words | None = None


class Claim(Entry):
    """One statement of a source, in our words."""

    id: Words
    says: Words
    source: Words
    tag: Literal["advice", "example", "number", "forecast", "definition", "caveat", "claim"]
    asks: Annotated[bool, Field(exclude=True)] = False
    """Whether the source, as we read it, puts a question to founders; only its author is told."""
    status: Status


class ClaimsFile(Entry):
    """All claims that a set rests on."""

    claims_format: Annotated[int, one_of(1)]
    sources: list[Source]
    claims: list[Claim]

    @model_validator(mode="after")
    def _takes_each_claim_from_a_source(self) -> Self:
        return judged(self, fitting.claim_problems(self))
