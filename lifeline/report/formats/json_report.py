"""Assessments as JSON: one document, or one line an idea. ASCII, so that any stream can take it."""

from __future__ import annotations

from json import JSONEncoder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from lifeline.model.assessment import Assessment
    from lifeline.report.run import Run


def inert_json(text: str) -> str:
    """Write a ``[`` in a string otherwise, where GitHub's runner would look for a command."""
    return text.replace("##[", r"##\u005b")


_compact = JSONEncoder(check_circular=False, separators=(",", ":")).encode
_pretty = JSONEncoder(check_circular=False, indent=2).encode


class JsonReporter:
    """One document, written as it grows: head, ``ideas``, ``summary``."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self.stream = stream
        self.between = "\n"
        head = _pretty(run.head())
        stream.write(f'{head[: head.rindex("}")].rstrip()},\n  "ideas": [')

    def add(self, assessment: Assessment) -> None:
        """Write one idea."""
        text = inert_json(_pretty(assessment)).replace("\n", "\n    ")
        self.stream.write(f"{self.between}    {text}")
        self.between = ",\n"

    def finish(self, summary: dict[str, int]) -> None:
        """Close the document with the summary."""
        text = _pretty(summary).replace("\n", "\n  ")
        self.stream.write(f'\n  ],\n  "summary": {text}\n}}\n')


class JsonLinesReporter:
    """One line an idea, each with the tool, the set and the gate it was judged by."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self.stream = stream
        self.tail = "," + _compact(run.head())[1:] + "\n"

    def add(self, assessment: Assessment) -> None:
        """Write one idea."""
        self.stream.write(inert_json(_compact(assessment))[:-1] + self.tail)

    def finish(self, summary: dict[str, int]) -> None:
        """Write nothing: every line is an idea."""
