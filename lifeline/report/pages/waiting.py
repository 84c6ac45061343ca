"""Where the sections of a page wait until it is known what stands above them."""

from __future__ import annotations

import shutil
import weakref
from contextlib import suppress
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING

from lifeline.errors import UsageError
from lifeline.reading.refusals import refused

if TYPE_CHECKING:
    from typing import IO, TextIO

NO_ROOM = "lifeline: the folder for temporary files cannot be written: {why} TMPDIR names it."

IN_MEMORY = 4_000_000
"""Characters of sections that wait in memory; beyond, in a file."""


class WaitingRoom:
    """Keeps text in memory, and what is too much for that in a temporary file.

    It is closed when it is left as a context, or else when nobody holds it any more: a run may end
    before its page is written.
    """

    def __init__(self) -> None:
        self.spool = SpooledTemporaryFile(  # noqa: SIM115  # closed by ``close``
            IN_MEMORY, mode="w+", encoding="ascii", newline="\n"
        )
        self.close = weakref.finalize(self, _close, self.spool)

    def __enter__(self) -> WaitingRoom:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def add(self, text: str) -> None:
        """Take a text, in ASCII.

        Raises:
            UsageError: when there is no room for it.
        """
        try:
            self.spool.write(text)
        except OSError as error:
            raise UsageError(NO_ROOM.format(why=refused(error))) from error

    def empty_into(self, stream: TextIO) -> None:
        """Write all that waits, in the order in which it came.

        Raises:
            UsageError: when there was no room for the last of it.
        """
        try:
            self.spool.seek(0)  # writes what a file has still in its buffer
        except OSError as error:
            raise UsageError(NO_ROOM.format(why=refused(error))) from error
        shutil.copyfileobj(self.spool, stream)


def _close(spool: IO[str]) -> None:
    with suppress(OSError):  # what found no room is not wanted any more
        spool.close()
