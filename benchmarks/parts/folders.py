"""Folders of files against the floor: parsing them with CSafeLoader, and nothing else."""

from collections.abc import Iterator

from harness import Command
from plan import MANY, Plan
from table import Line, Row, alternate, pick, seconds

AIM = 1.0
TWO_AIM = 0.65


def sections(plan: Plan) -> Iterator[tuple[str, Iterator[Line]]]:
    """Give the part of the table."""
    yield f"{plan.files:,} files; B = CSafeLoader alone", some(plan)
    yield f"{plan.files * MANY:,} files; B = CSafeLoader alone", many(plan)


def some(plan: Plan) -> Iterator[Line]:
    """Score a folder with one core, with two processes, and with all there is."""
    score, floor = plan.bench.jsonl(plan.some()), plan.bench.floor(plan.some())
    two = plan.bench.jsonl(plan.some(), "--jobs", "2")
    ways = {
        "one core": (score.on(1), floor.on(1), AIM),
        "two cores": (score.on(2), floor.on(2), TWO_AIM),
        "all cores, --jobs 2": (two, floor, TWO_AIM),
        "all cores": (score, floor, AIM),
    }
    for what, (a, b, aim) in ways.items():
        yield from against_floor(plan, what, (a, b), aim)


def many(plan: Plan) -> Iterator[Line]:
    """Score ten times as many; the corpus is made only now."""
    folder = plan.many()
    both = plan.bench.jsonl(folder), plan.bench.floor(folder)
    yield from against_floor(plan, "all cores", both, AIM, rounds=plan.long_pairs)


def against_floor(
    plan: Plan, what: str, both: tuple[Command, Command], aim: float, rounds: int = 0
) -> Iterator[Line]:
    """Time both; CPU time shows whether the wall time was bought with more cores."""
    pairs = alternate(plan.bench, *both, rounds or plan.pairs)
    yield Row(f"lifeline score DIR, {what}", pick(pairs, "wall"), seconds, aim)
    yield Row("  its CPU time", pick(pairs, "cpu"), seconds)
