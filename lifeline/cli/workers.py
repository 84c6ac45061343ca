"""Processes that judge files side by side.

Each takes every so manyth file and writes what comes out into a pipe of its own, from which it is
read in turn: so results come in order, and a process that is ahead waits until its pipe is read.
Where the platform can, processes begin as copies of this one, with all that it has loaded.
"""

from __future__ import annotations

import marshal
import multiprocessing
import signal
import sys
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING, Generic, TypeVar

from lifeline.errors import LifelineError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from typing import Any

    from lifeline.cli.running import Judging

T = TypeVar("T")

ENDING = (signal.SIGINT, signal.SIGTERM)
"""What people and services end a program with."""

TOLD, REFUSED, BROKEN = range(3)
"""What a process sends: what came of a file, what a person can mend, or a fault of the program."""


def start_method() -> str:
    """Say how processes begin; on macOS a copy can crash in the system's own libraries."""
    can_copy = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    return "fork" if can_copy else "spawn"


class Workers(Generic[T]):
    """Processes at work. Use it as a context: leaving it ends them at once."""

    def __init__(
        self, judge: Judging[T], files: Sequence[str], count: int, method: str | None = None
    ) -> None:
        """Start them, each for its share of the files."""
        context = multiprocessing.get_context(method or start_method())
        self.files = files
        self.taken = 0
        self.readers: list[Connection] = []
        self.processes: list[Any] = []
        try:
            with _undisturbed():
                for number in range(count):
                    self._start(context, judge, files[number::count])
        except BaseException:
            self.__exit__()
            raise

    def _start(self, context: BaseContext, judge: Judging[T], files: Sequence[str]) -> None:
        reader, writer = context.Pipe(duplex=False)
        self.readers.append(reader)
        copied = self.readers if context.get_start_method() == "fork" else []
        process = context.Process(  # type: ignore[attr-defined]
            target=_work, args=(judge, files, writer, copied), daemon=True
        )
        process.start()
        self.processes.append(process)
        writer.close()

    def next(self) -> T:
        """Give what came of the next file.

        Raises:
            LifelineError: what the judge raised, in its words.
            RuntimeError: when the process failed or died.
        """
        path, reader = self.files[self.taken], self.readers[self.taken % len(self.readers)]
        self.taken += 1
        try:
            kind, told = marshal.loads(reader.recv_bytes())  # noqa: S302  # from our own process
        except (EOFError, OSError) as error:
            raise RuntimeError(f"the process that judged {path} ended too early") from error
        if kind == REFUSED:
            raise LifelineError(told)
        if kind == BROKEN:
            raise RuntimeError(f"{path} could not be judged:\n{told}")
        found: T = told
        return found

    def __enter__(self) -> Workers[T]:
        return self

    def __exit__(self, *_error: object) -> None:
        for reader in self.readers:
            reader.close()
        for process in self.processes:
            process.kill()  # they hear no signal of another kind
        for process in self.processes:
            process.join()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let what ends us wait until the processes have begun, and let them begin without it."""
    heard: list[int] = []
    hold = getattr(signal, "pthread_sigmask", None)  # not on Windows
    held = hold and hold(signal.SIG_BLOCK, ENDING)
    before = {each: signal.signal(each, lambda number, _: heard.append(number)) for each in ENDING}
    try:
        yield
    finally:
        if hold:
            hold(signal.SIG_SETMASK, held)
        for each, handler in before.items():
            signal.signal(each, handler)
        for number in heard[:1]:
            signal.raise_signal(number)


def _work(
    judge: Judging[Any], files: Sequence[str], writer: Connection, copied: Sequence[Connection]
) -> None:
    """Judge files and send what comes out, until all are done or nobody reads any more."""
    for each in ENDING:
        signal.signal(each, signal.SIG_IGN)  # it is for the one who asked
    for reader in copied:
        reader.close()  # else a pipe would stay open when the one who reads it has gone
    try:
        for path in files:
            writer.send_bytes(marshal.dumps(_judged(judge, path)))
    except BrokenPipeError:
        pass


def _judged(judge: Judging[Any], path: str) -> tuple[int, Any]:
    try:
        return TOLD, judge.judged(path)
    except LifelineError as error:
        return REFUSED, str(error)
    except Exception:  # noqa: BLE001  # the other process confesses it
        return BROKEN, traceback.format_exc()
