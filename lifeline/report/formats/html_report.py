"""Assessments as one page with a table, that needs nothing else and does nothing.

It is in ASCII, so that any stream can take it.
"""

from __future__ import annotations

from html import escape

from lifeline.report import phrases
from lifeline.report.formats.overview import HEADS, cells
from lifeline.report.terminal import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from lifeline.model.assessment import Assessment
    from lifeline.report.run import Run

STYLE = """\
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 75rem; margin: 1rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid #8886; padding: .4rem .6rem; text-align: start;
  vertical-align: top; overflow-wrap: anywhere }
.pass, .fail, .unclear, .invalid { font-weight: bold; white-space: nowrap }
small { display: block; font-weight: normal }
@media (max-width: 45rem) {
  thead { display: none }
  tr { display: block; border-bottom: 1px solid; padding: .6rem 0 }
  td { display: block; border: 0; padding: .1rem 0 }
  td:empty { display: none }
  td[data-head]::before { content: attr(data-head) ": "; opacity: .7 }
}"""

TOP = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<h1>{title}</h1>
<table>
<thead><tr>{heads}</tr></thead>
<tbody>
"""
TITLE = "How long each idea lasts"


class HtmlReporter:
    """Writes a row an idea."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self.stream = stream
        self.run = run
        heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
        stream.write(TOP.format(title=TITLE, style=STYLE, heads=heads))

    def add(self, assessment: Assessment) -> None:
        """Write one idea."""
        verdict, title, *rest = map(inert_html, cells(assessment))
        path = inert_html(assessment["path"])
        told = "".join(
            f'<td data-head="{head}">{cell}</td>' if cell else "<td></td>"
            for head, cell in zip(HEADS[2:], rest, strict=True)
        )
        self.stream.write(
            f'<tr><td class="{assessment["verdict"]}">{verdict}</td>'
            f"<td><bdi>{title}</bdi><small><bdi>{path}</bdi></small></td>{told}</tr>\n"
        )

    def finish(self, summary: dict[str, int]) -> None:
        """Write the counts and the fine print, and close the page."""
        is_counted = summary["ideas"] != 1 or summary.get("waived")
        told = [phrases.counts_text(summary)] if is_counted else []
        told.append(phrases.fine_print(self.run))
        below = "".join(f"<p>{inert_html(text)}</p>\n" for text in told)
        self.stream.write(f"</tbody>\n</table>\n{below}</body>\n</html>\n")


def inert_html(text: str) -> str:
    """Give a text as it can stand in a page or in quotes there, in ASCII."""
    written = escape(safe(text)).encode("ascii", "xmlcharrefreplace").decode("ascii")
    return written.replace("##[", "##&#91;")
