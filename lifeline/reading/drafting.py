"""A draft: what is written beside a file, and moved into its place when it is whole.

Its name is always the same, so what a crash leaves behind is taken up by the next who writes. A
lock, which ends with its process, keeps two programs from writing one draft.
"""

from __future__ import annotations

import errno
import os
import stat

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # Windows does not let two programs replace an open file
    flock = None  # type: ignore[assignment]

IS_LOCKED = flock is not None
"""Whether a draft is locked, and moved into its place while it is open."""

NAME = ".{}.saving"
SEVERAL = 2
"""Names of one file; a draft that was moved away meanwhile has none."""

FLAGS = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
FLAGS |= getattr(os, "O_NONBLOCK", 0)
"""How a draft is opened; where a link stands in its place it is not followed, and on a pipe that
nobody reads nobody waits."""


def draft_of(place: str) -> str:
    """Name the draft of a file; where nothing can be locked each process has one of its own."""
    folder, name = os.path.split(place)
    draft = os.path.join(folder, NAME.format(name))
    return draft if IS_LOCKED else f"{draft}.{os.getpid()}"


def opened(draft: str, mode: int = 0o666) -> int:
    """Open a draft for this process alone, with whatever a crash has left in it.

    Args:
        draft: its name.
        mode: its permissions, where it is not there yet.

    Raises:
        BlockingIOError: when another program is writing it.
        OSError: when it cannot be written, or is no draft: a file with a second name, a pipe.
    """
    while True:
        file = os.open(draft, FLAGS, mode)
        if not _is_own(file):
            os.close(file)
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), draft)
        try:
            _lock(file)
            if os.path.samestat(os.fstat(file), os.lstat(draft)):
                return file
        except FileNotFoundError:
            pass  # another program was faster, and has moved its draft away: take a new one
        except BlockingIOError:
            os.close(file)
            raise
        os.close(file)


def make_like(file: int, place: str, excused: type[OSError] = PermissionError) -> None:
    """Give a draft the owner and the permissions of the file whose place it takes, if there is one.

    Args:
        file: the draft, open.
        place: where it goes.
        excused: what may keep it from getting that owner; then it is ours.

    Raises:
        OSError: when it gets no permissions, or no owner for another reason.
    """
    if not (os.path.exists(place) and hasattr(os, "fchown")):
        return
    old = os.stat(place)
    try:  # noqa: SIM105  # contextlib takes a millisecond to import
        os.fchown(file, old.st_uid, old.st_gid)
    except excused:
        pass
    os.fchmod(file, stat.S_IMODE(old.st_mode))


def settle(folder: str) -> None:
    """Wait until the disk knows the names of a folder's files, where folders can be opened."""
    try:
        file = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(file)
    except OSError:
        pass  # what the files hold is on the disk
    finally:
        os.close(file)


def _is_own(file: int) -> bool:
    """Whether nothing else is written by writing it: its name can be foreseen by anybody."""
    found = os.fstat(file)
    return stat.S_ISREG(found.st_mode) and found.st_nlink < SEVERAL


def _lock(file: int) -> None:
    """Lock a file until it is closed, where locks are known."""
    try:
        if flock is not None:
            flock(file, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        raise
    except OSError:
        pass  # some network folders have none
