"""Times the installed wheel against the floors that physics sets, as ratios of alternating runs."""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from harness import (
    SET,
    Bench,
    BenchmarkError,
    Command,
    Sample,
    make_corpus,
    measure,
    prepare,
    set_folder,
    workplace,
)

PAIRS = 10
QUICK_PAIRS = 3
MEMORY_PAIRS = 3

START_AIM = 4.0
FLOOR_AIM = 1.0
FLAT_AIM = 1.25
"""Room for a sorted list of paths, none for keeping what was read or found."""

HEADINGS = ("", "A", "B", "A/B", "min–max", "aim", "")
WIDTHS = (38, 10, 10, 7, 14, 7, 8)

Pairs = list[tuple[Sample, Sample]]


@dataclass(frozen=True)
class Row:
    """One line of the table: a figure of A and B over pairs of runs taken in turn."""

    what: str
    pairs: list[tuple[float, float]]
    show: Callable[[float], str]
    aim: float | None = None

    def cells(self) -> tuple[str, ...]:
        """Write the line's cells, in the order of the headings."""
        ratios = [a / b for a, b in self.pairs]
        ratio = median(ratios)
        sides = (self.show(median(side)) for side in zip(*self.pairs, strict=True))
        span = f"{min(ratios):.2f}–{max(ratios):.2f}"
        return (f"  {self.what}", *sides, f"{ratio:.2f}", span, *judged(ratio, self.aim))


def judged(ratio: float, aim: float | None) -> tuple[str, str]:
    """Say what was aimed at, and whether it was met; the ratio is judged as it is printed."""
    if aim is None:
        return ("–", "")
    return (f"≤ {aim:g}", "met" if round(ratio, 2) <= aim else "not met")


def main() -> int:
    """Measure and print; only a step that does not work makes this fail, never a ratio."""
    options = arguments().parse_args()
    try:
        with workplace(options.keep) as folder:
            report(folder, options)
    except BenchmarkError as error:
        print(f"benchmark stopped: {error}", file=sys.stderr)
        return 1
    return 0


def arguments() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--quick", action="store_true", help=f"{QUICK_PAIRS} pairs for the 10,000 files")
    add("--pairs", type=positive, default=PAIRS, help="pairs of runs a ratio (default %(default)s)")
    add("--set", type=set_folder, default=SET, help="the set the wheel ships (default: ngc)")
    add("--keep", type=Path, help="work in this folder, and leave it")
    return parser


def positive(text: str) -> int:
    """Read a number of pairs."""
    if (number := int(text)) < 1:
        raise argparse.ArgumentTypeError("at least one pair is needed")
    return number


def report(folder: Path, options: argparse.Namespace) -> None:
    """Prepare everything, then print each part of the table as soon as it is measured."""
    bench = prepare(folder)
    one, some, many = (make_corpus(folder, options.set, count) for count in (1, 1_000, 10_000))
    rounds = min(options.pairs, QUICK_PAIRS) if options.quick else options.pairs
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores")
    print(f"{options.pairs} pairs of runs, {rounds} for 10,000 files, {MEMORY_PAIRS} for memory\n")
    print_line(HEADINGS)
    section("One cold file; B = python -I -c pass", cold(bench, one, options.pairs))
    section("1,000 files; B = CSafeLoader alone", folders(bench, some, options.pairs))
    section("10,000 files; B = CSafeLoader alone", folders(bench, many, rounds))
    section("Peak memory; A = 10,000 files, B = 1,000 files", memory(bench, some, many))
    print(f"\nThe memory meter cannot read below {lowest_reading(bench):.1f} MiB.")


def cold(bench: Bench, corpus: Path, rounds: int) -> Iterator[Row]:
    """Score one file, by each way to call the command and in its usual formats."""
    file = str(next(corpus.iterdir()))
    commands = {
        "lifeline score FILE": bench.script("score", file),
        "python -m lifeline score FILE": bench.module("score", file),
        "lifeline score --format text FILE": bench.script("score", "--format", "text", file),
        "lifeline score --format json FILE": bench.script("score", "--format", "json", file),
    }
    for what, command in commands.items():
        pairs = alternate(bench, command, bench.start(), rounds)
        yield Row(what, pick(pairs, "wall"), seconds, START_AIM)


def folders(bench: Bench, corpus: Path, rounds: int) -> Iterator[Row]:
    """Score a folder; the CPU time shows whether its wall time was bought with more cores."""
    pairs = alternate(bench, jsonl(bench, corpus), bench.floor(corpus), rounds)
    yield Row("lifeline score --format jsonl DIR", pick(pairs, "wall"), seconds, FLOOR_AIM)
    yield Row("  its CPU time", pick(pairs, "cpu"), seconds)


def memory(bench: Bench, some: Path, many: Path) -> Iterator[Row]:
    """See whether ten times the files take more memory."""
    pairs = alternate(bench, jsonl(bench, many), jsonl(bench, some), MEMORY_PAIRS)
    show = partial("{:.1f} MiB".format)
    yield Row("lifeline score --format jsonl DIR", pick(pairs, "rss"), show, FLAT_AIM)


def jsonl(bench: Bench, corpus: Path) -> Command:
    """Score a folder to JSON lines."""
    return bench.script("score", "--format", "jsonl", str(corpus))


def alternate(bench: Bench, a: Command, b: Command, rounds: int) -> Pairs:
    """Run A B A B …, so that both sides see the same drift, after one run of each to warm up."""
    run = partial(measure, bench.folder)
    return [(run(a), run(b)) for _ in range(rounds + 1)][1:]


def pick(pairs: Pairs, figure: str) -> list[tuple[float, float]]:
    """Take one figure of every sample."""
    return [(getattr(a, figure), getattr(b, figure)) for a, b in pairs]


def lowest_reading(bench: Bench) -> float:
    """Ask what the meter says of a process that hardly needs any memory."""
    return measure(bench.folder, Command(("/bin/sh", "-c", ":"))).rss


def seconds(value: float) -> str:
    """Show a time in the unit that suits it."""
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.1f} ms"


def section(title: str, rows: Iterator[Row]) -> None:
    """Print a part of the table as its rows come in."""
    print(title)
    for row in rows:
        print_line(row.cells())


def print_line(cells: Sequence[str]) -> None:
    """Print one line: the first cell to the left, figures to the right."""
    first, *others = zip(cells, WIDTHS, strict=True)
    padded = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
    print(" ".join(padded).rstrip(), flush=True)


if __name__ == "__main__":
    sys.exit(main())
