"""``lifeline ledger``: writes forecasts down, asks what came of them, and says how right it was."""

from __future__ import annotations

from argparse import ArgumentTypeError

from lifeline.cli.exits import Exit
from lifeline.cli.ideas import add_judging_arguments, day
from lifeline.cli.results import add_result_arguments
from lifeline.cli.sets import add_configuration_arguments, add_set_arguments
from lifeline.cli.subverbs import add_subverbs
from lifeline.model.words import COMPARABLE, FULL

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from lifeline.cli.bookkeeping.book import Book

FILE = "lifeline-ledger.jsonl"
AFTER = (3, 6, FULL)

SUBVERBS = {
    "add": "write down what is forecast of an idea, with the days on which to look again",
    "due": "list the days that have come, and of which nobody has said what came of them",
    "resolve": "write down what came of a forecast, and where that can be seen",
    "show": "list all forecasts, what came of them, and how right they were against a coin",
}
EPILOGS = {
    "add": "Nothing that stands in the file is ever changed. To correct a probability, add the idea"
    " again on the same day: the latest counts, and both are kept. Example: lifeline ledger add"
    " idea.yaml --probability 6=0.8 --probability 12=0.4",
    "due": "Example: lifeline ledger due",
    "resolve": "To correct what was written down, resolve it again: the latest counts, and all of"
    " it is kept. Example: lifeline ledger resolve 3f9a2c41d0 6 yes --on 2027-05-22"
    " --source https://example.org/report",
    "show": "exit codes: 0, or 2 when a line of the file cannot be read: the others are shown all"
    " the same. Example: lifeline ledger show --format json",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = "Example: lifeline ledger add idea.yaml"
    for subverb, subparser in add_subverbs(parser, SUBVERBS).items():
        subparser.epilog = EPILOGS[subverb]
        _add(subverb, subparser)


def _add(subverb: str, parser: argparse.ArgumentParser) -> None:
    if subverb == "add":
        _add_forecast_arguments(parser)
    elif subverb == "resolve":
        _add_outcome_arguments(parser)
    parser.add_argument(
        "--file",
        "--ledger",
        dest="ledger",
        metavar="FILE",
        help=f"the ledger (default: {FILE} beside the configuration, or where you are)",
    )
    if subverb == "add":
        add_set_arguments(parser, texts=False)
        add_judging_arguments(parser)
    else:
        parser.add_argument(
            "--as-of", type=day, metavar="DATE", help="the day you look from (default: today)"
        )
        add_configuration_arguments(parser)
    add_result_arguments(parser)


def _add_forecast_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("idea", metavar="IDEA", help="an idea file, or - for stdin")
    parser.add_argument(
        "--clock",
        dest="clocks",
        choices=COMPARABLE,
        action="append",
        default=[],
        help="what is forecast: advantage, necessity, or lifeline, the smaller of the two; repeat"
        " it for several (default: lifeline)",
    )
    parser.add_argument(
        "--probability",
        dest="own",
        action="append",
        default=[],
        metavar="MONTHS=P",
        help="what you believe yourself: that it still holds after 3, 6 or 12 months, from 0 to 1,"
        " as 6=0.7; repeat it for several",
    )


def _add_outcome_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("forecast", metavar="ID", help="the forecast, by its id or how that begins")
    parser.add_argument(
        "after", type=_months, metavar="MONTHS", help="of which day: 3, 6 or 12 months"
    )
    parser.add_argument(
        "outcome",
        choices=("yes", "no"),
        help="whether it still held on that day; no can also be said before it",
    )
    parser.add_argument(
        "--source",
        required=True,
        metavar="TEXT",
        help="where it can be seen: a link, or who says so",
    )
    parser.add_argument(
        "--on",
        type=day,
        required=True,
        metavar="DATE",
        help="the day on which it was seen; of a no, the day on which it had ended, if you know it",
    )
    parser.add_argument("--note", metavar="TEXT", help="what else there is to say")


def _months(text: str) -> int:
    """Read a number of months as argparse calls it."""
    if text not in map(str, AFTER):
        told = f"'{text}' is no number of months after which is asked. Expected 3, 6 or 12"
        raise ArgumentTypeError(told)
    return int(text)


def execute(args: argparse.Namespace) -> int:
    """Do what the subverb says."""
    from lifeline.cli.bookkeeping.book import Book  # --help needs none of it

    return Exit.PASSED if _verb(args.subverb)(Book(args)) else Exit.INVALID


def _verb(subverb: str) -> Callable[[Book], bool]:
    """Give what a subverb does; only for ``add`` what judges ideas is imported."""
    if subverb == "add":
        from lifeline.cli.bookkeeping.adding import add

        return add
    if subverb == "resolve":
        from lifeline.cli.bookkeeping.resolving import resolve

        return resolve
    from lifeline.cli.bookkeeping.looking import list_due, show

    return list_due if subverb == "due" else show
