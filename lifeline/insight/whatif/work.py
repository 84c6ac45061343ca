"""How much may be tried to answer what would have to change: counted, and never timed.

So the answer is the same on every machine, whatever was asked before.
"""

from __future__ import annotations

WORK = 2_500_000
"""Entries of tables, each as often as its condition has parts, and what else takes as long: less
than a second. No idea of the shipped set takes a fifth of it."""

LAID, GROWN = 3, 4
"""What it takes to lay out each question of an idea, and to look at a set of moves."""


class Work:
    """What is left to spend. Each stage of an answer leaves half of it to those that follow."""

    __slots__ = ("kept", "left")

    def __init__(self, left: int = WORK) -> None:
        self.left = left
        self.kept = 0

    @property
    def is_spent(self) -> bool:
        """Whether the stage has spent what it may."""
        return self.left <= self.kept

    def begin(self) -> None:
        """Begin a stage."""
        self.kept = self.left // 2

    def take(self, units: int) -> None:
        """Spend some; what was begun is finished, also beyond the end."""
        self.left -= units
