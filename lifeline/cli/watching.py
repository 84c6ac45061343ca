"""Judges again whenever something is saved, until somebody presses Ctrl-C."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from lifeline.cli.configuration.settings import TABLE
from lifeline.cli.configuration.settling import settings_of, settle
from lifeline.cli.configuration.view import FLAG
from lifeline.cli.exits import Exit
from lifeline.cli.inputs import chosen_inputs
from lifeline.cli.surroundings import is_configuration, is_of_set, place_of, set_folders
from lifeline.cli.talk import say, say_error
from lifeline.errors import LifelineError, UsageError
from lifeline.reading.finding.discovery import STDIN
from lifeline.reading.finding.walking import is_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lifeline.cli.configuration.view import View

    Score = Callable[[Namespace], int]

INSTALL = "pip install 'product-lifeline[watch]'"

LOOK_EVERY = 200
"""Milliseconds between two looks at configurations, which may lie far above the ideas."""


def watch(args: Namespace, score: Score, changes: Iterable[set[str]] | None = None) -> Exit:
    """Judge everything once, and then what changed each time something is saved.

    Args:
        args: what is judged, and how.
        score: judges what some arguments name.
        changes: the real paths of what was saved, time after time; None for those on the disk.

    Raises:
        LifelineError: when what tells of changes is not installed, stdin is to be judged, or there
            is no idea file.
    """
    if STDIN in (*args.paths, args.files_from):
        raise UsageError("lifeline: stdin does not change: leave out --watch, or name a file.")
    told = _watched(args) if changes is None else changes
    seat = _Seat(args, score)
    try:
        seat.judge_all()
        say("", "lifeline: waits for the next change. Ctrl-C ends it.")
        for changed in told:
            seat.take(changed)
    except KeyboardInterrupt:
        pass  # the way in which it ends
    return Exit.PASSED


class _Seat:
    """Who judges again, and what was judged so far: paths by real places."""

    def __init__(self, args: Namespace, score: Score) -> None:
        self.args = args
        self.score = score
        self.paths: dict[str, str] = {}
        self.folders: set[str] = set()

    def judge_all(self) -> None:
        """Find all files and judge them.

        Raises:
            LifelineError: when there is none, or they cannot be judged.
        """
        self._find()
        self._judge([*self.paths.values()])

    def take(self, changed: set[str]) -> None:
        """Judge what changed; what a person can mend is told, and the next change waited for."""
        try:
            self._take(sorted(changed))
        except LifelineError as error:
            say_error(error)

    def _take(self, changed: list[str]) -> None:
        moving = [p for p in changed if is_configuration(p) or is_of_set(p, self.folders)]
        if any(is_yaml(path) and path not in self.paths for path in changed):
            self._find()
        ideas = [path for path in changed if path in self.paths and os.path.lexists(path)]
        gone = [path for path in changed if path in self.paths and not os.path.lexists(path)]
        holds_all = any(output.file for output in self.args.outputs or ())  # a file of results
        if moving or ideas:
            _say_of("saved", moving + ideas)
        elif gone and holds_all:
            _say_of("gone", gone)
        if moving or (holds_all and (ideas or gone)):
            self.judge_all()
        else:
            self._judge([self.paths[path] for path in ideas])

    def _find(self) -> None:
        args = _afresh(self.args)
        self.paths = {place_of(path): path for path in chosen_inputs(args)}
        settings = settings_of(args)
        self.folders = set_folders(map(settings.of, self.paths.values()))

    def _judge(self, paths: list[str]) -> None:
        if paths:
            args = _afresh(self.args)
            args.paths, args.files_from, args.since = paths, None, None
            self.score(args)
            sys.stdout.flush()


def _say_of(what: str, paths: list[str]) -> None:
    say("", f"lifeline: {what}: {', '.join(map(os.path.relpath, paths))}")


def _afresh(args: Namespace) -> Namespace:
    """Give the arguments as they were given; what is not is settled anew, as by now it may be."""
    given = settings_of(args).given
    values = {**vars(args), "settings": None}
    for setting in TABLE:
        is_given = setting.key in given and given[setting.key].source == FLAG
        if setting.dest in values and not is_given:
            values[setting.dest] = [] if setting.key == "paths" else None
    found = Namespace(**values)
    settle(found)
    return found


def _watched(args: Namespace) -> Iterator[set[str]]:
    """Give what is saved in the folders of the ideas and of the set, and in configurations.

    Raises:
        UsageError: when what tells of changes is not installed.
    """
    try:
        import watchfiles
    except ImportError:
        raise UsageError(f"lifeline: --watch needs one package more: {INSTALL}") from None
    named = [place_of(path) for path in args.paths or [os.curdir]]
    folders = {path if os.path.isdir(path) else os.path.dirname(path) for path in named}
    folders |= set_folders(_views_named(args))
    there = [path for path in sorted(folders) if os.path.isdir(path)]
    changes = watchfiles.watch(
        *there, rust_timeout=LOOK_EVERY, yield_on_timeout=True, raise_interrupt=True
    )
    next(changes)  # from here on nothing is missed; what was saved until now is judged anyway
    return _told(changes, _Stamps(args))


def _views_named(args: Namespace) -> list[View]:
    settings = settings_of(args)
    return [settings.of_named(path) for path in args.paths or [os.curdir]]


def _told(changes: Iterable[Iterable[tuple[object, str]]], stamps: _Stamps) -> Iterator[set[str]]:
    for some in changes:
        changed = {place_of(path) for _, path in some} | stamps.changed()
        if changed:
            yield changed


class _Stamps:
    """When the configurations that count were saved last; they may lie far above the ideas."""

    def __init__(self, args: Namespace) -> None:
        views = _views_named(args)
        found = {view.configuration.path for view in views if view.configuration}
        self.known = {os.path.realpath(path): _stamp(path) for path in found}

    def changed(self) -> set[str]:
        """Give those that were saved since they were looked at last."""
        now = {path: _stamp(path) for path in self.known}
        changed = {path for path in now if now[path] != self.known[path]}
        self.known = now
        return changed


def _stamp(path: str) -> tuple[int, int]:
    """Say of a file when it was saved, and its size; of one that is gone nothing."""
    try:
        found = os.stat(path)
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
