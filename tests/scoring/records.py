"""Records of the market to try what is said of a day: the small one, and generated ones."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st

from lifeline.compiling.market import build_market, known_from
from lifeline.model.compiled_market import CompiledMarket
from lifeline.reading.market import market_files
from tests.conftest import ROOT

CAPABILITIES = ["file-chat", "memory"]
FIRST, LAST = date(2023, 1, 1), date(2023, 12, 31)

DAYS = st.integers(0, (LAST - FIRST).days).map(lambda n: FIRST + timedelta(days=n))
MOMENTS = st.tuples(DAYS, st.booleans()).map(
    lambda drawn: drawn[0].isoformat()[: len("2023-09") if drawn[1] else None]
)


@cache
def small() -> CompiledMarket:
    """Give the record that is read in other tests."""
    return build_market("", market_files(str(ROOT / "tests" / "good" / "market")))


@st.composite
def events(draw: st.DrawFn, id_: str) -> dict[str, Any]:
    """Draw an event; of some the announcement is known."""
    moment, announced = draw(MOMENTS), draw(st.none() | MOMENTS)
    if announced is not None and announced > moment:
        announced = None
    return {
        **small()["events"][0],
        "id": id_,
        "date": moment,
        "known": known_from(moment),
        "actor": draw(st.sampled_from(["Acme", "Bolt", "Crane"])),
        "capabilities": draw(st.lists(st.sampled_from(CAPABILITIES), min_size=1, unique=True)),
        "reach": draw(st.sampled_from(["preview", "paid", "general"])),
        "announced": announced,
        "announced_known": announced and known_from(announced),
    }


@st.composite
def retreats(draw: st.DrawFn, id_: str, happened: list[dict[str, Any]]) -> dict[str, Any]:
    """Draw a retreat that withdraws some events, perhaps none."""
    withdrawn = draw(st.lists(st.sampled_from(happened), max_size=2)) if happened else []
    moment = max([draw(MOMENTS), *(event["date"] for event in withdrawn)], key=known_from)
    return {
        **small()["retreats"][0],
        "id": id_,
        "date": moment,
        "known": known_from(moment),
        "withdraws": [event["id"] for event in withdrawn],
    }


@st.composite
def records(draw: st.DrawFn, most_retreats: int = 3) -> CompiledMarket:
    """Draw a record of a few events of few actors, some of them taken back."""
    happened = [draw(events(f"event-{n}")) for n in range(draw(st.integers(0, 6)))]
    taken = [
        draw(retreats(f"retreat-{n}", happened)) for n in range(draw(st.integers(0, most_retreats)))
    ]
    found: Any = {
        **small(),
        "events": sorted(happened, key=lambda event: event["known"]),
        "retreats": sorted(taken, key=lambda entry: entry["known"]),
    }
    market: CompiledMarket = found
    return market
