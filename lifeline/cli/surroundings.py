"""What besides an idea file moves its result, and lies in files too: the set and configurations."""

from __future__ import annotations

import os

from lifeline.cli.configuration.nearest import FILE, SHARED
from lifeline.cli.sets import folder_settled
from lifeline.errors import LifelineError
from lifeline.reading.finding.walking import is_yaml
from lifeline.reading.sets import read_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifeline.cli.configuration.view import View

TABLE = b"[tool.lifeline"


def place_of(path: str) -> str:
    """Say where a file or folder really is; a link to a file stays a file of its own."""
    if os.path.isdir(path):
        return os.path.realpath(path)
    folder, name = os.path.split(path)
    return os.path.join(os.path.realpath(folder), name)


def is_in(place: str, folder: str) -> bool:
    """Whether something lies in a folder or below, or is the folder."""
    return place == folder or place.startswith(os.path.join(folder, ""))


def set_folders(views: Iterable[View]) -> set[str]:
    """Give the real paths of the folders that the files of sets, and of those below them, are in.

    None of a set that cannot be read: that is told when it is asked to judge.

    Args:
        views: what is settled for the ideas that the sets judge.
    """
    return {folder for view in {*views} for folder in _set_folders(view)}


def _set_folders(view: View) -> set[str]:
    try:
        folder = folder_settled(view)
        names = read_files(folder, view.value("lang") or "")
    except LifelineError:
        return set()
    return {os.path.realpath(os.path.dirname(os.path.join(folder, name))) for name in names}


def is_of_set(place: str, folders: set[str]) -> bool:
    """Whether a file is one of a set, by the folders of its files."""
    return os.path.dirname(place) in folders and is_yaml(place)


def is_configuration(place: str) -> bool:
    """Whether a file settles something; a ``pyproject.toml`` may be about other tools only."""
    name = os.path.basename(place)
    if name != SHARED:
        return name == FILE
    try:
        with open(place, "rb") as file:
            return TABLE in file.read()
    except OSError:
        return False  # it is gone, and what it settled with it
