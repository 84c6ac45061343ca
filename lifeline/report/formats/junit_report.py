"""Assessments as JUnit XML: one suite a run, one test an idea.

An idea that is unclear is a failure of the type ``unclear``, as a run with it does not end with 0;
a file that cannot be judged is an error.
"""

from __future__ import annotations

from os.path import dirname

from lifeline.report import phrases
from lifeline.report.formats.concerns import against
from lifeline.report.formats.xunit import beside, case, document, mark, suite
from lifeline.report.verdict import verdict_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO
    from xml.etree.ElementTree import Element

    from lifeline.model.assessment import Assessment
    from lifeline.report.run import Run

NAME = "lifeline"


class JunitReporter:
    """Collects a test an idea; the counts stand on top, so that all is written at the end."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self.stream = stream
        self.name = f"{run.compiled['set']} {run.compiled['version']}"
        self.cases: list[Element] = []

    def add(self, assessment: Assessment) -> None:
        """Take one idea."""
        made = case(dirname(assessment["path"]) or ".", assessment["id"])
        verdict = assessment["verdict"]
        if verdict != "pass":
            tag = "error" if verdict == "invalid" else "failure"
            message = phrases.sentence(verdict_text(assessment))
            mark(made, tag, message, _lines(assessment), type=verdict)
        beside(made, _ahead(assessment))
        self.cases.append(made)

    def finish(self, _summary: dict[str, int]) -> None:
        """Write everything."""
        self.stream.write(document(self.name, [suite(NAME, self.cases)]))


def _ahead(assessment: Assessment) -> str:
    """Say of months that they count from a day still to come, also of an idea that passes."""
    ahead, lifeline = phrases.ahead_text(assessment), assessment["lifeline"]
    return f"{phrases.short(lifeline['months'])} months: {ahead}" if ahead and lifeline else ""


def _lines(assessment: Assessment) -> Iterator[str]:
    """Tell what is against the idea, or may be, each with its place and what to do."""
    path = assessment["path"]
    found, also = against(assessment)
    for concern in found:
        place = f"{path}:{concern.line}:{concern.column}"
        yield f"{place}: {concern.level}: {concern.message} ({concern.rule})"
        if concern.remedy:
            yield f"  -> {concern.remedy}"
    yield from also
