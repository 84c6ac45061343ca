"""Puts an idea file on disk, whole: a crash at any moment leaves the old file or the new one.

The new file is written beside the old one and moved into its place. Its name is always the same:
what a crash leaves behind is taken up by the next saving. A lock, which ends with its process,
keeps two programs from writing it at once.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from lifeline.errors import LifelineError
from lifeline.reading.files import read_found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # Windows does not let two programs replace an open file
    flock = None  # type: ignore[assignment]

DRAFT = ".{}.saving"
_FLAGS = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


class ChangedMeanwhile(LifelineError):
    """The file on disk is not the one that was read."""


def save(path: str, data: bytes, expected: bytes | None) -> None:
    """Write a file, keep its permissions, and leave a link that leads to it a link.

    Args:
        path: the file's name.
        data: what it will hold.
        expected: what it held when it was read; None when there was no file.

    Raises:
        ChangedMeanwhile: when it holds something else by now; it stays as it is.
        LifelineError: when it cannot be written; it stays as it is.
    """
    place = os.path.realpath(path)
    try:
        _check(path, place, expected)
        _write(path, place, data, expected)
    except OSError as error:
        raise LifelineError(
            f"{path}: cannot be saved: {error.strerror}. The file is as it was before."
        ) from error


def _check(path: str, place: str, expected: bytes | None) -> None:
    """Raise what speaks against writing a file."""
    if os.path.exists(place) and not os.path.isfile(place):
        raise LifelineError(f"{path}: cannot be saved: it is not a file.")
    if _held(place) != expected:
        raise ChangedMeanwhile(_meanwhile(path, place, expected))
    if expected is not None and not os.access(place, os.W_OK):
        raise LifelineError(f"{path}: cannot be saved: the file is write-protected.")


def _held(place: str) -> bytes | None:
    try:
        return read_found(place)
    except FileNotFoundError:
        return None


def _meanwhile(path: str, place: str, expected: bytes | None) -> str:
    if expected is None:
        what = "there is a file of this name by now. Give another name, or open that file."
    elif os.path.exists(place):
        what = "another program has changed it. Open it again and make the change there."
    else:
        what = "it is no longer there. Save under another name, or put it back."
    return f"{path}: not saved: {what}"


def _write(path: str, place: str, data: bytes, expected: bytes | None) -> None:
    folder, name = os.path.split(place)
    draft = os.path.join(folder, DRAFT.format(name))
    with os.fdopen(_opened(path, draft), "wb") as stream:
        try:
            _fill(stream, data, place)
            _check(path, place, expected)
            if flock is None:
                stream.close()  # Windows moves no open file
            os.replace(draft, place)
        except BaseException:
            with suppress(FileNotFoundError):  # it may just have been moved
                os.unlink(draft)
            raise
    _settle(folder)


def _opened(path: str, draft: str) -> int:
    """Open the draft for this process alone."""
    while True:
        file = os.open(draft, _FLAGS, 0o666)
        try:
            if _is_locked(file) and os.path.samestat(os.fstat(file), os.lstat(draft)):
                return file
        except FileNotFoundError:
            pass  # another program was faster, and has moved its draft away: take a new one
        except BlockingIOError:
            os.close(file)
            raise LifelineError(
                f"{path}: not saved: another program is saving it. Try again."
            ) from None
        os.close(file)


def _is_locked(file: int) -> bool:
    """Lock a file until it is closed, where locks are known."""
    try:
        if flock is not None:
            flock(file, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        raise
    except OSError:
        pass  # some network folders have none
    return True


def _fill(stream: BinaryIO, data: bytes, place: str) -> None:
    """Write a draft to the disk, with the owner and the permissions of the file."""
    stream.truncate(0)
    if hasattr(os, "fchmod") and os.path.exists(place):
        old = os.stat(place)
        with suppress(PermissionError):  # somebody else's file becomes ours when we change it
            os.fchown(stream.fileno(), old.st_uid, old.st_gid)
        os.fchmod(stream.fileno(), stat.S_IMODE(old.st_mode))
    stream.write(data)
    stream.flush()
    os.fsync(stream.fileno())


def _settle(folder: str) -> None:
    """Wait until the disk knows under which name the file is."""
    try:
        file = os.open(folder or ".", os.O_RDONLY)
    except OSError:
        return  # folders cannot be opened everywhere; the file itself is on disk
    with suppress(OSError):
        os.fsync(file)
    os.close(file)
