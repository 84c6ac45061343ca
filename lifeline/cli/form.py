"""``lifeline form``: writes one offline page on which applicants answer the questions."""

from __future__ import annotations

import sys

from lifeline.cli.adding import rubrics_wanted
from lifeline.cli.commands import choosing
from lifeline.cli.drafts import write_whole
from lifeline.cli.exits import Exit
from lifeline.cli.sets import add_set_arguments, chosen_set
from lifeline.cli.talk import say
from lifeline.errors import UsageError
from lifeline.report.phrases import count
from lifeline.report.template import numbers_asked

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = (
        "Example: lifeline form -o form.html. Send the page to applicants: they open it in a"
        " browser, fill it in without a network, and send back the idea file that it saves. Then:"
        " lifeline score FILE"
    )
    parser.add_argument(
        "--with",
        action="append",
        dest="more",
        metavar="RUBRIC",
        help="ask the questions of an optional rubric too; or all",
    )
    add_set_arguments(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file, not to stdout")


def execute(args: argparse.Namespace) -> int:
    """Write the page, and say what to do with it."""
    if not args.output and sys.stdout.isatty():
        raise UsageError(
            "lifeline: a form is a page for a browser. Name the file to write: -o form.html"
        )
    compiled = chosen_set(args)
    more = rubrics_wanted(args.more, compiled)

    from lifeline.report.form.data import form_of
    from lifeline.report.form.page import page_of

    page = page_of(form_of(compiled, more))
    if not args.output:
        sys.stdout.buffer.write(page.encode())  # HTML is UTF-8, whatever the terminal speaks
        return Exit.PASSED
    write_whole(args.output, lambda stream: stream.write(page))
    asked = count(len(numbers_asked(compiled, more)), "question")
    say(f"Wrote {args.output}: {asked}. It needs no network, and sends nothing.")
    judging = f"lifeline score FILE{choosing(args)}"
    say(f"Send it to applicants. Judge the files that they send back with: {judging}")
    return Exit.PASSED
