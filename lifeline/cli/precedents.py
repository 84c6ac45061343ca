"""``lifeline precedents``: dated products with nearly the same answers, and what became of them."""

from __future__ import annotations

import argparse
import os

from lifeline.cli.exits import Exit
from lifeline.cli.ideas import read_file
from lifeline.cli.results import add_result_arguments, print_result
from lifeline.cli.sets import add_set_arguments, chosen_market, chosen_set, shipped_set

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled import CompiledSet

COUNT, MOST = 3, 20
"""Cases that are told unless somebody wants more, and the most."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = "Example: lifeline precedents idea.yaml --count 5"
    parser.add_argument("idea", metavar="IDEA", help="an idea file, or - for stdin")
    parser.add_argument(
        "--count",
        type=_count,
        default=COUNT,
        metavar="N",
        help=f"how many of the nearest products to tell, 1 to {MOST} (default: {COUNT})",
    )
    parser.add_argument(
        "--cases",
        metavar="FOLDER",
        help="dated products of your own, coded for the chosen set (default: the shipped ones)",
    )
    add_set_arguments(parser)
    add_result_arguments(parser)


def execute(args: argparse.Namespace) -> int:
    """Tell the nearest products; that there are none is no failure."""
    from lifeline.insight.precedents.nearest import precedents
    from lifeline.reading.idea import read_idea
    from lifeline.report.precedents import lay_out
    from lifeline.scoring.assess import Assessor

    compiled = chosen_set(args)
    data, name = read_file(args.idea)
    idea = read_idea(data, name, compiled)
    cases = _cases(args, compiled)
    assessor = Assessor(compiled, chosen_market(args))
    found = precedents(assessor, idea, cases, args.count)
    print_result(args, found, lambda terminal: lay_out(found, terminal))
    return Exit.PASSED


def _cases(args: argparse.Namespace, compiled: CompiledSet) -> dict[str, Any]:
    """Load the cases by the set that they were coded for: the shipped ones by the shipped set."""
    from lifeline.compiling.cases import load_cases
    from lifeline.compiling.store import load_set
    from lifeline.reading.shelves import shipped_sets

    if args.cases:
        return load_cases(args.cases, compiled)
    return load_cases(os.path.join(shipped_sets(), "cases"), load_set(shipped_set()))


def _count(text: str) -> int:
    """Read how many cases are wanted, as argparse calls it."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:3]) <= MOST):
        raise argparse.ArgumentTypeError(f"'{text}' is not a number from 1 to {MOST}")
    return int(text)
