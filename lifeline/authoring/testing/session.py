"""One run over the vectors of a set, from its folder to the plain data that reports show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.authoring.bench import Bench
from lifeline.authoring.testing.coverage import coverage as coverage_of
from lifeline.authoring.testing.mutating import unnoticed
from lifeline.authoring.testing.running import FAILED, PASSED, UPDATED, Trial, run_vectors
from lifeline.authoring.testing.under_test import under_test
from lifeline.authoring.testing.updating import update as write_anew
from lifeline.compiling.compile import compile_set
from lifeline.compiling.market import load_market
from lifeline.reading.set_models import read_models
from lifeline.reading.sets import read_files
from lifeline.reading.vectors import read_vectors
from lifeline.scoring.assess import parameters_used

if TYPE_CHECKING:
    from lifeline.authoring.testing.under_test import UnderTest
    from lifeline.reading.vectors import Vector
    from lifeline.scoring.resolving import KnownFigures

FORMAT = 1


def tried(
    folder: str, *, coverage: bool = False, mutate: bool = False, update: bool = False
) -> dict[str, Any]:
    """Run the vectors of a set.

    Args:
        folder: the set's.
        coverage: search for what no vector exercises.
        mutate: search for changes to the set that no vector notices.
        update: write what came out in the place of what was expected.

    Raises:
        LifelineError: when a file is wrong or cannot be written, or there is nothing to run.
    """
    session = _Session(folder)
    before = session.run()
    if update and any(trial.differences for trial in before):
        write_anew(folder, before, session.compiled)
    trials = session.run() if update else before
    results = [_told(folder, *pair) for pair in zip(before, trials, strict=True)]
    return {
        "format": FORMAT,
        "folder": folder,
        "set": session.compiled["set"],
        "version": session.compiled["version"],
        "vectors": results,
        "coverage": coverage_of(session.bench(), session.tested, trials) if coverage else None,
        "changes": unnoticed(session.bench(), session.tested, trials) if mutate else None,
        "summary": _summary(results),
    }


class _Session:
    """A set that is compiled once; its vectors may be read again."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.models = read_models(folder, read_files(folder))
        self.compiled = compile_set(self.models)
        self.tested = under_test(self.compiled)
        self.market = load_market()
        self.by_values: dict[KnownFigures, UnderTest] = {(): self.tested}

    def run(self) -> list[Trial]:
        return run_vectors(read_vectors(self.folder, self.compiled), self.tested_on)

    def tested_on(self, vector: Vector) -> UnderTest:
        """Give the set with the figures of the market that hold on a vector's day."""
        idea, deciding = vector.idea, self.compiled["deciding"]
        assessed = idea.assessed or vector.as_of
        used = parameters_used(deciding, idea.answers, assessed, self.market)
        values = tuple([each and each["value"] for each in used])
        if values not in self.by_values:
            self.by_values[values] = under_test(self.compiled, values)
        return self.by_values[values]

    def bench(self) -> Bench:
        return Bench(self.models, self.compiled)


def _told(folder: str, before: Trial, after: Trial) -> dict[str, Any]:
    """Tell of a vector that was written anew what it was, at the place where it is now."""
    if after.differences or not before.differences:
        return after.data(folder)
    return {**after.data(folder), "status": UPDATED, "differences": before.differences}


def _summary(results: list[dict[str, Any]]) -> dict[str, int]:
    statuses = [result["status"] for result in results]
    counts = {status: statuses.count(status) for status in (PASSED, FAILED, UPDATED)}
    return {"vectors": len(results), **counts}
