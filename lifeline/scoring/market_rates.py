"""Base rates that the record of the market gives, with their counts.

They are something to compare an idea with, and are never mixed into its months.
"""

from __future__ import annotations

from datetime import date

from lifeline.scoring.market import PREVIEW

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled_market import CompiledMarket

HORIZONS = (3, 6, 12)
"""Months, as in the article that the shipped rubric stands on."""

DAYS_IN_MONTH = 30.4375
MIDDLE = "-15"
"""The day that stands for a month of which no day is known, where time is measured."""

WHAT_SHIPPING_LEAVES_OUT = (
    "Only announcements of which a source gave the date are counted. What was announced and dropped"
    " in silence is missing, so the true times are longer."
)


def base_rates(market: CompiledMarket) -> dict[str, Any]:
    """Give both base rates: how long shipping takes, and how long until a platform enters."""
    return {
        "announced_to_shipped": announced_to_shipped(market),
        "product_to_platform": product_to_platform(market),
    }


def announced_to_shipped(market: CompiledMarket) -> dict[str, Any]:
    """Say how many months lie between an announcement and what was shipped.

    What has not shipped counts at each horizon for which it could be watched so long, and is no
    part of the median. What was shipped on the day of its announcement is left out.
    """
    shipped = _shipped(market)
    waiting = _waiting(market)
    kinds = {event_id: kind for event_id, kind, _ in shipped}
    months = [months for _, _, months in shipped]
    by_kind = {
        kind: spread([months for _, its, months in shipped if its == kind])
        for kind in sorted(set(kinds.values()))
    }
    return {
        **spread(months),
        "by_kind": by_kind,
        "within": [_within(horizon, months, waiting) for horizon in HORIZONS],
        "not_shipped": waiting,
        "left_out": WHAT_SHIPPING_LEAVES_OUT,
    }


def product_to_platform(market: CompiledMarket) -> dict[str, Any]:
    """Say how many months lie between the first product of a kind and a platform's version."""
    dates = {event["id"]: event["date"] for event in market["events"]}
    pairs = [
        (pair["capability"], months_between(pair["first_seen"], dates[pair["event"]]))
        for pair in market["pairs"]
    ]
    shortest: dict[str, float] = {}
    for capability, months in pairs:
        shortest[capability] = min(months, shortest.get(capability, months))
    every = [months for _, months in pairs]
    return {
        **spread(every),
        "within": [_within(horizon, every, {}) for horizon in HORIZONS],
        "shortest_of_each_capability": spread([*shortest.values()]),
        "left_out": market["caution"],
    }


def _shipped(market: CompiledMarket) -> list[tuple[str, str, float]]:
    """Give the id, the kind of actor and the months of what was announced and then shipped."""
    return [
        (event["id"], market["actors"][event["actor"]]["kind"], months)
        for event in market["events"]
        if event["announced"] is not None
        and market["reaches"][event["reach"]]["status"] != PREVIEW
        and (months := months_between(event["announced"], event["date"])) > 0
    ]


def _waiting(market: CompiledMarket) -> dict[str, float]:
    """Give what had not shipped at the end of the record, and for how many months by then."""
    shown = {event["id"]: event["date"] for event in market["events"]}
    since = {
        **{id_: shown[id_] for entry in market["retreats"] for id_ in entry["withholds"]},
        **{entry["id"]: entry["announced"] for entry in market["not_shipped"]},
    }
    return {id_: months_between(day, market["until"]) for id_, day in since.items()}


def _within(horizon: int, months: list[float], waiting: dict[str, float]) -> dict[str, int]:
    """Count what took at most so many months, and of how many one knows whether it did."""
    watched = sum(waited >= horizon for waited in waiting.values())
    done = sum(each <= horizon for each in months)
    return {"months": horizon, "cases": len(months) + watched, "done": done}


def months_between(first: str, last: str) -> float:
    """Give the months from one date to another, to a tenth; a month counts as its middle."""
    days = (_day(last) - _day(first)).days
    return round(days / DAYS_IN_MONTH, 1)


def _day(moment: str) -> date:
    return date.fromisoformat(moment if len(moment) > len("2023-09") else moment + MIDDLE)


def spread(months: list[float]) -> dict[str, Any]:
    """Give how many there are, and their quartiles; None for these where there are none."""
    ordered = sorted(months)
    low, middle, high = (_quantile(ordered, share) for share in (0.25, 0.5, 0.75))
    return {"cases": len(ordered), "median": middle, "quartiles": [low, high]}


def _quantile(ordered: list[float], share: float) -> float | None:
    """Give a quantile, in between where it falls between two (Hyndman and Fan 1996, type 7)."""
    if not ordered:
        return None
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return round(ordered[below] + (place - below) * (ordered[above] - ordered[below]), 1)
