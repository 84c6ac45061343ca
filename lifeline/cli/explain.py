"""``lifeline explain``: every month taken away or given back, down to the claim that says so."""

from __future__ import annotations

from lifeline.cli.exits import Exit
from lifeline.cli.ideas import add_judging_arguments, read_file
from lifeline.cli.results import add_result_arguments, print_result
from lifeline.cli.sets import add_set_arguments, chosen_market, chosen_set
from lifeline.insight.explaining import explain
from lifeline.reading.idea import read_idea
from lifeline.report.explanation import lay_out
from lifeline.scoring.assess import assess

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = "Example: lifeline explain idea.yaml nothing-protects"
    parser.add_argument("idea", metavar="IDEA", help="an idea file, or - for stdin")
    parser.add_argument(
        "subject",
        nargs="?",
        default="",
        metavar="RULE|QUESTION",
        help="one rule, protection or question, by its id (default: all that takes months)",
    )
    add_set_arguments(parser)
    add_judging_arguments(parser)
    add_result_arguments(parser)


def execute(args: argparse.Namespace) -> int:
    """Explain the idea; whether it passes is not asked here."""
    compiled = chosen_set(args)
    data, name = read_file(args.idea)
    idea = read_idea(data, name, compiled)
    market = chosen_market(args)
    assessment = assess(
        idea, compiled, as_of=args.as_of, path=name, strict=args.strict, market=market
    )
    found = explain(compiled, idea, assessment, args.subject, strict=args.strict, market=market)
    print_result(args, found, lambda terminal: lay_out(found, terminal))
    return Exit.PASSED
