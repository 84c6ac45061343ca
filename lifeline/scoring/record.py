"""The record of the market as findings tell of it: what a status stands on, and what raised it."""

from __future__ import annotations

from datetime import date, timedelta

from lifeline.scoring.market import ANNOUNCED, STATUSES, retreats_touch, status_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from lifeline.model.compiled_market import CompiledMarket

    Status = dict[str, Any]
    Sign = dict[str, Any]


class Record:
    """The record of the market; how far a capability was on a day is found once for all ideas."""

    __slots__ = ("market", "statuses", "touched")

    def __init__(self, market: CompiledMarket) -> None:
        self.market = market
        self.statuses: dict[tuple[str, date], Status] = {}
        self.touched = retreats_touch(market)

    def status(self, capability: str, day: date) -> Status:
        """Say how far the big companies were with a capability on a day; see ``status_of``."""
        found = self.statuses.get((capability, day))
        if found is None:
            found = self.statuses[capability, day] = status_of(capability, day, self.market)
        return found

    def raises(self, capabilities: Iterable[str], status: str, known: str) -> bool:
        """Whether something got a capability further than it was on the day before."""
        before = date.fromisoformat(known) - timedelta(days=1)
        return any(height(status) > height(self.status(c, before)["status"]) for c in capabilities)

    def signs(self, status: Status) -> list[Sign]:
        """Give what a status stands on, in order of date: ``date``, ``actor``, and ``what``.

        Of what was announced only, ``what`` is None: the record tells it as it came later.
        """
        iso, wanted = status["day"], status["status"]
        found = []
        for event in self.market["events"]:
            if event["id"] in status["events"]:
                has_come = event["known"] <= iso
                reach = self.market["reaches"][event["reach"]]
                if (reach["status"] if has_come else ANNOUNCED) == wanted:
                    found.append(came(event) if has_come else announced(event))
        if wanted == ANNOUNCED:
            rest = self.market["not_shipped"]
            found += [waiting(entry) for entry in rest if entry["id"] in status["events"]]
        return sorted(found, key=order)


def height(status: str) -> int:
    """Give how far a status is."""
    return STATUSES.index(status)


def came(entry: Any) -> Sign:
    """Give the sign of an event that came, or of a retreat."""
    keys = ("id", "known", "date", "actor", "what", "sources")
    return {key: entry[key] for key in keys}


def announced(event: Any) -> Sign:
    """Give the sign of an event that was announced only, so far."""
    when = {"known": event["announced_known"], "date": event["announced"]}
    return {**came(event), **when, "what": None}


def waiting(entry: Any) -> Sign:
    """Give the sign of what was announced, and has not come."""
    return {**came({**entry, "date": entry["announced"]}), "what": None}


def order(sign: Sign) -> tuple[str, str]:
    """Give what signs are sorted by: the day from which they count."""
    return sign["known"], sign["id"]


def known_by(day: date, market: CompiledMarket) -> CompiledMarket:
    """Give what of a record could be known on a day: what had not come yet was announced at most.

    It is as much as base rates need.
    """
    iso = day.isoformat()
    shown = [event for event in market["events"] if event["known"] <= iso]
    ids = {event["id"] for event in shown}
    promised = [
        {"id": event["id"], "announced": event["announced"]}
        for event in market["events"]
        if event["known"] > iso
        and (event["announced_known"] or "~") <= iso
        and event["announced_with"] is None
    ]
    found: Any = {
        **market,
        "until": min(iso, market["until"]),
        "events": shown,
        "retreats": [
            {**entry, "withholds": [id_ for id_ in entry["withholds"] if id_ in ids]}
            for entry in market["retreats"]
            if entry["known"] <= iso
        ],
        "not_shipped": [
            *(entry for entry in market["not_shipped"] if entry["known"] <= iso),
            *promised,
        ],
    }
    cut: CompiledMarket = found
    return cut
