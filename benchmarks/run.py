"""Times the installed wheel against the floors that physics sets, and against other programs."""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from harness import SET, Bench, BenchmarkError, set_folder, workplace
from parts import cold, folders, interface, memory, opened, others, sizes, verbs
from plan import QUICK_PAIRS, Plan
from table import HEADINGS, Line, print_line, section
from wheel import prepare

PAIRS = 10
FILES = 1_000

Part = Callable[[Plan], Iterator[tuple[str, Iterator[Line]]]]
"""Gives the sections of a table, each a title with its lines; they are measured when asked for."""

PARTS: dict[str, Part] = {
    "cold": cold.sections,
    "folders": folders.sections,
    "memory": memory.sections,
    "others": others.sections,
    "sizes": sizes.sections,
    "open": opened.sections,
    "verbs": verbs.sections,
    "interface": interface.sections,
}


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
    told = "measure this alone; may be repeated (default: all)"
    add("--part", choices=PARTS, action="append", dest="parts", help=told)
    add("--quick", action="store_true", help=f"{QUICK_PAIRS} pairs of the long runs")
    add("--pairs", type=positive, default=PAIRS, help="pairs of runs a ratio (default %(default)s)")
    told = "files in a folder; the big one has ten times as many (default %(default)s)"
    add("--files", type=positive, default=FILES, help=told)
    add("--set", type=set_folder, default=SET, help="the set the wheel ships (default: ngc)")
    add("--keep", type=Path, help="work in this folder, and leave it")
    told = "build no wheel: time what this Python has installed, such as a checkout under change"
    add("--installed", metavar="PYTHON", help=told)
    return parser


def positive(text: str) -> int:
    """Read a number of pairs or files."""
    if (number := int(text)) < 1:
        raise argparse.ArgumentTypeError("at least one is needed")
    return number


def report(folder: Path, options: argparse.Namespace) -> None:
    """Prepare everything, then print each part of the table as soon as it is measured."""
    bench = Bench(folder, options.installed) if options.installed else prepare(folder)
    plan = Plan(bench, options.set, options.pairs, options.files, options.quick)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores")
    print(f"{plan.pairs} pairs of runs, {plan.long_pairs} of long ones\n")
    print_line(HEADINGS)
    for name in options.parts or PARTS:
        for title, lines in PARTS[name](plan):
            section(title, lines)


if __name__ == "__main__":
    sys.exit(main())
