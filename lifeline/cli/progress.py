"""Shows a person who waits how far a long run has come; to everybody else, nothing."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO

    from lifeline.cli.writing import Written

AFTER = 1.0
"""Seconds of work before anything is shown."""

EVERY = 0.1
"""Seconds between two pictures."""

FEWEST = 50
"""Files below which a run is over before anything could be shown; no clock is asked then."""

BAR = 24
"""Columns of the bar."""

CLEAR = "\r\x1b[K"


def with_progress(judged: Iterable[Written], total: int, *, prints: bool) -> Iterable[Written]:
    """Give what was judged as it comes, and show on stderr how many came.

    Args:
        judged: files.
        total: how many there are going to be.
        prints: whether results are printed as they come; on a terminal they show it themselves.
    """
    if total < FEWEST or (prints and sys.stdout.isatty()) or not _is_watched(sys.stderr):
        return judged
    import time

    return Progress(total, sys.stderr, time.monotonic).over(judged)


def _is_watched(stream: TextIO) -> bool:
    """Whether a person looks at a stream on which a line can be replaced."""
    return stream.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("CI")


class Progress:
    """A line that says how many of how many files are judged."""

    def __init__(self, total: int, stream: TextIO, clock: Callable[[], float]) -> None:
        from lifeline.report.terminal import Terminal

        self.total = total
        self.terminal = Terminal(stream)
        self.clock = clock
        self.shown_from = clock() + AFTER
        self.is_shown = False

    def over(self, judged: Iterable[Written]) -> Iterator[Written]:
        """Give what was judged as it comes; what is wrong with a file is told on a clean line."""
        try:
            for number, written in enumerate(judged, start=1):
                if written["errors"]:
                    self.clear()
                elif (now := self.clock()) >= self.shown_from:
                    self.shown_from = now + EVERY
                    self.show(number)
                yield written
        finally:
            self.clear()

    def show(self, number: int) -> None:
        """Draw the line over the one before."""
        signs = self.terminal.signs
        full = BAR * number // self.total
        bar = signs["sure"] * full + signs["open"] * (BAR - full)
        text = f"{bar} {number} of {self.total} files judged"
        self._write(f"\r{text[: self.terminal.width - 1]}")
        self.is_shown = True

    def clear(self) -> None:
        """Take the line away."""
        if self.is_shown:
            self._write(CLEAR)
            self.is_shown = False

    def _write(self, text: str) -> None:
        self.terminal.stream.write(text)
        self.terminal.stream.flush()
