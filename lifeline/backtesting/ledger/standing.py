"""How every claim of a ledger stands on a day: ahead, due, or come to something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.backtesting.ledger.days import DISPUTED, Days, product_of, resolutions_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lifeline.model.ledger import Forecast
    from lifeline.reading.ledger.lines import Held

    Data = dict[str, Any]

AHEAD, DUE = "ahead", "due"
"""What a claim is of whose day nothing is known: it is still to come, or it has come."""


def standing(held: Held, as_of: str) -> list[Data]:
    """Give every forecast with how its claims stand, the oldest first.

    Each has, besides what it says, ``replaced_by``: the forecasts that correct what the founder
    said with it. Each claim has its ``state``; ``told``, the resolutions of its day that count,
    whichever forecast of the product they name; ``corrected``, those that count no more; and
    ``follows_from``, another day, where its outcome follows from what came of that.
    Which line stands before which changes nothing.

    Args:
        held: what was read of the ledger.
        as_of: the day one looks from.
    """
    days = {product: Days(told) for product, told in resolutions_of(held).items()}
    replaced = replacing(held.forecasts)
    return [
        {
            **forecast,
            "replaced_by": replaced.get(forecast["id"], []),
            "claims": _claims(forecast, days.get(product_of(forecast)) or Days({}), as_of),
        }
        for forecast in sorted(held.forecasts.values(), key=_order)
    ]


def _order(forecast: Forecast) -> tuple[str, ...]:
    return forecast["made"], forecast["idea"]["id"], forecast["clock"], forecast["id"]


def _claims(forecast: Forecast, days: Days, as_of: str) -> list[Data]:
    claims: list[Data] = []
    for claim in sorted(forecast["claims"], key=lambda claim: claim["after"]):
        found = {**claim, **days.outcome(claim["on"])}
        found["state"] = found["state"] or (DUE if claim["on"] <= as_of else AHEAD)
        claims.append(found)
    return claims


def replacing(forecasts: Mapping[str, Forecast]) -> dict[str, list[str]]:
    """Give, by the id of a forecast, those that correct what the founder said with it.

    Only what was said on the same day of the same product can be a slip; what somebody believes
    later is another belief, and counts beside the first.
    """
    found: dict[str, list[str]] = {}
    for id_ in sorted(forecasts):
        for old in forecasts[id_].get("replaces", ()):
            if old in forecasts and is_same_saying(forecasts[old], forecasts[id_]):
                found.setdefault(old, []).append(id_)
    return found


def is_same_saying(one: Forecast, other: Forecast) -> bool:
    """Whether two forecasts were made on one day of the same months of the same product."""
    days = (one["made"], one["assessed"]) == (other["made"], other["assessed"])
    return days and product_of(one) == product_of(other)


def due(forecasts: Iterable[Data]) -> Data:
    """Give what has come due or is disputed, the oldest first, and what comes next.

    Each day of a product is asked of once: with the newest of the forecasts that speak of it, of
    those with which the founder said something of that day themselves, where there are any.

    Args:
        forecasts: how they stand on the day one looks from, see ``standing``.
    """
    claims = [(forecast, claim) for forecast in forecasts for claim in forecast["claims"]]
    # of several pairs with the same key the last one is kept
    told = {(product_of(pair[0]), pair[1]["on"]): pair for pair in sorted(claims, key=_weight)}
    pairs = sorted(told.values(), key=lambda pair: (pair[1]["on"], *product_of(pair[0])))
    ahead = [_asked(*pair) for pair in pairs if pair[1]["state"] == AHEAD]
    return {
        "due": [_asked(*pair) for pair in pairs if pair[1]["state"] in {DUE, DISPUTED}],
        "next": [asked for asked in ahead if asked["on"] == ahead[0]["on"]],
    }


def _weight(pair: tuple[Data, Data]) -> bool:
    forecast, claim = pair
    return claim["own"] is not None and not forecast["replaced_by"]


def _asked(forecast: Data, claim: Data) -> Data:
    about = {key: forecast[key] for key in ("idea", "clock", "months", "made", "assessed")}
    return {"forecast": forecast["id"], **about, **claim}
