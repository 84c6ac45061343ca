"""An idea version by version: its range, its verdict, and what moved it since the one before."""

from __future__ import annotations

from lifeline.insight.movement.compare import Comparison
from lifeline.insight.movement.reasons import count, reasons

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.insight.movement.state import State

    Data = dict[str, Any]
    Named = tuple[Data, State | None]
    """What names a version, and its state; None where the file was taken away."""

MOVING = ("months", "verdict")


def trend(versions: list[Named], before: State | None = None) -> list[Data]:
    """Give a row for each version, the oldest first.

    Args:
        versions: with what names them.
        before: the state before the first of them, if it was judged.
    """
    rows = []
    for name, state in versions:
        rows.append({**name, **_result(state), **_movement(before, state)})
        before = state
    return rows


def _result(state: State | None) -> Data:
    """Give what one version comes to."""
    if state is None:
        return {"as_of": None, "verdict": None, "lifeline": None, "days_left": None, "errors": []}
    data = state.data()
    kept = {key: data[key] for key in ("as_of", "verdict", "lifeline", "days_left")}
    return {**kept, "errors": state.assessment["errors"]}


def _movement(old: State | None, new: State | None) -> Data:
    """Give what became of the idea since the version before, and why in a few words."""
    if old is None and new is None:
        return {"change": "same", "months": None, "what": ""}
    found = Comparison().one(old, new)
    return {"change": found["change"], "months": found["months"], "what": _what(found)}


def _what(found: Data) -> str:
    change, edits = found["change"], len(found["changes"])
    if change in MOVING:
        return ", ".join(reasons(found))
    if change in ("unreadable", "never-readable"):
        return f"cannot be read: {count(len(found['errors']['new']), 'problem')}"
    if edits:
        return f"{count(edits, 'change')}, with the same months and verdict"
    return {
        "added": "the first version",
        "deleted": "taken away",
        "readable": "can be read now",
        "other": "the same months and verdict",
    }.get(change, "the same answers")
