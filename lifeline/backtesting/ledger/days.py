"""What came of each day of a product, whichever of its forecasts that was written down with.

A product is an idea and one of its clocks. On one day it still runs or not, so that what came of
the day settles it for every forecast that speaks of it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifeline.model.ledger import Forecast, Outcome, Resolution
    from lifeline.reading.ledger.lines import Held

    Data = dict[str, Any]
    Product = tuple[str, str, str]
    """The id and the title of an idea, and the clock."""

YES, NO, DISPUTED = "yes", "no", "disputed"
"""What a day can have come to; disputed, where some say yes and some no, and none corrects the
other, or where what was written of another day excludes it."""


def product_of(forecast: Forecast | Data) -> Product:
    """Give the product that a forecast is about."""
    return forecast["idea"]["id"], forecast["idea"]["title"], forecast["clock"]


def day_of(forecast: Forecast, after: int) -> str:
    """Give the day of one claim of a forecast, which has it."""
    return next(claim["on"] for claim in forecast["claims"] if claim["after"] == after)


def resolutions_of(held: Held) -> dict[Product, dict[str, list[Resolution]]]:
    """Give what was written down, by product and by the day that it is about."""
    found: dict[Product, dict[str, list[Resolution]]] = {}
    for one in held.resolutions.values():
        forecast = held.forecasts[one["forecast"]]
        days = found.setdefault(product_of(forecast), {})
        days.setdefault(day_of(forecast, one["after"]), []).append(one)
    return found


def current(resolutions: Iterable[Resolution]) -> list[Resolution]:
    """Give those of some resolutions of one day that no other corrects, in order of time."""
    every = _in_order(resolutions)
    replaced = {id_ for one in every for id_ in one["replaces"]}
    return [one for one in every if one["id"] not in replaced]


def _in_order(resolutions: Iterable[Resolution]) -> list[Resolution]:
    return sorted(resolutions, key=lambda one: (one["written"], one["on"], one["id"]))


class Days:
    """What is known of the days of one product; which line stands before which changes nothing."""

    def __init__(self, resolutions: dict[str, list[Resolution]]) -> None:
        """Take what was written down, by day."""
        self.told = {on: _told(on, resolutions[on]) for on in sorted(resolutions)}
        known = [day for day in self.told.values() if day["state"] != DISPUTED]
        self.grounds = _undisputed(known)

    def outcome(self, on: str) -> Data:
        """Give what came of a day; its ``state`` is empty where nothing is known of it.

        ``told`` are the resolutions that count, ``corrected`` those that count no more,
        ``against`` is a day whose outcome excludes what was written of this one, and
        ``follows_from`` is the day from whose outcome that of this day follows.
        """
        if on in self.told:
            return {**self.told[on], "follows_from": None}
        nothing: Data = {"state": "", "told": [], "corrected": [], "against": None}
        return {**nothing, **self._following(on)}

    def _following(self, on: str) -> Data:
        """Say what follows for a day from what came of others.

        A clock that ran on a later day ran on this one, and one that had stopped before has
        stopped.
        """
        grounds = [
            day
            for day in self.grounds
            if (day["on"] >= on if day["state"] == YES else stopped_by(day) <= on)
        ]
        if not grounds:
            return {"follows_from": None}
        # of two as near the earlier one, as days are told in order
        nearest = min(grounds, key=lambda day: _apart(day["on"], on))
        return {"state": nearest["state"], "follows_from": nearest["on"]}


def _told(on: str, resolutions: Iterable[Resolution]) -> Data:
    """Give a day with what was written down of it."""
    every = _in_order(resolutions)
    counts = current(every)
    outcomes = {one["outcome"] for one in counts}
    counted = {one["id"] for one in counts}
    return {
        "on": on,
        "state": DISPUTED if len(outcomes) > 1 else "".join(outcomes),
        "told": counts,
        "corrected": [one for one in every if one["id"] not in counted],
        "against": None,
    }


def written_of(day: Data) -> Outcome:
    """Give what was written down of a day of which nobody wrote the opposite."""
    outcome: Outcome = day["told"][-1]["outcome"]
    return outcome


def correction_of(day: Data, against: str) -> Outcome:
    """Give how a day that another one excludes can be resolved again, so that it no longer does.

    A no of a later day than that can stay a no, which was seen later.
    """
    return "yes" if written_of(day) == NO and day["on"] <= against else "no"


def _undisputed(known: list[Data]) -> list[Data]:
    """Give the days that no other excludes; of the rest say which one does.

    No clock runs on a day by which it had stopped: a yes is held against the no that stopped it
    first, and a no against the last yes.
    """
    ran = [day for day in known if day["state"] == YES]
    ended = [day for day in known if day["state"] == NO]
    if not ran or not ended:
        return known
    last, first = ran[-1], min(ended, key=stopped_by)
    wrong = [(day, first) for day in ran if stopped_by(first) <= day["on"]]
    wrong += [(day, last) for day in ended if stopped_by(day) <= last["on"]]
    for day, other in wrong:
        day["against"], day["state"] = other["on"], DISPUTED
    return [day for day in known if not day["against"]]


def stopped_by(day: Data) -> str:
    """Give the day by which a clock had stopped, of one on which it no longer ran."""
    days: list[str] = [day["on"], *(one["on"] for one in day["told"])]
    return min(days)


def _apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
