"""Turns a pattern of paths into the paths that are there, for shells that do not do it themselves.

Read as a shell reads it: a name that begins with a dot is found only by a pattern that does so too.
``**`` stands for any number of folders, and follows no link.
"""

from __future__ import annotations

import os
import re

from lifeline.reading.finding.wildcards import expression_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

SPECIAL = "*?["
ANY_DEPTH = "**"


def is_pattern(path: str) -> bool:
    """Whether a path is to be taken for a pattern: it could be one, and is not there itself."""
    return any(sign in path for sign in SPECIAL) and not os.path.lexists(path)


def matches(pattern: str) -> list[str]:
    """Give the paths that a pattern stands for, sorted; none where nothing is there."""
    start, rest = os.path.splitdrive(pattern.replace(os.sep, "/"))
    begins = "/" * (len(rest) - len(rest.lstrip("/")))
    found = {f"{start}{begins}"}
    for segment in _segments(rest):
        found = {path for folder in found for path in _inside(folder, segment)}
    return sorted(path or os.curdir for path in found)


def _segments(pattern: str) -> list[str]:
    """Give the parts of a pattern; every depth at the end is a folder, as that is searched."""
    segments = [segment for segment in pattern.split("/") if segment]
    while segments and segments[-1] == ANY_DEPTH:
        segments.pop()
    return segments


def _inside(folder: str, segment: str) -> Iterator[str]:
    """Give what one part of a pattern stands for in a folder."""
    if segment == ANY_DEPTH:
        yield from _folders(folder)
    elif any(sign in segment for sign in SPECIAL):
        fits = re.compile(expression_of(segment)).match
        for entry in _entries(folder):
            if fits(entry.name) and segment.startswith(".") == entry.name.startswith("."):
                yield os.path.join(folder, entry.name)
    elif os.path.lexists(os.path.join(folder, segment)):
        yield os.path.join(folder, segment)


def _folders(folder: str) -> Iterator[str]:
    """Give a folder and every folder below it."""
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        yield place
        waiting += [
            os.path.join(place, entry.name)
            for entry in _entries(place)
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")
        ]


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder or os.curdir) as entries:
            return list(entries)
    except OSError:
        return []  # a file, or a folder that cannot be searched: nothing in it is named
