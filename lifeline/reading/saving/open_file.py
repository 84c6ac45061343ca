"""An idea file that somebody is working on: what it holds on disk, and what was kept beside it."""

from __future__ import annotations

import hashlib
import os

from lifeline.errors import InvalidFile, LifelineError, Problem
from lifeline.reading.files import read_named
from lifeline.reading.keeping import keep_plain, kept_plain, platform_folder
from lifeline.reading.saving.disk import save

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST_KEPT = 4_000_000
"""Bytes of what is kept beside a file that are read again."""


class OpenFile:
    """A file by its name; ``held`` is what it held when it was last read or saved, None if new."""

    __slots__ = ("held", "path")

    def __init__(self, path: str) -> None:
        """Read the file, or begin a new one of that name.

        Raises:
            InvalidFile: when there is one that cannot be read.
        """
        self.path = path
        self.held: bytes | None = None
        self.read()

    def read(self) -> bytes:
        """Read the file again, and give what it holds; nothing where there is none.

        Raises:
            InvalidFile: when it cannot be read.
        """
        try:
            self.held = read_named(self.path)
        except FileNotFoundError:
            self.held = None
        except OSError as error:
            problem = Problem(1, 1, "", f"cannot be read: {error.strerror}.")
            raise InvalidFile(self.path, [problem]) from error
        return self.held or b""

    def write(self, data: bytes) -> None:
        """Save the file, whole.

        Raises:
            ChangedMeanwhile: when another program has changed it; it stays as that one left it.
            LifelineError: when it cannot be saved; it stays as it is.
        """
        if data == (self.held or b""):
            return
        folder = os.path.dirname(self.path)
        if folder and not os.path.isdir(folder):
            self._make(folder)
        save(self.path, data, self.held)
        self.held = data

    def _make(self, folder: str) -> None:
        try:
            os.makedirs(folder)
        except OSError as error:
            told = f"the folder {folder} cannot be made: {error.strerror}"
            raise LifelineError(f"{self.path}: cannot be saved: {told}.") from error

    def keep(self, plain: dict[str, Any]) -> None:
        """Keep something about the file, apart from it: where one stood, what can be undone.

        Nothing of it is part of the answers, so that failing to keep it is no fault.
        """
        keep_plain(_kept_at(self.path), plain)

    def kept(self) -> Any:
        """Give what was kept about the file; None where there is nothing that can be read."""
        return kept_plain(_kept_at(self.path), MOST_KEPT)


def _kept_at(path: str) -> str:
    place = os.path.realpath(path).encode("utf-8", "surrogateescape")
    name = hashlib.blake2b(place, digest_size=12).hexdigest()
    return os.path.join(platform_folder("state"), "walks", f"{name}.json")
