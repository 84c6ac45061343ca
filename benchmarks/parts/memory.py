"""Peak memory: whether ten times the files take more."""

from collections.abc import Iterator
from functools import partial

from harness import Command, measure
from plan import MANY, Plan
from table import Line, Row, alternate, pick

AIM = 1.25
"""Room for a sorted list of paths, none for keeping what was read or found."""

MOST_PAIRS = 3


def sections(plan: Plan) -> Iterator[tuple[str, Iterator[Line]]]:
    """Give the part of the table."""
    title = f"Peak memory; A = {plan.files * MANY:,} files, B = {plan.files:,} files"
    yield title, lines(plan)


def lines(plan: Plan) -> Iterator[Line]:
    """Score both folders, and tell what the meter says of next to nothing."""
    bench = plan.bench
    rounds = min(plan.pairs, MOST_PAIRS)
    pairs = alternate(bench, bench.jsonl(plan.many()), bench.jsonl(plan.some()), rounds)
    show = partial("{:.1f} MiB".format)
    yield Row("lifeline score --format jsonl DIR", pick(pairs, "rss"), show, AIM)
    least = measure(bench.folder, Command(("/bin/sh", "-c", ":"))).rss
    yield f"(the meter cannot read below {least:.1f} MiB)"
