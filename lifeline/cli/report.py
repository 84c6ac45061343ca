"""``lifeline report``: everything about an idea, or several, as one page or as Markdown."""

from __future__ import annotations

import argparse
import shlex
import sys

from lifeline.cli.exits import Exit
from lifeline.cli.gates import add_gate_arguments
from lifeline.cli.ideas import add_judging_arguments
from lifeline.cli.inputs import add_input_arguments, chosen_inputs
from lifeline.cli.sets import add_set_arguments
from lifeline.cli.talk import say
from lifeline.errors import UsageError
from lifeline.report.pages.beyond import PARTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.cli.reporting import Writer

HTML, MARKDOWN, PDF = "html", "markdown", "pdf"


FILE_TOO = "'{text}' names a file too. Expected {name}, and the file by -o: -o {file}"
FOR_PAPER = (
    "'pdf' is no format here: a browser makes one. Write html, open it in a browser and print it to"
    " PDF"
)
NO_FORMAT = "'{text}' is no format. Expected html or markdown"

WROTE = "Wrote {file}."
OPEN_IT = "Open it in a browser."

FOR_BROWSER = (
    "lifeline: a page is for a browser, and this is a terminal. Name a file for it, and open that:"
    " {command}"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = (
        "Examples: lifeline report idea.yaml -o report.html; lifeline report ideas/ -o ideas.html"
        " --without notes,evidence; lifeline report idea.yaml --format markdown"
    )
    add_input_arguments(parser)
    parser.add_argument(
        "--format",
        type=_format,
        choices=(HTML, MARKDOWN),
        default=HTML,
        help="html, one page that needs nothing else; or markdown, for a pull request"
        " (default: html)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file, not to stdout")
    parser.add_argument(
        "--without",
        type=_parts,
        default=(),
        metavar="PARTS",
        help="leave out, for a page that others are to see: notes; evidence and who says so; or"
        " both, as notes,evidence",
    )
    add_set_arguments(parser)
    add_judging_arguments(parser)
    add_gate_arguments(parser)


def _format(text: str) -> str:
    """Read a format, as argparse calls it; where it is none, say what is meant instead."""
    name, colon, file = text.partition(":")
    if name in (HTML, MARKDOWN) and file:
        raise argparse.ArgumentTypeError(
            FILE_TOO.format(text=text, name=name, file=shlex.quote(file))
        )
    if name == PDF:
        raise argparse.ArgumentTypeError(FOR_PAPER)
    if name not in (HTML, MARKDOWN) or colon:
        raise argparse.ArgumentTypeError(NO_FORMAT.format(text=text))
    return name


def _parts(text: str) -> tuple[str, ...]:
    """Read what is to be left out, as argparse calls it."""
    parts = tuple(part.strip() for part in text.split(","))
    for part in parts:
        if part not in PARTS:
            expected = " or ".join(PARTS)
            raise argparse.ArgumentTypeError(f"'{part}' cannot be left out. Expected {expected}")
    return parts


def writer_of(format_: str) -> type[Writer]:
    """Give what writes a format."""
    if format_ == MARKDOWN:
        from lifeline.report.formats.markdown_report import MarkdownReporter

        return MarkdownReporter
    from lifeline.report.pages.writing import PageWriter

    return PageWriter


def execute(args: argparse.Namespace) -> int:
    """Write the report; whether ideas pass is told in it, and is no matter of the exit code."""
    from lifeline.cli.bench import bench_for
    from lifeline.cli.drafts import write_whole
    from lifeline.cli.reporting import Reporting
    from lifeline.cli.results import to_stdout

    paths = chosen_inputs(args)
    if args.format == HTML and not args.output and sys.stdout.isatty():
        command = shlex.join(["lifeline", *args.typed, "-o", "report.html"])
        raise UsageError(FOR_BROWSER.format(command=command))
    if not paths:
        return Exit.PASSED
    reporting = Reporting(bench_for(args, paths), writer_of(args.format), args)
    if args.output:
        write_whole(args.output, lambda stream: reporting.write(paths, stream))
        opened = f" {OPEN_IT}" if args.format == HTML else ""
        say(f"{WROTE.format(file=args.output)}{opened}")
    else:
        to_stdout(lambda stream: reporting.write(paths, stream))
    return Exit.INVALID if reporting.wrong else Exit.PASSED
