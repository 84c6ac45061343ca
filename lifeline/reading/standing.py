"""Where entries stand that a set takes over of another one, and what it says otherwise of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifeline.model.condition import Path
    from lifeline.reading.validation import Source

    Said = dict[Path, tuple[Source, Path]]
    """What is said otherwise of one entry, by its way inside it: the file, and the way there."""


@dataclass(frozen=True)
class Off:
    """What is switched off: its kind, the set whose overrides do that, and where they do."""

    kind: str
    set: str
    source: Source
    path: Path

    def told(self) -> str:
        """Say to a set that speaks of it that it is off, and by whom."""
        way = ".".join(map(str, self.path))
        where = f"{self.set} switches it off under '{way}' in its set.yaml."
        return f"is off: {where} Take it out here, or leave it on there."


@dataclass(frozen=True)
class Standing:
    """What a set that extends another one makes of the places in the files of that one.

    ``left`` are, by file and list, the places of what is not off. ``said`` is what is said
    otherwise, by the id of a rubric or ``RUBRIC/ID``; ``off`` what is switched off, by the same.
    """

    left: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    said: dict[str, Said] = field(default_factory=dict)
    off: dict[str, Off] = field(default_factory=dict)

    def place(self, source: Source, kind: str, number: int) -> int:
        """Give the place in a list of a file of what is left there, by its number among that."""
        left = self.left.get((source.name, kind))
        return number if left is None else left[number]
