"""Versions of sets, compared."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    Parts = list[tuple[int, str]]


def parts_of(version: str) -> Parts:
    """Give major, minor and patch of a version as parts that compare like numbers.

    They stay text: a file may hold more digits than Python makes a number of.
    """
    numbers = (part.lstrip("0") for part in version.split("."))
    return [(len(number), number) for number in numbers]
