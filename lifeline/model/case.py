"""Dated historical products, as pydantic models: what could be known, how it was coded, the end.

A case and its outcome are different files, so that one can be coded without seeing the other.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from lifeline.model.condition import Wrong
from lifeline.model.fitting import TWICE, judged, repeated
from lifeline.model.rubric import Entry
from lifeline.model.scalars import SLUG, Slug, Words, one_of, refused

if TYPE_CHECKING:
    from collections.abc import Iterator

Recognised = Literal["not-recognised", "perhaps", "recognised"]

_MONTH = re.compile(r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])")


def _month(value: Any) -> datetime.date:
    """Read a month as its first day."""
    if isinstance(value, str) and _MONTH.fullmatch(value):
        return datetime.date.fromisoformat(f"{value}-01")
    raise refused("is not a month. Expected one such as 2023-03.")


Month = Annotated[datetime.date, BeforeValidator(_month)]
FactId = Annotated[str, StringConstraints(pattern=SLUG, max_length=20)]


class Fact(Entry):
    """Something that could be known at the vantage; ``masked`` is what coders were shown."""

    id: FactId
    fact: Words
    masked: Words


class CaseSource(Entry):
    """Where facts or the outcome were read."""

    link: Words
    date: Words
    supports: Words


class Masked(Entry):
    """What coders were told of the product besides the facts: no name, no date, no sum."""

    did: Words
    when: Words


class Case(Entry):
    """A product at its vantage month; ``answers`` are read against a rubric set."""

    case_format: Annotated[int, one_of(1)]
    case: Slug
    name: Words
    domain: Words | None = None
    did: Words
    launched: Words | None = None
    vantage: Month
    provenance: Literal["contemporary", "mixed", "not recorded"]
    masked: Masked
    facts: Annotated[list[Fact], Field(min_length=1)]
    unknown: list[Words] = Field(default_factory=list)
    sources: Annotated[list[CaseSource], Field(min_length=1)]
    answers: dict[str, Any]

    @model_validator(mode="after")
    def _names_each_fact_once(self) -> Self:
        ids = [fact.id for fact in self.facts]
        return judged(self, repeated(ids, ("facts",), "is already the id of another fact", "id"))


class SecondReading(Entry):
    """The same end, counted from another month in which the product could have been judged."""

    vantage: Month
    months: Annotated[int, Field(ge=0)]
    kind: Literal["advantage", "necessity"]


class Outcome(Entry):
    """What became of a product; ``months`` count from the vantage, so far where it still holds."""

    outcome_format: Annotated[int, one_of(1)]
    outcome: Slug
    months: Annotated[int, Field(ge=0)]
    still_holding: bool
    end: Month | None = None
    last_observed: Month | None = None
    kind: Literal["advantage", "necessity", "none"]
    cause: Words | None = None
    event: Words
    status: Words | None = None
    confidence: Literal["high", "medium", "low"]
    rebuilt: Literal["yes", "partly", "no", "unknown"] | None = None
    harm_visible: Month | None = None
    second_reading: SecondReading | None = None
    alternative_reading: Words | None = None
    left_out: Words | None = None
    """Why the case is in no figure."""
    note: Words | None = None

    @property
    def until(self) -> datetime.date | None:
        """The month to which ``months`` count."""
        return self.last_observed if self.still_holding else self.end

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        return judged(self, _contradictions(self))


def _contradictions(outcome: Outcome) -> Iterator[Wrong]:
    """Name what does not go together with whether it still holds."""
    if outcome.still_holding:
        if outcome.end is not None:
            yield Wrong(("end",), "cannot be there while it is still holding. Leave it out.")
        if outcome.kind != "none":
            message = f"'{outcome.kind}' did not end while it is still holding. Expected none."
            yield Wrong(("kind",), message)
    elif outcome.kind == "none":
        message = "'none' does not fit what has ended. Expected advantage or necessity."
        yield Wrong(("kind",), message)
    if outcome.until is None:
        name = "last-observed" if outcome.still_holding else "end"
        yield Wrong((name,), "is missing: the month to which 'months' count.")


class CodedCase(Entry):
    """What one coder made of one case; ``guess`` is the product they thought they saw."""

    recognised: Recognised
    guess: Words | None = None
    answers: dict[str, Any]


class Coding(Entry):
    """The work of one coder, before any outcome was read."""

    coding_format: Annotated[int, one_of(1)]
    coder: Slug
    about: Words
    cases: dict[Slug, CodedCase]


class CaseFolder(Entry):
    """How a folder of cases came about."""

    cases_format: Annotated[int, one_of(1)]
    title: Words
    chosen: Words
    coded: Words
    coders: Annotated[list[Slug], Field(min_length=1)]

    @model_validator(mode="after")
    def _names_each_coder_once(self) -> Self:
        return judged(self, repeated(self.coders, ("coders",), TWICE))
