"""Time to the first useful screen, against a bare Textual app of as many widgets."""

import tempfile
from collections.abc import Iterator

from interface import BARE, MOST, SHOWN
from interface import seconds as shown_after
from plan import Plan
from table import Line, Row, seconds


def sections(plan: Plan) -> Iterator[tuple[str, Iterator[Line]]]:
    """Give the part of the table."""
    yield "First useful screen; B = a bare Textual app", lines(plan)


def lines(plan: Plan) -> Iterator[Line]:
    """Start both in turn in a pseudo-terminal, after one run of each to fill caches."""
    python = plan.bench.python
    commands = {
        "lifeline": [python, "-m", "lifeline", "walk", "idea.yaml"],
        "bare": [python, "-c", BARE],
    }
    with tempfile.TemporaryDirectory() as folder:

        def shown(name: str) -> float:
            return shown_after(commands[name], folder, SHOWN[name])

        pairs = [(shown("lifeline"), shown("bare")) for _ in range(plan.pairs + 1)][1:]
    yield Row("lifeline walk FILE", pairs, seconds, MOST)
