"""What must fit together inside one file of the market's record: order, dates, no entry twice."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lifeline.model.condition import Path, Wrong
from lifeline.model.fitting import TWICE, repeated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lifeline.model.market import Event, EventsFile
    from lifeline.model.market_figures import PairsFile, Parameter, PricesFile
    from lifeline.model.sourcing import Reference

TAKEN = "is already the id of another entry"


def is_after(moment: str, other: str) -> bool:
    """Whether a moment is surely later than another, as far as both are known: day or month."""
    known = min(len(moment), len(other))
    return moment[:known] > other[:known]


def place_in_order(moment: str) -> str:
    """Give what moments are ordered by: a month without a day stands after its days."""
    return moment if len(moment) > len("2023-09") else f"{moment}-99"


def reference_problems(reference: Reference) -> Iterator[Wrong]:
    """Name what keeps a source from being one page, or one claim."""
    if reference.link is None and reference.claim is None:
        yield Wrong((), "names no source. Expected a link or a claim.")
    if reference.link is not None and reference.claim is not None:
        yield Wrong(("claim",), "stands beside a link. Make two sources of them.")
    if reference.claim is not None and reference.date is not None:
        yield Wrong(("date",), "is that of the document, in market.yaml. Leave it out.")


def event_problems(event: Event) -> Iterator[Wrong]:
    """Name what an event says twice, and an announcement after it."""
    yield from repeated(event.also, ("also",), TWICE)
    if event.capability in event.also:
        place = event.also.index(event.capability)
        message = f"'{event.capability}' is already its capability. Leave it out."
        yield Wrong(("also", place), message)
    if event.announced is not None and is_after(event.announced, event.date):
        message = f"is after the event itself, {event.date}. Expected a date before it, or none."
        yield Wrong(("announced",), message)


def events_problems(file: EventsFile) -> Iterator[Wrong]:
    """Name what stands out of order, and what stands twice, in the lists of events."""
    yield from _disorder([event.date for event in file.events], ("events",), "date")
    yield from _disorder([retreat.date for retreat in file.retreats], ("retreats",), "date")
    dates = [entry.announced for entry in file.not_shipped]
    yield from _disorder(dates, ("not-shipped",), "announced")
    ids = {
        "events": [event.id for event in file.events],
        "retreats": [retreat.id for retreat in file.retreats],
        "not-shipped": [entry.id for entry in file.not_shipped],
    }
    taken: set[str] = set()
    places = [(name, place) for name, named in ids.items() for place in range(len(named))]
    for name, place in places:
        id_ = ids[name][place]
        if id_ in taken:
            yield Wrong((name, place, "id"), f"'{id_}' {TAKEN}.")
        taken.add(id_)
    yield from _shared_announcements(file.events)
    told = [(event.date, event.actor, event.capability, event.what) for event in file.events]
    yield from _again(told, ("events",), "what")


def _shared_announcements(events: Sequence[Event]) -> Iterator[Wrong]:
    """Name events whose announcement is not that of the event that they share it with.

    Whether there is such an event is judged where every name is.
    """
    by_id = {event.id: event for event in events}
    for place, event in enumerate(events):
        first = by_id.get(event.announced_with or "")
        if first is not None and not _shares(event, first):
            message = f"'{first.id}' was not announced with it. Expected an event that came before"
            end = "it, with the same 'announced' and no 'announced-with'."
            yield Wrong(("events", place, "announced-with"), f"{message} {end}")


def _shares(event: Event, first: Event) -> bool:
    same = event.announced is not None and event.announced == first.announced
    is_first = first.announced_with is None and event.id != first.id
    return same and is_first and not is_after(first.date, event.date)


def prices_problems(file: PricesFile) -> Iterator[Wrong]:
    """Name prices out of order, and two of the same model on the same day."""
    yield from _disorder([price.date for price in file.prices], ("prices",), "date")
    yield from _again([(price.date, price.model) for price in file.prices], ("prices",), "model")


def pairs_problems(file: PairsFile) -> Iterator[Wrong]:
    """Name pairs out of order, and the same pair twice."""
    yield from _disorder([pair.first_seen for pair in file.pairs], ("pairs",), "first-seen")
    yield from _again([(pair.product, pair.event) for pair in file.pairs], ("pairs",), "product")


def values_problems(parameter: Parameter) -> Iterator[Wrong]:
    """Name values out of order, and two that hold from the same date."""
    dates = [value.since for value in parameter.values]
    yield from _disorder(dates, ("values",), "since")
    yield from _again(dates, ("values",), "since")


def _disorder(dates: Sequence[str], path: Path, key: str) -> Iterator[Wrong]:
    """Name the dates that stand after a later one."""
    for place, (before, after) in enumerate(pairwise(dates), 1):
        if place_in_order(before) > place_in_order(after):
            message = f"'{after}' stands after {before}. Expected the entries in order of date,"
            yield Wrong((*path, place, key), f"{message} a month without a day after its days.")


def _again(told: Iterable[object], path: Path, key: str) -> Iterator[Wrong]:
    """Name the entries that say the same as one before."""
    seen: dict[object, int] = {}
    for place, what in enumerate(told):
        if what in seen:
            message = f"says the same as entry {seen[what] + 1} of this list. Keep one of the two."
            yield Wrong((*path, place, key), message)
        seen.setdefault(what, place)
