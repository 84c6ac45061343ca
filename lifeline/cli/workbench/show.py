"""``lifeline rubric show``: the manual of a rubric set, or of one entry of it."""

from __future__ import annotations

import json
import sys

from lifeline.cli.exits import Exit
from lifeline.cli.sets import SHIPPED, add_set_arguments, chosen_set, shipped_set
from lifeline.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from typing import Any, TextIO

    from lifeline.model.compiled import CompiledSet

    Write = Callable[[TextIO], None]

FORMATS = ("text", "markdown", "json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = "Examples: lifeline rubric show; lifeline rubric show ngc nothing-protects"
    parser.add_argument(
        "named", nargs="?", metavar="NAME|FOLDER", help="the rubric set, as after --set"
    )
    parser.add_argument(
        "entry",
        nargs="?",
        default="",
        metavar="ID",
        help="one question, rule or protection (default: the whole manual)",
    )
    add_set_arguments(parser)
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="text, markdown or json (default: text)"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file, not to stdout")


def execute(args: argparse.Namespace) -> int:
    """Print the manual."""
    from lifeline.cli.drafts import write_whole
    from lifeline.insight.subjects import subject_of
    from lifeline.report.manual.describing import describe

    if args.set and args.named:  # then the set is not named once more
        if args.entry:
            raise UsageError(f"lifeline: name one set: {args.set} or {args.named}.")
        args.named, args.entry = None, args.named
    args.set = args.set or args.named
    compiled = _chosen(args)
    entry = subject_of(compiled, args.entry)[1] if args.entry else ""
    write = _writer(args, describe(compiled), entry)
    if args.output:
        write_whole(args.output, write)
    else:
        write(sys.stdout)
    return Exit.PASSED


def _chosen(args: argparse.Namespace) -> CompiledSet:
    """Give the set that is named.

    Raises:
        LifelineError: when there is none, which says so where the name is an entry of ngc.
    """
    from lifeline.compiling.store import load_set
    from lifeline.insight.subjects import subject_of

    try:
        return chosen_set(args)
    except UsageError as error:
        if args.entry or not args.named:
            raise
        try:
            subject_of(load_set(shipped_set()), args.named)
        except UsageError:
            raise error from None
    raise UsageError(
        f"lifeline: '{args.named}' is not a rubric set, but an id of {SHIPPED}. Did you mean:"
        f" lifeline rubric show {SHIPPED} {args.named}"
    )


def _writer(args: argparse.Namespace, manual: dict[str, Any], entry: str) -> Write:
    """Give what writes a manual, or one entry of it, in the format that is asked for."""
    if args.format == "json":
        return lambda stream: _write_json(stream, manual, entry)
    if args.format == "markdown":
        return lambda stream: _write_page(stream, manual, entry, args)
    return lambda stream: _write_text(stream, manual, entry)


def _write_json(stream: TextIO, manual: dict[str, Any], entry: str) -> None:
    from lifeline.report.formats.json_report import inert_json
    from lifeline.report.manual.describing import only

    data = only(manual, entry) if entry else manual
    stream.write(inert_json(json.dumps(data, indent=2)) + "\n")


def _write_page(
    stream: TextIO, manual: dict[str, Any], entry: str, args: argparse.Namespace
) -> None:
    from lifeline.cli.commands import choosing
    from lifeline.report.formats.streams import in_utf_8
    from lifeline.report.manual.page import page_of

    in_utf_8(stream).write(page_of(manual, entry, args.lang, choosing(args)))


def _write_text(stream: TextIO, manual: dict[str, Any], entry: str) -> None:
    from lifeline.report.manual.text import lay_out
    from lifeline.report.terminal import Terminal

    terminal = Terminal(stream)
    terminal.write(lay_out(manual, terminal, entry))
