"""The first of the program that runs: Ctrl-C ends it quietly, also while the rest is loaded."""

from __future__ import annotations

import os
import signal
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

INTERRUPTED = 130
"""``Exit.INTERRUPTED``, which may be what is being loaded."""


def run() -> NoReturn:
    """Run the command as a process."""
    try:
        sys.unraisablehook = _tell_ignored
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not in the background
            signal.signal(signal.SIGINT, _interrupt)
        from lifeline.cli.main import run as run_command

        run_command()
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)


def _interrupt(number: int, _frame: object) -> NoReturn:
    """End what is running, after it has tidied up; when pressed once more, at once."""
    signal.signal(number, _leave)
    raise KeyboardInterrupt


def _leave(_number: int, _frame: object) -> NoReturn:
    os._exit(INTERRUPTED)


def _tell_ignored(what: sys.UnraisableHookArgs) -> None:
    """Hear of Ctrl-C also where Python lets no error out, as while it lets go of an object.

    What becomes of objects that it left half made is no news to anybody.
    """
    if what.exc_type is KeyboardInterrupt:
        os._exit(INTERRUPTED)
    if signal.getsignal(signal.SIGINT) is not _leave:
        sys.__unraisablehook__(what)
