"""Settles what holds, and knows where each value comes from.

A flag goes before the environment, that before a file, and that before what holds by itself.
"""

from __future__ import annotations

import os

from lifeline.cli.configuration.given import given_by, is_absent
from lifeline.cli.configuration.nearest import Configurations
from lifeline.cli.configuration.settings import IDEA, NO_DAY, SETTINGS
from lifeline.cli.configuration.view import FLAG, View
from lifeline.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping
    from typing import Any

    from lifeline.cli.configuration.held import Configuration, Override
    from lifeline.cli.configuration.view import Settled

STDIN = "-"

ANY_FILE = "*"
"""Stands for the files of a folder, where somebody asks what is settled for it."""


class Settings:
    """What is settled for one call of the command, and for the ideas that it is about."""

    def __init__(self, args: argparse.Namespace, environment: Mapping[str, str]) -> None:
        """Take the flags and the environment.

        Raises:
            UsageError: when a variable holds what its setting cannot be.
        """
        self.here = _here()
        self.given = given_by(args, environment, self.here)
        self.configurations = _configurations(self.given)
        self.views: dict[tuple[str, tuple[int, ...]], View] = {}

    def of_run(self) -> View:
        """Give what is settled where one stands."""
        return View(self.given, self.configurations.nearest(self.here), [])

    def of(self, path: str) -> View:
        """Give what is settled for an idea file; the same view for all that are settled alike."""
        place = self._place_of(path)
        configuration = self.configurations.nearest(os.path.dirname(place))
        overrides = _about(configuration, place)
        which = configuration.path if configuration else ""
        alike = which, tuple([override.number for override in overrides])
        if alike not in self.views:
            self.views[alike] = View(self.given, configuration, overrides)
        return self.views[alike]

    def of_named(self, path: str) -> View:
        """Give what is settled for what somebody named, which may be a folder."""
        is_folder = path != STDIN and os.path.isdir(path)
        return self.of(os.path.join(path, ANY_FILE) if is_folder else path)

    def _place_of(self, path: str) -> str:
        """Give the whole path of an idea file; stdin lies where its name says, or where one is."""
        if path == STDIN:
            named = self.given.get("stdin-filename")
            path = named.value if named else ""
        whole = os.path.join(self.here, path)
        folder, name = os.path.split(whole)
        return os.path.join(os.path.normpath(folder), name)


def _here() -> str:
    """Give the folder where one stands.

    Raises:
        UsageError: when somebody removed it.
    """
    try:
        return os.getcwd()
    except OSError as error:
        told = "the folder you stand in is no longer there. Change to another one."
        raise UsageError(f"lifeline: {told}") from error


def _about(configuration: Configuration | None, place: str) -> list[Override]:
    """Give the overrides of a configuration that are about a file."""
    if configuration is None or not configuration.overrides:
        return []
    from lifeline.cli.configuration.globs import matches

    inner = os.path.relpath(place, configuration.folder).replace(os.sep, "/")
    return [
        override
        for override in configuration.overrides
        if any(matches(pattern, inner) for pattern in override.paths)
    ]


def _configurations(given: dict[str, Settled]) -> Configurations:
    """Say which configuration counts; what is nearer to the person goes before."""
    named, none = given.get("config"), given.get("no-config")
    if named and none and none.value and named.source == none.source:
        raise UsageError(f"lifeline: {named.where} and {none.where} exclude each other. Give one.")
    if named and none and none.value:
        named = named if named.source == FLAG else None
        none = None if named else none
    return Configurations(named.value if named else "", none=bool(none and none.value))


def settings_of(args: argparse.Namespace) -> Settings:
    """Give what is settled for a call; it is looked up once, and kept with its arguments.

    Raises:
        UsageError: when a variable holds what its setting cannot be.
    """
    kept: Settings | None = getattr(args, "settings", None)
    if kept is None:
        kept = args.settings = Settings(args, os.environ)
    return kept


def settle(args: argparse.Namespace) -> None:
    """Put into the arguments of a verb that judges ideas what is not given there.

    What is settled for an idea by its configuration is taken from the one nearest to the idea
    that is named first; verbs about many ideas ask ``settings_of`` for each.

    Raises:
        LifelineError: when a variable or a configuration holds what is no setting.
    """
    if not hasattr(args, "strict"):
        return  # nothing is judged
    view = view_of(args)
    args.strict = bool(view.value("strict"))
    args.as_of = view.value(NO_DAY) or _today()
    if hasattr(args, "files_from"):  # it is about many ideas
        _settle_run(args)


def _today() -> Any:
    from datetime import date

    return date.today()


def _settle_run(args: argparse.Namespace) -> None:
    """Put in what concerns the run as a whole."""
    run = settings_of(args).of_run()
    for key, setting in SETTINGS.items():
        if setting.scope == IDEA or key == NO_DAY or not hasattr(args, setting.dest):
            continue
        settled = run.settled(key)
        if settled.value is not None and is_absent(getattr(args, setting.dest)):
            setattr(args, setting.dest, settled.value)
        if key == "exclude":
            args.exclude_from = settled.folder or settings_of(args).here
    if getattr(args, "files_from", None) and "paths" not in settings_of(args).given:
        args.paths = []  # the list that is named takes their place


def view_of(args: argparse.Namespace) -> View:
    """Give what is settled for the idea that is named first, or else where one stands."""
    for dest in ("idea", "ideas", "paths", "behind", "words"):
        named = getattr(args, dest, None)
        if named:
            return settings_of(args).of_named(named if isinstance(named, str) else named[0])
    return settings_of(args).of_run()
