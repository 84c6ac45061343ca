"""A compiled record of the market: plain data. For type checkers only.

Dates are as they are written, a day or a month. ``known`` is the first day (ISO) on which something
counts: the day itself, or the first of the next month where only the month is known.
"""

from __future__ import annotations

from typing import TypedDict


class Reference(TypedDict):
    """Where something was read: a link with the date of the page, or a claim of a document."""

    link: str | None
    date: str | None
    claim: str | None


class Reach(TypedDict):
    """What reaching somebody counts as, and what it means."""

    status: str
    means: str


class Actor(TypedDict):
    """``company``: the actor itself, or the company that it is a part of."""

    company: str
    kind: str


class Document(TypedDict):
    """A text whose claims are cited."""

    title: str
    author: str
    date: str


class Event(TypedDict):
    """``capabilities``: the main one first; ``announced_known`` as ``known``.

    ``announced_with``: the event by which the same announcement came true first.
    """

    id: str
    date: str
    known: str
    actor: str
    capabilities: list[str]
    what: str
    erodes: str
    reach: str
    announced: str | None
    announced_known: str | None
    announced_with: str | None
    confidence: str
    note: str | None
    sources: list[Reference]


class Retreat(TypedDict):
    """What was taken back, or is still kept to a few."""

    id: str
    date: str
    known: str
    actor: str
    capability: str
    what: str
    withdraws: list[str]
    withholds: list[str]
    sources: list[Reference]


class NotShipped(TypedDict):
    """What was announced only; ``known`` is that of the announcement."""

    id: str
    announced: str
    known: str
    actor: str
    capability: str | None
    what: str
    sources: list[Reference]


class Entered(TypedDict):
    """What became of a product."""

    product: str
    capability: str
    what: str
    sources: list[Reference]


class Price(TypedDict):
    """In USD per million tokens."""

    date: str
    known: str
    model: str
    input: float
    output: float
    note: str | None
    sources: list[Reference]


class Pair(TypedDict):
    """A first product and a platform's version of it."""

    capability: str
    kind: str | None
    product: str
    first_seen: str
    event: str
    note: str | None
    sources: list[Reference]


class Value(TypedDict):
    """Holds from ``known`` on; with no date, where a configuration settles it."""

    since: str
    known: str
    value: float
    note: str | None
    sources: list[Reference]


class Parameter(TypedDict):
    """``values`` in order of ``known``."""

    unit: str
    about: str
    values: list[Value]


class CompiledMarket(TypedDict):
    """The record; ``content`` is the digest of everything else in it."""

    version: str
    content: str
    title: str
    until: str
    reaches: dict[str, Reach]
    capabilities: dict[str, str]
    actors: dict[str, Actor]
    documents: dict[str, Document]
    left_out: list[str]
    caution: str
    events: list[Event]
    retreats: list[Retreat]
    not_shipped: list[NotShipped]
    entered: list[Entered]
    prices: list[Price]
    pairs: list[Pair]
    parameters: dict[str, Parameter]
