"""Reads the bytes of files, never more than a file of ours can have."""

from __future__ import annotations

import errno
import os
import stat

from lifeline.reading.limits import FILE_BYTES

CHUNK = 65_536
"""Bytes asked for at once: most files are read whole, and room is made for no more."""

_AS_BYTES = getattr(os, "O_BINARY", 0)  # Windows would change line ends
_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0)  # for somebody to write to a pipe


def read_named(path: str) -> bytes:
    """Give the bytes of what somebody named: a file, but also a pipe or a device.

    Of what is too large only as much as shows that it is.

    Raises:
        OSError: when it cannot be read.
    """
    file = os.open(path, os.O_RDONLY | _AS_BYTES)
    try:
        return _drained(file, FILE_BYTES + 1)
    finally:
        os.close(file)


def read_found(path: str, most: int = FILE_BYTES + 1) -> bytes | None:
    """Give the bytes of what was found in a folder, at most so many; None if it is no file.

    A pipe, a device or a socket is not waited for.

    Raises:
        OSError: when it cannot be read.
    """
    if not stat.S_ISREG(os.stat(path).st_mode):
        return None  # opening alone may do something to a device
    file = os.open(path, os.O_RDONLY | _AS_BYTES | _WITHOUT_WAITING)
    try:
        return _drained(file, most)
    finally:
        os.close(file)


def read_part(path: str) -> bytes:
    """Give the bytes of a file of a set, or of a folder of cases.

    Raises:
        OSError: when it cannot be read, or is no file.
    """
    data = read_found(path)
    if data is None and os.path.isdir(path):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    if data is None:
        raise OSError(errno.EINVAL, "Not a file", path)
    return data


def _drained(file: int, most: int) -> bytes:
    """Read to the end, or so many bytes: a file may be longer than it says."""
    data = os.read(file, min(most, CHUNK))
    if not data:
        return data
    pieces, left = [data], most - len(data)
    while left > 0 and (data := os.read(file, min(left, CHUNK))):
        pieces.append(data)
        left -= len(data)
    return b"".join(pieces)
