"""Which idea files changed in git: committed since a version, or not committed yet."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lifeline.cli.changes import changes_in
from lifeline.cli.configuration.settling import settings_of
from lifeline.cli.surroundings import is_configuration, is_in, is_of_set, place_of, set_folders
from lifeline.cli.talk import say
from lifeline.errors import UsageError
from lifeline.reading.finding.ignoring import root_above
from lifeline.reading.shelves import packaged_sets

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from lifeline.cli.configuration.view import View

NAMED = 5
"""Files named of those that are gone."""


def changed_only(paths: list[str], args: argparse.Namespace) -> list[str]:
    """Give of some idea files those that changed, and those whose result something else may move.

    That is a rubric set in one of their repositories, which moves all, or a configuration, which
    moves those in its folder and below. What is judged for such a reason is said, and what is gone.

    Raises:
        LifelineError: when a file is in no repository, or git knows no such version.
    """
    places = {path: place_of(path) for path in paths}
    roots = {path: _root_of(path, place) for path, place in places.items()}
    changes = changes_in(roots.values(), args.since)
    named = [place_of(path) for path in args.paths or [os.curdir]]
    _say_gone([path for each in changes for path in each.gone(named)], args.since)
    moved = {path for each in changes for path in each.paths}
    by_set = _by_set(paths, moved, args)
    others = [path for path in paths if path not in by_set]
    kept = by_set | _by_configuration(others, places, moved, args)
    if not kept:
        say(f"lifeline: no idea file changed since {args.since}: nothing is judged.")
    return [path for path in paths if path in kept]


def _root_of(path: str, place: str) -> str:
    root = root_above(os.path.dirname(place))
    if root is None:
        raise UsageError(
            f"lifeline: {path} is in no git repository, so --since cannot tell whether it changed."
        )
    return root


def _by_set(paths: list[str], moved: set[str], args: argparse.Namespace) -> set[str]:
    """Give the files of which the set that judges them changed."""
    settings = settings_of(args)
    views = {path: settings.of(path) for path in paths}
    changed = {view: _changed_of_set(view, moved) for view in {*views.values()}}
    found = {path for path in paths if changed[views[path]]}
    if found:
        first = os.path.relpath(min(path for each in changed.values() for path in each))
        which = "idea" if len(found) == len(paths) else "idea that it judges"
        say(
            f"lifeline: the rubric set changed since {args.since}, so every {which} is judged:"
            f" {first}"
        )
    return found


def _changed_of_set(view: View, moved: set[str]) -> set[str]:
    """Give what changed of the files of the set that judges some ideas."""
    folders = {folder for folder in set_folders([view]) if not _is_installed(folder)}
    return {path for path in moved if is_of_set(path, folders)}


def _is_installed(folder: str) -> bool:
    """Whether a set came with the program, whose folder may stand in the repository (a venv)."""
    return is_in(folder, os.path.realpath(packaged_sets()))


def _by_configuration(
    paths: list[str], places: dict[str, str], moved: set[str], args: argparse.Namespace
) -> set[str]:
    """Give the files that changed, and those below a configuration that did."""
    settling = [os.path.dirname(path) for path in moved if is_configuration(path)]
    if args.config and os.path.realpath(args.config) in moved:
        settling.append(os.sep)
    own = {
        path
        for path in paths
        if moved & {places[path], os.path.realpath(path)}
        or not os.path.lexists(path)  # whoever reads it says so
    }
    below = {path for path in paths if any(is_in(places[path], folder) for folder in settling)}
    if below - own:
        say(
            f"lifeline: a configuration changed since {args.since}, so the ideas that it is about"
            " are judged too."
        )
    return own | below


def _say_gone(gone: Iterable[str], since: str) -> None:
    """Count what is not there any more, and name it as one would from here."""
    names = [os.path.relpath(path) for path in gone]
    if names:
        noun, are = ("idea file", "is") if len(names) == 1 else ("idea files", "are")
        shown = ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
        say(f"lifeline: {len(names)} {noun} of {since} {are} gone, or renamed: {shown}")
