"""The command: finds the verb, imports its module, and is the one boundary where errors end."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module

from lifeline import __version__
from lifeline.cli.exits import Exit
from lifeline.errors import LifelineError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

VERBS = {
    "score": "judge idea files: months, reasons, verdict",
}
"""Each verb is a module of this package with ``add_arguments(parser)`` and ``execute(args)``."""

ABOUT = "How long an AI product keeps its advantage and its necessity: months, with reasons."


class _Parser(argparse.ArgumentParser):
    """argparse, with our exit code and our way to talk."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and where help is."""
        print(f"lifeline: {message}. See '{self.prog} --help'.", file=sys.stderr)
        raise SystemExit(Exit.INVALID)


def parser_for(argv: list[str]) -> argparse.ArgumentParser:
    """Build the parser; of the verbs only the one that is named is imported, without one all."""
    parser = _Parser(prog="lifeline", description=ABOUT)
    parser.add_argument("--version", action="version", version=f"lifeline {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=_Parser)
    named = [word for word in argv[:1] if word in VERBS]
    for verb in named or VERBS:
        about = VERBS[verb]
        verb_parser = verbs.add_parser(verb, help=about, description=about)
        import_module(f"lifeline.cli.{verb}").add_arguments(verb_parser)
    return parser


def main(argv: list[str]) -> int:
    """Run the command and give its exit code."""
    parser = parser_for(argv)
    args = parser.parse_args(argv)
    if args.verb is None:
        parser.print_help(sys.stderr)
        return Exit.INVALID
    try:
        code: int = import_module(f"lifeline.cli.{args.verb}").execute(args)
        sys.stdout.flush()
    except LifelineError as error:
        print(error, file=sys.stderr)
        return Exit.INVALID
    return code


def run() -> NoReturn:
    """Run the command as a process: nothing a person cannot read ever reaches the screen."""
    try:
        code = main(sys.argv[1:])
    except KeyboardInterrupt:
        code = Exit.INTERRUPTED
    except BrokenPipeError:
        # the reader has gone: what is still buffered has nowhere to go, and that is no fault
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = Exit.PASSED
    except Exception as error:  # noqa: BLE001  # the one boundary
        code = _confess(error)
    sys.exit(code)


def _confess(error: Exception) -> int:
    import traceback

    trace = "".join(traceback.format_exception(error))
    print(
        f"lifeline {__version__} made a mistake of its own; your files are as they were.\n"
        "Please report it with the command you ran and the lines below.\n\n" + trace,
        file=sys.stderr,
    )
    return Exit.FAULT
