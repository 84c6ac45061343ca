"""What is settled for each idea file of a run, and the one set that judges all of them."""

from __future__ import annotations

import os

from lifeline.cli.configuration.kinds import from_here
from lifeline.cli.configuration.settling import settings_of
from lifeline.cli.configuration.view import View
from lifeline.cli.sets import folder_settled, set_settled
from lifeline.errors import UsageError
from lifeline.reading.shelves import shipped_sets

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from lifeline.model.compiled import CompiledSet


class Views:
    """What the configuration nearest to each of some idea files settles, by path.

    ``each`` are the views that differ, in the order of the files; ``usual`` is that of the run
    itself, without what is settled otherwise for some files. ``folder`` is where the set lies.
    """

    def __init__(self, args: argparse.Namespace, paths: Iterable[str]) -> None:
        """Look up what is settled; the files need not be there.

        Raises:
            LifelineError: when a configuration cannot be read or names a set that is not there, or
                the files are to be judged by different sets.
        """
        settings = settings_of(args)
        self.by_path = {path: settings.of(path) for path in paths}
        firsts: dict[View, str] = {}
        for path, view in self.by_path.items():
            firsts.setdefault(view, path)
        self.each = list(firsts)
        self.usual = _usual(settings.of_run(), self.each)
        say_astray_in([self.usual, *self.each])
        self.leading = next(iter(firsts), self.usual)
        """The view by which messages say where the set is named."""
        self.folder, self.lang = _one_set(firsts) if firsts else _set_of(self.usual)

    def set(self) -> CompiledSet:
        """Give the set of all ideas, compiled.

        Raises:
            LifelineError: when it has problems, or not the language that is settled.
        """
        return set_settled(self.folder, self.leading)


def say_astray_in(views: list[View]) -> None:
    """Tell of overrides that lead nowhere."""
    if any(view.configuration and view.configuration.overrides for view in views):
        from lifeline.cli.configuration.astray import say_astray  # few have overrides

        say_astray(view.configuration for view in views)


class Sets:
    """Gives the set by which an idea file is read, where each may be read by another one."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.settings = settings_of(args)
        self.known: dict[View, CompiledSet] = {}

    def of(self, path: str) -> CompiledSet:
        """Give the set of a file.

        Raises:
            LifelineError: when it is not there, or a configuration cannot be read.
        """
        view = self.settings.of(path)
        if view not in self.known:
            self.known[view] = set_settled(folder_settled(view), view)
        return self.known[view]


def _usual(here: View, views: list[View]) -> View:
    """Give what is settled for the run itself: where one stands, if that concerns an idea of it."""
    configurations = [view.configuration for view in views]
    if not views or here.configuration in configurations:
        return here
    return View(here.given, configurations[0], [])


def _set_of(view: View) -> tuple[str, str]:
    return folder_settled(view), view.value("lang") or ""


def _one_set(firsts: dict[View, str]) -> tuple[str, str]:
    """Give the folder and the language of the set that all files are to be judged by."""
    (first, of), *others = [(_set_of(view), path) for view, path in firsts.items()]
    for other, path in others:
        if other != first:
            raise UsageError(
                f"lifeline: {of} is to be judged by {_said(first)}, and {path} by {_said(other)}."
                " Judge them in two runs, or name one set: --set."
            )
    return first


def _said(chosen: tuple[str, str]) -> str:
    """Name a set: the shipped ones by their name, as they lie elsewhere on every machine."""
    folder, lang = chosen
    shelf, name = os.path.split(folder)
    named = name if shelf == shipped_sets() else from_here("", folder)
    return f"the set {named} in {lang}" if lang else f"the set {named}"
