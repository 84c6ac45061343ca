"""The rubric sets that can be chosen, for people."""

from __future__ import annotations

import shlex

from lifeline.report.phrases import count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Data = dict[str, Any]


def lay_out(found: Data, terminal: Terminal) -> list[str]:
    """Give the lines of a list of sets: what each is called, what it holds and where it lies."""
    return [line for listed in found["sets"] for line in _one_set(listed, terminal)]


def _one_set(listed: Data, terminal: Terminal) -> list[str]:
    if listed["errors"]:
        check = f"lifeline rubric check {shlex.quote(listed['folder'])}"
        return terminal.paragraph(f"{listed['name']}: has errors: {check}")
    called = "" if listed["set"] == listed["name"] else f" (called {listed['set']} in idea files)"
    head = f"{listed['name']} {listed['version']}{called}: {listed['title']}"
    sums = f"{count(listed['questions'], 'question')}, {count(listed['rules'], 'rule')}"
    lines = [terminal.paint(line, "bold") for line in terminal.paragraph(head)]
    lines += terminal.paragraph(f"{sums}; language: {', '.join(listed['languages'])}", 2)
    return lines + terminal.paragraph(listed["folder"], 2)
