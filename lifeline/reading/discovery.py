"""Finds idea files under the paths that somebody names."""

from __future__ import annotations

import os
import re
import stat

HEAD = 4096
"""Bytes at the beginning of a file in which the line ``lifeline:`` has to stand."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = rb"^(?:\xef\xbb\xbf)?lifeline[ \t]*:"
_ENDINGS = (".yaml", ".yml")


class Found:
    """The idea files under some paths, in order, and the other YAML files there were."""

    __slots__ = ("others", "paths")

    def __init__(self, paths: list[str], others: list[str]) -> None:
        self.paths = paths
        self.others = others


def find_ideas(paths: list[str]) -> Found:
    """Find the files to judge: those named, and in folders those that look like idea files.

    The order of the paths does not matter, and a file reached by several of them is judged once.
    Folders that begin with a dot are passed over, links to folders not followed.
    """
    found: dict[str, str] = {}
    others: dict[str, str] = {}
    for path in sorted(set(paths)):
        if not os.path.isdir(path):
            found.setdefault(_place(path), path)
            continue
        for place, candidate in _yaml_files(path):
            if place in found:
                continue
            if _is_idea(candidate):
                found[place] = candidate
            else:
                others[place] = candidate
    left = [path for place, path in others.items() if place not in found]
    return Found(sorted(found.values()), sorted(left))


def _place(path: str) -> str:
    """Say where a file is, however it is named; a link to a file stays a file of its own."""
    folder, name = os.path.split(path)
    return os.path.join(os.path.realpath(folder), name)


def _yaml_files(folder: str) -> Iterator[tuple[str, str]]:
    """Give the place and the path of every YAML file in a folder and the folders in it."""
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        place = os.path.realpath(parent)
        for name in files:
            if name.endswith(_ENDINGS):
                yield os.path.join(place, name), os.path.join(parent, name)


def _is_idea(path: str) -> bool:
    """Whether a file begins like an idea file; one that cannot be opened is left to the reader."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return False
        with open(path, "rb") as file:
            return re.search(_MARK, file.read(HEAD), re.MULTILINE) is not None
    except OSError:
        return True
