"""Tells of overrides that lead nowhere: of a misspelt folder, the gate would be lost in silence."""

from __future__ import annotations

import os

from lifeline.cli.configuration.globs import known_start
from lifeline.cli.configuration.settings import OVERRIDES
from lifeline.cli.talk import say
from lifeline.reading.spelling import hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lifeline.cli.configuration.held import Configuration, Override


def say_astray(configurations: Iterable[Configuration | None]) -> None:
    """Say which patterns of overrides begin with a path that is not there, once for each file."""
    for configuration in dict.fromkeys(each for each in configurations if each is not None):
        for override in configuration.overrides:
            for line in _astray(configuration, override):
                say(line)


def _astray(configuration: Configuration, override: Override) -> Iterator[str]:
    for pattern in override.paths:
        start = known_start(pattern)
        way = _way_to_missing(configuration.folder, start)
        if way is not None:
            line, _ = configuration.place(OVERRIDES, str(override.number - 1), "paths")
            yield (
                f"{configuration.path}:{line}: {OVERRIDES}.paths: '{pattern}' is about no file:"
                f" there is no {'/'.join(start)}, counted from the folder of {configuration.path}."
                f"{_meant(*way)}"
            )


def _way_to_missing(folder: str, names: list[str]) -> tuple[str, str] | None:
    """Give the first name on a way that is not there, behind the folder it should be in."""
    for name in names:
        place = os.path.join(folder, name)
        if not os.path.lexists(place):
            return folder, name
        folder = place
    return None


def _meant(folder: str, name: str) -> str:
    """Name the folder that was perhaps meant."""
    try:
        with os.scandir(folder) as entries:
            return hint(name, sorted(entry.name for entry in entries if entry.is_dir()))
    except OSError:
        return ""
