"""The table that the benchmarks print: figures of runs taken in turn, beside what is aimed at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from harness import Bench, Command, Sample, measure

HEADINGS = ("", "A", "B", "A/B", "min–max", "aim", "")
WIDTHS = (46, 10, 10, 7, 15, 9, 8)

Pairs = list[tuple[Sample, Sample]]
Show = Callable[[float], str]


@dataclass(frozen=True)
class Row:
    """One line of the table: a figure of A and B over pairs of runs taken in turn."""

    what: str
    pairs: list[tuple[float, float]]
    show: Show
    aim: float | None = None

    def cells(self) -> tuple[str, ...]:
        """Write the line's cells, in the order of the headings."""
        ratios = [a / b for a, b in self.pairs]
        ratio = median(ratios)
        sides = (self.show(median(side)) for side in zip(*self.pairs, strict=True))
        span = f"{min(ratios):.2f}–{max(ratios):.2f}"
        return (f"  {self.what}", *sides, f"{ratio:.2f}", span, *judged(round(ratio, 2), self.aim))


@dataclass(frozen=True)
class Figure:
    """One line of the table that stands for itself: seconds, and the seconds aimed at."""

    what: str
    values: list[float]
    aim: float | None = None

    def cells(self) -> tuple[str, ...]:
        """Write the line's cells; min and max are of A, as there is no B."""
        span = f"{number(min(self.values))}–{seconds(max(self.values))}"
        middle = median(self.values)
        return (f"  {self.what}", seconds(middle), "", "", span, *judged(middle, self.aim, seconds))


Line = Row | Figure | str
"""A line of the table; text is told as it stands."""


def judged(value: float, aim: float | None, show: Show = "{:g}".format) -> tuple[str, str]:
    """Say what was aimed at, and whether it was met; a ratio is judged as it is printed."""
    if aim is None:
        return ("–", "")
    return (f"≤ {show(aim)}", "met" if value <= aim else "not met")


def alternate(bench: Bench, a: Command, b: Command, rounds: int) -> Pairs:
    """Run A B A B …, so that both sides see the same drift, after one run of each to warm up."""
    run = partial(measure, bench.folder)
    return [(run(a), run(b)) for _ in range(rounds + 1)][1:]


def repeated(bench: Bench, command: Command, rounds: int) -> list[float]:
    """Give the wall seconds of some runs of a command."""
    return [measure(bench.folder, command).wall for _ in range(rounds)]


def pick(pairs: Pairs, figure: str) -> list[tuple[float, float]]:
    """Take one figure of every sample."""
    return [(getattr(a, figure), getattr(b, figure)) for a, b in pairs]


def seconds(value: float) -> str:
    """Show a time in the unit that suits it."""
    return f"{value:.2f} s" if value >= 1 else f"{number(value)} ms"


def number(value: float) -> str:
    """Show a time in the number of that unit."""
    return f"{value:.2f}" if value >= 1 else f"{value * 1000:.1f}"


def section(title: str, lines: Iterator[Line]) -> None:
    """Print a part of the table as its lines come in."""
    print(title)
    for line in lines:
        if isinstance(line, str):
            print(f"  {line}", flush=True)
        else:
            print_line(line.cells())


def print_line(cells: Sequence[str]) -> None:
    """Print one line: the first cell to the left, figures to the right."""
    first, *others = zip(cells, WIDTHS, strict=True)
    padded = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
    print(" ".join(padded).rstrip(), flush=True)
