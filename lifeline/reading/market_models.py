"""Reads the files of the market's record into models, and judges what only all of them show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from lifeline.model.dating import is_after
from lifeline.model.market import EventsFile, MarketFile
from lifeline.model.market_figures import PairsFile, ParametersFile, PricesFile
from lifeline.reading import market as names
from lifeline.reading.set_models import raise_problems
from lifeline.reading.spelling import not_among
from lifeline.reading.validation import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lifeline.model.condition import Path
    from lifeline.model.sourcing import Reference

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class MarketModels:
    """The record as its authors wrote it."""

    market: MarketFile
    events: EventsFile
    prices: PricesFile
    pairs: PairsFile
    parameters: ParametersFile


def read_market(folder: str, files: dict[str, bytes]) -> MarketModels:
    """Read and validate the files of a record.

    Args:
        folder: for messages.
        files: the bytes by name, as ``market_files`` gives them.

    Raises:
        InvalidFiles: with every problem of every file.
    """
    sources = {name: Source(name, data) for name, data in files.items()}
    market = sources[names.MARKET_FILE].validated(MarketFile)
    events = sources[names.EVENTS_FILE].validated(EventsFile)
    prices = sources[names.PRICES_FILE].validated(PricesFile)
    pairs = sources[names.PAIRS_FILE].validated(PairsFile)
    parameters = sources[names.PARAMETERS_FILE].validated(ParametersFile)
    if market:
        check = _Check(market, sources)
        check.market()
        if events:
            check.events(events)
        if prices:
            check.prices(prices)
        if pairs:
            check.pairs(pairs, events)
        if parameters:
            check.parameters(parameters)
    raise_problems(folder, list(sources.values()))
    assert market and events and prices and pairs and parameters, "without problems all are there"
    return MarketModels(market, events, prices, pairs, parameters)


class _Check:
    """Lays each file against the words and the reach of the record; records what does not fit."""

    def __init__(self, market: MarketFile, sources: dict[str, Source]) -> None:
        self.file = market
        self.until = market.until.isoformat()
        self.sources = sources
        self.source = sources[names.MARKET_FILE]

    def market(self) -> None:
        for name, actor in self.file.actors.items():
            if actor.company is not None:
                self._word(("actors", name, "company"), actor.company, self.file.actors, "an actor")

    def events(self, file: EventsFile) -> None:
        self.source = self.sources[names.EVENTS_FILE]
        reaches, ids = self.file.reaches, [event.id for event in file.events]
        for place, event in enumerate(file.events):
            path: Path = ("events", place)
            self._entry(path, event.actor, event.capability, event.sources)
            self._dates(path, date=event.date)
            self._word((*path, "reach"), event.reach, reaches, "a reach")
            if event.announced_with is not None:
                self._word((*path, "announced-with"), event.announced_with, ids, "an event")
            for inner, also in enumerate(event.also):
                self._capability((*path, "also", inner), also)
        self._retreats(file)
        for place, entry in enumerate(file.not_shipped):
            path = ("not-shipped", place)
            self._entry(path, entry.actor, entry.capability, entry.sources)
            self._dates(path, announced=entry.announced)
        for place, entered in enumerate(file.entered):
            self._capability(("entered", place, "capability"), entered.capability)
            self._claims(("entered", place), entered.sources)

    def prices(self, file: PricesFile) -> None:
        self.source = self.sources[names.PRICES_FILE]
        for place, price in enumerate(file.prices):
            self._dates(("prices", place), date=price.date)
            self._claims(("prices", place), price.sources)

    def pairs(self, file: PairsFile, events: EventsFile | None) -> None:
        self.source = self.sources[names.PAIRS_FILE]
        dates = {event.id: event.date for event in events.events} if events else {}
        for place, pair in enumerate(file.pairs):
            path: Path = ("pairs", place)
            self._capability((*path, "capability"), pair.capability)
            self._dates(path, first_seen=pair.first_seen)
            self._claims(path, pair.sources)
            if events and self._word((*path, "event"), pair.event, dates, "an event"):
                self._in_turn((*path, "first-seen"), pair.first_seen, dates[pair.event])

    def parameters(self, file: ParametersFile) -> None:
        self.source = self.sources[names.PARAMETERS_FILE]
        for place, parameter in enumerate(file.parameters):
            for inner, value in enumerate(parameter.values):
                path = ("parameters", place, "values", inner)
                self._dates(path, since=value.since)
                self._claims(path, value.sources)

    def _retreats(self, file: EventsFile) -> None:
        dates = {event.id: event.date for event in file.events}
        for place, retreat in enumerate(file.retreats):
            path: Path = ("retreats", place)
            self._entry(path, retreat.actor, retreat.capability, retreat.sources)
            self._dates(path, date=retreat.date)
            for key, ids in (("withdraws", retreat.withdraws), ("withholds", retreat.withholds)):
                for inner, id_ in enumerate(ids):
                    at = (*path, key, inner)
                    if self._word(at, id_, dates, "an event") and is_after(
                        dates[id_], retreat.date
                    ):
                        message = f"'{id_}' is of {dates[id_]}, after the retreat itself."
                        self.source.add(at, f"{message} Expected an event before it.")

    def _entry(
        self, path: Path, actor: str, capability: str | None, sources: Sequence[Reference]
    ) -> None:
        self._word((*path, "actor"), actor, self.file.actors, "an actor")
        if capability is not None:
            self._capability((*path, "capability"), capability)
        self._claims(path, sources)

    def _capability(self, path: Path, word: str) -> None:
        self._word(path, word, self.file.capabilities, "a capability")

    def _claims(self, path: Path, sources: Sequence[Reference]) -> None:
        """Look whether each claim is one of a document of the record."""
        for place, source in enumerate(sources):
            if source.claim is not None:
                document = source.claim.partition("-")[0]
                at = (*path, "sources", place, "claim")
                self._word(at, document, self.file.documents, "a document of market.yaml")

    def _dates(self, path: Path, **dates: str) -> None:
        for name, moment in dates.items():
            if is_after(moment, self.until):
                message = f"'{moment}' is after {self.until}, until which the record reaches."
                key = name.replace("_", "-")
                self.source.add((*path, key), f"{message} Expected an earlier date.")

    def _in_turn(self, path: Path, first: str, date: str) -> None:
        if is_after(first, date):
            message = f"'{first}' is after the event, {date}. Expected an earlier date."
            self.source.add(path, message)

    def _word(self, path: Path, word: str, known: Iterable[str], noun: str) -> bool:
        """Whether a word is a known one; record it where it is not."""
        if word in known:
            return True
        self.source.add(path, not_among(word, known, noun))
        return False
