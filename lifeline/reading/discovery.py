"""Finds idea files under the paths that somebody names."""

from __future__ import annotations

import os
import re

from lifeline.reading.files import read_found
from lifeline.reading.limits import MARK_BYTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = rb"(?:^|\r)(?:\xef\xbb\xbf)?lifeline[ \t]*:"
_ENDINGS = (".yaml", ".yml")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""What a file in UTF-16 begins with."""


class Found:
    """The files to judge under some paths, and what in folders is not judged; each in order.

    ``paths`` are idea files, and whatever is to be read and cannot be: the reader tells why.
    ``others`` are other YAML files; ``special`` are pipes, devices and sockets with such a name.
    """

    __slots__ = ("others", "paths", "special")

    def __init__(self, paths: list[str], others: list[str], special: list[str]) -> None:
        self.paths = paths
        self.others = others
        self.special = special


def find_ideas(paths: list[str]) -> Found:
    """Find the files to judge: those named, and in folders those that look like idea files.

    The order of the paths does not matter, and a file reached by several of them is judged once.
    Folders that begin with a dot are passed over, links to folders not followed.
    """
    found: dict[str, str] = {}
    others: dict[str, str] = {}
    special: dict[str, str] = {}
    for path in sorted(set(paths)):
        if not os.path.isdir(path):
            found.setdefault(_place(path), path)
            continue
        for place, candidate in _candidates(path):
            if place in found:
                continue
            is_idea = _is_idea(candidate)
            kind = special if is_idea is None else found if is_idea else others
            kind[place] = candidate
    return Found(sorted(found.values()), _without(others, found), _without(special, found))


def _without(kind: dict[str, str], found: dict[str, str]) -> list[str]:
    return sorted(path for place, path in kind.items() if place not in found)


def _place(path: str) -> str:
    """Say where a file is, however it is named; a link to a file stays a file of its own."""
    folder, name = os.path.split(path)
    return os.path.join(os.path.realpath(folder), name)


def _candidates(folder: str) -> Iterator[tuple[str, str]]:
    """Give the place and the path of every YAML file in a folder and the folders in it.

    A folder that cannot be searched is given itself. No folder is too deep inside others.
    """
    waiting = [(os.path.realpath(folder), folder)]
    while waiting:
        place, parent = waiting.pop()
        try:
            with os.scandir(parent) as entries:
                inside = [(entry, entry.is_dir(follow_symlinks=False)) for entry in entries]
        except OSError:
            yield place, parent
            continue
        for entry, is_folder in inside:
            name = entry.name
            if is_folder:
                if not name.startswith("."):
                    waiting.append((os.path.join(place, name), entry.path))
            elif name.endswith(_ENDINGS) and not (entry.is_symlink() and os.path.isdir(entry.path)):
                yield os.path.join(place, name), entry.path


def _is_idea(path: str) -> bool | None:
    """Whether a file begins like an idea file; None where it is none that could be read so.

    What cannot be opened is left to the reader, who tells why.
    """
    try:
        head = read_found(path, MARK_BYTES)
    except OSError:
        return True
    if head is None:
        return os.path.isdir(path) or None  # a folder that could not be searched
    if head.startswith(_UTF_16):
        head = head.decode("utf-16", "ignore").encode()
    return re.search(_MARK, head, re.MULTILINE) is not None
