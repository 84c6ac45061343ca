"""How every claim of a ledger stands on a day: ahead, due, or come to something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifeline.model.ledger import Claim, Forecast, Resolution
    from lifeline.reading.ledger.lines import Held

    Data = dict[str, Any]

AHEAD, DUE, YES, NO, DISPUTED = "ahead", "due", "yes", "no", "disputed"
"""What a claim can be: its day is still to come; it has come, and nobody has said what came of it;
the clock still ran on that day, or not; or some say yes and some no, and none corrects the other.
"""


def standing(held: Held, as_of: str) -> list[Data]:
    """Give every forecast with how its claims stand, the oldest first.

    Each claim has, besides what was claimed, its ``state``; ``told``, the resolutions that count;
    ``corrected``, those that count no more; and ``follows_from``, the months of another claim of
    this forecast, where its outcome follows from what came of that.
    Which line stands before which changes nothing.

    Args:
        held: what was read of the ledger.
        as_of: the day one looks from.
    """
    told: dict[str, list[Resolution]] = {}
    for resolution in held.resolutions.values():
        told.setdefault(resolution["forecast"], []).append(resolution)
    return [
        standing_of(forecast, told.get(forecast["id"], ()), as_of)
        for forecast in sorted(held.forecasts.values(), key=_order)
    ]


def _order(forecast: Forecast) -> tuple[str, ...]:
    return forecast["made"], forecast["idea"]["id"], forecast["clock"], forecast["id"]


def standing_of(forecast: Forecast, resolutions: Iterable[Resolution], as_of: str) -> Data:
    """Give one forecast with how its claims stand; resolutions of others are passed over."""
    about = [one for one in resolutions if one["forecast"] == forecast["id"]]
    claims = sorted(forecast["claims"], key=lambda claim: claim["after"])
    found = [
        _told(claim, [one for one in about if one["after"] == claim["after"]]) for claim in claims
    ]
    known = [claim for claim in found if claim["state"] in {YES, NO}]
    known = [] if _came_back(known) else known
    for claim in found:
        if not claim["state"]:
            claim.update(_following(claim, known))
        if not claim["state"]:
            claim["state"] = DUE if claim["on"] <= as_of else AHEAD
    return {**forecast, "claims": found}


def current(resolutions: Iterable[Resolution]) -> list[Resolution]:
    """Give those of some resolutions of one claim that no other corrects, in order of time."""
    every = sorted(resolutions, key=lambda one: (one["written"], one["on"], one["id"]))
    replaced = {id_ for one in every for id_ in one["replaces"]}
    return [one for one in every if one["id"] not in replaced]


def _told(claim: Claim, resolutions: Iterable[Resolution]) -> Data:
    """Give a claim with what was written down of it."""
    every = sorted(resolutions, key=lambda one: (one["written"], one["on"], one["id"]))
    counts = current(every)
    outcomes = {one["outcome"] for one in counts}
    return {
        **claim,
        "state": DISPUTED if len(outcomes) > 1 else "".join(outcomes),
        "follows_from": None,
        "told": counts,
        "corrected": [one for one in every if one not in counts],
    }


def _following(claim: Data, known: list[Data]) -> Data:
    """Say what follows for a claim from what came of others of its forecast.

    A clock that ran on a later day ran on this one, and one that had stopped before has stopped.
    """
    grounds = [
        other
        for other in known
        if (other["on"] >= claim["on"] if other["state"] == YES else _stopped(other) <= claim["on"])
    ]
    if not grounds:
        return {}
    nearest = min(grounds, key=lambda other: abs(other["after"] - claim["after"]))
    return {"state": nearest["state"], "follows_from": nearest["after"]}


def _came_back(known: list[Data]) -> bool:
    """Whether a clock ran on a day by which it had stopped before, so that nothing follows."""
    ran = [claim["on"] for claim in known if claim["state"] == YES]
    stopped = [_stopped(claim) for claim in known if claim["state"] == NO]
    return bool(ran and stopped) and max(ran) >= min(stopped)


def _stopped(claim: Data) -> str:
    """Give the day by which a clock had stopped, of a claim that did not come true."""
    days: list[str] = [claim["on"], *(one["on"] for one in claim["told"])]
    return min(days)


def due(forecasts: Iterable[Data], as_of: str) -> Data:
    """Give what has come due and has no outcome, the oldest first, and what comes next.

    Args:
        forecasts: how they stand, see ``standing``.
        as_of: the day one looks from.
    """
    pairs = sorted(
        ((forecast, claim) for forecast in forecasts for claim in forecast["claims"]),
        key=lambda pair: (pair[1]["on"], pair[0]["idea"]["id"], pair[0]["clock"], pair[0]["id"]),
    )
    open_ = [_asked(*pair) for pair in pairs if pair[1]["state"] in {DUE, DISPUTED}]
    ahead = [_asked(*pair) for pair in pairs if pair[1]["state"] == AHEAD]
    return {
        "due": [asked for asked in open_ if asked["on"] <= as_of or asked["state"] == DISPUTED],
        "next": [asked for asked in ahead if asked["on"] == ahead[0]["on"]],
    }


def _asked(forecast: Data, claim: Data) -> Data:
    about = {key: forecast[key] for key in ("idea", "clock", "months", "made", "assessed")}
    return {"forecast": forecast["id"], **about, **claim}
