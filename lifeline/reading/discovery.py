"""Finds idea files under the paths that somebody names."""

from __future__ import annotations

import os
import re
import stat

HEAD = 4096
"""Bytes at the beginning of a file in which the line ``lifeline:`` has to stand."""

_MARK = re.compile(rb"^(?:\xef\xbb\xbf)?lifeline[ \t]*:", re.MULTILINE)
_ENDINGS = (".yaml", ".yml")


class Found:
    """The idea files under some paths, in order, and how many other YAML files there were."""

    __slots__ = ("others", "paths")

    def __init__(self, paths: list[str], others: int) -> None:
        self.paths = paths
        self.others = others


def find_ideas(paths: list[str]) -> Found:
    """Find the files to judge: those named, and in folders those that look like idea files.

    The order of the paths does not matter, and a file named twice is judged once. Folders that
    begin with a dot are passed over, links to folders not followed.
    """
    found, others = set(), 0
    for path in paths:
        if not os.path.isdir(path):
            found.add(path)
            continue
        for candidate in _yaml_files(path):
            if _is_idea(candidate):
                found.add(candidate)
            else:
                others += 1
    return Found(sorted(found), others)


def _yaml_files(folder: str) -> list[str]:
    found = []
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [os.path.join(parent, name) for name in files if name.endswith(_ENDINGS)]
    return found


def _is_idea(path: str) -> bool:
    """Whether a file begins like an idea file; one that cannot be opened is left to the reader."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return False
        with open(path, "rb") as file:
            return _MARK.search(file.read(HEAD)) is not None
    except OSError:
        return True
