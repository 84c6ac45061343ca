"""The exit codes. People's CI relies on them: they never move."""

from __future__ import annotations

from enum import IntEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Exit(IntEnum):
    """What a run of the command ended with."""

    PASSED = 0
    """Every idea passed."""
    FAILED = 1
    """At least one idea failed its gate."""
    INVALID = 2
    """A file could not be read or is invalid, there was none, or the command line is wrong."""
    UNCLEAR = 3
    """None failed, at least one is unclear."""
    FAULT = 70
    """A fault of the program itself."""
    INTERRUPTED = 130
    """Somebody pressed Ctrl-C; the end of a watch, which is ended so, is PASSED."""
    TERMINATED = 143
    """Another program ended it by SIGTERM, as services do with a job that is cancelled."""


_BY_VERDICT = {
    "pass": Exit.PASSED,
    "fail": Exit.FAILED,
    "unclear": Exit.UNCLEAR,
    "invalid": Exit.INVALID,
}
_WORST_FIRST = (
    Exit.FAULT,
    Exit.INTERRUPTED,
    Exit.INVALID,
    Exit.FAILED,
    Exit.UNCLEAR,
    Exit.PASSED,
)


def exit_for(verdicts: Iterable[str], *, zero: bool = False) -> Exit:
    """Give the exit code for the verdicts that occurred; for none, that nothing was wrong.

    With ``zero``, what an idea comes to is no matter of the exit code; what is invalid still is.
    """
    codes = {_BY_VERDICT[verdict] for verdict in verdicts} or {Exit.PASSED}
    code = min(codes, key=_WORST_FIRST.index)
    return Exit.PASSED if zero and code in {Exit.FAILED, Exit.UNCLEAR} else code
