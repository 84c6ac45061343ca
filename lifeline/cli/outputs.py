"""Where results go: stdout, or a file that is whole or not there."""

from __future__ import annotations

import argparse
import sys

from lifeline.cli.drafts import Draft
from lifeline.errors import UsageError
from lifeline.report import FORMATS, reporter_class

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
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


class Outputs:
    """All outputs of a run, fed as one; files take their place only when everything is written.

    Use it as a context: leaving it by an error removes what was begun.
    """

    def __init__(self, outputs: list[Output], run: Run) -> None:
        """Open the files.

        Raises:
            UsageError: when two outputs go to one place, or a file cannot be written.
        """
        files = [output.file for output in outputs]
        if len(set(files)) < len(files):
            raise UsageError("lifeline: two formats go to one place. Give one a file: json:FILE.")
        self.shows_errors = any(o.format == "text" and not o.file for o in outputs)
        self.drafts: list[Draft] = []
        self.reporters = [
            reporter_class(output.format)(self._stream(output.file), run) for output in outputs
        ]

    def _stream(self, file: str) -> TextIO:
        """Give what is written to."""
        if not file:
            return sys.stdout
        try:
            self.drafts.append(Draft(file))
        except UsageError:
            self._discard()
            raise
        return self.drafts[-1].stream

    def add(self, assessment: Assessment) -> None:
        """Write one idea to each output."""
        self._each(lambda reporter: reporter.add(assessment))

    def _each(self, write: Callable[[Reporter], None]) -> None:
        """Write to each output; one whose reader has gone is dropped, the verdict stands."""
        for reporter in [*self.reporters]:
            try:
                write(reporter)
            except BrokenPipeError:
                self.reporters.remove(reporter)

    def finish(self, summary: dict[str, int]) -> None:
        """Finish each output, and put the files in their place."""
        self._each(lambda reporter: reporter.finish(summary))
        while self.drafts:
            self.drafts[-1].keep()
            self.drafts.pop()

    def _discard(self) -> None:
        """Remove what was begun and is not in its place."""
        for draft in self.drafts:
            draft.discard()

    def __enter__(self) -> Outputs:
        return self

    def __exit__(self, *_error: object) -> None:
        self._discard()
