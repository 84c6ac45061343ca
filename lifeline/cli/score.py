"""``lifeline score``: judges idea files and exits with what came out."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date

from lifeline.cli.exits import exit_for
from lifeline.cli.outputs import Output, Outputs, output
from lifeline.compiling.store import load_set, shipped_sets
from lifeline.errors import InvalidFile, Problem, UsageError
from lifeline.reading.discovery import find_ideas
from lifeline.reading.idea import read_idea
from lifeline.report.run import Run
from lifeline.report.terminal import safe
from lifeline.scoring.assess import Assessor, invalid
from lifeline.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment

STDIN = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="idea files, folders, or - for stdin (default: .)"
    )
    parser.add_argument(
        "--format",
        type=output,
        action="append",
        dest="outputs",
        metavar="NAME[:FILE]",
        help="text, json or jsonl, to stdout or a file; may be repeated (default: text)",
    )
    parser.add_argument(
        "--as-of",
        type=_day,
        default=date.today(),
        metavar="DATE",
        help="the day one looks, as 2026-11-22; it only ages evidence (default: today)",
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="let an answer without evidence, or with old evidence, stand for the worse ones too",
    )
    parser.add_argument(
        "--full", action="store_true", help="text: show everything, also for several ideas"
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a date such as 2026-11-22") from None


def execute(args: argparse.Namespace) -> int:
    """Judge the files and give the exit code."""
    paths = _paths(args.paths or ["."])
    compiled = load_set(os.path.join(shipped_sets(), "ngc"))
    run = Run(__version__, compiled, args.as_of, brief=len(paths) > 1 and not args.full)
    assessor = Assessor(compiled)
    summary = dict.fromkeys(("ideas", "pass", "fail", "unclear", "invalid"), 0)
    with Outputs(args.outputs or [Output("text", "")], run) as outputs:
        for path in paths:
            assessment = _judge(path, assessor, args.as_of, strict=args.strict)
            summary["ideas"] += 1
            summary[assessment["verdict"]] += 1
            outputs.add(assessment)
        outputs.finish(summary)
    return exit_for(verdict for verdict in summary if verdict != "ideas" and summary[verdict])


def _paths(named: list[str]) -> list[str]:
    found = find_ideas(named)
    if found.others:
        noun = "file is" if found.others == 1 else "files are"
        _say(f"{found.others} other YAML {noun} not judged: no line begins with 'lifeline:'.")
    if not found.paths:
        raise UsageError("lifeline: no idea file here. One begins with the line 'lifeline: 1'.")
    return found.paths


def _judge(path: str, assessor: Assessor, as_of: date, *, strict: bool) -> Assessment:
    try:
        idea = read_idea(_read(path), path, assessor.compiled)
    except InvalidFile as error:
        _say(str(error))
        return invalid(error, as_of)
    return assessor.assess(idea, as_of=as_of, path=path, strict=strict)


def _read(path: str) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        problem = Problem(1, 1, "", f"cannot be read: {error.strerror}.")
        raise InvalidFile(path, [problem]) from error


def _say(text: str) -> None:
    """Talk: to stderr, each line safe to show."""
    print("\n".join(map(safe, text.split("\n"))), file=sys.stderr)
