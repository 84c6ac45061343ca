"""Files that are whole or not there: written beside their place, and moved into it at the end."""

from __future__ import annotations

import io
import os

from lifeline.errors import UsageError
from lifeline.reading.drafting import FLAGS, IS_LOCKED, draft_of, make_like, opened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TextIO


class _File(io.FileIO):
    """A file of which a write that fails says its name: no other file of the run is meant."""

    shown = ""

    def write(self, data: Any, /) -> int:
        """Write bytes."""
        try:
            return super().write(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise unwritable(self.shown, error) from error


class Draft:
    """A file being written. A device, a pipe or what a link leads to is written to itself."""

    __slots__ = ("file", "name", "place", "stream")

    def __init__(self, file: str, own: str = "") -> None:
        """Open it.

        Args:
            file: its name.
            own: what may be there already (``require_replaceable``).

        Raises:
            UsageError: when it cannot be written.
        """
        is_special = os.path.exists(file) and not os.path.isfile(file)
        self.file = file
        self.place = file if is_special else os.path.realpath(file)
        self.name = ""
        """Where it is written until it is whole; empty when in its place at once."""
        try:
            self.stream: TextIO = self._begun(own, is_special=is_special)
        except OSError as error:
            raise unwritable(file, error) from error

    def _begun(self, own: str, *, is_special: bool) -> TextIO:
        """Open what is written to."""
        if is_special:
            return _text(os.open(self.place, os.O_WRONLY), self.file)
        if os.path.exists(self.place) and not os.access(self.place, os.W_OK):
            raise UsageError(
                f"{self.file}: cannot be written: the file is write-protected, and stays as it is."
                " Take the protection off, or name another place."
            )
        from lifeline.cli.irreplaceable import require_replaceable  # it knows verbs that write

        require_replaceable(self.file, self.place, own)
        self.name, number = _opened(self.place)
        make_like(number, self.place, OSError)  # it can be made again, whoever has it
        return _text(number, self.file)

    def keep(self) -> None:
        """Put the file in its place and close it.

        Raises:
            UsageError: when that cannot be done.
        """
        try:
            self.stream.flush()
            if not IS_LOCKED:
                self.stream.close()  # Windows moves no open file
            if self.name:
                os.replace(self.name, self.place)
                self.name = ""
            self.stream.close()
        except OSError as error:
            raise unwritable(self.file, error) from error

    def discard(self) -> None:
        """Remove what was begun, and close the file."""
        steps = [self.stream.close, self._remove]
        if IS_LOCKED:
            steps.reverse()  # while it is locked: a moment later it may be somebody else's
        for step in steps:
            try:  # noqa: SIM105  # contextlib takes a millisecond to import
                step()
            except (OSError, UsageError):
                pass  # what could not be written is not wanted any more

    def _remove(self) -> None:
        if self.name:
            os.unlink(self.name)


def write_whole(file: str, write: Callable[[TextIO], object], own: str = "") -> None:
    """Write a file that is whole or not there.

    Args:
        file: its name.
        write: writes it.
        own: what may be there already (``require_replaceable``).

    Raises:
        UsageError: when it cannot be written.
    """
    draft = Draft(file, own)
    try:
        write(draft.stream)
        draft.keep()
    except BaseException:
        draft.discard()
        raise


def write_new(file: str, data: bytes) -> None:
    """Write a file that was not there, whole or not at all.

    Raises:
        FileExistsError: when there is something of that name.
        UsageError: when it cannot be written.
    """
    _require_absent(file)
    try:
        write_whole(file, lambda stream: _write_new(stream, file, data))
    except UsageError:
        _require_absent(file)  # what is in the way may have come a moment ago
        raise


def _write_new(stream: TextIO, file: str, data: bytes) -> None:
    stream.buffer.write(data)
    _require_absent(file)  # another program may have been faster


def _require_absent(file: str) -> None:
    if os.path.lexists(file):
        raise FileExistsError(file)


def _opened(place: str) -> tuple[str, int]:
    """Open the draft of a file, or while another program has that one, a draft of our own."""
    draft = draft_of(place)
    try:
        file = opened(draft)
    except OSError:
        draft = f"{draft}.{os.getpid()}"
        if os.path.lexists(draft):
            os.unlink(draft)  # of a process that was killed, and had our number
        file = os.open(draft, FLAGS | os.O_EXCL, 0o666)
    os.ftruncate(file, 0)
    return draft, file


def _text(file: int, shown: str) -> TextIO:
    raw = _File(file, "w")
    raw.shown = shown
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding="utf-8", newline="\n")


def unwritable(file: str, error: OSError) -> UsageError:
    """Say that a file cannot be written, why, and what to do."""
    from lifeline.reading.refusals import refused

    stays = " The file is as it was before." if os.path.isfile(file) else ""
    return UsageError(f"{file}: cannot be written: {refused(error)}{stays}")
