"""Base rates that the record of the market gives, with their counts.

They are something to compare an idea with, and are never mixed into its months.
"""

from __future__ import annotations

from lifeline.scoring.market import PREVIEW
from lifeline.scoring.spans import is_within, months_of, spread, told_months, was_watched

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled_market import CompiledMarket, Event
    from lifeline.scoring.spans import Span

HORIZONS = (3, 6, 12)
"""Months, as in the article that the shipped rubric stands on."""

WHAT_SHIPPING_LEAVES_OUT = (
    "What was shown to a few as a preview counts as announced. Only announcements of which a source"
    " gave the date are counted, each once, from its day to when it first reached users. What was"
    " announced and dropped in silence is missing, so the true times are longer. What came on the"
    " day of its announcement is left out; counted with it, they are shorter."
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
    part of the median. What was shipped on the day of its announcement is left out. Of previews of
    which the record does not tell what came, ``if_none_came`` says of how many it would be.
    """
    came, waiting, untold = _came(market), _waiting(market), _untold(market)
    spans = {event["id"]: span for event, span in came if months_of(span) > 0}
    kinds = {event["id"]: market["actors"][event["actor"]]["kind"] for event, _ in came}
    every = [*spans.values()]
    return {
        **spread(every),
        "by_kind": {
            kind: spread([span for id_, span in spans.items() if kinds[id_] == kind])
            for kind in sorted({kinds[id_] for id_ in spans})
        },
        "within": [
            {
                **_within(horizon, every, [*waiting.values()]),
                "if_none_came": _cases(horizon, every, [*waiting.values(), *untold.values()]),
            }
            for horizon in HORIZONS
        ],
        "not_shipped": {id_: told_months(span) for id_, span in waiting.items()},
        "at_once": [event["id"] for event, _ in came if event["id"] not in spans],
        "untold": [*untold],
        "left_out": WHAT_SHIPPING_LEAVES_OUT,
    }


def product_to_platform(market: CompiledMarket) -> dict[str, Any]:
    """Say how many months lie between the first product of a kind and a platform's version."""
    dates = {event["id"]: event["date"] for event in market["events"]}
    pairs: list[tuple[str, Span]] = [
        (pair["capability"], (pair["first_seen"], dates[pair["event"]])) for pair in market["pairs"]
    ]
    shortest: dict[str, Span] = {}
    for capability, span in pairs:
        shortest[capability] = min(span, shortest.get(capability, span), key=months_of)
    every = [span for _, span in pairs]
    return {
        **spread(every),
        "within": [_within(horizon, every, []) for horizon in HORIZONS],
        "shortest_of_each_capability": spread([*shortest.values()]),
        "left_out": market["caution"],
    }


def _came(market: CompiledMarket) -> list[tuple[Event, Span]]:
    """Give what was announced and then shipped; what shares an announcement, with the first."""
    return [
        (event, (event["announced"], event["date"]))
        for event in market["events"]
        if event["announced"] is not None
        and event["announced_with"] is None
        and not _is_preview(event, market)
    ]


def _waiting(market: CompiledMarket) -> dict[str, Span]:
    """Give what had not shipped at the end of the record, and for how long by then."""
    shown = {event["id"]: event["date"] for event in market["events"]}
    since = {
        **{id_: shown[id_] for entry in market["retreats"] for id_ in entry["withholds"]},
        **{entry["id"]: entry["announced"] for entry in market["not_shipped"]},
    }
    return {id_: (day, market["until"]) for id_, day in since.items()}


def _untold(market: CompiledMarket) -> dict[str, Span]:
    """Give the previews of which no source says whether the same thing came, and since when."""
    told = {_beginning(event, span[0], market) for event, span in _came(market)}
    withheld = {id_ for entry in market["retreats"] for id_ in entry["withholds"]}
    return {
        event["id"]: (event["date"], market["until"])
        for event in market["events"]
        if _is_preview(event, market)
        and event["id"] not in withheld
        and _beginning(event, event["date"], market) not in told
    }


def _beginning(event: Event, moment: str, market: CompiledMarket) -> tuple[str, ...]:
    """Give what a preview and the release of the same thing have in common."""
    company = market["actors"][event["actor"]]["company"]
    return company, event["capabilities"][0], moment


def _is_preview(event: Event, market: CompiledMarket) -> bool:
    return market["reaches"][event["reach"]]["status"] == PREVIEW


def _within(horizon: int, spans: list[Span], waiting: list[Span]) -> dict[str, int]:
    """Count what took at most so many months, and of how many one knows whether it did."""
    done = sum(is_within(span, horizon) for span in spans)
    return {"months": horizon, "cases": _cases(horizon, spans, waiting), "done": done}


def _cases(horizon: int, spans: list[Span], waiting: list[Span]) -> int:
    return len(spans) + sum(was_watched(span, horizon) for span in waiting)
