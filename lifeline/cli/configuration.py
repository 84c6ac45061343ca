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
    settings = _from_file() if left else {}
    for key in left:
        setattr(args, key, settings.get(key, ""))


def _from_file() -> dict[str, str]:
    folder = os.getcwd()
    while True:
        for name in (FILE, SHARED):
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (found := _read(path)) is not None:
                return found
        above = os.path.dirname(folder)
        if above == folder:
            return {}
        folder = above


def _read(path: str) -> dict[str, str] | None:
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
        table = table.get("tool", {}).get("lifeline", {})
    return {key: _setting(key, value, path) for key, value in table.items()}


def _setting(key: str, value: Any, path: str) -> str:
    if key not in KEYS:
        raise UsageError(f"{path}: {not_among(key, KEYS, 'a setting')}")
    if not isinstance(value, str):
        raise UsageError(f'{path}: {key}: is not text. Expected such as {key} = "my-advice".')
    is_folder = key == "rubrics" or (key == "set" and os.path.basename(value) != value)
    return os.path.join(os.path.dirname(path), value) if is_folder else value
