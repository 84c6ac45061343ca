"""A value that is settled, and all that is settled for some ideas alike."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.cli.configuration.held import Configuration, Override

FLAG, VARIABLE, FILE, DEFAULT = "flag", "environment", "file", "default"
"""Where a value comes from."""


class Settled:
    """A value, where it comes from, and how messages name that.

    ``folder`` is where relative patterns count from. The value is None where nothing is settled.
    """

    __slots__ = ("folder", "source", "value", "where")

    def __init__(self, value: Any, source: str, where: str, folder: str = "") -> None:
        self.value = value
        self.source = source
        self.where = where
        self.folder = folder

    def lead(self, key: str) -> str:
        """Give what a message about the value begins with."""
        if self.source == FLAG:
            return f"lifeline: {self.where}: "
        return f"{self.where}: {key}: " if self.source == FILE else f"{self.where}: "


class View:
    """What is settled for some ideas alike: under one configuration and the same overrides."""

    __slots__ = ("configuration", "given", "overrides")

    def __init__(
        self,
        given: dict[str, Settled],
        configuration: Configuration | None,
        overrides: list[Override],
    ) -> None:
        self.given = given
        self.configuration = configuration
        self.overrides = overrides

    def settled(self, key: str) -> Settled:
        """Give what is settled for a setting: of several overrides the last one counts."""
        if key in self.given:
            return self.given[key]
        configuration = self.configuration
        if configuration is not None:
            for override in reversed(self.overrides):
                if key in override.values:
                    way = ("overrides", str(override.number - 1), key)
                    return _in_file(configuration, override.values[key], way)
            if key in configuration.values:
                return _in_file(configuration, configuration.values[key], (key,))
        return Settled(None, DEFAULT, DEFAULT)

    def value(self, key: str) -> Any:
        """Give the value of a setting; None where nothing is settled."""
        return self.settled(key).value


def _in_file(configuration: Configuration, value: Any, way: tuple[str, ...]) -> Settled:
    line, _ = configuration.place(*way)
    return Settled(value, FILE, f"{configuration.path}:{line}", configuration.folder)
