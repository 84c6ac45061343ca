"""Patterns of paths, as overrides for some files are written: ``batch-1/**``, ``**/draft-*``."""

from __future__ import annotations

import os
import re
from itertools import accumulate, takewhile

from lifeline.reading.finding.wildcards import SPECIAL, expression_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

ANY_DEPTH = "**"


def matches(pattern: str, path: str) -> bool:
    """Say whether a pattern is about a file, or about a folder that it lies in.

    Args:
        pattern: names of folders and files with ``/`` between them; ``*``, ``?`` and ``[…]`` stand
            for signs within a name, ``**`` for any number of folders.
        path: counted from the same folder as the pattern.
    """
    names = _names(pattern)
    about = re.compile(expression_of("/".join(names)))
    around = accumulate(path.split("/"), "{}/{}".format)
    return not names or any(about.match(each) for each in around)


def known_start(pattern: str) -> list[str]:
    """Give the names that a pattern begins with, up to the first that stands for more than one."""
    return [*takewhile(lambda name: not _is_special(name), _names(pattern))]


def is_about_any(pattern: str, folder: str, *, everywhere: bool) -> bool:
    """Say whether a pattern is about something that is there.

    Args:
        pattern: as ``matches`` takes it.
        folder: from which it counts.
        everywhere: also look for what may be in any folder below another, but for those that begin
            with a dot; else it is taken to be there.
    """
    return _is_any(folder, _names(pattern), everywhere=everywhere)


def _is_any(folder: str, names: list[str], *, everywhere: bool) -> bool:
    """Say whether there is what names lead to."""
    if not names:
        return True
    name, *rest = names
    if name == ANY_DEPTH:
        folders = [folder] if rest[:1] == [ANY_DEPTH] else _folders(folder)
        is_taken = not rest or not everywhere
        return is_taken or any(_is_any(each, rest, everywhere=True) for each in folders)
    return any(
        _is_any(os.path.join(folder, each), rest, everywhere=everywhere)
        for each in _called(folder, name)
    )


def _called(folder: str, name: str) -> list[str]:
    """Give what in a folder is called so."""
    if not _is_special(name):
        return [name] if os.path.lexists(os.path.join(folder, name)) else []
    fits = re.compile(expression_of(name)).match
    try:
        return [*filter(fits, os.listdir(folder))]
    except OSError:  # it is a file, or cannot be looked into
        return []


def _folders(folder: str) -> Iterator[str]:
    """Give a folder and those below it."""
    for place, below, _ in os.walk(folder):
        yield place
        below[:] = [name for name in below if not name.startswith(".")]


def _is_special(name: str) -> bool:
    return any(sign in name for sign in SPECIAL)


def _names(pattern: str) -> list[str]:
    return [name for name in pattern.split("/") if name not in {"", "."}]
