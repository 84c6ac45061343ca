"""What the record of the market says of a day: nothing that became known after it is used."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date
    from typing import Any

    from lifeline.model.assessment import ParameterUsed
    from lifeline.model.compiled_market import CompiledMarket, Event, Retreat, Value

NOTHING, ANNOUNCED, PREVIEW, SHIPPED = "nothing", "announced", "preview", "shipped"
STATUSES = (NOTHING, ANNOUNCED, PREVIEW, SHIPPED)
"""How far the big companies are with a capability, the least first."""


def status_of(capability: str, day: date, market: CompiledMarket) -> dict[str, Any]:
    """Say how far the big companies were with a capability on a day, as the record knows it.

    An event counts from its day on, or from the first of the next month where only the month is
    known; before that, from its announcement on, as announced. A retreat undoes the events that it
    withdraws from its own day on. Events that only touch the capability count too. What belongs to
    a company counts as that company.

    Returns:
        ``status``, the highest that some company had; ``companies`` by the status that each had;
        ``events``, the ids of what says so, and ``retreats``, the ids of what was taken back.

    Raises:
        KeyError: when it is no capability of the record.
    """
    means = market["capabilities"][capability]
    iso = day.isoformat()
    retreats = [entry for entry in market["retreats"] if entry["known"] <= iso]
    touched = retreats_touch(market)
    best: dict[str, int] = {}
    events = []
    for id_, actor, status in _signs(capability, iso, _withdrawn(retreats), market):
        company = market["actors"][actor]["company"]
        best[company] = max(best.get(company, 0), STATUSES.index(status))
        events.append(id_)
    return {
        "capability": capability,
        "means": means,
        "day": iso,
        "status": STATUSES[max(best.values(), default=0)],
        "companies": {
            status: sorted(company for company, reached in best.items() if reached == place)
            for place, status in reversed([*enumerate(STATUSES)][1:])
        },
        "events": events,
        "retreats": [entry["id"] for entry in retreats if capability in touched[entry["id"]]],
    }


def _withdrawn(retreats: list[Retreat]) -> set[str]:
    return {id_ for entry in retreats for id_ in entry["withdraws"]}


def _signs(
    capability: str, iso: str, withdrawn: set[str], market: CompiledMarket
) -> Iterator[tuple[str, str, str]]:
    """Give the id, the actor and the status of whatever tells of a capability by a day."""
    for event in market["events"]:
        if capability in event["capabilities"] and event["id"] not in withdrawn:
            status = _status_by(event, iso, market)
            if status != NOTHING:
                yield event["id"], event["actor"], status
    for entry in market["not_shipped"]:
        if entry["capability"] == capability and entry["known"] <= iso:
            yield entry["id"], entry["actor"], ANNOUNCED


def _status_by(event: Event, iso: str, market: CompiledMarket) -> str:
    if event["known"] <= iso:
        return market["reaches"][event["reach"]]["status"]
    announced = event["announced_known"]
    return ANNOUNCED if announced is not None and announced <= iso else NOTHING


def events_touching(
    capabilities: Collection[str], since: date | None, until: date | None, market: CompiledMarket
) -> list[Event]:
    """Give the events of some capabilities that became known in a span, in order of their day.

    Args:
        capabilities: the ids of which an event has to touch one; when empty, all do.
        since: the first day; None for the beginning of the record.
        until: the last day; None for the end of the record.
        market: the record.
    """
    first, last = since.isoformat() if since else "", until.isoformat() if until else "~"
    return [
        event
        for event in market["events"]
        if first <= event["known"] <= last
        and (not capabilities or not set(capabilities).isdisjoint(event["capabilities"]))
    ]


def retreats_touch(market: CompiledMarket) -> dict[str, set[str]]:
    """Give the capabilities that each retreat touches: its own, and those of what it withdraws."""
    of_event = {event["id"]: event["capabilities"] for event in market["events"]}
    return {
        entry["id"]: {
            entry["capability"],
            *(word for id_ in entry["withdraws"] for word in of_event.get(id_, ())),
        }
        for entry in market["retreats"]
    }


def with_figures(market: CompiledMarket, figures: dict[str, float], where: str) -> CompiledMarket:
    """Give the record with other values of some parameters, for every day.

    Args:
        market: the record.
        figures: the values by parameter, in their units.
        where: what settles them, to be told with each.
    """
    parameters = dict(market["parameters"])
    for id_, figure in figures.items():
        value: Value = {
            "since": "",
            "known": "",
            "value": figure,
            "note": f"settled in {where}",
            "sources": [],
        }
        parameters[id_] = {**parameters[id_], "values": [value]}
    return {**market, "parameters": parameters}


def value_at(parameter: str, day: date, market: CompiledMarket) -> ParameterUsed | None:
    """Give the value of a parameter on a day; None before the first one is known.

    Returns:
        ``parameter``, ``unit``, ``value``, the date ``since`` it holds, ``note`` and ``sources``.

    Raises:
        KeyError: when it is no parameter of the record.
    """
    found, iso = market["parameters"][parameter], day.isoformat()
    held = [value for value in found["values"] if value["known"] <= iso]
    if not held:
        return None
    latest = held[-1]
    return {
        "parameter": parameter,
        "unit": found["unit"],
        "value": latest["value"],
        "since": latest["since"],
        "note": latest["note"],
        "sources": latest["sources"],
    }
