"""Puts an idea file on disk, whole: a crash at any moment leaves the old file or the new one.

The new file is written as a draft beside the old one and moved into its place; see ``drafting``.
"""

from __future__ import annotations

import os
from contextlib import suppress

from lifeline.errors import LifelineError
from lifeline.reading.drafting import IS_LOCKED, draft_of, make_like, opened, settle
from lifeline.reading.files import read_found
from lifeline.reading.refusals import refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO


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
        still = "" if expected is None else " The file is as it was before."
        raise LifelineError(f"{path}: cannot be saved: {refused(error)}{still}") from error


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
    draft = draft_of(place)
    with os.fdopen(_opened(path, draft), "wb") as stream:
        try:
            _fill(stream, data, place)
            _check(path, place, expected)
            if not IS_LOCKED:
                stream.close()  # Windows moves no open file
            os.replace(draft, place)
        except BaseException:
            with suppress(FileNotFoundError):  # it may just have been moved
                os.unlink(draft)
            raise
    settle(os.path.dirname(place))


def _opened(path: str, draft: str) -> int:
    """Open the draft for this process alone."""
    try:
        return opened(draft)
    except BlockingIOError:
        told = f"{path}: not saved: another program is saving it. Try again."
        raise LifelineError(told) from None


def _fill(stream: BinaryIO, data: bytes, place: str) -> None:
    """Write a draft to the disk, with the owner and the permissions of the file."""
    stream.truncate(0)
    make_like(stream.fileno(), place)
    stream.write(data)
    stream.flush()
    os.fsync(stream.fileno())
