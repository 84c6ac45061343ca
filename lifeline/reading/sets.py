"""Reads the bytes of a rubric set: all that is needed to know whether it was compiled before."""

from __future__ import annotations

import os

from lifeline.errors import LifelineError

SET_FILE, CLAIMS_FILE, HISTORY_FILE = "set.yaml", "claims.yaml", "history.yaml"


def read_files(folder: str) -> dict[str, bytes]:
    """Give the bytes of every YAML file directly in a set's folder, by name, sorted.

    Raises:
        LifelineError: when the folder or a file cannot be read, or holds no set.
    """
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".yaml"))
        found = {name: _read(os.path.join(folder, name)) for name in names}
    except OSError as error:
        raise LifelineError(f"{folder}: cannot read the rubric set: {error.strerror}.") from error
    if SET_FILE not in found:
        raise LifelineError(f"{folder}: holds no rubric set. Expected a file {SET_FILE} in it.")
    return found


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
