"""Files that are whole or not there: written beside their place, and moved into it at the end."""

from __future__ import annotations

import os

from lifeline.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO


class Draft:
    """A file being written. A device, a pipe or what a link leads to is written to itself."""

    __slots__ = ("place", "stream")

    def __init__(self, file: str) -> None:
        """Open it.

        Raises:
            UsageError: when it cannot be written.
        """
        is_special = os.path.exists(file) and not os.path.isfile(file)
        self.place = file if is_special else os.path.realpath(file)
        name = self.place if is_special else f"{self.place}.{os.getpid()}"
        try:
            self.stream: TextIO = open(name, "w", encoding="utf-8", newline="\n")  # noqa: SIM115
        except OSError as error:
            raise _unwritable(file, error) from error

    def keep(self) -> None:
        """Close the file and put it in its place.

        Raises:
            UsageError: when that cannot be done.
        """
        try:
            self.stream.close()
            if self.stream.name != self.place:
                os.replace(self.stream.name, self.place)
        except OSError as error:
            raise _unwritable(self.place, error) from error

    def discard(self) -> None:
        """Close the file and remove what was begun."""
        try:  # noqa: SIM105  # contextlib takes a millisecond to import
            self.stream.close()
        except OSError:
            pass  # what could not be written is not wanted any more
        if self.stream.name != self.place:
            os.unlink(self.stream.name)


def write_whole(file: str, write: Callable[[TextIO], None]) -> None:
    """Write a file that is whole or not there.

    Raises:
        UsageError: when it cannot be written.
    """
    draft = Draft(file)
    try:
        write(draft.stream)
        draft.keep()
    except BaseException:
        draft.discard()
        raise


def _unwritable(file: str, error: OSError) -> UsageError:
    return UsageError(f"{file}: cannot be written: {error.strerror}.")
