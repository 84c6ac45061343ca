"""Finds the configuration that counts: the nearest one, from a folder upwards, and none beyond."""

from __future__ import annotations

import os

from lifeline.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.cli.configuration.held import Configuration

FILE, SHARED = "lifeline.toml", "pyproject.toml"
"""In one folder the first goes before the second."""


class Configurations:
    """Gives the configuration for a folder; each folder is looked into once.

    ``named`` is the one file that somebody named for all, and ``none`` says that none counts.
    """

    def __init__(self, named: str = "", *, none: bool = False) -> None:
        self.named = named
        self.none = none
        self.known: dict[str, Configuration | None] = {}

    def nearest(self, folder: str) -> Configuration | None:
        """Give the configuration that counts in a folder, by its whole path as it is named.

        Raises:
            LifelineError: when one cannot be read, or holds what is no setting.
        """
        if self.none:
            return None
        if self.named:
            return self._the_one_named()
        passed = []
        while folder not in self.known:
            passed.append(folder)
            above = os.path.dirname(folder)
            if (found := _lying_in(folder)) is not None or above == folder:
                self.known[folder] = found
            else:
                folder = above
        self.known.update(dict.fromkeys(passed, self.known[folder]))
        return self.known[folder]

    def _the_one_named(self) -> Configuration | None:
        if self.named not in self.known:
            from lifeline.cli.configuration.file import read_configuration

            if not os.path.lexists(self.named):
                raise UsageError(f"lifeline: {self.named}: there is no such configuration file.")
            path = os.path.abspath(self.named)
            self.known[self.named] = read_configuration(path, self.named, asked=True)
        return self.known[self.named]


def _lying_in(folder: str) -> Configuration | None:
    """Give the configuration that lies in a folder itself.

    What is called ``lifeline.toml`` and cannot be read is told: passed over, it would take away
    what somebody asks of ideas, and nobody would see it.
    """
    own, shared = os.path.join(folder, FILE), os.path.join(folder, SHARED)
    if os.path.lexists(own):
        from lifeline.cli.configuration.file import read_configuration  # few have one

        return read_configuration(own, _shown(own))
    if os.path.isfile(shared):
        from lifeline.cli.configuration.file import read_configuration

        return read_configuration(shared, _shown(shared))
    return None


def _shown(path: str) -> str:
    """Give the name of a file from where one stands: the same on every machine."""
    return os.path.relpath(path).replace(os.sep, "/")
