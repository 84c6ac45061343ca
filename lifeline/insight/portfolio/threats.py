"""What gets most ideas first: causes and rules, each with the ideas that it ends, or may."""

from __future__ import annotations

from lifeline.model.words import CAUSES, CLOCKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.insight.portfolio.rows import Row
    from lifeline.model.compiled import CompiledSet

    Entry = dict[str, Any]


def causes_of(rows: list[Row]) -> list[Entry]:
    """Give the causes that stand at the low end of some idea, the worst first."""
    entries = [{"cause": cause, **_hit(rows, "causes", cause)} for cause in CAUSES]
    return _worst_first(entries)


def rules_of(rows: list[Row], compiled: CompiledSet) -> list[Entry]:
    """Give the rules whose cap stands at the low end of some idea, the worst first."""
    reasons = compiled["texts"]["reasons"]
    entries = [
        {
            "rule": cap["id"],
            "clock": CLOCKS[cap["clock"]],
            "cause": CAUSES[cap["cause"]],
            "because": reasons[cap["id"]]["because"],
            **_hit(rows, "rules", cap["id"]),
        }
        for cap in compiled["deciding"]["caps"]
    ]
    return _worst_first(entries)


def _hit(rows: list[Row], kind: str, name: str) -> Entry:
    return {
        status: [row["path"] for row in rows if name in row[kind][status]]
        for status in ("sure", "may")
    }


def _worst_first(entries: list[Entry]) -> list[Entry]:
    """Leave out what ends nothing; sort by how many are ended, then by how many may be."""
    found = [entry for entry in entries if entry["sure"] or entry["may"]]
    return sorted(found, key=lambda entry: (-len(entry["sure"]), -len(entry["may"])))
