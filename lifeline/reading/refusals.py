"""What the system refuses to write, and what a person can do about it."""

from __future__ import annotations

import errno

ROOM = "Make room there, or name another place."
RIGHT = "Name a place in which you may write."
FOLDER = "Make the folder first, or name another place."

ADVICE: dict[int | None, str] = {
    errno.ENOSPC: ROOM,
    errno.EDQUOT: ROOM,
    errno.EFBIG: "Files may not become so large there: name another place.",
    errno.EACCES: RIGHT,
    errno.EPERM: RIGHT,
    errno.EROFS: RIGHT,
    errno.ENOENT: FOLDER,
    errno.ENOTDIR: FOLDER,
    errno.EISDIR: "Name a file in it.",
    errno.ENAMETOOLONG: "Give it a shorter name.",
}
OTHERWISE = "Name another place."


def refused(error: OSError) -> str:
    """Give why something could not be written, and what to do, in two sentences."""
    return f"{error.strerror}. {ADVICE.get(error.errno, OTHERWISE)}"
