"""``lifeline diff``: what moved between two states of an idea, and which cause moved it."""

from __future__ import annotations

import os

from lifeline.cli.exits import Exit
from lifeline.cli.ideas import add_judging_arguments, day
from lifeline.cli.results import add_result_arguments, print_result
from lifeline.cli.sets import add_set_arguments
from lifeline.errors import UsageError
from lifeline.reading.finding.discovery import STDIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from datetime import date
    from typing import Any

    from lifeline.cli.judges import Judges
    from lifeline.cli.sides import Side
    from lifeline.insight.movement.state import State
    from lifeline.scoring.assess import Assessor

DASHES = "--"
USAGE = "Expected two files, or one or two versions of git, --, and a file or folder."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.usage = (
        "lifeline diff [options] OLD NEW\n       lifeline diff [options] REV [REV] -- IDEA|FOLDER"
    )
    parser.epilog = (
        "Exit code 0 when no low end fell, 1 when one did, 2 when a file or the command line is"
        " wrong. Example: lifeline diff main -- ideas/"
    )
    parser.add_argument(
        "words",
        nargs="*",
        metavar="OLD NEW | REV [REV] --",
        help="two files or folders; or, before --, one version of the git repository you stand in,"
        " to compare with the files as they are, or two with each other",
    )
    parser.set_defaults(behind=None)
    _split_at_dashes(parser)
    add_set_arguments(parser)
    parser.add_argument(
        "--old-set",
        metavar="NAME|FOLDER|REV:FOLDER",
        help="the set for the old side, if it is another one (default: the same set; of one in the"
        " repository the version that git has)",
    )
    parser.add_argument(
        "--old-market",
        metavar="FOLDER",
        help="the record of the market for the old side, if it is another one",
    )
    add_judging_arguments(parser)
    parser.add_argument(
        "--old-as-of",
        type=day,
        metavar="DATE",
        help="the day you look from at the old side (default: the day of its commit; for a file,"
        " the same day as for the new side)",
    )
    add_result_arguments(parser)


def _split_at_dashes(parser: argparse.ArgumentParser) -> None:
    """Keep what stands behind ``--``: argparse forgets that there was one."""
    parse = parser.parse_known_args

    def parse_before(args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        words = list(args or ())
        place = words.index(DASHES) if DASHES in words else len(words)
        found, strange = parse(words[:place], namespace)
        found.behind = words[place + 1 :] if place < len(words) else None
        return found, strange

    parser.parse_known_args = parse_before  # type: ignore[method-assign]


def execute(args: argparse.Namespace) -> int:
    """Compare the two sides, print what moved, and say whether a low end fell."""
    from lifeline.cli.judges import Judges
    from lifeline.insight.movement.compare import Comparison
    from lifeline.insight.movement.pairing import pairs
    from lifeline.report.movement import lay_out

    (old, new), repository = _sides(args)
    then = args.old_as_of or (old.commit.day if old.commit else args.as_of)
    judges = Judges(args, (old, new), repository)
    states = _states(old, judges.old, then), _states(new, judges.new, args.as_of)
    paired = [(_alike(before, after, judges), after) for before, after in pairs(*states)]
    found = {
        "format": 1,
        "strict": all(state.strict for pair in paired for state in pair if state),
        "old": old.data(then),
        "new": new.data(args.as_of),
        **Comparison().all(paired),
    }
    _say_errors(args, found)
    print_result(args, found, lambda terminal: lay_out(found, terminal))
    if any(idea["new"] and idea["new"]["verdict"] == "invalid" for idea in found["ideas"]):
        return Exit.INVALID
    return Exit.FAILED if found["low_end_fell"] else Exit.PASSED


def _sides(args: argparse.Namespace) -> tuple[tuple[Side, Side], Any]:
    """Read what the command line names; and give the repository, if it names versions."""
    from lifeline.cli.sides import in_folders, in_git

    words, behind = args.words, args.behind
    if words and behind is not None:
        if len(words) > 2 or len(behind) != 1:  # noqa: PLR2004
            raise UsageError(f"lifeline diff: {USAGE} See 'lifeline diff --help'.")
        *first, last = words
        old, new = (first[0], last) if first else (last, None)
        one, other, repository = in_git(old, new, behind[0])
        return (one, other), repository
    files = behind if behind is not None else words
    if len(files) != 2:  # noqa: PLR2004
        raise UsageError(f"lifeline diff: {USAGE} See 'lifeline diff --help'.")
    for file in files:
        if file != STDIN and not os.path.lexists(file):
            raise UsageError(_no_file(file, files))
    return in_folders(*files), None


def _no_file(file: str, files: list[str]) -> str:
    path = files[1]
    told = f"lifeline: {file}: there is no such file or folder."
    if file == files[0] and os.path.lexists(path):
        return f"{told} If it is a version of git: lifeline diff {file} -- {path}"
    return told


def _states(side: Side, by: Callable[[str], Assessor], as_of: date) -> dict[str, State]:
    return {key: _state(*file, by(key), as_of) for key, file in side.files.items()}


def _state(content: bytes, path: str, assessor: Assessor, as_of: date) -> State:
    from lifeline.insight.movement.state import State

    return State(content, path, assessor, as_of, strict=assessor.strict)


def _alike(old: State | None, new: State | None, judges: Judges) -> State | None:
    """Give an old state judged as the new one of the idea is, which may lie elsewhere by now."""
    if old is None or new is None or old.assessor is judges.before(new.assessor):
        return old
    return _state(old.content, old.path, judges.before(new.assessor), old.as_of)


def _say_errors(args: argparse.Namespace, found: dict[str, Any]) -> None:
    """Tell what is wrong with files where the result is not shown as text."""
    if args.format == "text" and not args.output:
        return
    from lifeline.cli.talk import say
    from lifeline.report.problems import problem_lines

    for idea in found["ideas"]:
        if idea["errors"]["new"]:
            say(*problem_lines(idea["new"]["path"], idea["errors"]["new"]))
