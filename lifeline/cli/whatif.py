"""``lifeline whatif``: the fewest changes that would lift an idea to a target."""

from __future__ import annotations

from lifeline.cli.exits import Exit
from lifeline.cli.ideas import add_judging_arguments, read_file
from lifeline.cli.results import add_result_arguments, print_result
from lifeline.cli.sets import add_set_arguments, chosen_market, chosen_set

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from lifeline.insight.whatif.trials import Setting

MONTHS = (3, 6, 12)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = "Example: lifeline whatif idea.yaml --target 6"
    parser.add_argument("idea", metavar="IDEA", help="an idea file, or - for stdin")
    wanted = parser.add_mutually_exclusive_group()
    wanted.add_argument(
        "--target",
        type=int,
        choices=MONTHS,
        help="the months that the low end should reach: 3, 6 or 12"
        " (default: what the gate asks for; 12 where that is reached)",
    )
    wanted.add_argument(
        "--score", metavar="RUBRIC=N", default="", help="the score that a rubric should reach"
    )
    wanted.add_argument(
        "--verdict", choices=("pass",), default="", help="the verdict that is wanted: pass"
    )
    parser.add_argument(
        "--try",
        action="append",
        default=[],
        dest="named",
        metavar="QUESTION=ANSWER",
        help="try one answer by hand, such as payers=few; repeat it for several. All of several"
        " choices: assets=network,permit. One of two: need=often|sometimes",
    )
    parser.add_argument("--all", action="store_true", help="show every plan, not only the best 3")
    add_set_arguments(parser)
    add_judging_arguments(parser)
    add_result_arguments(parser)


def execute(args: argparse.Namespace) -> int:
    """Look for what would help; whether the idea passes is not asked here."""
    from lifeline.insight.whatif.asking import target_named, what_if
    from lifeline.report.whatif.page import lay_out

    base, name = _setting(args)
    setting = _with_tried(base, args.named)
    is_wanted = args.target or args.score or args.verdict or not args.named
    target = target_named(setting, args.target, args.score, args.verdict) if is_wanted else None
    found = what_if(base, setting, name, target)
    print_result(args, found, lambda terminal: lay_out(found, terminal, every=args.all))
    return Exit.PASSED


def _setting(args: argparse.Namespace) -> tuple[Setting, str]:
    """Give the idea with how it is judged, and the name of its file."""
    from lifeline.cli.gates import chosen_gate
    from lifeline.insight.whatif.trials import Setting
    from lifeline.reading.idea import read_idea
    from lifeline.scoring.assess import Assessor

    compiled = chosen_set(args)
    data, name = read_file(args.idea)
    idea = read_idea(data, name, compiled)
    assessor = Assessor(compiled, chosen_market(args))
    gate = chosen_gate(args, compiled)
    return Setting(assessor, idea, args.as_of, strict=args.strict, gate=gate), name


def _with_tried(base: Setting, named: list[str]) -> Setting:
    """Give the idea with the answers that are named by hand."""
    from lifeline.insight.whatif.by_hand import answers_named

    return base.answered(answers_named(base.compiled, named, base.as_of)) if named else base
