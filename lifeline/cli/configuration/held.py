"""What a configuration file holds, and where."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NOWHERE = (1, 1)
"""The line and column of what is not found."""


class Override:
    """What some files are settled otherwise: patterns of their paths, and the values."""

    __slots__ = ("number", "paths", "values")

    def __init__(self, number: int, paths: list[str], values: dict[str, Any]) -> None:
        self.number = number
        self.paths = paths
        self.values = values


class Configuration:
    """A configuration file that was read.

    ``path`` is as it is shown, ``folder`` is where it lies; ``values`` are by key, and
    ``overrides`` in the order of the file.
    """

    __slots__ = ("folder", "inner", "overrides", "path", "places", "text", "values")

    def __init__(self, folder: str, path: str, text: str, inner: tuple[str, ...]) -> None:
        self.folder = folder
        self.path = path
        self.text = text
        self.inner = inner
        self.values: dict[str, Any] = {}
        self.overrides: list[Override] = []
        self.places: dict[tuple[str, ...], tuple[int, int]] | None = None

    def place(self, *keys: str) -> tuple[int, int]:
        """Give the line and column of a key, or of the nearest one around it that is found."""
        if self.places is None:
            from lifeline.cli.configuration.lines import places  # for messages only

            self.places = places(self.text)
        way = (*self.inner, *keys)
        while way and way not in self.places:
            way = way[:-1]
        return self.places.get(way, NOWHERE)
