"""Says where the milliseconds of one cold run go: start of Python, imports, and the rest."""

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from statistics import median

from harness import (
    SET,
    Bench,
    BenchmarkError,
    Command,
    make_corpus,
    measure,
    set_folder,
    workplace,
)
from wheel import prepare

RUNS = 7
START = "site"
GROUPS = (START, "runpy", "yaml", "argparse", "json", "lifeline")
REST = "rest"
SLOWEST = 12

LINE = re.compile(r"import time: +(\d+) \| +\d+ \|( +)(\S+)")

Times = dict[str, float]
"""Milliseconds by name."""


@dataclass(frozen=True)
class Import:
    """One module of a trace, with the group that it belongs to and the one that asked for it."""

    name: str
    own: float
    """Milliseconds in this module alone."""
    group: str
    cause: str
    """The group of the nearest module above it that has one, or its own."""


@dataclass(frozen=True)
class Round:
    """What each process took in one round, in milliseconds."""

    start: float
    """Python with nothing to do."""
    total: float
    """Scoring one file."""
    work: float
    """Scoring it less the start and the imports, all of them traced: tracing slows imports only."""
    imports: list[Import]


def main() -> int:
    """Measure and print."""
    options = arguments().parse_args()
    try:
        with workplace(options.kept) as folder:
            kept = options.kept and Path(Bench(folder).python).exists()
            report(Bench(folder) if kept else prepare(folder), options.set)
    except BenchmarkError as error:
        print(f"benchmark stopped: {error}", file=sys.stderr)
        return 1
    return 0


def arguments() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", type=set_folder, default=SET, help="the set the idea answers")
    parser.add_argument("--kept", type=Path, help="use the venv that `run.py --keep` left here")
    return parser


def report(bench: Bench, rubric_set: Path) -> None:
    """Print the whole process, then the imports by package, then the slowest modules."""
    file = str(next(make_corpus(bench.folder, rubric_set, 1).iterdir()))
    rounds = [one_round(bench, file) for _ in range(RUNS + 1)][1:]
    runs = [one.imports for one in rounds]
    print(f"\nmedians of {RUNS} runs, in ms\n")
    print_whole(rounds)
    print_groups(middle(runs, lambda item: item.group), middle(runs, lambda item: item.cause))
    print_slowest(middle(runs, lambda item: item.name))


def one_round(bench: Bench, file: str) -> Round:
    """Run each process once, one soon after the other, so that all see the same drift."""
    start, total = walls(bench, file)
    traced_start, traced_total = walls(bench, file, "-X", "importtime")
    found = imports((bench.folder / "stderr").read_text(errors="replace"))
    imported = sum(item.own for item in found if item.group != START)
    return Round(start, total, traced_total - traced_start - imported, found)


def walls(bench: Bench, file: str, *options: str) -> tuple[float, float]:
    """Time Python with nothing to do, then scoring the file, in milliseconds."""
    start = Command((bench.python, *options, "-I", "-c", "pass"))
    score = bench.module("score", file, options=options)
    return measure(bench.folder, start).wall * 1000, measure(bench.folder, score).wall * 1000


def imports(text: str) -> list[Import]:
    """Read a trace, in which a module stands below those that it brought in."""
    lines = [match for match in map(LINE.fullmatch, text.splitlines()) if match]
    names = [match[3] for match in lines]
    started = names.index(START) + 1 if START in names else 0
    found = [Import(name, own, START, START) for name, own, _ in map(parts, lines[:started])]
    return found + list(climb(map(parts, reversed(lines[started:]))))


def parts(match: re.Match[str]) -> tuple[str, float, int]:
    """Split a line into its module, its own milliseconds, and how deep it stands."""
    return match[3], int(match[1]) / 1000, len(match[2])


def climb(lines: Iterable[tuple[str, float, int]]) -> Iterator[Import]:
    """Give every module the nearest group above it; the lines come with parents first."""
    above: list[tuple[int, str]] = []
    for name, own, depth in lines:
        while above and above[-1][0] >= depth:
            above.pop()
        group = group_of(name)
        cause = above[-1][1] if group == REST and above else group
        above.append((depth, cause))
        yield Import(name, own, group, cause)


def group_of(name: str) -> str:
    """Group a module by its top-level package; a C half counts with the other (`_json`)."""
    package = name.partition(".")[0].lstrip("_")
    return package if package in GROUPS else REST


def middle(runs: list[list[Import]], key: Callable[[Import], str]) -> Times:
    """Add up each run's imports by a key, and take the median over the runs."""
    sums = [add_up(run, key) for run in runs]
    names = {*GROUPS, REST}.union(*sums)
    return {name: median([one[name] for one in sums]) for name in names}


def add_up(run: list[Import], key: Callable[[Import], str]) -> Times:
    """Add up the milliseconds of one run by a key."""
    times: Times = defaultdict(float)
    for item in run:
        times[key(item)] += item.own
    return times


def print_whole(rounds: list[Round]) -> None:
    """Print the process from outside; what is neither start nor work is importing."""
    parts = {
        "whole process": [one.total for one in rounds],
        "  the start of Python (-I -c pass)": [one.start for one in rounds],
        "  imports": [one.total - one.start - one.work for one in rounds],
        "  the rest: reading, scoring, exit": [one.work for one in rounds],
    }
    for what, times in parts.items():
        print(f"{what:<34}{median(times):>8.1f}")
    print(f"{'  × the start':<34}{median(one.total / one.start for one in rounds):>8.2f}\n")


def print_groups(own: Times, brought: Times) -> None:
    """Print each group's own modules, and what came in because of it."""
    print(f"{'imports, while traced':<34}{'own':>8}{'with what it brings in':>26}")
    for group in (*GROUPS, REST):
        print(f"  {group:<32}{own[group]:>8.1f}{brought[group]:>26.1f}")


def print_slowest(modules: Times) -> None:
    """Print the slowest modules, each without what it imports."""
    print(f"\nthe {SLOWEST} slowest modules, own time")
    for name, time in sorted(modules.items(), key=itemgetter(1), reverse=True)[:SLOWEST]:
        print(f"  {name:<32}{time:>8.2f}")


if __name__ == "__main__":
    sys.exit(main())
