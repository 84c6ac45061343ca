"""Patterns of paths, as overrides for some files are written: ``batch-1/**``, ``**/draft-*``."""

from __future__ import annotations

from fnmatch import fnmatchcase

ANY_FOLDERS = "**"


def matches(pattern: str, path: str) -> bool:
    """Say whether a pattern is about a file, or about a folder that it lies in.

    Args:
        pattern: names of folders and files with ``/`` between them; ``*``, ``?`` and ``[…]`` stand
            for signs within a name, ``**`` for any number of folders.
        path: counted from the same folder as the pattern.
    """
    names = [name for name in pattern.split("/") if name not in {"", "."}]
    places = _skipped({0}, names)  # in the pattern, of all ways in which it may have come so far
    for part in path.split("/"):
        if len(names) in places:
            return True  # a folder matched, and the file is inside
        places = _skipped(set(_next(places, names, part)), names)
    return len(names) in places


def _next(places: set[int], names: list[str], part: str) -> list[int]:
    following = []
    for place in places:
        if names[place] == ANY_FOLDERS:
            is_last = place == len(names) - 1
            following += [place + 1] if is_last else [place]
        elif fnmatchcase(part, names[place]):
            following.append(place + 1)
    return following


def _skipped(places: set[int], names: list[str]) -> set[int]:
    """Add where one comes by taking ``**`` for no folder; at the end it stands for what is in."""
    every = set(places)
    for place in places:
        here = place
        while here < len(names) - 1 and names[here] == ANY_FOLDERS:
            here += 1
            every.add(here)
    return every
