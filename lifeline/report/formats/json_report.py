"""Assessments as JSON: one document, or one line an idea. ASCII, so that any stream can take it."""

from __future__ import annotations

from json import JSONEncoder
from operator import itemgetter

from lifeline.model.known import Known
from lifeline.report.by_idea import ByIdea

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from lifeline.model.assessment import Assessment, Finding
    from lifeline.report.run import Run


def inert_json(text: str) -> str:
    """Write a ``[`` in a string otherwise, where GitHub's runner would look for a command."""
    return text.replace("##[", r"##\u005b")


MOST_KNOWN = 2_000
"""Findings of which the text is kept; each takes about 600 bytes."""

_words_of = itemgetter("rule", "level", "status", "waived", "message", "question", "remedy")

_compact = JSONEncoder(check_circular=False, separators=(",", ":")).encode
_pretty = JSONEncoder(check_circular=False, indent=2).encode


class JsonReporter(ByIdea):
    """One document, written as it grows: head, ``ideas``, ``summary``."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self.stream = stream
        self.between = "\n"
        head = _pretty(run.head())
        stream.write(f'{head[: head.rindex("}")].rstrip()},\n  "ideas": [')

    def text(self, assessment: Assessment) -> str:
        """Give what is written of one idea."""
        return inert_json(_pretty(assessment)).replace("\n", "\n    ")

    def put(self, text: str) -> None:
        """Write one idea after those before."""
        self.stream.write(f"{self.between}    {text}")
        self.between = ",\n"

    def finish(self, summary: dict[str, int]) -> None:
        """Close the document with the summary."""
        text = _pretty(summary).replace("\n", "\n  ")
        self.stream.write(f'\n  ],\n  "summary": {text}\n}}\n')


class Findings:
    """Writes findings; what many ideas have in common but for its place is written once.

    Nine tenths of an assessment are findings, in words that are the same from idea to idea.
    """

    def __init__(self) -> None:
        self.known: Known[object, tuple[str, str]] = Known()

    def written(self, findings: list[Finding]) -> str:
        """Give findings as the items of a list."""
        written = []
        for finding in findings:
            key = _words_of(finding)
            if finding["waits_on"] or finding["claims"]:
                key = (*key, *finding["waits_on"], None, *finding["claims"])
            around = self.known.get(key)
            if finding["waived"]:  # then a reason stands at the end
                around = _around(finding)
            elif around is None:
                around = self.known.keep(key, _around(finding), MOST_KNOWN)
            before, after = around
            written.append(f'{before}{finding["line"]},"column":{finding["column"]}{after}')
        return ",".join(written)


def _around(finding: Finding) -> tuple[str, str]:
    """Give what stands before the place of a finding, and what behind it."""
    before, line, after = _compact(finding).partition('"line":')
    return before + line, after[after.index(',"remedy":') :]


class JsonLinesReporter(ByIdea):
    """One line an idea, each with the tool and the set; the gate is that of the idea."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self.stream = stream
        head = run.head()
        del head["gate"]  # an idea has its own
        self.tail = "," + _compact(head)[1:] + "\n"
        self.findings = Findings()

    def text(self, assessment: Assessment) -> str:
        """Give the line of one idea."""
        rest = _compact({**assessment, "findings": []})
        before, named, after = rest.partition('"findings":[')  # in a text the quotes are escaped
        text = f"{before}{named}{self.findings.written(assessment['findings'])}{after[:-1]}"
        return inert_json(text)

    def put(self, text: str) -> None:
        """Write a line."""
        self.stream.write(text + self.tail)

    def finish(self, summary: dict[str, int]) -> None:
        """Write nothing: every line is an idea."""
