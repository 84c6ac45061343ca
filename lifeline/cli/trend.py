"""``lifeline trend``: the range of one idea over the versions of its file that git keeps."""

from __future__ import annotations

import argparse
import os
from datetime import date

from lifeline.cli.exits import Exit
from lifeline.cli.ideas import add_judging_arguments, read_file
from lifeline.cli.results import add_result_arguments, print_result
from lifeline.cli.sets import add_set_arguments, chosen_market, chosen_set
from lifeline.errors import LifelineError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.cli.versions import Versions
    from lifeline.insight.movement.state import State
    from lifeline.insight.movement.trend import Named
    from lifeline.reading.git.history import Version
    from lifeline.reading.git.repository import Repository
    from lifeline.scoring.assess import Assessor

MOST = 20
"""Versions that are shown, where nobody asks for more: about two screens."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = (
        "Each version is looked at from the day of its commit, and judged by the set that is"
        " installed. Example: lifeline trend ideas/my-idea.yaml --since 2026-01-01"
    )
    parser.add_argument("idea", metavar="IDEA", help="an idea file in a git repository")
    parser.add_argument(
        "--since",
        metavar="DATE|REV",
        help="leave out versions from before a day, or up to a commit, branch or tag of the"
        " repository you stand in",
    )
    parser.add_argument(
        "--max",
        type=_number,
        default=MOST,
        metavar="N",
        help=f"how many versions are shown, the newest (default: {MOST})",
    )
    add_set_arguments(parser)
    add_judging_arguments(parser)
    add_result_arguments(parser)


def _number(text: str) -> int:
    """Read how many as argparse calls it."""
    if not text.isascii() or not text.isdigit() or int(text[:9]) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of versions such as 10")
    return int(text[:9])


def execute(args: argparse.Namespace) -> int:
    """Judge each version and print the rows; the newest one has to be readable."""
    from lifeline.cli.gates import chosen_gate
    from lifeline.insight.movement.trend import trend
    from lifeline.report.trend import lay_out
    from lifeline.scoring.assess import Assessor

    repository, history, before = _history(args)
    compiled = chosen_set(args)
    assessor = Assessor(compiled, chosen_market(args), chosen_gate(args, compiled))
    named = _judged(repository, history, assessor, args)
    first = None
    if before is not None:
        ((_, first),) = _judged(repository, [before], assessor, args)
    named += _work_tree(history[-1] if history else before, repository, assessor, args)
    last = next(state for _, state in reversed([({}, first), *named]) if state is not None)
    found = {
        "format": 1,
        "path": last.path,
        "id": last.id,
        "idea": last.assessment["idea"],
        "set": {"id": compiled["set"], "version": compiled["version"]},
        "strict": args.strict,
        "shallow": repository.is_shallow,
        "older": before is not None,
        "rows": trend(named, first),
    }
    print_result(args, found, lambda terminal: lay_out(found, terminal))
    newest = named[-1][1] if named else first
    return Exit.INVALID if newest is not None and newest.idea is None else Exit.PASSED


def _history(args: argparse.Namespace) -> tuple[Repository, list[Version], Version | None]:
    """Give the versions to show, and the last one of those that are left out.

    Raises:
        LifelineError: when git keeps none.
    """
    from lifeline.cli.sides import require_no_link
    from lifeline.cli.versions import Versions
    from lifeline.reading.git.history import history_of

    if os.path.isdir(args.idea):
        raise UsageError(f"lifeline: {args.idea} is a folder. Expected one idea file.")
    require_no_link(args.idea)
    versions = Versions(args.idea)
    every = history_of(versions.repository, versions.inner)
    if not every:
        raise LifelineError(
            f"lifeline: git keeps no version of {args.idea}. Expected a file that was committed."
        )
    kept = _since(args.since, every, versions)[-args.max :]
    older = every[: len(every) - len(kept)]
    return versions.repository, kept, older[-1] if older else None


def _since(since: str | None, every: list[Version], versions: Versions) -> list[Version]:
    """Leave out what is older than a day, or what a version of git already had."""
    from lifeline.reading.git.history import commits_since

    if not since:
        return every
    try:
        first = date.fromisoformat(since)
    except ValueError:
        then = versions.own(versions.commit(since).name, since)
        if then is None:
            return every  # the submodule came later
        names = commits_since(versions.repository, then)
        return [version for version in every if version.commit.name in names]
    return [version for version in every if version.commit.day >= first]


def _judged(
    repository: Repository, history: list[Version], assessor: Assessor, args: argparse.Namespace
) -> list[Named]:
    """Judge versions, each on the day of its commit."""
    from lifeline.cli.kept import shown

    blobs = [version.blob for version in history if version.blob]
    contents = iter(repository.contents(blobs))
    found: list[Named] = []
    for version in history:
        commit, blob = version.commit, version.blob
        name = {
            "commit": commit.name,
            "date": commit.day.isoformat(),
            "subject": commit.subject,
        }
        if blob is None:
            found.append((name, None))
            continue
        found.append((name, _state(next(contents), shown(blob), assessor, commit.day, args)))
    return found


def _work_tree(
    newest: Version | None, repository: Repository, assessor: Assessor, args: argparse.Namespace
) -> list[Named]:
    """Judge the file as it is, if it is otherwise than the newest version."""
    if not os.path.lexists(args.idea):
        return []
    content, path = read_file(args.idea)
    kept = repository.contents([newest.blob]) if newest and newest.blob else [b""]
    if kept == [content]:
        return []
    name = {"commit": None, "date": args.as_of.isoformat(), "subject": None}
    return [(name, _state(content, path, assessor, args.as_of, args))]


def _state(
    content: bytes, path: str, assessor: Assessor, as_of: date, args: argparse.Namespace
) -> State:
    from lifeline.insight.movement.state import State

    return State(content, path, assessor, as_of, strict=args.strict)
