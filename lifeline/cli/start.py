"""The first of the program that runs: it ends quietly when asked to, also while it is loaded."""

from __future__ import annotations

import os
import signal
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

INTERRUPTED, TERMINATED = 130, 143
"""Of ``Exit``, which may be what is being loaded."""

USUAL = {signal.SIGINT: signal.default_int_handler, signal.SIGTERM: signal.SIG_DFL}
"""The signals that end the program, and what answers them where nobody wants them ignored."""


def run() -> NoReturn:
    """Run the command as a process."""
    try:
        sys.unraisablehook = _tell_ignored
        for number, usual in USUAL.items():
            if signal.getsignal(number) == usual:  # in the background Ctrl-C is ignored
                signal.signal(number, _interrupt)
        from lifeline.cli.main import run as run_command

        run_command()
    except KeyboardInterrupt:
        os._exit(asked_to_end() or INTERRUPTED)


def asked_to_end() -> int:
    """Give the exit code of a program that was asked to end, whatever became of that; or 0.

    What is interrupted may make another error of it: a library that builds classes, for one.
    """
    asked = [number for number in USUAL if signal.getsignal(number) is _leave]
    return max((_code(number) for number in asked), default=0)


def _code(number: int) -> int:
    return TERMINATED if number == signal.SIGTERM else INTERRUPTED


def _interrupt(number: int, _frame: object) -> NoReturn:
    """End what is running, after it has tidied up; when asked once more, at once."""
    signal.signal(number, _leave)
    raise KeyboardInterrupt


def _leave(number: int, _frame: object) -> NoReturn:
    os._exit(_code(number))


def _tell_ignored(what: sys.UnraisableHookArgs) -> None:
    """Hear of a signal also where Python lets no error out, as while it lets go of an object.

    What becomes of objects that it left half made is no news to anybody.
    """
    if issubclass(what.exc_type, KeyboardInterrupt):
        os._exit(asked_to_end() or INTERRUPTED)
    if not asked_to_end():
        sys.__unraisablehook__(what)
