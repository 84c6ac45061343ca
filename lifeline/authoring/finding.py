"""What a check finds in a set: how bad it is, where it stands, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lifeline.reading.nodes import find

if TYPE_CHECKING:
    from lifeline.compiling.names import Spot

ERROR, NOTE = "error", "note"

LEVELS = {
    "rule-never-fires": ERROR,
    "question-never-asked": ERROR,
    "choice-never-matters": ERROR,
    "cap-always-lifted": ERROR,
    "cap-always-undercut": ERROR,
    "cap-never-alone": ERROR,
    "protection-lifts-nothing": ERROR,
    "lift-never-applies": ERROR,
    "better-gives-less": ERROR,
    "points-against-better": ERROR,
    "text-places": ERROR,
    "version-lowered": ERROR,
    "version-not-raised": ERROR,
    "translation-unknown": ERROR,
    "translation-places": ERROR,
    "claim-not-covered": ERROR,
    "parameter-unknown": ERROR,
    "better-not-decided": NOTE,
    "cap-not-decided": NOTE,
    "question-unused": NOTE,
    "weights-all-equal": NOTE,
    "claims-not-cited": NOTE,
    "claim-covered-twice": NOTE,
    "parameter-unused": NOTE,
    "quantity-unused": NOTE,
    "file-not-read": NOTE,
    "extended-version": NOTE,
    "folder-name": NOTE,
    "version-not-recorded": NOTE,
    "text-cut-off": NOTE,
    "translation-stale": NOTE,
    "translation-missing": NOTE,
}
"""Every check, and the level of what it finds. A set with errors does not pass."""


@dataclass(frozen=True)
class Finding:
    """One thing that a check found; line and column count from 1, ``file`` is in the folder."""

    check: str
    file: str
    line: int
    column: int
    key: str
    message: str
    remedy: str

    @property
    def level(self) -> str:
        """How bad it is."""
        return LEVELS[self.check]


def found_at(spot: Spot, check: str, message: str, remedy: str) -> Finding:
    """Give a finding at the place that a spot names, or as near to it as the file goes."""
    assert spot.source.root is not None, "a file that was compiled has a root"
    place, key = find(spot.source.root, spot.path)
    mark = place.start_mark
    return Finding(check, spot.source.name, mark.line + 1, mark.column + 1, key, message, remedy)
