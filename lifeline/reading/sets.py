"""Reads the bytes of a rubric set: all that is needed to know whether it was compiled before."""

from __future__ import annotations

import os

from lifeline.errors import LifelineError
from lifeline.reading.files import read_part
from lifeline.reading.limits import FOLDER_BYTES

SET_FILE, CLAIMS_FILE, HISTORY_FILE = "set.yaml", "claims.yaml", "history.yaml"


def read_files(folder: str) -> dict[str, bytes]:
    """Give the bytes of every YAML file directly in a set's folder, by name, sorted.

    Raises:
        LifelineError: when the folder or a file cannot be read, or holds no set.
    """
    found, size = {}, 0
    try:
        for name in sorted(name for name in os.listdir(folder) if name.endswith(".yaml")):
            found[name] = read_part(os.path.join(folder, name))
            size += len(found[name])
            if size > FOLDER_BYTES:
                raise too_large(folder)
    except OSError as error:
        raise LifelineError(f"{folder}: cannot read the rubric set: {error.strerror}.") from error
    if SET_FILE not in found:
        raise LifelineError(f"{folder}: holds no rubric set. Expected a file {SET_FILE} in it.")
    return found


def too_large(folder: str) -> LifelineError:
    """Give the error of a folder whose files together have too many bytes."""
    return LifelineError(f"{folder}: its YAML files have more than {FOLDER_BYTES:,} bytes.")
