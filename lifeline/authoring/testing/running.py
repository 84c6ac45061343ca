"""Runs the vectors of a set and gives what came out as plain data."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lifeline.authoring.testing.comparing import differences

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifeline.authoring.testing.seeing import Seen
    from lifeline.authoring.testing.under_test import UnderTest
    from lifeline.reading.vectors import Vector

PASSED, FAILED, UPDATED = "passed", "failed", "updated"


@dataclass(frozen=True)
class Trial:
    """A vector, what came out, and what of that differs from what it expects.

    ``tested`` is the set with the market's figures of the vector's day.
    """

    vector: Vector
    tested: UnderTest
    seen: Seen
    differences: list[dict[str, Any]]

    def data(self, folder: str) -> dict[str, Any]:
        """Give the trial as JSON shows it; ``folder`` is that of the set."""
        line, column = self.vector.place()
        return {
            "path": os.path.join(folder, self.vector.source.name),
            "line": line,
            "column": column,
            "name": self.vector.name,
            "status": FAILED if self.differences else PASSED,
            "differences": self.differences,
        }


def run_vectors(vectors: list[Vector], tested_on: Callable[[Vector], UnderTest]) -> list[Trial]:
    """Try each vector, in order, on the set as it is on its day."""
    return [_trial(vector, tested_on(vector)) for vector in vectors]


def _trial(vector: Vector, tested: UnderTest) -> Trial:
    seen = tested.seen(tested.completions(vector))
    return Trial(vector, tested, seen, differences(vector, seen))
