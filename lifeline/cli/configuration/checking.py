"""Checks what a configuration holds, and tells everything that is wrong in it at once."""

from __future__ import annotations

from lifeline.cli.configuration.held import Override
from lifeline.cli.configuration.kinds import said
from lifeline.cli.configuration.settings import CALL, OVERRIDES, REFUSED, SETTINGS
from lifeline.errors import InvalidFile, Problem
from lifeline.reading.spelling import not_among

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.cli.configuration.held import Configuration


class Checker:
    """Checks what a configuration holds, and collects everything that is wrong in it."""

    def __init__(self, made: Configuration) -> None:
        self.made = made
        self.problems: list[Problem] = []

    def take(self, table: dict[str, Any]) -> None:
        """Take the settings over.

        Raises:
            InvalidFile: with everything that is wrong.
        """
        files = [key for key, setting in SETTINGS.items() if setting.scope != CALL]
        overrides = table.get(OVERRIDES, [])
        self.made.values = self._settings(table, [*files, OVERRIDES], ())
        if not isinstance(overrides, list) or not all(isinstance(o, dict) for o in overrides):
            self._add("is no list of tables. Expected [[overrides]].", OVERRIDES)
            overrides = []
        for number, each in enumerate(overrides):
            self.made.overrides.append(self._override(number, each))
        if self.problems:
            raise InvalidFile(self.made.path, self.problems)

    def _override(self, number: int, table: dict[str, Any]) -> Override:
        way = (OVERRIDES, str(number))
        gating = [key for key, setting in SETTINGS.items() if setting.gating]
        values = self._settings(table, ["paths", *gating], way)
        paths = table.get("paths")
        is_list = isinstance(paths, list) and paths and all(isinstance(p, str) and p for p in paths)
        if not is_list:
            expected = 'Expected the files it is about, such as paths = ["batch-1/**"].'
            found = "is not there" if paths is None else f"{said(paths)} does not fit"
            self._add(f"{found}. {expected}", *way, "paths")
        return Override(number + 1, paths if is_list and isinstance(paths, list) else [], values)

    def _settings(
        self, table: dict[str, Any], known: list[str], way: tuple[str, ...]
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in table.items():
            if key not in known:
                line, column = self.made.place(*way, key)
                self.problems.append(Problem(line, column, "", self._unknown(key, known, way)))
            elif key != OVERRIDES and not (way and key == "paths"):
                self._check(key, value, way, values)
        return values

    def _unknown(self, key: str, known: list[str], way: tuple[str, ...]) -> str:
        if key in REFUSED:
            return REFUSED[key]
        setting = SETTINGS.get(key)
        if way and setting and setting.scope != CALL:
            expected = f"Expected one of: {', '.join(known)}."
            return f"'{key}' cannot be settled otherwise for some files. {expected}"
        if setting:
            instead = f"Give {setting.flag} or {setting.variable}."
            return f"'{key}' is for one call of the command, and not for a file. {instead}"
        return not_among(key, known, "a setting")

    def _check(self, key: str, value: Any, way: tuple[str, ...], values: dict[str, Any]) -> None:
        kind = SETTINGS[key].kind
        try:
            values[key] = kind.placed(kind.check(value), self.made.folder)
        except ValueError as error:
            self._add(str(error), *way, key)

    def _add(self, message: str, *way: str) -> None:
        line, column = self.made.place(*way)
        key = ".".join(name for name in way if not name.isdigit())
        self.problems.append(Problem(line, column, key, message))
