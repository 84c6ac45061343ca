"""Which idea files a verb is about: those that are named, and in folders those that it finds."""

from __future__ import annotations

import os

from lifeline.cli.configuration.kinds import of_flag
from lifeline.cli.configuration.settings import SETTINGS
from lifeline.cli.ideas import require_ideas
from lifeline.cli.talk import say
from lifeline.errors import UsageError
from lifeline.reading.finding.discovery import STDIN, find_ideas

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from lifeline.reading.finding.discovery import Found
    from lifeline.reading.finding.excluding import Exclusions

NAMED = 5
"""Files named of those that are not judged."""

HERE = "."

UNMARKED = "as no line begins with 'lifeline:'"
SPECIAL = "as pipes, devices and sockets are read only when named"
LINKS = "as links are followed only to files inside the folder that was named"


def add_input_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which files are meant."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="idea files, folders, patterns such as 'ideas/**/*.yaml', or - for stdin (default: .)",
    )
    parser.add_argument(
        "--stdin-filename",
        metavar="NAME",
        help="the name under which stdin is shown, and by which its configuration is found",
    )
    parser.add_argument(
        "--files-from",
        metavar="FILE",
        help="a file that names idea files and folders, one on each line or with a NUL after each;"
        " - for stdin",
    )
    parser.add_argument(
        "--since",
        metavar="REV",
        help="judge only what changed in git since it parted from this commit, branch or tag",
    )
    parser.add_argument(
        "--exclude",
        metavar="PATTERN",
        action="append",
        help="pass over such files and folders, written as in a .gitignore; may be repeated",
    )
    parser.add_argument(
        "--force-exclude",
        action="store_true",
        help="pass over what is excluded or ignored also where it is named itself",
    )
    parser.add_argument(
        "--skip-unmarked",
        action="store_true",
        help="pass over files without a line that begins with 'lifeline:' also where they are named"
        " themselves",
    )
    parser.add_argument(
        "--no-gitignore", action="store_true", help="judge also files that git is told to ignore"
    )


def add_running_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare whether files are judged or listed, how many at once, and whether on every save."""
    parser.add_argument(
        "--list-files", action="store_true", help="print which files would be judged, and end"
    )
    parser.add_argument(
        "-z",
        "--null",
        action="store_true",
        help="with --list-files: the names as they are, with a NUL after each, as --files-from and"
        " xargs -0 read them",
    )
    parser.add_argument(
        "--jobs",
        type=of_flag(SETTINGS["jobs"].kind.read),
        metavar="N",
        help="files judged at once; results are the same (default: as many as make it quicker)",
    )
    parser.add_argument(
        "--watch",
        action="store_true",
        help="judge again what is saved, until Ctrl-C is pressed; that is its end, exit code 0",
    )


def chosen_inputs(args: argparse.Namespace) -> list[str]:
    """Give the idea files that the arguments name, in the order in which they are judged.

    None are left where those that are there are passed over on purpose; a sentence says so.

    Raises:
        LifelineError: when there is none under the paths named, or the arguments contradict.
    """
    _check_stdin(args)
    named = _named(args)
    if not named:
        source = "stdin" if args.files_from == STDIN else args.files_from
        say(f"lifeline: {source} names no file: nothing is judged.")
        return []
    found = find_ideas(
        named, _exclusions(args, named), force=args.force_exclude, marked=args.skip_unmarked
    )
    _say_passed_over("other YAML file", found.others, UNMARKED)
    _say_passed_over("special file", found.special, SPECIAL)
    _say_passed_over("link", found.links, LINKS)
    if not found.paths and _are_left_out(found, named):
        say("lifeline: every idea file there is excluded, or ignored by git: nothing is judged.")
        return []
    if not found.paths and args.skip_unmarked and not any(map(os.path.isdir, named)):
        say("lifeline: none of the files named is an idea file: nothing is judged.")
        return []
    paths = require_ideas(found.paths, named)
    if not args.since:
        return paths
    from lifeline.cli.since import changed_only  # few runs ask git

    return changed_only(paths, args)


def _check_stdin(args: argparse.Namespace) -> None:
    """Refuse what is contradictory about stdin."""
    has_idea = STDIN in args.paths
    if has_idea and args.files_from == STDIN:
        raise UsageError(
            "lifeline: stdin cannot be an idea and the list of files too. Give one as a file."
        )
    if has_idea and args.since:
        raise UsageError("lifeline: git knows nothing of stdin. Leave out --since, or name a file.")
    if args.stdin_filename and not has_idea:
        raise UsageError(
            "lifeline: --stdin-filename names what comes through stdin: add - as PATH."
        )


def _named(args: argparse.Namespace) -> list[str]:
    """Give what is named: on the command line, by its patterns, and in a list."""
    named = list(args.paths)
    if any(map(_may_be_pattern, named)):
        named = _without_patterns(named)
    if args.files_from:
        from lifeline.cli.listing import read_list

        return [*named, *read_list(args.files_from)]
    return named or [HERE]


def _may_be_pattern(path: str) -> bool:
    return "*" in path or "?" in path or "[" in path


def _without_patterns(named: list[str]) -> list[str]:
    """Put for each pattern what it stands for.

    Raises:
        UsageError: when nothing is left.
    """
    from lifeline.reading.finding.globs import is_pattern, matches

    found = []
    for path in named:
        there = matches(path) if is_pattern(path) else [path]
        if not there:
            say(f"lifeline: no file or folder is called {path}, nor matches it as a pattern.")
        found += there
    if not found:
        raise UsageError("lifeline: nothing that was named is there.")
    return found


def _exclusions(args: argparse.Namespace, named: list[str]) -> Exclusions | None:
    """Give what is passed over; None where files are named only, as then nothing is."""
    if not args.force_exclude and not any(map(os.path.isdir, named)):
        return None
    from lifeline.reading.finding.excluding import Exclusions

    base = getattr(args, "exclude_from", "")
    return Exclusions(args.exclude or (), base, by_git=not args.no_gitignore)


def _are_left_out(found: Found, named: list[str]) -> bool:
    """Whether idea files are there, and passed over on purpose."""
    return bool(found.left_out and find_ideas(named).paths)


def _say_passed_over(noun: str, paths: list[str], why: str) -> None:
    """Count what is not judged in folders, and name the first."""
    if paths:
        are = " is" if len(paths) == 1 else "s are"
        shown = ", ".join(paths[:NAMED]) + (" …" if len(paths) > NAMED else "")
        say(f"{len(paths)} {noun}{are} not judged, {why}: {shown}")
