"""What is added to the end of a file that others write to as well: all of it, or nothing."""

from __future__ import annotations

import io
import os

from lifeline.cli.drafts import unwritable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


class Addition:
    """A text that is added to a file when it is whole; used as a ``Draft`` is."""

    __slots__ = ("place", "stream")

    def __init__(self, file: str) -> None:
        """Begin it.

        Raises:
            UsageError: when the file cannot be written.
        """
        self.place = file
        self.stream: TextIO = io.StringIO()
        self._add("")

    def keep(self) -> None:
        """Add it, on a line of its own.

        Raises:
            UsageError: when that cannot be done.
        """
        self.stream.seek(0)
        begun = os.path.getsize(self.place)
        self._add(("\n" if begun else "") + self.stream.read())

    def discard(self) -> None:
        """Forget it."""

    def _add(self, text: str) -> None:
        try:
            _append(self.place, text.encode())
        except OSError as error:
            raise unwritable(self.place, error) from error


def _append(file: str, data: bytes) -> None:
    """Add bytes to a file; where there is no room for all of them, none stays."""
    with open(file, "ab", buffering=0) as stream:
        begun = os.fstat(stream.fileno()).st_size
        while data:
            try:
                data = data[stream.write(data) :]
            except OSError:
                os.ftruncate(stream.fileno(), begun)
                raise
