"""Verbs that people wait for: what-if, and checking a rubric set."""

import shutil
from collections.abc import Iterator

from harness import CACHE, ROOT
from plan import Plan
from table import Figure, Line, Row, alternate, pick, repeated, seconds

WHAT_IF_AIM = 0.1
CHECK_AIM = 1.0
IDEAS = 50


def sections(plan: Plan) -> Iterator[tuple[str, Iterator[Line]]]:
    """Give the part of the table."""
    yield "What-if; B = python -I -c pass", what_if(plan)
    yield "Checking a rubric set", check(plan)


def what_if(plan: Plan) -> Iterator[Line]:
    """Look for what would help, as a command, and on many ideas inside of one process."""
    bench = plan.bench
    pairs = alternate(bench, bench.script("whatif", plan.idea()), bench.start(), plan.pairs)
    yield Row("lifeline whatif FILE", pick(pairs, "wall"), seconds)
    generated = plan.ideas(min(plan.files, IDEAS))
    for name, folder in (("generated", generated), ("the examples", ROOT / "examples" / "ideas")):
        taken = bench.inside("whatif", str(plan.set), str(folder))
        yield Figure(f"own work, {len(taken)} ideas, {name}", taken, WHAT_IF_AIM)
        yield Figure("  the slowest", [max(taken)])


def check(plan: Plan) -> Iterator[Line]:
    """Check the set; where nothing was kept of earlier runs, and where it was."""
    command = plan.bench.script("rubric", "check", str(plan.set))
    first: list[float] = []
    for _ in range(plan.pairs):
        shutil.rmtree(plan.bench.folder / CACHE, ignore_errors=True)
        first += repeated(plan.bench, command, 1)
    yield Figure("lifeline rubric check FOLDER, nothing kept", first, CHECK_AIM)
    again = repeated(plan.bench, command, plan.pairs)
    yield Figure("lifeline rubric check FOLDER, once more", again, CHECK_AIM)
