"""What test vectors came to as JUnit XML, which services that build software show as tests.

Each file of vectors is a test suite. What was searched for besides is one too: each gap is a test
that failed, and where there is none, one test passed.
"""

from __future__ import annotations

from lifeline.report.formats.xunit import case, document, mark, suite
from lifeline.report.testing import cells, place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any
    from xml.etree.ElementTree import Element

    Data = dict[str, Any]

SEARCHES = {
    "coverage": "everything is exercised",
    "changes": "every change is noticed",
}
"""What is searched for besides, and the test that stands for it where nothing was found."""


def junit(found: Data) -> str:
    """Give a run as XML, in ASCII, so that any stream can take it."""
    return document(f"{found['set']} {found['version']}", _suites(found))


def _suites(found: Data) -> list[Element]:
    by_file: dict[str, list[Data]] = {}
    for result in found["vectors"]:
        by_file.setdefault(result["path"], []).append(result)
    suites = [suite(file, list(map(_case, results))) for file, results in by_file.items()]
    for search, passed in SEARCHES.items():
        if found[search]:
            gaps = [_gap(search, gap) for gap in found[search]["gaps"]]
            suites.append(suite(search, gaps or [case(search, passed)]))
    return suites


def _case(result: Data) -> Element:
    made = case(result["path"], result["name"])
    if result["status"] == "failed":
        _fail(made, result, [_line(*cells(each)) for each in result["differences"]])
    return made


def _gap(search: str, gap: Data) -> Element:
    made = case(search, gap["message"])
    _fail(made, gap, [gap["message"]])
    return made


def _line(key: str, *sides: str) -> str:
    return f"{key.strip()}: {', '.join(sides)}"


def _fail(of: Element, at: Data, lines: list[str]) -> None:
    mark(of, "failure", "; ".join(lines), [place(at), *lines])
