"""``lifeline backtest``: how often a rubric set would have been right about dated products."""

from __future__ import annotations

import os

from lifeline.cli.drafts import write_whole
from lifeline.cli.exits import Exit
from lifeline.cli.results import add_result_arguments, print_result
from lifeline.cli.sets import add_set_arguments, chosen_folder, shipped_set
from lifeline.cli.talk import say
from lifeline.compiling.store import load_set
from lifeline.errors import InvalidFiles, UsageError
from lifeline.reading.sets import HISTORY_FILE
from lifeline.reading.shelves import packaged_sets, shipped_sets

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from lifeline.model.compiled import CompiledSet
    from lifeline.reading.cases import Cases


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = "Example: lifeline backtest --format json -o backtest.json"
    add_set_arguments(parser, texts=False)
    parser.add_argument(
        "--cases", metavar="FOLDER", help="dated products to test it on (default: the shipped ones)"
    )
    parser.add_argument(
        "--record",
        action="store_true",
        help="keep what was found beside the set, so that verdicts can tell it",
    )
    add_result_arguments(parser)


def execute(args: argparse.Namespace) -> int:
    """Test the set and print every figure; a bad figure is no failure."""
    # pydantic, which reads the cases, would make every --help wait
    from lifeline.backtesting.backtest import backtest
    from lifeline.report.backtest import lay_out

    folder = chosen_folder(args)
    if args.record and os.path.dirname(os.path.abspath(folder)) == packaged_sets():
        raise UsageError("lifeline: the installed set cannot be changed. Name your own: --set.")
    if args.record and args.cases and not (args.set or args.rubrics):
        raise UsageError("lifeline: the shipped set keeps what its own cases say. Name --set too.")
    compiled = load_set(folder)
    cases = _cases(args, compiled)
    found = backtest(compiled, cases)
    if args.record:
        _record(found["history"], os.path.join(folder, HISTORY_FILE))
    print_result(args, found, lambda terminal: lay_out(found, compiled["texts"], terminal))
    return Exit.PASSED


def _cases(args: argparse.Namespace, compiled: CompiledSet) -> Cases:
    """Read the cases.

    Raises:
        LifelineError: when something is wrong with them; of the shipped ones it is told in a word
            that the set asks other questions.
    """
    from lifeline.reading.cases import read_cases

    try:
        return read_cases(args.cases or os.path.join(shipped_sets(), "cases"), compiled)
    except InvalidFiles:
        known = {*compiled["index"], *compiled["retired"]["questions"]}
        if args.cases or known.issuperset(load_set(shipped_set())["index"]):
            raise
    told = f"{compiled['set']} asks other questions than the set that the shipped products were"
    advice = "Test it on products of your own: --cases FOLDER."
    raise UsageError(f"lifeline: {told} judged by. {advice}")


def _record(history: dict[str, Any], file: str) -> None:
    from lifeline.backtesting.recording import file_text

    write_whole(file, lambda stream: print(file_text(history), end="", file=stream), "history")
    say(f"What was found is kept in {file}.")
