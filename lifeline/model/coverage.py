"""The claims on which nothing in a set rests on purpose, as its author lists them."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import model_validator

from lifeline.model.fitting import judged, repeated
from lifeline.model.rubric import Entry
from lifeline.model.scalars import Words, one_of


class NotAsked(Entry):
    """A claim, and why no question, protection or rule rests on it."""

    claim: Words
    reason: Words


class CoverageFile(Entry):
    """What a set leaves out of its claims; with what its rubrics cite, everything it has to ask."""

    coverage_format: Annotated[int, one_of(1)]
    not_asked: list[NotAsked]

    @model_validator(mode="after")
    def _names_each_claim_once(self) -> Self:
        claims = [entry.claim for entry in self.not_asked]
        problem = "stands in this list already"
        return judged(self, list(repeated(claims, ("not-asked",), problem, "claim")))
