"""One difference between two versions of a set: its kind, its place, and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from lifeline.reading.nodes import find
from lifeline.reading.set_models import place_of
from lifeline.reading.spelling import shortened

if TYPE_CHECKING:
    from lifeline.compiling.names import Spot

BREAKING, COMPATIBLE, NONE = "breaking", "compatible", "none"
KINDS = (BREAKING, COMPATIBLE, NONE)
"""What an idea file holds or a result means is gone or another; something came; only wording."""

LONGEST_SHOWN = 60
BEFORE_DIFFERENCE = 20
"""Signs of a text that messages show, and of these before the place where two texts part."""


class Verdict(NamedTuple):
    """The kind of a change and the reason for it."""

    kind: str
    reason: str


@dataclass(frozen=True)
class Change:
    """One difference; ``before`` and ``after`` are what the files say, None where nothing."""

    verdict: Verdict
    folder: str
    spot: Spot
    message: str
    before: str | None = None
    after: str | None = None
    hint: str = ""

    @property
    def kind(self) -> str:
        """How much it changes."""
        return self.verdict.kind

    def data(self) -> dict[str, Any]:
        """Give the change as the plain data that JSON shows; line and column count from 1."""
        assert self.spot.source.root is not None, "a file that was compiled has a root"
        place, key = find(self.spot.source.root, self.spot.path)
        mark = place.start_mark
        return {
            "kind": self.kind,
            "path": place_of(self.folder, self.spot.source.name),
            "line": mark.line + 1,
            "column": mark.column + 1,
            "key": key,
            "message": self.message,
            "before": self.before,
            "after": self.after,
            "reason": self.verdict.reason,
            "hint": self.hint or None,
        }


def parted(before: str, after: str) -> tuple[str, str]:
    """Give two texts as a message shows them: cut, with the place where they part."""
    pairs = zip(before, after, strict=False)
    shortest, longest = sorted((len(before), len(after)))
    common = next((place for place, (a, b) in enumerate(pairs) if a != b), shortest)
    start = max(0, common - BEFORE_DIFFERENCE) if longest > LONGEST_SHOWN else 0
    return _cut(before, start), _cut(after, start)


def _cut(text: str, start: int) -> str:
    head = "…" if start and text else ""
    return head + shortened(text[start:], LONGEST_SHOWN)
