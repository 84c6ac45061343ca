"""What test vectors came to as JUnit XML, which services that build software show as tests.

Each file of vectors is a test suite. What was searched for besides is one too: each gap is a test
that failed, and where there is none, one test passed.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from lifeline.report.terminal import safe
from lifeline.report.testing import cells, place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Data = dict[str, Any]

SEARCHES = {
    "coverage": "everything is exercised",
    "changes": "every change is noticed",
}
"""What is searched for besides, and the test that stands for it where nothing was found."""


def junit(found: Data) -> str:
    """Give a run as XML, in ASCII, so that any stream can take it."""
    root = Element("testsuites", name=safe(f"{found['set']} {found['version']}"))
    for suite in _suites(found):
        root.append(suite)
    _count(root, [case for suite in root for case in suite])
    indent(root)
    data: bytes = tostring(root, encoding="us-ascii", xml_declaration=True)
    return data.decode("ascii").replace("##[", "##&#91;") + "\n"  # see terminal.inert


def _suites(found: Data) -> list[Element]:
    by_file: dict[str, list[Data]] = {}
    for result in found["vectors"]:
        by_file.setdefault(result["path"], []).append(result)
    suites = [_suite(file, list(map(_case, results))) for file, results in by_file.items()]
    for search, passed in SEARCHES.items():
        if found[search]:
            gaps = [_gap(search, gap) for gap in found[search]["gaps"]]
            suites.append(_suite(search, gaps or [_element("testcase", search, passed)]))
    return suites


def _suite(name: str, cases: list[Element]) -> Element:
    suite = Element("testsuite", name=safe(name))
    suite.extend(cases)
    _count(suite, cases)
    return suite


def _count(element: Element, cases: list[Element]) -> None:
    element.set("tests", str(len(cases)))
    element.set("failures", str(sum(len(case) for case in cases)))
    element.set("errors", "0")


def _case(result: Data) -> Element:
    case = _element("testcase", result["path"], result["name"])
    if result["status"] == "failed":
        _fail(case, result, [_line(*cells(each)) for each in result["differences"]])
    return case


def _gap(search: str, gap: Data) -> Element:
    case = _element("testcase", search, gap["message"])
    _fail(case, gap, [gap["message"]])
    return case


def _element(tag: str, class_name: str, name: str) -> Element:
    return Element(tag, classname=safe(class_name), name=safe(name))


def _line(key: str, *sides: str) -> str:
    return f"{key.strip()}: {', '.join(sides)}"


def _fail(case: Element, at: Data, lines: list[str]) -> None:
    failure = SubElement(case, "failure", message=safe("; ".join(lines)))
    failure.text = "\n".join(map(safe, [place(at), *lines]))
