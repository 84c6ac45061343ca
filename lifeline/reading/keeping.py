"""What the program keeps for itself between two runs: small files in the platform's own folders.

Nothing of it is part of an idea, and everything can be made again. So a full or closed disk is no
fault, and what is damaged counts as never kept. On the score path: nothing is imported that takes
a millisecond.
"""

from __future__ import annotations

import json
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

    Kind = Literal["cache", "state", "config"]

HOME = "~"
SUPPORT = ("Library", "Application Support")
WINDOWS = {
    "cache": ("LOCALAPPDATA", (HOME, "AppData", "Local")),
    "state": ("LOCALAPPDATA", (HOME, "AppData", "Local")),
    "config": ("APPDATA", (HOME, "AppData", "Roaming")),
}
MAC = {
    "cache": ("", (HOME, "Library", "Caches")),
    "state": ("", (HOME, *SUPPORT)),
    "config": ("", (HOME, *SUPPORT)),
}
UNIX = {
    "cache": ("XDG_CACHE_HOME", (HOME, ".cache")),
    "state": ("XDG_STATE_HOME", (HOME, ".local", "state")),
    "config": ("XDG_CONFIG_HOME", (HOME, ".config")),
}
"""By kind: the variable that names the folder, and the folder where it does not."""

NAME = "product-lifeline"


def platform_folder(kind: Kind) -> str:
    """Give the program's folder of a kind; written out, as platformdirs costs 15 ms to import.

    Where the platform names none that is absolute, it is one in which nothing can be written or
    read, whatever the working directory is.
    """
    places = {"win32": WINDOWS, "darwin": MAC}.get(sys.platform, UNIX)
    variable, usual = places[kind]
    base = os.environ.get(variable, "") or os.path.expanduser(os.path.join(*usual))
    return os.path.join(base if os.path.isabs(base) else os.devnull, NAME)


def keep(path: str, data: bytes, *, private: bool = True) -> None:
    """Keep a file, whole or not at all.

    Args:
        path: its name; its folder is made.
        data: what it holds.
        private: whether nobody else may read it, as it tells what somebody works on.
    """
    from lifeline.reading.drafting import IS_LOCKED, draft_of, opened  # most runs keep nothing

    draft = draft_of(path)
    try:
        os.makedirs(os.path.dirname(path), mode=0o700 if private else 0o777, exist_ok=True)
        with open(opened(draft, 0o600 if private else 0o666), "wb") as file:
            try:
                file.truncate(0)
                file.write(data)
                file.flush()
                if not IS_LOCKED:
                    file.close()  # Windows moves no open file
                os.replace(draft, path)
            except BaseException:
                try:  # noqa: SIM105  # contextlib takes a millisecond to import
                    os.unlink(draft)
                except OSError:
                    pass  # it may just have been moved; Ctrl-C is still to be heard
                raise
    except OSError:
        pass  # also where another program is keeping it at this moment


def keep_plain(path: str, plain: Any) -> None:
    """Keep plain data as JSON, for oneself."""
    keep(path, json.dumps(plain, indent=2).encode("ascii"))


def kept_plain(path: str, most: int) -> Any:
    """Give the plain data that a file keeps; None where there is none that can be read.

    Args:
        path: its name.
        most: bytes of it that are read.
    """
    try:
        with open(path, "rb") as file:
            return json.loads(file.read(most))
    except (OSError, ValueError, RecursionError):
        return None
