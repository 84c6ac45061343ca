"""Assessments as one page for a browser, that needs nothing else and does nothing."""

from __future__ import annotations

from lifeline.report.pages.writing import PageWriter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from lifeline.model.assessment import Assessment
    from lifeline.report.run import Run


class HtmlReporter:
    """Writes a section an idea, and of several an index before them.

    The page is that of ``lifeline report``, without what is found out only for that.
    """

    def __init__(self, stream: TextIO, run: Run) -> None:
        self.page = PageWriter(stream, run)

    def add(self, assessment: Assessment) -> None:
        """Take one idea."""
        self.page.add(assessment)

    def finish(self, summary: dict[str, int]) -> None:
        """Write the page."""
        self.page.finish(summary)
