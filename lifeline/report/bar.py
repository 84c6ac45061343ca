"""The time bar: twelve months in a row, what is sure, what is open, and the days below."""

from __future__ import annotations

from lifeline.model.words import FULL
from lifeline.scoring.calendar import months_after

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.model.assessment import Months

TICKS = (0, 3, 6, FULL)


def bar(months: Months, columns: int, signs: dict[str, str]) -> str:
    """Draw a range of months: sure up to its low end, open up to its high end."""
    low, high = (months[end] * columns // FULL for end in ("low", "high"))
    return signs["sure"] * low + signs["open"] * (high - low) + signs["gone"] * (columns - high)


def scale(columns: int) -> str:
    """Write the months below a bar, each under its column."""
    return _at_columns({_column(tick, columns): str(tick) for tick in TICKS})


def days(assessed: date, columns: int) -> str:
    """Write the days of the scale below a bar."""
    return _at_columns(
        {_column(tick, columns): months_after(assessed, tick).isoformat() for tick in TICKS}
    )


def _column(tick: int, columns: int) -> int:
    return tick * columns // FULL


def _at_columns(words: dict[int, str]) -> str:
    line = ""
    for column, word in words.items():
        line = line.ljust(column) + word
    return line
