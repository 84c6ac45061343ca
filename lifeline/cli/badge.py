"""``lifeline badge``: a small picture for a README that says the months and the verdict."""

from __future__ import annotations

import json
from argparse import SUPPRESS

from lifeline.cli.exits import Exit
from lifeline.cli.gates import add_gate_arguments
from lifeline.cli.ideas import add_judging_arguments
from lifeline.cli.sets import add_set_arguments

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import TextIO

    from lifeline.model.assessment import Assessment

SVG, JSON = "svg", "json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = (
        "exit codes: 0 the badge is written, whatever it says, 2 the file is invalid (the badge"
        " says so) or cannot be read (none is written). Example: lifeline badge idea.yaml -o"
        " lifeline.svg"
    )
    parser.add_argument("idea", metavar="IDEA", help="an idea file, or - for stdin")
    parser.add_argument("others", nargs="*", help=SUPPRESS)
    parser.add_argument(
        "--format",
        choices=(SVG, JSON),
        default=SVG,
        help="svg, or json as a badge service reads it from an address (default: svg)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file, not to stdout")
    add_set_arguments(parser, texts=False)
    add_judging_arguments(parser)
    add_gate_arguments(parser)


def execute(args: argparse.Namespace) -> int:
    """Write the badge; of an invalid file one that says so, as an older one would not be true."""
    from lifeline.cli.drafts import write_whole
    from lifeline.cli.results import to_stdout
    from lifeline.report.pictures.badge import badge, endpoint

    _require_one(args)
    assessment = _assessed(args)
    text = badge(assessment)
    if args.format == JSON:
        text = json.dumps(endpoint(assessment), indent=2) + "\n"

    def write(stream: TextIO) -> None:
        stream.write(text)

    if args.output:
        write_whole(args.output, write)
    else:
        to_stdout(write)
    _say_ahead(assessment, is_day_given=args.as_of is not None)
    if assessment["errors"]:
        _say_invalid(assessment, args.output)
        return Exit.INVALID
    return Exit.PASSED


def _require_one(args: argparse.Namespace) -> None:
    """Ask for one idea file.

    Raises:
        UsageError: when there are several, or it is a folder.
    """
    from lifeline.cli.single import require_file
    from lifeline.errors import UsageError

    if args.others:
        raise UsageError(
            f"lifeline: {args.others[0]}: a badge is of one idea; draw them one by one."
        )
    require_file(args.idea)


def _say_ahead(assessment: Assessment, *, is_day_given: bool) -> None:
    from lifeline.cli.single import still_ahead
    from lifeline.cli.talk import say

    ahead = still_ahead(assessment, is_day_given=is_day_given)
    if ahead:
        say(ahead)


def _assessed(args: argparse.Namespace) -> Assessment:
    """Judge the idea as ``score`` does; but what cannot be read leaves an older badge as it is.

    Raises:
        LifelineError: when the file, the set or a configuration cannot be read.
    """
    from lifeline.cli.gates import chosen_gate
    from lifeline.cli.ideas import read_file
    from lifeline.cli.judge import Judge
    from lifeline.cli.sets import chosen_market, chosen_set
    from lifeline.errors import InvalidFile
    from lifeline.reading.idea import read_idea
    from lifeline.scoring.assembling import invalid
    from lifeline.scoring.assess import Assessor

    compiled = chosen_set(args)
    assessor = Assessor(compiled, chosen_market(args))
    gate = chosen_gate(args, compiled)
    judge = Judge(assessor, args.as_of, strict=args.strict, gate=gate)
    data, name = read_file(args.idea)
    try:
        idea = read_idea(data, name, compiled)
    except InvalidFile as error:
        return invalid(error, args.as_of, gate, strict=args.strict)
    return judge.assessed(idea, name)


def _say_invalid(assessment: Assessment, output: str) -> None:
    from lifeline.cli.talk import say
    from lifeline.report.problems import problem_lines

    say(*problem_lines(assessment["path"], assessment["errors"]))
    say(f"lifeline: the badge in {output or 'the output'} says that the file is invalid.")
