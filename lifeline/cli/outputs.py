"""Where results go: stdout, or a file that is whole or not there."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import contextmanager

from lifeline.errors import UsageError
from lifeline.report import FORMATS, reporter_class

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from lifeline.model.assessment import Assessment
    from lifeline.report import Reporter
    from lifeline.report.run import Run


class Output:
    """A format, and the file it is written to; none for stdout."""

    __slots__ = ("file", "format")

    def __init__(self, format_: str, file: str) -> None:
        self.format = format_
        self.file = file


def output(text: str) -> Output:
    """Read ``NAME`` or ``NAME:FILE`` as argparse calls it."""
    name, colon, file = text.partition(":")
    if name not in FORMATS or (colon and not file):
        expected = ", ".join(FORMATS)
        raise argparse.ArgumentTypeError(f"'{text}' is no format. Expected one of: {expected}")
    return Output(name, file)


class Reporters:
    """Several reporters that are fed as one."""

    def __init__(self, reporters: list[Reporter]) -> None:
        self.reporters = reporters

    def add(self, assessment: Assessment) -> None:
        """Write one idea to each."""
        for reporter in self.reporters:
            reporter.add(assessment)

    def finish(self, summary: dict[str, int]) -> None:
        """Finish each."""
        for reporter in self.reporters:
            reporter.finish(summary)


@contextmanager
def opened(outputs: list[Output], run: Run) -> Iterator[Reporters]:
    """Open the outputs of a run; files take their place only when everything is written.

    Raises:
        UsageError: when two outputs go to one place, or a file cannot be written.
    """
    files = [output.file for output in outputs]
    if len(set(files)) < len(files):
        raise UsageError("lifeline: two formats go to the same place. Give one a file: json:FILE.")
    drafts: list[tuple[TextIO, str]] = []
    try:
        streams = [_draft(file, drafts) if file else sys.stdout for file in files]
        made = zip(outputs, streams, strict=True)
        yield Reporters([reporter_class(output.format)(stream, run) for output, stream in made])
        for stream, file in drafts:
            stream.close()
            os.replace(stream.name, file)
    finally:
        for stream, _ in drafts:
            stream.close()
            if os.path.exists(stream.name):
                os.unlink(stream.name)


def _draft(file: str, drafts: list[tuple[TextIO, str]]) -> TextIO:
    try:
        stream = open(f"{file}.{os.getpid()}", "w", encoding="utf-8", newline="\n")  # noqa: SIM115
    except OSError as error:
        raise UsageError(f"{file}: cannot be written: {error.strerror}.") from error
    drafts.append((stream, file))
    return stream
