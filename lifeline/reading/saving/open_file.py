"""An idea file that somebody is working on: what it holds on disk, and what was kept beside it."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from contextlib import suppress

from lifeline.errors import InvalidFile, LifelineError, Problem
from lifeline.reading.files import read_named
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
        place = _kept_at(self.path)
        draft = f"{place}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
            with open(draft, "w", encoding="ascii", opener=_for_oneself) as file:
                json.dump(plain, file)
            os.replace(draft, place)
        except OSError:
            with suppress(OSError):
                os.unlink(draft)

    def kept(self) -> Any:
        """Give what was kept about the file; None where there is nothing that can be read."""
        try:
            with open(_kept_at(self.path), "rb") as file:
                return json.loads(file.read(MOST_KEPT))
        except (OSError, ValueError, RecursionError):
            return None


def _for_oneself(path: str, flags: int) -> int:
    """Open a file that nobody else may read, as it holds words of the idea."""
    return os.open(path, flags, 0o600)


def _kept_at(path: str) -> str:
    place = os.path.realpath(path).encode("utf-8", "surrogateescape")
    name = hashlib.blake2b(place, digest_size=12).hexdigest()
    return os.path.join(state_folder(), "walks", f"{name}.json")


def state_folder() -> str:
    """Give the platform's folder for what a program remembers between its runs."""
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Application Support")
    else:
        base = os.environ.get("XDG_STATE_HOME") or os.path.join(home, ".local", "state")
    # where it is not absolute there is none: nothing is written to, or read from, where one stands
    return os.path.join(base if os.path.isabs(base) else os.devnull, "product-lifeline")
