"""Open questions: what one assessment takes with many of them, and whether its months are exact."""

import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from operator import itemgetter
from pathlib import Path

from harness import HERE, do
from plan import TIMES, Plan
from table import Figure, Line
from tangled import write_hidden, write_lifted, write_tangled

AIM = 0.05
COUNTS = (20, 40, 60, 0)
"""Open questions; 0 stands for all."""

IDEAS = 20
BIG_IDEAS = 3
RANDOM_SETS = 300
TANGLED = ((20, 4), (40, 4), (80, 4), (160, 4), (12, 12), (16, 16), (40, 16), (40, 40))
"""Questions, and how many of them each rule looks at; the last are far beyond the bound on work."""

LIFTED = (10, 20, 40)
"""Protections of one cap: that all can hold in any combination was once written down for each."""

HIDDEN = (20, 40, 80, 160)
"""Questions, each hidden by three others, and as many blockers."""


def sections(plan: Plan) -> Iterator[tuple[str, Iterator[Line]]]:
    """Give the part of the table."""
    count = min(plan.files, IDEAS)
    title = "One assessment in process, by the number of open questions"
    yield f"{title}; {plan.set.name}", by_count(plan, plan.set, plan.ideas(count))
    count, big = min(count, BIG_IDEAS), plan.big_set()
    named = f"{TIMES} times {plan.set.name}"
    yield f"{title}; {named}", by_count(plan, big, plan.ideas(count, big, TIMES))
    yield f"{title}, all open; tangled sets", tangled(plan)
    yield f"{title}, all open; random sets", at_random(plan)


def by_count(plan: Plan, rubric_set: Path, ideas: Path) -> Iterator[Line]:
    """Open more and more questions, at random."""
    found = plan.bench.inside("opened", str(rubric_set), str(ideas), *map(str, COUNTS))
    for count, runs in found["counts"].items():
        fresh, seasoned, exact = (list(column) for column in zip(*runs, strict=True))
        number = int(count) or found["questions"]
        ended = f", GIVEN UP {exact.count(None)}" if None in exact else ""
        what = f"{number} open, exact {exact.count(True)} of {len(exact)}{ended}"
        yield Figure(what, fresh, AIM if int(count) == COUNTS[1] else None)
        yield Figure("  after others of the same set", seasoned)


def tangled(plan: Plan) -> Iterator[Line]:
    """Assess ideas by sets in which everything hangs together."""
    folder = emptied(plan.bench.folder / "tangled")
    names: dict[str, str] = {}
    for count, width in TANGLED:
        name = write_tangled(folder / f"tangled-{count:04}-{width:04}", count, width).name
        names[name] = f"{count} open, rules on {width} each"
    for count in LIFTED:
        name = write_lifted(folder / f"lifted-{count:04}", count).name
        names[name] = f"{count} open, each brings a protection of one cap"
    for count in HIDDEN:
        name = write_hidden(folder / f"hidden-{count:04}", count).name
        names[name] = f"{count} open, each hidden by three others, as many blockers"
    found = plan.bench.inside("opened", str(folder))
    for name, (taken, exact) in zip(sorted(names), found, strict=True):
        yield Figure(f"{names[name]}: {said(exact)}", [taken])


def at_random(plan: Plan) -> Iterator[Line]:
    """Assess ideas by the sets that the tests generate."""
    if not find_spec("hypothesis"):
        yield "left out: this Python has no hypothesis, which the tests' sets are made with"
        return
    folder, count = emptied(plan.bench.folder / "random-sets"), min(plan.files, RANDOM_SETS)
    do(plan.bench.folder, sys.executable, str(HERE / "random_sets.py"), str(folder), str(count))
    found = plan.bench.inside("opened", str(folder))
    exact = sum(exact is True for _, exact in found)
    yield Figure(f"{len(found)} sets, exact {exact}", [taken for taken, _ in found])
    slowest = max(found, key=itemgetter(0))
    yield Figure(f"  the slowest: {said(slowest[1])}", slowest[:1])


def emptied(folder: Path) -> Path:
    """Give a new folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def said(exact: bool | None) -> str:
    """Say whether months are exact; None is of what did not end in time."""
    return {True: "exact", False: "wider, not exact", None: "GIVEN UP"}[exact]
