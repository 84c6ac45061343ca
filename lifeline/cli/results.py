"""How verbs other than ``score`` print one result: as text or JSON, to stdout or to a file."""

from __future__ import annotations

import json
import os
import sys

from lifeline.cli.commands import choosing
from lifeline.cli.drafts import write_whole
from lifeline.report.formats.json_report import inert_json
from lifeline.report.terminal import Terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from typing import Any, TextIO

    Layout = Callable[[Terminal], list[str]]

FORMATS = ("text", "json")


def add_result_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare how the result is printed, and where."""
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="text or json (default: text)"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file, not to stdout")


def print_result(
    args: argparse.Namespace, data: Any, lay_out: Layout, save: Callable[[], None] | None = None
) -> None:
    """Print plain data as the arguments ask for. A reader who leaves early changes no exit code.

    Args:
        args: the format, and the file or none.
        data: what is printed.
        lay_out: puts it into lines.
        save: writes what the verb itself keeps, once what is printed of it is ready.

    Raises:
        UsageError: when the file cannot be written.
    """
    if args.output:
        write_whole(args.output, lambda stream: _write(stream, args, data, lay_out, save))
        return
    text = _text(sys.stdout, args, data, lay_out)
    if save:
        save()
    to_stdout(lambda stream: stream.write(text))


def to_stdout(write: Callable[[TextIO], object]) -> None:
    """Print something; when its reader has gone, nobody wants the rest, and that is no fault."""
    try:
        write(sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # for what comes yet


def _write(
    stream: TextIO,
    args: argparse.Namespace,
    data: Any,
    lay_out: Layout,
    save: Callable[[], None] | None,
) -> None:
    """Write to a file that is not in its place yet."""
    stream.write(_text(stream, args, data, lay_out))
    stream.flush()
    if save:
        save()


def _text(stream: TextIO, args: argparse.Namespace, data: Any, lay_out: Layout) -> str:
    if args.format == "json":
        return inert_json(json.dumps(data, indent=2)) + "\n"  # ASCII, so that any stream takes it
    terminal = Terminal(stream, choosing(args))
    return terminal.text(lay_out(terminal))
