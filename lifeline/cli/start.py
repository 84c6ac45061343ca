"""The first of the program that runs: Ctrl-C ends it quietly, also while the rest is loaded."""

from __future__ import annotations

import os
import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

INTERRUPTED = 130
"""``Exit.INTERRUPTED``, which may be what is being loaded."""


def run() -> NoReturn:
    """Run the command as a process."""
    try:
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not in the background
            signal.signal(signal.SIGINT, _interrupt)
        from lifeline.cli.main import run as run_command

        run_command()
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)


def _interrupt(number: int, _frame: object) -> NoReturn:
    """End what is running; pressed once more, Ctrl-C does not disturb the tidying up."""
    signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt
