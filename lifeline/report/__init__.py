"""One module per output format, and the registry of them. A reporter is fed idea by idea."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol, TextIO

    from lifeline.model.assessment import Assessment
    from lifeline.report.run import Run

    class Reporter(Protocol):
        """Writes a run to a stream as it goes, so that memory does not grow with the files."""

        def __init__(self, stream: TextIO, run: Run) -> None:
            """Take the stream and what all ideas of the run share; write what stands on top."""

        def add(self, assessment: Assessment) -> None:
            """Write one idea."""

        def finish(self, summary: dict[str, int]) -> None:
            """Write what stands at the end."""


FORMATS = {
    "text": ("lifeline.report.formats.text", "TextReporter"),
    "json": ("lifeline.report.formats.json_report", "JsonReporter"),
    "jsonl": ("lifeline.report.formats.json_report", "JsonLinesReporter"),
    "markdown": ("lifeline.report.formats.markdown_report", "MarkdownReporter"),
    "html": ("lifeline.report.formats.html_report", "HtmlReporter"),
    "csv": ("lifeline.report.formats.csv_report", "CsvReporter"),
    "junit": ("lifeline.report.formats.junit_report", "JunitReporter"),
    "sarif": ("lifeline.report.formats.sarif", "SarifReporter"),
    "github": ("lifeline.report.formats.github", "GithubReporter"),
    "auto": ("lifeline.report.formats.automatic", "AutomaticReporter"),
}
"""Where the reporter of each format is; a format's module is imported when it is asked for."""


def reporter_class(name: str) -> type[Reporter]:
    """Give the reporter of a format; the name is one of ``FORMATS``."""
    module, attribute = FORMATS[name]
    found: type[Reporter] = getattr(import_module(module), attribute)
    return found
