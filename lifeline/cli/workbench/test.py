"""``lifeline rubric test``: runs the test vectors of a rubric set."""

from __future__ import annotations

from lifeline.cli.drafts import write_whole
from lifeline.cli.exits import Exit
from lifeline.cli.results import FORMATS, print_result, to_stdout
from lifeline.cli.sets import add_set_arguments, chosen_folder, folder_of
from lifeline.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any, TextIO

JUNIT = "junit"

OPTIONS = {
    "coverage": "name every choice, rule, protection and side of a condition, true or false, that"
    " no vector exercises for certain",
    "mutate": "weaken each rule, cap, lift and condition in turn, and name what no vector notices",
    "update": "write what came out into the files of the vectors, in the place of what was"
    " expected, and show the difference",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = (
        "Vectors lie in the folder tests of a set. Exit code 0 when all came out as expected and"
        " nothing is missing, 1 when not, 2 when a file is wrong or there was nothing to run."
        " Example: lifeline rubric test my-set --coverage"
    )
    parser.add_argument(
        "named", nargs="?", metavar="NAME|FOLDER", help="the rubric set, as after --set"
    )
    add_set_arguments(parser, texts=False)
    for option, about in OPTIONS.items():
        parser.add_argument(f"--{option}", action="store_true", help=about)
    parser.add_argument(
        "--format",
        choices=(*FORMATS, JUNIT),
        default="text",
        help="text, json or junit (default: text)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file, not to stdout")


def execute(args: argparse.Namespace) -> int:
    """Run the vectors and print what came out."""
    from lifeline.authoring.testing.session import tried  # pydantic would delay every --help

    found = tried(_folder(args), coverage=args.coverage, mutate=args.mutate, update=args.update)
    if args.format == JUNIT:
        _print_junit(args.output, found)
    else:
        from lifeline.report.testing import lay_out

        print_result(args, found, lambda terminal: lay_out(found, terminal))
    gaps = [search["gaps"] for search in (found["coverage"], found["changes"]) if search]
    return Exit.FAILED if found["summary"]["failed"] or any(gaps) else Exit.PASSED


def _folder(args: argparse.Namespace) -> str:
    if args.named and args.set:
        raise UsageError("lifeline: the set is named twice. Expected it once.")
    if args.named:
        return folder_of(args.named, [args.rubrics] if args.rubrics else [])
    return chosen_folder(args)


def _print_junit(output: str | None, found: dict[str, Any]) -> None:
    from lifeline.report.junit_tests import junit

    text = junit(found)
    if output:
        write_whole(output, lambda stream: _write(stream, text))
    else:
        to_stdout(lambda stream: _write(stream, text))


def _write(stream: TextIO, text: str) -> None:
    stream.write(text)
