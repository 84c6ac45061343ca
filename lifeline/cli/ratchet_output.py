"""Prints what ``lifeline baseline`` found: as text, JSON or annotations, to stdout or to a file."""

from __future__ import annotations

from lifeline.cli.drafts import write_whole
from lifeline.cli.results import print_result, to_stdout
from lifeline.cli.talk import say
from lifeline.report.baseline import lay_out
from lifeline.report.formats.streams import in_utf_8, write_lines
from lifeline.report.problems import problem_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from lifeline.cli.ratchet import Ratchet

    Data = dict[str, Any]

GITHUB = "github"


def print_found(ratchet: Ratchet, found: Data) -> None:
    """Print what was found as the arguments ask for; what is wrong with files is always said.

    A baseline that is to be written is, once all that is printed of it is ready.

    Raises:
        UsageError: when a file cannot be written.
    """
    args = ratchet.args
    is_shown = args.format == "text" and not args.output
    _say_errors(ratchet, {change["path"] for change in found["new"] if is_shown})
    if args.format == GITHUB:
        _annotate(args, found, ratchet.arguments())
    else:
        arguments = ratchet.arguments()
        print_result(args, found, lambda t: lay_out(found, t, arguments), ratchet.save)


def _say_errors(ratchet: Ratchet, shown: set[str]) -> None:
    for each in ratchet.standings:
        if each["errors"] and each["path"] not in shown:
            say(*problem_lines(each["path"], each["errors"]))


def _annotate(args: argparse.Namespace, found: Data, arguments: str) -> None:
    from lifeline.report.baseline_annotations import annotated

    lines = annotated(found, arguments)
    if args.output:
        write_whole(args.output, lambda stream: write_lines(stream, lines))
    else:
        to_stdout(lambda stream: write_lines(in_utf_8(stream), lines))
