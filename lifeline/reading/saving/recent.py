"""The idea files that somebody worked on lately, the last one first; kept apart from them."""

from __future__ import annotations

import os

from lifeline.reading.keeping import keep_plain, kept_plain, platform_folder

MOST = 20
"""Files that are kept in mind."""

MOST_BYTES = 200_000
"""Of what was kept, so much is read again at most."""


def recent() -> list[str]:
    """Give the paths, each absolute; a file may be gone by now. None where nothing can be read."""
    kept = kept_plain(_place(), MOST_BYTES)
    return [path for path in kept if isinstance(path, str)] if isinstance(kept, list) else []


def remember(path: str) -> None:
    """Put a file first; failing to is no fault, as nothing of it is part of an idea."""
    own = os.path.abspath(path)
    keep_plain(_place(), [own, *(other for other in recent() if other != own)][:MOST])


def forget(path: str) -> None:
    """Take a file off the list; the file itself stays as it is."""
    own = os.path.abspath(path)
    keep_plain(_place(), [other for other in recent() if other != own])


def _place() -> str:
    return os.path.join(platform_folder("state"), "recent.json")
