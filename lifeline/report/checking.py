"""What is wrong with rubric sets, for people: a place and what to do for each finding."""

from __future__ import annotations

from lifeline.report.phrases import count
from lifeline.report.problems import problem_lines
from lifeline.report.terminal import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Data = dict[str, Any]


def lay_out(found: Data, terminal: Terminal) -> list[str]:
    """Give the lines of what was found in some sets: what is found in each, then its sum."""
    return [line for checked in found["sets"] for line in _one_set(checked, terminal)]


def _one_set(checked: Data, terminal: Terminal) -> list[str]:
    lines = [line for found in checked["findings"] for line in _finding(found, terminal)]
    colour = "fail" if checked["errors"] else "pass"
    version = f" ({checked['set']} {checked['version']})" if checked["set"] else ""
    sums = f"{count(checked['errors'], 'error')}, {count(checked['notes'], 'note')}"
    return [*lines, terminal.paint(safe(f"{checked['folder']}{version}: {sums}."), colour)]


def _finding(found: Data, terminal: Terminal) -> list[str]:
    """Tell one finding on a line of its own, however long, so that editors find its place."""
    message = (
        found["message"] if found["check"] == "invalid" else f"{found['level']}: {found['message']}"
    )
    lines = problem_lines(found["path"], [{**found, "message": message}])  # type: ignore[typeddict-item]
    if found["remedy"]:
        lines += terminal.paragraph(f"{terminal.signs['to']} {found['remedy']}", 2)
    return lines
