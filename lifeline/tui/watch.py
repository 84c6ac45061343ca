"""Notices that another program has changed the file one works on, and says in what."""

from __future__ import annotations

import os
import sys
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from lifeline.reading.files import read_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.reading.saving.open_file import OpenFile

HERE, DISK = "here:", "disk:"
MOST_LINES = 40
"""Lines of a difference that are shown."""


class Seat:
    """The terminal in which one sits, as it was when one sat down."""

    def __init__(self) -> None:
        """Remember whether there is one: tests and pipes have none."""
        self.is_there = _is_terminal()

    @property
    def is_gone(self) -> bool:
        """Whether it was closed, and nobody was told: then reading it never waits any more."""
        return self.is_there and not _is_terminal()


def _is_terminal() -> bool:
    try:
        return os.isatty(sys.__stdin__.fileno()) if sys.__stdin__ else False
    except (OSError, ValueError):
        return False


class Watch:
    """Looks at a file by its time and size; it is read only where these have moved."""

    def __init__(self) -> None:
        self.stamp: object = None

    def finds_change(self, file: OpenFile) -> bool:
        """Whether the file holds something else than was read or saved; told once per change."""
        stamp = _stamp(file.path)
        if stamp == self.stamp:
            return False
        self.stamp = stamp
        return on_disk(file) != file.held


def on_disk(file: OpenFile) -> bytes | None:
    """Give what a file holds by now; None where there is none, what was held where nobody knows."""
    try:
        return read_named(file.path)
    except FileNotFoundError:
        return None
    except OSError:
        return file.held


def _stamp(path: str) -> object:
    try:
        seen = os.stat(path)
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino


def difference(mine: bytes, theirs: bytes) -> list[str]:
    """Give the lines in which two states of a file differ, each with where it stands."""
    here, disk = (data.decode("utf-8", "replace").splitlines() for data in (mine, theirs))
    lines = list(_differing(here, disk))
    more = len(lines) - MOST_LINES
    return [*lines[:MOST_LINES], f"and {more} more lines"] if more > 0 else lines


def _differing(here: list[str], disk: list[str]) -> Iterator[str]:
    for tag, a, b, c, d in SequenceMatcher(None, here, disk, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (f"{HERE} {line}" for line in here[a:b])
            yield from (f"{DISK} {line}" for line in disk[c:d])
