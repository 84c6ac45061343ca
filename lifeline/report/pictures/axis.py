"""Where months, days and scores stand across a picture, in percent of its width."""

from __future__ import annotations

from lifeline.model.words import FULL
from lifeline.scoring.calendar import MONTHS_IN_YEAR, months_after

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

LEFT, RIGHT = 0.8, 97.0
"""Where an axis begins and ends; right of it is room for what goes on."""


class Axis:
    """Values in order, from left to right; what lies beyond an end is put there."""

    def __init__(
        self, first: float = 0, last: float = FULL, left: float = LEFT, right: float = RIGHT
    ) -> None:
        self.first = first
        self.last = last
        self.left = left
        self.right = right

    def at(self, value: float) -> float:
        """Give the place of a value."""
        share = (value - self.first) / (self.last - self.first)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)


def months_between(start: date, day: date) -> float:
    """Give how many months lie between two days, in parts of the month they end in."""
    whole = (day.year - start.year) * MONTHS_IN_YEAR + day.month - start.month
    if months_after(start, whole) > day:
        whole -= 1
    begun, ends = months_after(start, whole), months_after(start, whole + 1)
    return whole + (day - begun).days / (ends - begun).days
