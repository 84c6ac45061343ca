"""Changes the code in one place after the other, and fails where no test notices.

    python -m tests.mutation.survivors [PACKAGE…] [--processes N] [--in FOLDER] [--read]

A package is one of scoring, compiling, reading and insight, by default all four, or a module of one
(scoring.gate). Each mutant that survives stands in ``explained/PACKAGE.toml`` with a reason, or is
printed; so is an explanation that holds for no survivor any more. With ``--in FOLDER`` the copies
are kept: run again, only code that changed and what survived is tried. ``--read`` runs nothing and
reads what is there. It ends with 0 when nothing was printed as open, with 1 otherwise.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.mutation.explained import Explanation, read_explanations
from tests.mutation.mutants import (
    KILLED,
    SURVIVED,
    TIMEOUT,
    UNCHECKED,
    UNTRIED,
    Mutant,
    read_mutants,
)
from tests.mutation.running import DidNotRun, packages, run


def main() -> int:
    arguments = _parser().parse_args()
    with _folder(arguments.folder) as folder:
        open_ = [_judge(package, folder, arguments) for package in arguments.packages]
    return int(any(open_))


def sort_out(
    mutants: list[Mutant], explanations: list[Explanation]
) -> tuple[list[Mutant], list[Explanation]]:
    """Give the survivors that nothing explains, and the explanations that explain nothing."""
    left = [mutant for mutant in mutants if mutant.status not in {KILLED, TIMEOUT}]
    bare = [m for m in left if not any(each.holds_for(m) for each in explanations)]
    idle = [each for each in explanations if not any(each.holds_for(m) for m in left)]
    return bare, idle


def _judge(package: str, folder: Path, arguments: argparse.Namespace) -> bool:
    """Run a package, print what is open, and say whether anything is."""
    started = time.monotonic()
    if not arguments.read:
        run(package, folder / package, arguments.processes)
    mutants = read_mutants(folder / package)
    explanations = read_explanations(package.partition(".")[0])
    bare, idle = sort_out(mutants, explanations)
    idle = [each for each in idle if each.where.startswith(f"{package}.")]
    for mutant in bare:
        _print(f"{mutant.status}: {mutant}\n")
    for explanation in idle:
        _print(f"explains nothing any more: {explanation}\n")
    _print(f"{package}: {_numbers(mutants, bare)}, {(time.monotonic() - started) / 60:.1f} minutes")
    return bool(bare or idle)


def _numbers(mutants: list[Mutant], bare: list[Mutant]) -> str:
    found = Counter(mutant.status for mutant in mutants)
    left = found[SURVIVED] + found[UNTRIED] + found[UNCHECKED]
    return (
        f"{len(mutants)} mutants, {found[KILLED]} killed, {found[TIMEOUT]} never ended, "
        f"{left} survived, of which {left - len(bare)} explained"
    )


@contextlib.contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    if kept:
        yield kept
    else:
        with tempfile.TemporaryDirectory() as made:
            yield Path(made)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("packages", nargs="*", metavar="PACKAGE", default=packages())
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--in", dest="folder", type=Path, metavar="FOLDER")
    parser.add_argument("--read", action="store_true")
    return parser


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except DidNotRun as error:
        sys.exit(f"mutmut did not run:\n{error}")
