"""Where rubric sets lie: shelves are folders whose folders are sets, each named as its set is."""

from __future__ import annotations

import os

SET_FILE = "set.yaml"


def packaged_sets() -> str:
    """Give the folder of the sets inside the package, where it was installed from a wheel."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    return os.path.join(package, "rubrics")


def shipped_sets() -> str:
    """Give the folder of the sets that come with the program: in the package, or in a checkout."""
    inside = packaged_sets()
    if os.path.isdir(inside):
        return inside
    return os.path.join(os.path.dirname(os.path.dirname(inside)), "rubrics")


def is_set(folder: str) -> bool:
    """Whether a folder holds a set."""
    return os.path.isfile(os.path.join(folder, SET_FILE))


def sets_on(shelf: str) -> list[str]:
    """Give the folders of the sets on a shelf, sorted; a shelf that is a set holds itself.

    Raises:
        OSError: when it cannot be listed.
    """
    if is_set(shelf):
        return [shelf]
    folders = (os.path.join(shelf, name) for name in sorted(os.listdir(shelf)))
    return [folder for folder in folders if is_set(folder)]


def set_named(name: str, shelves: list[str]) -> str | None:
    """Give the folder of the set of that name on the first shelf that has it, or None."""
    for shelf in shelves:
        folder = os.path.join(shelf, name)
        if is_set(folder):
            return folder
        if is_set(shelf) and os.path.basename(os.path.abspath(shelf)) == name:
            return shelf
    return None
