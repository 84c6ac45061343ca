"""Appends to a ledger: what stands in it is never moved, and two who append lose nothing.

All is written at once at the end of the file, behind a lock where there are locks, and waits for
the disk. What could not be written whole is taken back.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from lifeline.errors import UsageError
from lifeline.reading.drafting import settle
from lifeline.reading.limits import LEDGER_BYTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

try:
    from fcntl import LOCK_EX, flock
except ImportError:  # Windows; there only what is appended at the very same moment may mix
    flock = None  # type: ignore[assignment]

_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)

TOO_LARGE = (
    f"holds more than {LEDGER_BYTES // 1_000_000} MB, more than is read of a ledger. Begin"
    " another one: --file FILE"
)

FULL = (
    f"would hold more than {LEDGER_BYTES // 1_000_000} MB, and no more is read of a ledger. Begin"
    " another one: --file FILE"
)

AS_BEFORE = "The file is as it was before."
MIXED = "Another program wrote to it just then: look whether its last lines are whole."


def read_bytes(path: str) -> bytes:
    """Give what a ledger holds.

    Raises:
        UsageError: when it cannot be read.
    """
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise UsageError(f"lifeline: {path}: cannot be read: it is not a file.")
        with open(path, "rb") as stream:
            return _whole(stream.fileno(), path)
    except OSError as error:
        raise UsageError(f"lifeline: {path}: cannot be read: {error.strerror}.") from error


def append(path: str, lines_for: Callable[[bytes], bytes]) -> None:
    """Append lines to a ledger, which is begun where there is none.

    Args:
        path: the file.
        lines_for: gives the lines to append to what the file holds; nobody else appends meanwhile.

    Raises:
        UsageError: when they cannot be written; what stood in the file stands there still.
    """
    if os.path.exists(path) and not os.path.isfile(path):
        raise UsageError(f"lifeline: {path}: cannot be written: it is not a file.")
    is_new = not os.path.exists(path)
    held: bytes | None = None
    try:
        file = _opened(path)
        try:
            held = _whole(file, path)
            _add(file, held, _fitting(path, held, lines_for(held)))
        except BaseException:
            if is_new and not os.fstat(file).st_size:
                os.unlink(os.path.realpath(path))  # who waits for the lock opens another one
            raise
        finally:
            os.close(file)
    except OSError as error:
        told = AS_BEFORE if held is None or _size(path) == len(held) else MIXED
        raise UsageError(
            f"lifeline: {path}: cannot be written: {error.strerror}. {told}"
        ) from error
    if is_new:
        settle(os.path.dirname(os.path.realpath(path)))


def _opened(path: str) -> int:
    """Open a ledger for this process alone."""
    while True:
        file = os.open(path, _FLAGS, 0o666)
        try:
            if flock is not None:
                with suppress(OSError):  # some network folders have no locks
                    flock(file, LOCK_EX)
            if os.path.samestat(os.fstat(file), os.stat(path)):
                return file
        except FileNotFoundError:
            pass  # somebody took it away while we waited
        except BaseException:
            os.close(file)
            raise
        os.close(file)


def _whole(file: int, path: str) -> bytes:
    with open(file, "rb", closefd=False) as stream:
        data = stream.read(LEDGER_BYTES + 1)
    if len(data) > LEDGER_BYTES:
        raise UsageError(f"lifeline: {path}: {TOO_LARGE}")
    return data


def _fitting(path: str, held: bytes, lines: bytes) -> bytes:
    """Give lines for which there is room: a fuller ledger nobody could read."""
    if len(held) + len(lines) >= LEDGER_BYTES:
        raise UsageError(f"lifeline: {path}: {FULL}")
    return lines


def _add(file: int, held: bytes, lines: bytes) -> None:
    """Write at the end, on a line of its own; take back what could not be written whole."""
    if not lines:
        return
    left = lines if held.endswith(b"\n") or not held else b"\n" + lines
    written = 0
    try:
        while left:
            put = os.write(file, left)
            written, left = written + put, left[put:]
        os.fsync(file)
    except BaseException:
        if os.fstat(file).st_size == len(held) + written:
            os.ftruncate(file, len(held))
        raise


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
