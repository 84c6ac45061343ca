"""Where results go: stdout, or a file that is whole or not there."""

from __future__ import annotations

import argparse
import os
import sys

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
        self.drafts: list[tuple[TextIO, str]] = []
        self.reporters = [
            reporter_class(output.format)(self._stream(output.file), run) for output in outputs
        ]

    def _stream(self, file: str) -> TextIO:
        """Open what is written to: a draft beside the file, or a device or pipe itself."""
        if not file:
            return sys.stdout
        is_special = os.path.exists(file) and not os.path.isfile(file)
        place = file if is_special else os.path.realpath(file)
        draft = place if is_special else f"{place}.{os.getpid()}"
        try:
            stream = open(draft, "w", encoding="utf-8", newline="\n")  # noqa: SIM115
        except OSError as error:
            self._discard()
            raise UsageError(f"{file}: cannot be written: {error.strerror}.") from error
        self.drafts.append((stream, place))
        return stream

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
            stream, place = self.drafts[-1]
            try:
                stream.close()
                if stream.name != place:
                    os.replace(stream.name, place)
            except OSError as error:
                raise UsageError(f"{place}: cannot be written: {error.strerror}.") from error
            self.drafts.pop()

    def _discard(self) -> None:
        """Close what is still open, and remove what was begun."""
        for stream, place in self.drafts:
            try:  # noqa: SIM105  # contextlib takes a millisecond to import
                stream.close()
            except OSError:
                pass  # what could not be written is not wanted any more
            if stream.name != place:
                os.unlink(stream.name)

    def __enter__(self) -> Outputs:
        return self

    def __exit__(self, *_error: object) -> None:
        self._discard()
