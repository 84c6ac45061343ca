"""Tells of overrides that lead nowhere: of a misspelt folder, the gate would be lost in silence."""

from __future__ import annotations

import os

from lifeline.cli.configuration.globs import is_about_any, known_start
from lifeline.cli.configuration.settings import OVERRIDES
from lifeline.cli.talk import say
from lifeline.reading.spelling import hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lifeline.cli.configuration.held import Configuration, Override


def say_astray(configurations: Iterable[Configuration | None], *, everywhere: bool = False) -> None:
    """Say which patterns of overrides are about nothing that is there, once for each file.

    What may be in any folder below another is looked for only ``everywhere``: that takes its time.
    """
    for configuration in dict.fromkeys(each for each in configurations if each is not None):
        for override in configuration.overrides:
            for line in _astray(configuration, override, everywhere=everywhere):
                say(line)


def _astray(configuration: Configuration, override: Override, *, everywhere: bool) -> Iterator[str]:
    for pattern in override.paths:
        lacks = _lacking(configuration.folder, pattern, everywhere=everywhere)
        if lacks is not None:
            line, _ = configuration.place(OVERRIDES, str(override.number - 1), "paths")
            why, meant = lacks
            yield (
                f"{configuration.path}:{line}: {OVERRIDES}.paths: '{pattern}' is about no file:"
                f" {why}, counted from the folder of {configuration.path}.{meant}"
            )


def _lacking(folder: str, pattern: str, *, everywhere: bool) -> tuple[str, str] | None:
    """Say why a pattern is about nothing, and what was perhaps meant; None where it is."""
    start = known_start(pattern)
    way = _way_to_missing(folder, start)
    if way is not None:
        return f"there is no {'/'.join(start)}", _meant(*way)
    if is_about_any(pattern, folder, everywhere=everywhere):
        return None
    return "nothing that is there matches it", ""


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
