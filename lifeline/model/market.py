"""The record of the market as its authors write it: what happened, in which words it is told.

A model judges one file by itself; what only all of them can show is judged in reading.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from lifeline.model import dating, sourcing
from lifeline.model.fitting import judged
from lifeline.model.rubric import Entry
from lifeline.model.scalars import VERSION, Day, Slug, Words, one_of


class Reach(Entry):
    """Whom an event reached, and what that counts as."""

    status: Literal["preview", "shipped"]
    means: Words


class Actor(Entry):
    """Who acts; ``company`` is whose part it is, ``kind`` what that company lives from."""

    company: Words | None = None
    kind: Literal["models", "suites"]


class Document(Entry):
    """A text whose claims are cited."""

    title: Words
    author: Words
    date: sourcing.Moment


class MarketFile(Entry):
    """The file that says until when the record reaches, and which words it uses."""

    market_format: Annotated[int, one_of(1)]
    version: Annotated[str, StringConstraints(pattern=VERSION)]
    title: Words
    until: Day
    reaches: dict[Slug, Reach]
    capabilities: dict[Slug, Words]
    actors: dict[str, Actor]
    documents: dict[str, Document] = Field(default_factory=dict)
    left_out: list[Words] = Field(default_factory=list)


class Event(Entry):
    """Something that was shipped or shown; ``also`` are further capabilities that it touches.

    ``announced_with`` is the event by which the same announcement came true first.
    """

    id: Slug
    date: sourcing.Moment
    actor: Words
    capability: Slug
    also: list[Slug] = Field(default_factory=list)
    what: Words
    erodes: Words
    reach: Slug
    announced: sourcing.Moment | None = None
    announced_with: Slug | None = None
    confidence: Literal["high", "medium", "low"]
    note: Words | None = None
    sources: sourcing.References

    @property
    def capabilities(self) -> list[str]:
        """Every capability that it touches."""
        return [self.capability, *self.also]

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        return judged(self, dating.event_problems(self))


class Retreat(Entry):
    """What somebody took back, or still keeps to a few: the events by their ids."""

    id: Slug
    date: sourcing.Moment
    actor: Words
    capability: Slug
    what: Words
    withdraws: list[Slug] = Field(default_factory=list)
    withholds: list[Slug] = Field(default_factory=list)
    sources: sourcing.References


class NotShipped(Entry):
    """What was announced, and had not come when one last looked."""

    id: Slug
    announced: sourcing.Moment
    actor: Words
    capability: Slug | None = None
    what: Words
    sources: sourcing.References


class Entered(Entry):
    """What became of a product after a platform had entered its field."""

    product: Words
    capability: Slug
    what: Words
    sources: sourcing.References


class EventsFile(Entry):
    """All that happened, each list in order of date."""

    events_format: Annotated[int, one_of(1)]
    events: list[Event]
    retreats: list[Retreat] = Field(default_factory=list)
    not_shipped: list[NotShipped] = Field(default_factory=list)
    entered: list[Entered] = Field(default_factory=list)

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        return judged(self, dating.events_problems(self))
