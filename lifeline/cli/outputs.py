"""Where results go: stdout, or a file that is whole or not there."""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial

from lifeline.errors import UsageError
from lifeline.report import FORMATS, reporter_class
from lifeline.report.by_idea import ByIdea

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TextIO

    from lifeline.cli.additions import Addition
    from lifeline.cli.drafts import Draft
    from lifeline.cli.writing import Written
    from lifeline.report import Reporter
    from lifeline.report.run import Run

AUTO = "auto"
"""The format that finds out what suits the place a run is in."""

SUMMARY = "GITHUB_STEP_SUMMARY"
"""The environment variable that names the file in which GitHub collects the summary of a step."""


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
    if name == AUTO and file:
        raise argparse.ArgumentTypeError(
            f"'{text}' names a file, but {AUTO} finds out where it writes. Expected: {AUTO}"
        )
    return Output(name, file)


def _with_summary(outputs: list[Output]) -> list[Output]:
    """Add the summary of the step, where ``auto`` is asked for and GitHub Actions wants one."""
    if all(output.format != AUTO for output in outputs):
        return outputs
    from lifeline.report.formats.automatic import is_on_github  # most runs choose their formats

    summary = os.environ.get(SUMMARY)
    if not summary or not is_on_github() or any(output.file == summary for output in outputs):
        return outputs
    return [*outputs, Output("markdown", summary)]


def _opened(file: str) -> Draft | Addition:
    """Begin a file; what the step has written to its summary already is kept.

    Raises:
        UsageError: when it cannot be written.
    """
    if file != os.environ.get(SUMMARY):
        from lifeline.cli.drafts import Draft  # most runs write to stdout

        return Draft(file)
    from lifeline.cli.additions import Addition  # only CI has such a file

    return Addition(file)


def _flush() -> None:
    """Write what stdout still holds; when its reader has gone, nobody wants that any more."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # for what comes yet


class Outputs:
    """All outputs of a run, fed as one; files take their place only when everything is written.

    Use it as a context: leaving it by an error removes what was begun.
    """

    def __init__(self, outputs: list[Output], run: Run) -> None:
        """Open the files.

        Raises:
            UsageError: when two outputs go to one place, or a file cannot be written.
        """
        places = [output.file and os.path.realpath(output.file) for output in outputs]
        if len(set(places)) < len(places):
            raise UsageError("lifeline: two formats go to one place. Give one a file: json:FILE.")
        outputs = _with_summary(outputs)
        self.prints = any(not output.file for output in outputs)
        self.shows_errors = any(o.format in {"text", AUTO} and not o.file for o in outputs)
        self.drafts: list[Draft | Addition] = []
        self.reporters: list[Reporter | None] = []
        try:
            for output in outputs:
                self._begin(reporter_class(output.format), self._stream(output.file), run)
        except BaseException:
            self._discard()
            raise

    def _stream(self, file: str) -> TextIO:
        """Give what is written to."""
        if not file:
            return sys.stdout
        self.drafts.append(_opened(file))
        return self.drafts[-1].stream

    def _begin(self, reporter: type[Reporter], stream: TextIO, run: Run) -> None:
        """Begin an output, unless its reader has gone already."""
        try:
            self.reporters.append(reporter(stream, run))
        except BrokenPipeError:
            self.reporters.append(None)  # the verdict stands

    def by_idea(self) -> list[ByIdea | None]:
        """Give the reporters; None where one has to see all ideas itself."""
        return [each if isinstance(each, ByIdea) else None for each in self.reporters]

    def add(self, written: Written) -> None:
        """Write one idea to each output."""
        for place, text in enumerate(written["texts"]):
            self._to(place, partial(_add, written, text))

    def _to(self, place: int, write: Callable[[Any], None]) -> None:
        """Write to an output; one whose reader has gone is dropped, the verdict stands."""
        reporter = self.reporters[place]
        try:
            if reporter is not None:
                write(reporter)
        except BrokenPipeError:
            self.reporters[place] = None

    def finish(self, summary: dict[str, int]) -> None:
        """Finish each output, and put the files in their place."""
        for place in range(len(self.reporters)):
            self._to(place, lambda reporter: reporter.finish(summary))
        while self.drafts:
            self.drafts[-1].keep()
            self.drafts.pop()
        _flush()

    def _discard(self) -> None:
        """Remove what was begun and is not in its place."""
        for draft in self.drafts:
            draft.discard()

    def __enter__(self) -> Outputs:
        return self

    def __exit__(self, *_error: object) -> None:
        self._discard()


def _add(written: Written, text: str | None, reporter: Any) -> None:
    if text is None:
        reporter.add(written["assessment"])
    else:
        reporter.put(text)
