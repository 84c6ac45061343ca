"""What all JUnit XML of ours shares: its elements, its counts, and how it is written.

It keeps to the schema that Jenkins checks reports by (xunit-plugin, junit-10.xsd). It has no times:
the same input has to give the same bytes.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from lifeline.report.terminal import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def case(class_name: str, name: str) -> Element:
    """Give a test that passed."""
    return Element("testcase", classname=safe(class_name), name=safe(name))


def mark(of: Element, tag: str, message: str, lines: Iterable[str], **more: str) -> None:
    """Mark a test as ``failure`` or ``error``."""
    marked = SubElement(of, tag, {"message": safe(message), **more})
    marked.text = "\n".join(map(safe, lines))


def beside(of: Element, text: str) -> None:
    """Tell something of a test, however it ended; nothing where the text is empty."""
    if text:
        SubElement(of, "system-out").text = safe(text)


def suite(name: str, cases: list[Element]) -> Element:
    """Give a suite of tests, counted."""
    made = Element("testsuite", name=safe(name))
    made.extend(cases)
    _count(made, cases)
    return made


def document(name: str, suites: list[Element]) -> str:
    """Give suites as XML, in ASCII, so that any stream can take it."""
    root = Element("testsuites", name=safe(name))
    root.extend(suites)
    _count(root, [each for suite_ in suites for each in suite_])
    indent(root)
    data: bytes = tostring(root, encoding="us-ascii", xml_declaration=True)
    return _inert(data.decode("ascii")) + "\n"


def _inert(text: str) -> str:
    """Write by its number a sign with which GitHub's runner would see a command: terminal.inert."""
    text = re.sub(r"^(\s*):(?=:)", r"\1&#58;", text, flags=re.MULTILINE)
    return text.replace("##[", "##&#91;")


def _count(element: Element, cases: list[Element]) -> None:
    tags = [mark_.tag for each in cases for mark_ in each]
    element.set("tests", str(len(cases)))
    element.set("failures", str(tags.count("failure")))
    element.set("errors", str(tags.count("error")))
