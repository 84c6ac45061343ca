"""One cold file against the start of the same Python with nothing to do."""

from collections.abc import Iterator

from plan import Plan
from table import Line, Row, alternate, pick, seconds

AIM = 4.0


def sections(plan: Plan) -> Iterator[tuple[str, Iterator[Line]]]:
    """Give the part of the table."""
    yield "One cold file; B = python -I -c pass", lines(plan)


def lines(plan: Plan) -> Iterator[Line]:
    """Score one file, by each way to call the command and in its usual formats."""
    bench, file = plan.bench, plan.idea()
    commands = {
        "lifeline score FILE": bench.script("score", file),
        "python -m lifeline score FILE": bench.module("score", file),
        "lifeline score --format text FILE": bench.script("score", "--format", "text", file),
        "lifeline score --format json FILE": bench.script("score", "--format", "json", file),
    }
    for what, command in commands.items():
        pairs = alternate(bench, command, bench.start(), plan.pairs)
        yield Row(what, pick(pairs, "wall"), seconds, AIM)
