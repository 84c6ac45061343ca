"""``lifeline score``: judges idea files and exits with what came out."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date

from lifeline import __version__
from lifeline.cli.exits import Exit, exit_for
from lifeline.compiling.store import load_set, shipped_sets
from lifeline.errors import InvalidFile, Problem, UsageError
from lifeline.reading.discovery import find_ideas
from lifeline.reading.idea import read_idea
from lifeline.report import FORMATS, reporter_class
from lifeline.report.run import Run
from lifeline.report.terminal import safe
from lifeline.scoring.assess import assess

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment
    from lifeline.model.compiled import CompiledSet

STDIN = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="idea files, folders, or - for stdin (default: .)"
    )
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="how to write the result (default: text)"
    )
    parser.add_argument(
        "--as-of",
        type=_day,
        metavar="DATE",
        help="the day one looks, as 2026-11-22; it only ages evidence (default: today)",
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="take an answer without evidence, or with old evidence, for the worse ones too",
    )
    parser.add_argument(
        "--full", action="store_true", help="text: show everything, also for several files"
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a date such as 2026-11-22") from None


def execute(args: argparse.Namespace) -> int:
    """Judge the files and give the exit code."""
    found = find_ideas(args.paths or ["."])
    if found.others:
        noun = "file is" if found.others == 1 else "files are"
        _say(f"{found.others} other YAML {noun} not judged: no line begins with 'lifeline:'.")
    if not found.paths:
        raise UsageError("lifeline: no idea file here. One begins with the line 'lifeline: 1'.")
    compiled = load_set(os.path.join(shipped_sets(), "ngc"))
    as_of = args.as_of or date.today()
    run = Run(__version__, compiled, as_of, brief=len(found.paths) > 1 and not args.full)
    reporter = reporter_class(args.format)(sys.stdout, run)
    summary = dict.fromkeys(("ideas", "pass", "fail", "unclear", "invalid"), 0)
    for path in found.paths:
        assessment = _judge(path, compiled, as_of, strict=args.strict)
        summary["ideas"] += 1
        summary[assessment["verdict"]] += 1
        reporter.add(assessment)
    reporter.finish(summary)
    return exit_for(verdict for verdict in summary if verdict != "ideas" and summary[verdict])


def _judge(path: str, compiled: CompiledSet, as_of: date, *, strict: bool) -> Assessment:
    try:
        idea = read_idea(_read(path), path, compiled)
    except InvalidFile as error:
        _say(str(error))
        return _invalid(path, as_of, error)
    return assess(idea, compiled, as_of=as_of, path=path, strict=strict)


def _read(path: str) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise InvalidFile(
            path, [Problem(1, 1, "", f"cannot be read: {error.strerror}.")]
        ) from error


def _invalid(path: str, as_of: date, error: InvalidFile) -> Assessment:
    """Give the assessment of a file that cannot be judged: only what is wrong with it."""
    return {
        "path": path,
        "id": os.path.splitext(os.path.basename(path))[0],
        "idea": "",
        "assessed": None,
        "as_of": as_of.isoformat(),
        "verdict": "invalid",
        "lifeline": None,
        "caps": [],
        "scores": {},
        "findings": [],
        "open": [],
        "deciding": None,
        "completeness": {"settled": 0, "asked": 0},
        "errors": [
            {"message": p.message, "line": p.line, "column": p.column, "key": p.key}
            for p in error.problems
        ],
    }


def _say(text: str) -> None:
    """Talk: to stderr, each line safe to show."""
    print("\n".join(map(safe, text.split("\n"))), file=sys.stderr)


__all__ = ["Exit", "add_arguments", "execute"]
