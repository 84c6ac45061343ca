"""``lifeline score``: judges idea files and exits with what came out."""

from __future__ import annotations

from lifeline.cli.exits import exit_for
from lifeline.cli.ideas import add_judging_arguments, read_file, require_ideas
from lifeline.cli.outputs import Output, Outputs, output
from lifeline.cli.sets import add_set_arguments, chosen_market, chosen_set
from lifeline.cli.talk import say
from lifeline.errors import InvalidFile
from lifeline.reading.discovery import find_ideas
from lifeline.reading.idea import read_idea
from lifeline.report.run import Run
from lifeline.scoring.assembling import invalid
from lifeline.scoring.assess import Assessor
from lifeline.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from datetime import date

    from lifeline.model.assessment import Assessment

NAMED = 5
"""Files named of those that are not judged."""

UNMARKED = "as no line begins with 'lifeline:'"
SPECIAL = "as pipes, devices and sockets are read only when named"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = (
        "exit codes: 0 every idea passed, 1 at least one failed, 2 a file or the command line is"
        " wrong, 3 none failed but at least one is unclear. Example: lifeline score ideas/"
    )
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
    add_set_arguments(parser)
    add_judging_arguments(parser)
    parser.add_argument(
        "--full", action="store_true", help="text: show everything, also for several ideas"
    )


def execute(args: argparse.Namespace) -> int:
    """Judge the files and give the exit code."""
    paths = _paths(args.paths or ["."])
    compiled = chosen_set(args)
    market = chosen_market()
    brief = len(paths) > 1 and not args.full
    run = Run(__version__, compiled, args.as_of, brief=brief, market=market)
    assessor = Assessor(compiled, market)
    summary = dict.fromkeys(("ideas", "pass", "fail", "unclear", "invalid"), 0)
    with Outputs(args.outputs or [Output("text", "")], run) as outputs:
        for path in paths:
            assessment = _judge(path, assessor, args.as_of, strict=args.strict)
            if assessment["errors"] and not outputs.shows_errors:
                _say_errors(assessment)
            summary["ideas"] += 1
            summary[assessment["verdict"]] += 1
            outputs.add(assessment)
        outputs.finish(summary)
    return exit_for(verdict for verdict in summary if verdict != "ideas" and summary[verdict])


def _paths(named: list[str]) -> list[str]:
    found = find_ideas(named)
    _say_passed_over("other YAML", found.others, UNMARKED)
    _say_passed_over("special", found.special, SPECIAL)
    return require_ideas(found.paths, named)


def _judge(path: str, assessor: Assessor, as_of: date, *, strict: bool) -> Assessment:
    try:
        data, name = read_file(path)
        idea = read_idea(data, name, assessor.compiled)
    except InvalidFile as error:
        return invalid(error, as_of)
    return assessor.assess(idea, as_of=as_of, path=name, strict=strict)


def _say_passed_over(kind: str, paths: list[str], why: str) -> None:
    """Count what is not judged in folders, and name the first."""
    if paths:
        noun = "file is" if len(paths) == 1 else "files are"
        shown = ", ".join(paths[:NAMED]) + (" …" if len(paths) > NAMED else "")
        say(f"{len(paths)} {kind} {noun} not judged, {why}: {shown}")


def _say_errors(assessment: Assessment) -> None:
    from lifeline.report.problems import problem_lines

    say(*problem_lines(assessment["path"], assessment["errors"]))
