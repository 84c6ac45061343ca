"""A set ten times the size: ten times the questions and rules, and ideas that answer them all."""

from collections.abc import Iterator
from statistics import median

from plan import TIMES, Plan
from table import Line, Row, alternate, pick, seconds

AIM = 12.0
MOST_FILES = 100


def sections(plan: Plan) -> Iterator[tuple[str, Iterator[Line]]]:
    """Give the part of the table."""
    title = f"An idea; A = a set {TIMES} times the size of B and an idea {TIMES} times as long"
    yield f"{title}, B = {plan.set.name}", lines(plan)


def lines(plan: Plan) -> Iterator[Line]:
    """Score a folder with each set, in one process; then its steps alone, inside of one."""
    bench, big = plan.bench, plan.big_set()
    count = min(plan.files, MOST_FILES)
    sides = [(big, plan.ideas(count, big, TIMES)), (plan.set, plan.ideas(count))]
    options = ("--jobs", "1", "--set")
    a, b = (bench.jsonl(folder, *options, str(judged_by)) for judged_by, folder in sides)
    pairs = alternate(bench, a, b, plan.pairs)
    each = [(one / count, other / count) for one, other in pick(pairs, "wall")]
    yield Row(f"lifeline score --jobs 1, {count} files: each", each, seconds, AIM)
    steps = [bench.inside("steps", str(judged_by), str(folder)) for judged_by, folder in sides]
    for name in steps[0]:
        a_step, b_step = (median(side[name]) for side in steps)
        yield Row(f"  of it: {name}, medians", [(a_step, b_step)], seconds)
