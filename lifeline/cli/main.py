"""The command: finds the verb, imports its module, and is the one boundary where errors end."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from importlib import import_module

from lifeline.cli.exits import Exit
from lifeline.cli.start import INTERRUPTED, asked_to_end
from lifeline.errors import LifelineError, UsageError
from lifeline.reading.spelling import not_among
from lifeline.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

VERBS = {
    "new": "write an idea file to fill in, or copy one to compare two directions",
    "walk": "answer the questions one by one; saved after every answer",
    "score": "judge idea files: months, reasons, verdict",
    "explain": "explain every month taken away or given back, down to the claim that says so",
    "whatif": "find the fewest changes that would lift an idea to a target, or try one by hand",
    "compare": "put ideas in order, or tell where several people or two rubric sets differ",
    "diff": "tell what moved between two files, or two versions in git, and what moved it",
    "precedents": "find dated products with nearly the same answers, and what became of them",
    "report": "write a page about ideas for a browser, for paper, or for a pull request",
    "form": "write a page on which applicants answer the questions in a browser, offline",
    "badge": "draw a badge for a README: the months and the verdict",
    "trend": "show the range of an idea over the versions of its file in git",
    "config": "show every setting, its value, and where it comes from",
    "baseline": "accept ideas as they stand, and hold them to it from then on",
    "ledger": "write forecasts down, ask what came of them, and say how right they were",
    "backtest": "test the rubric on dated products: how often it would have been right",
    "rubric": "write and test a rubric set of your own",
    "market": "look up what big companies shipped and when, and what models cost",
    "completion": "print the script that completes this command in bash, zsh or fish",
    "schema": "print the JSON Schema of a file, so that editors complete and check it",
}
"""Each verb is a module of this package with ``add_arguments(parser)`` and ``execute(args)``."""

VERBLESS = ("-h", "--help", "--version")
"""Flags that need no verb; argparse takes them shortened, too."""

ABOUT = "How long an AI product keeps its advantage and its necessity: months, with reasons."


BETWEEN_COLLECTIONS = 50_000
"""Objects between two garbage collections. What a file leaves behind is freed by counting; looking
for cycles every 700 objects, as Python does, takes a fifth of the time of a large run."""

HELP_WIDTH = 80
"""Columns of help. Left to itself, argparse imports 3 ms of modules to ask the terminal."""


class _Parser(argparse.ArgumentParser):
    """argparse, with our exit code and our way to talk."""

    def _get_formatter(self) -> argparse.HelpFormatter:
        return argparse.HelpFormatter(self.prog, width=HELP_WIDTH)

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print, and unlike argparse let it be known when that fails."""
        (file or sys.stderr).write(message)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and where help is."""
        from lifeline.cli.talk import say

        stop = "" if message.endswith("?") else "."
        say(f"lifeline: {message}{stop} See '{self.prog} --help'.")
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


def _check_verb(argv: list[str]) -> None:
    word = argv[0] if argv else "-"
    if word in VERBS or any(flag.startswith(word) for flag in VERBLESS):
        return
    if word.startswith("-"):
        _check_place(argv)
        return
    if os.path.exists(word):
        raise UsageError(
            f"lifeline: {word} is a file, not a verb. Did you mean: lifeline score {word}"
        )
    raise UsageError(f"lifeline: {not_among(word, VERBS, 'a verb')}")


def _check_place(argv: list[str]) -> None:
    """Say where a flag has its place that stands before the verb, or without one."""
    import re
    from shlex import join

    judged = "score" if any(map(os.path.exists, argv)) else "walk"
    verb = next((word for word in argv if word in VERBS), judged)
    parser, flag = _Parser(), argv[0].partition("=")[0]
    import_module(f"lifeline.cli.{verb}").add_arguments(parser)
    if flag in re.findall(r"--?[a-z-]+", parser.format_usage()):
        right = join([verb, *(word for word in argv if word != verb)])
        raise UsageError(f"lifeline: {flag} has its place behind a verb, as in: lifeline {right}")


def _is_watched() -> bool:
    """Whether somebody sits before a terminal in which the interface can be shown."""
    from lifeline.cli.faces import is_plain_wanted

    return not is_plain_wanted()


def main(argv: list[str]) -> int:
    """Run the command and give its exit code."""
    try:
        code = _executed(argv)
        _flush()
    except LifelineError as error:
        from lifeline.cli.talk import say_error

        say_error(error)
        return Exit.INVALID
    except BrokenPipeError:
        raise
    except OSError as error:
        _say_failed(error)
        return Exit.INVALID
    return code


def _executed(argv: list[str]) -> int:
    try:
        if not argv and _is_watched():
            argv = ["walk"]  # it begins with the list of ideas
        _check_verb(argv)
        parser = parser_for(argv)
        args, strange = parser.parse_known_args(argv)
        if strange:
            raise UsageError(_unknown(args.verb or "", strange))
        if args.verb is None:
            parser.print_help(sys.stderr)
            return Exit.INVALID
        args.typed = argv
        from lifeline.cli.configuration.settling import settle  # not for help

        settle(args)
        code: int = import_module(f"lifeline.cli.{args.verb}").execute(args)
    except SystemExit as left:  # argparse has said what there is to say
        return Exit.PASSED if left.code is None else int(left.code)
    return code


def _unknown(verb: str, strange: list[str]) -> str:
    """Say what no verb of this name takes; of a file to write to, how ``score`` is told of it."""
    told = f"lifeline: unknown: {' '.join(strange)}."
    if verb == "score" and any(word.startswith(("-o", "--output")) for word in strange):
        told += " To write a result to a file, put it behind its format: --format text:FILE."
    return f"{told} See '{f'lifeline {verb}'.strip()} --help'."


def _flush() -> None:
    try:  # noqa: SIM105  # contextlib takes a millisecond to import
        sys.stdout.flush()
    except BrokenPipeError:
        pass  # whoever was reading has had enough; what came out stands


def _say_failed(error: OSError) -> None:
    """Say what the system did not do, where nobody nearer to it knew better."""
    from lifeline.cli.talk import say

    if error.filename is not None:
        say(f"lifeline: {error.filename}: {error.strerror}.")
        return
    from lifeline.reading.refusals import refused

    say(f"lifeline: the output cannot be written: {refused(error)}")


def run() -> NoReturn:
    """Run the command as a process: nothing a person cannot read ever reaches the screen."""
    gc.set_threshold(BETWEEN_COLLECTIONS)
    _open_what_is_closed()
    try:
        code = main(sys.argv[1:])
    except KeyboardInterrupt:
        code = asked_to_end() or INTERRUPTED
    except BrokenPipeError:
        code = Exit.PASSED  # whoever was reading has had enough, and that is no fault
    except Exception as error:  # noqa: BLE001  # the one boundary
        code = asked_to_end() or _confess(error)
    _leave(code)


def _open_what_is_closed() -> None:
    """Give a stream that was closed when the process began somewhere to go."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def _leave(code: int) -> NoReturn:
    """End the process without taking its objects apart: a tenth of a cold run."""
    for stream in (sys.stdout, sys.stderr):
        try:  # noqa: SIM105  # contextlib takes a millisecond to import
            stream.flush()
        except OSError:
            pass  # closed from the other side
    os._exit(code)


def _confess(error: Exception) -> int:
    import traceback

    trace = "".join(traceback.format_exception(error))
    told = (
        f"lifeline {__version__} made a mistake of its own; your files are as they were.\n"
        "Please report it with the command you ran and the lines below.\n\n"
    )
    try:  # noqa: SIM105  # contextlib takes a millisecond to import
        print(told + trace, file=sys.stderr)
    except OSError:
        pass  # nobody can hear it; the exit code says it too
    return Exit.FAULT
