"""Entries of ledgers, written by hand, and ledgers that hypothesis makes up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from lifeline.backtesting.forecasts import Forecast as Foretold
from lifeline.model.ledger import Entry, Forecast, Resolution
from lifeline.reading.ledger.lines import id_of, line_of
from lifeline.scoring.calendar import months_after

MADE = "2026-11-22"
MONTHS = (0, 3, 6, 12)


def forecast(
    low: int = 6,
    high: int = 12,
    *,
    idea: str = "bakery",
    clock: str = "lifeline",
    made: str = MADE,
    assessed: str = "",
    own: dict[int, float] | None = None,
    title: str = "Bakery orders",
    replaces: tuple[Forecast, ...] = (),
) -> Forecast:
    """Give a forecast; it is assessed on the day on which it is made unless told otherwise."""
    assessed = assessed or made
    days = {n: months_after(date.fromisoformat(assessed), n).isoformat() for n in (3, 6, 12)}
    foretold = Foretold((low, high), (0, 0))
    entry: Any = {
        "ledger": 1,
        "kind": "forecast",
        "idea": {"id": idea, "title": title, "path": f"ideas/{idea}.yaml"},
        "clock": clock,
        "months": {"low": low, "high": high},
        "made": made,
        "assessed": assessed,
        "strict": False,
        "set": {"id": "small", "version": "1.2.0", "deciding": "52f27d"},
        "tool": {"name": "lifeline", "version": "0.1.0"},
        "claims": [
            {
                "after": after,
                "on": on,
                "probability": foretold.lasts(after),
                "own": (own or {}).get(after),
            }
            for after, on in days.items()
            if on > made
        ],
    }
    if replaces:
        entry["replaces"] = sorted(one["id"] for one in replaces)
    found: Forecast = with_id(entry)
    return found


def resolution(
    about: Forecast,
    after: int,
    outcome: str,
    on: str = "",
    *,
    written: str = "2028-01-01",
    source: str = "https://example.org/orders",
    note: str | None = None,
    replaces: tuple[Resolution, ...] = (),
) -> Resolution:
    """Give what came of a claim; seen on the day of the claim unless told otherwise."""
    days = {claim["after"]: claim["on"] for claim in about["claims"]}
    entry: Any = {
        "ledger": 1,
        "kind": "resolution",
        "forecast": about["id"],
        "after": after,
        "outcome": outcome,
        "on": on or days[after],  # type: ignore[index]
        "source": source,
        "note": note,
        "written": written,
        "replaces": sorted(one["id"] for one in replaces),
    }
    found: Resolution = with_id(entry)
    return found


def with_id(entry: Any) -> Any:
    return {**entry, "id": id_of(entry)}


def written(*entries: Entry) -> bytes:
    return b"".join(map(line_of, entries))


ranges = st.tuples(st.sampled_from(MONTHS), st.sampled_from(MONTHS)).map(sorted)
probabilities = st.sampled_from([0.0, 0.1, 0.5, 0.7, 1.0])
forecasts = st.builds(
    lambda months, **more: forecast(*months, **more),
    ranges,
    idea=st.sampled_from(["bakery", "dentist", "école"]),
    clock=st.sampled_from(["lifeline", "advantage", "necessity"]),
    # few days, of which some are the same day after 3, 6 and 12 months
    made=st.sampled_from(["2024-01-01", "2024-01-02", "2024-04-01", "2024-07-01"]),
    own=st.dictionaries(st.sampled_from([3, 6, 12]), probabilities),
)


@st.composite
def ledgers(draw: st.DrawFn) -> list[Entry]:
    """Forecasts, and what came of some of their claims, some of it corrected or contradicted."""
    made = draw(st.lists(forecasts, max_size=4))
    if draw(st.booleans()) and made:
        slip = made[0]
        meant = with_id({**slip, "set": {**slip["set"], "version": "2"}, "replaces": [slip["id"]]})
        made.append(meant)
    entries: list[Entry] = [*made]
    known: list[Resolution] = []
    for about in made:
        for _ in range(draw(st.integers(0, 4))):
            claim = draw(st.sampled_from(about["claims"]))
            outcome = draw(st.sampled_from(["yes", "no"]))
            days = draw(st.integers(-40 if outcome == "no" else 0, 40))
            on = (date.fromisoformat(claim["on"]) + timedelta(days)).isoformat()
            replaced = tuple(one for one in known if draw(st.booleans()))
            known.append(resolution(about, claim["after"], outcome, on, replaces=replaced))
    return entries + known
