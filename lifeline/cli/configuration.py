"""What somebody has settled once for all runs: in ``lifeline.toml``, or in the environment.

The nearest file from the folder one stands in upwards counts, and none beyond it, a
``lifeline.toml`` or a ``pyproject.toml`` with a table ``tool.lifeline``. A flag goes before the
environment, and that before the file. Paths in the file count from where it lies.
"""

from __future__ import annotations

import os

from lifeline.errors import UsageError
from lifeline.reading.spelling import not_among

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

FILE, SHARED = "lifeline.toml", "pyproject.toml"
TABLE = b"[tool.lifeline"

KEYS = ("set", "rubrics", "lang")
"""What can be settled: each is a flag, and a variable such as LIFELINE_SET."""

MOST = 1e300
"""More than any figure of a market, and little enough to reckon with."""

PARAMETERS = "parameters"
"""The table of figures of the market that are to be others than those of its record. There is no
flag for them: what is reckoned with should stand where it can be read again."""


def settle(args: argparse.Namespace) -> None:
    """Put into the arguments what is not given there and is settled elsewhere.

    Raises:
        UsageError: when a configuration cannot be read, or holds what is no setting.
    """
    wanted = [key for key in KEYS if not getattr(args, key, True)]
    if "rubrics" not in wanted and "set" in wanted:
        wanted.remove("set")  # the set that is in the folder named is meant
    for key in wanted:
        setattr(args, key, os.environ.get(f"LIFELINE_{key.upper()}") or None)
    left = [key for key in wanted if getattr(args, key) is None]
    settings = _from_file()[1] if left else {}
    for key in left:
        setattr(args, key, settings.get(key, ""))


def settled_parameters() -> tuple[str, dict[str, float]]:
    """Give the figures of the market that are settled otherwise, and the file that does so.

    Raises:
        UsageError: when a configuration cannot be read, or holds what is no setting.
    """
    path, settings = _from_file()
    return path, settings.get(PARAMETERS, {})


def _from_file() -> tuple[str, dict[str, Any]]:
    """Give the nearest configuration and what it settles; nothing where there is none."""
    folder = os.getcwd()
    while True:
        for name in (FILE, SHARED):
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (found := _read(path)) is not None:
                return path, found
        above = os.path.dirname(folder)
        if above == folder:
            return "", {}
        folder = above


def _read(path: str) -> dict[str, Any] | None:
    """Give the settings of a file; None where it is somebody else's and has none of ours."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}.") from error
    if os.path.basename(path) == SHARED and TABLE not in data:
        return None
    import tomllib  # few have such a file

    try:
        table: Any = tomllib.loads(data.decode())
    except ValueError as error:
        raise UsageError(f"{path}: is no TOML: {error}.") from error
    if os.path.basename(path) == SHARED:
        tools = table.get("tool")
        table = tools.get("lifeline", {}) if isinstance(tools, dict) else {}
    if not isinstance(table, dict):
        raise UsageError(f"{path}: tool.lifeline is no table. Expected [tool.lifeline].")
    return {key: _setting(key, value, path) for key, value in table.items()}


def _setting(key: str, value: Any, path: str) -> Any:
    if key == PARAMETERS:
        return _figures(value, path)
    if key not in KEYS:
        raise UsageError(f"{path}: {not_among(key, (*KEYS, PARAMETERS), 'a setting')}")
    if not isinstance(value, str):
        raise UsageError(f'{path}: {key}: is not text. Expected such as {key} = "my-advice".')
    is_folder = key == "rubrics" or (key == "set" and os.path.basename(value) != value)
    return os.path.join(os.path.dirname(path), value) if is_folder else value


def _figures(table: Any, path: str) -> dict[str, float]:
    """Give the figures of the market that a configuration holds."""
    values: list[Any] = [*table.values()] if isinstance(table, dict) else [None]
    if all(type(value) in (int, float) and 0 < value < MOST for value in values):
        return {id_: float(value) for id_, value in table.items()}
    example = "Expected numbers above 0, such as frontier-training-cost = 1e9."
    raise UsageError(f"{path}: {PARAMETERS}: holds something else than numbers. {example}")
