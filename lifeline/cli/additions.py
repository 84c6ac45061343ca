"""What is added to the end of a file that others write to as well: all of it, or nothing."""

from __future__ import annotations

import io
import os

from lifeline.errors import UsageError

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
            with open(self.place, "a", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            raise UsageError(f"{self.place}: cannot be written: {error.strerror}.") from error
