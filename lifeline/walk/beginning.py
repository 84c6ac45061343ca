"""Begins a way: at the first question, or where one stood when one left."""

from __future__ import annotations

from lifeline.walk.history import history_kept
from lifeline.walk.sheet import Sheet
from lifeline.walk.way import Way

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from lifeline.scoring.assess import Assessor


def way_through(  # noqa: PLR0913  # what a sheet takes, and two more by name
    assessor: Assessor, data: bytes, path: str, today: date, *, kept: Any, quick: bool = False
) -> Way:
    """Begin a way through an idea.

    Args:
        assessor: judges by the set whose questions are asked.
        data: what the file holds; nothing for a new one.
        path: its name.
        today: the day that new answers describe.
        kept: what was kept of the last way through it, whatever that is; None for nothing.
        quick: whether it goes by what settles the verdict.

    Raises:
        InvalidFile: when it cannot be read as an idea file.
    """
    sheet = Sheet(assessor, data, path, today)
    way = Way(sheet, quick=quick)
    held = kept if isinstance(kept, dict) else {}
    sheet.history = history = history_kept(held.get("history"), data)
    # what was kept of a file that is gone is not about a new one of its name
    here = held.get("here") if data or history.past or history.future else None
    if quick or not (isinstance(here, str) and way.go_to(here)):
        way.go_on()
    return way
