"""Judges many files: one after the other, or several at once, with the same results in order."""

from __future__ import annotations

import os

from lifeline.reading.finding.discovery import STDIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Protocol, TypeVar

    T_co = TypeVar("T_co", covariant=True)
    T = TypeVar("T")

    class Judging(Protocol[T_co]):
        """Gives what comes of a file: plain data that can go from process to process."""

        def judged(self, path: str) -> T_co:
            """Judge it."""


PAYS_FROM = 100
"""Files from which several jobs are quicker than one also on two processors: starting them takes as
long as judging thirty files."""

MOST_JOBS = 8
"""Jobs where nobody says how many: reports are written by one, which more could not keep busy."""


def judged_all(judge: Judging[T], paths: Sequence[str], jobs: int | None = None) -> Iterator[T]:
    """Judge files, and give what comes of them in their order.

    What is held in memory does not grow with the number of files.

    Args:
        judge: judges one; with several jobs each has its own, as it is now.
        paths: of files; ``-`` is stdin.
        jobs: how many to judge at once; None for as many as pay.

    Raises:
        LifelineError: what the judge raises.
        RuntimeError: when one of several jobs fails or dies; the file is named.
    """
    files = [path for path in paths if path != STDIN]
    count = min(jobs or _paying(len(files)), len(files))
    if count <= 1:
        yield from map(judge.judged, paths)
        return
    from lifeline.cli.workers import Workers  # most runs need none

    try:
        begun = Workers(judge, files, count)
    except OSError:  # the system gives no more processes or pipes
        yield from map(judge.judged, paths)
        return
    with begun as workers:
        for path in paths:
            yield judge.judged(path) if path == STDIN else workers.next()


def _paying(files: int) -> int:
    return 1 if files < PAYS_FROM else min(usable_cpus(), MOST_JOBS)


def usable_cpus() -> int:
    """Count the processors that this process may use."""
    if hasattr(os, "process_cpu_count"):  # Python 3.13
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
