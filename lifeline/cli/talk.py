"""Talk goes to stderr, and nothing that a file or its name holds does anything there."""

from __future__ import annotations

import sys

from lifeline.report.terminal import inert, safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.errors import LifelineError


def say(*lines: str) -> None:
    """Print each text as one line that is safe to show; when nobody can hear it, that is no fault.

    A full disk below a log, or a reader of the log who has gone, changes no exit code.
    """
    try:  # noqa: SIM105  # contextlib takes a millisecond to import
        print("\n".join(inert(safe(line)) for line in lines), file=sys.stderr)
    except OSError:
        pass


def say_error(error: LifelineError) -> None:
    """Print what an error explains: of files that cannot be used every problem."""
    from lifeline.errors import InvalidFile, InvalidFiles
    from lifeline.report.problems import problem_lines

    files = error.files if isinstance(error, InvalidFiles) else [error]
    for file in files:
        if isinstance(file, InvalidFile):
            say(*problem_lines(file.path, [problem.data() for problem in file.problems]))
        else:
            say(str(file))
