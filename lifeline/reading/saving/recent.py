"""The idea files that somebody worked on lately, the last one first; kept apart from them."""

from __future__ import annotations

import json
import os
from contextlib import suppress

from lifeline.reading.saving.open_file import state_folder

MOST = 20
"""Files that are kept in mind."""

MOST_BYTES = 200_000
"""Of what was kept, so much is read again at most."""


def recent() -> list[str]:
    """Give the paths, each absolute; a file may be gone by now. None where nothing can be read."""
    try:
        with open(_place(), "rb") as file:
            kept = json.loads(file.read(MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return []
    return [path for path in kept if isinstance(path, str)] if isinstance(kept, list) else []


def remember(path: str) -> None:
    """Put a file first; failing to is no fault, as nothing of it is part of an idea."""
    own = os.path.abspath(path)
    _keep([own, *(other for other in recent() if other != own)][:MOST])


def forget(path: str) -> None:
    """Take a file off the list; the file itself stays as it is."""
    own = os.path.abspath(path)
    _keep([other for other in recent() if other != own])


def _keep(paths: list[str]) -> None:
    place = _place()
    draft = f"{place}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
        with open(draft, "w", encoding="ascii", opener=_for_oneself) as file:
            json.dump(paths, file)
        os.replace(draft, place)
    except OSError:
        with suppress(OSError):
            os.unlink(draft)


def _for_oneself(path: str, flags: int) -> int:
    """Open a file that nobody else may read: names of files can tell what somebody works on."""
    return os.open(path, flags, 0o600)


def _place() -> str:
    return os.path.join(state_folder(), "recent.json")
