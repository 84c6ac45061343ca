"""What suits the place a run is in: text, and under GitHub Actions annotations after it.

That the summary of the step is written too is up to the command, which knows about files.
"""

from __future__ import annotations

import os

from lifeline.report.formats.text import TextReporter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from lifeline.model.assessment import Assessment
    from lifeline.report import Reporter
    from lifeline.report.run import Run


def is_on_github() -> bool:
    """Say whether this runs under GitHub Actions."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


class AutomaticReporter:
    """Writes text, and what the service that runs it makes something of."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        others = [_annotations(stream, run)] if is_on_github() else []  # UTF-8, so text is too
        self.reporters: list[Reporter] = [TextReporter(stream, run), *others]

    def add(self, assessment: Assessment) -> None:
        """Write one idea."""
        for reporter in self.reporters:
            reporter.add(assessment)

    def finish(self, summary: dict[str, int]) -> None:
        """Write what stands at the end; where there was no idea, nothing."""
        for reporter in self.reporters if summary["ideas"] else []:
            reporter.finish(summary)


def _annotations(stream: TextIO, run: Run) -> Reporter:
    from lifeline.report.formats.github import GithubReporter

    return GithubReporter(stream, run)
