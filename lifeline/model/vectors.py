"""Test vectors as authors write them beside a rubric set, as pydantic models.

A vector gives answers and what has to come out. Only what is written is compared.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from lifeline.model.condition import Wrong
from lifeline.model.fitting import judged
from lifeline.model.rubric import Entry
from lifeline.model.scalars import Day, RubricId, Words, one_of, refused
from lifeline.model.words import CAP_MONTHS, FULL

DEFAULT_DAY = datetime.date(2026, 1, 1)
"""The day on which a vector's answers are taken to be given where it names none. It is fixed: a
vector has to come out alike on every day on which it is run."""

BEST_SCORE = 100.0
NONE = "none"
"""What is written where a result has no value, such as the cause of a lifeline of 12 months."""

NO_SPAN = "is neither {noun} nor a list of the least and the greatest, such as [{example}]."
"""What is said of what should be one number or two."""

Span = tuple[float, float]


def _span(raw: Any, noun: str, example: str) -> Span:
    """Read one number, or the least and the greatest."""
    ends = raw if isinstance(raw, list) else [raw, raw]
    try:
        low, high = map(float, ends)
    except (TypeError, ValueError):
        raise refused(NO_SPAN.format(noun=noun, example=example)) from None
    if low > high:
        raise refused("begins above its end. Expected the smaller number first.")
    return low, high


def _months(raw: Any) -> Span:
    levels = (*CAP_MONTHS, FULL)
    low, high = _span(raw, "a number of months", "3, 12")
    if low not in levels or high not in levels:
        expected = ", ".join(map(str, levels))
        raise refused(
            f"is no time that a clock shows. Expected one of: {expected}; or two of them."
        )
    return int(low), int(high)


def _score(raw: Any) -> Span | None:
    if raw == NONE:
        return None
    low, high = _span(raw, "a score, none,", "40, 60.5")
    if not 0 <= low <= high <= BEST_SCORE:
        raise refused("is out of bounds. Expected a number from 0 to 100.")
    return low, high


Months = Annotated[tuple[int, int], BeforeValidator(_months)]
Score = Annotated[tuple[float, float] | None, BeforeValidator(_score)]


def _nothing(entry: Entry, expected: str) -> list[Wrong]:
    """Name that an entry is there and says nothing."""
    return [] if entry.model_fields_set else [Wrong((), f"expects nothing. Expected {expected}.")]


class Sure(Entry):
    """Ids of what is so in every completion, and of what is so in some only."""

    certain: list[Words] | None = None
    possible: list[Words] | None = None

    @model_validator(mode="after")
    def _expects_something(self) -> Self:
        return judged(self, _nothing(self, "'certain:' or 'possible:' with a list"))


class Expect(Entry):
    """What has to come out; what is None is not compared."""

    verdict: Literal["pass", "fail", "unclear"] | None = None
    months: Months | None = None
    advantage: Months | None = None
    necessity: Months | None = None
    ends: Literal["advantage", "necessity", "none"] | None = None
    cause: (
        Literal[
            "absorption",
            "model-progress",
            "stagnation",
            "platform-policy",
            "price",
            "demand",
            "delivery",
            "none",
        ]
        | None
    ) = None
    certain: bool | None = None
    exact: bool | None = None
    caps: Sure | None = None
    protections: Sure | None = None
    findings: Sure | None = None
    scores: Annotated[dict[RubricId, Score], Field(min_length=1)] | None = None
    open: list[Words] | None = None
    deciding: Words | None = None

    @model_validator(mode="after")
    def _expects_something(self) -> Self:
        return judged(self, _nothing(self, "a line such as 'months: 6'"))


class Near(Entry):
    """A near miss: the answers of a vector with one or more of them changed."""

    change: Annotated[dict[str, Any], Field(min_length=1)]
    expect: Expect


class Vector(Entry):
    """Answers as an idea file has them, and what has to come out."""

    name: Words
    about: Words | None = None
    answers: dict[str, Any]
    assessed: Day | None = None
    as_of: Day | None = None
    strict: bool = False
    expect: Expect
    near: list[Near] = Field(default_factory=list)


class VectorFile(Entry):
    """One file of the folder ``tests`` of a set."""

    vectors_format: Annotated[int, one_of(1)]
    about: Words | None = None
    vectors: Annotated[list[Vector], Field(min_length=1)]
