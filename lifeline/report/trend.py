"""The range of an idea version by version, for people: a bar for each, and what moved it."""

from __future__ import annotations

from lifeline.report.bar import bar, scale
from lifeline.report.phrases import short
from lifeline.report.problems import problem_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Data = dict[str, Any]
    Lines = list[str]

ROOMY, MIDDLING = 66, 54
"""Columns from which on a row has a wide bar, or has the name of its commit."""

WIDE_BAR, NARROW_BAR = 24, 12
UNKEPT = "as it is"
"""Stands for the name of a commit where the file as it is is in none."""

SPAN = len("3 to 12+")
GAP = "  "

JUDGED = "Each version is looked at from the day of its commit, and judged by {set} {version}"
SHALLOW = (
    "This copy of the repository holds its last commits only, so older versions may be missing. To"
    " fetch them: git fetch --unshallow, or on GitHub fetch-depth: 0."
)


def lay_out(found: Data, terminal: Terminal) -> Lines:
    """Give the lines of a trend, the newest version last."""
    title = found["idea"] or found["id"]
    lines = [terminal.paint(line, "bold") for line in terminal.paragraph(title)]
    how = JUDGED.format(set=found["set"]["id"], version=found["set"]["version"])
    lines += terminal.paragraph(f"{how}{', strictly' if found['strict'] else ''}.")
    if found["older"]:
        lines += terminal.paragraph("There are older versions that are left out here.")
    if found["shallow"]:
        lines += terminal.paragraph(SHALLOW)
    rows = found["rows"]
    if not rows:
        return lines + terminal.paragraph("Nothing of this file was changed since then.")
    lines += ["", _scale(terminal)]
    for row in rows:
        lines += _row(row, terminal)
    if rows[-1]["errors"]:
        lines += ["", *problem_lines(found["path"], rows[-1]["errors"])]
    return lines


def _scale(terminal: Terminal) -> str:
    return f"{' ' * len(_head({'date': ' ' * 10, 'commit': ''}, terminal))}{scale(_bar(terminal))}"


def _bar(terminal: Terminal) -> int:
    return WIDE_BAR if terminal.width >= ROOMY else NARROW_BAR


def _head(row: Data, terminal: Terminal) -> str:
    """Give the day of a version and, where there is room, the name of its commit."""
    if terminal.width < MIDDLING:
        return f"{row['date']}{GAP}"
    name = (row["commit"] or "")[:8] or UNKEPT
    return f"{row['date']}{GAP}{name}{GAP}"


def _row(row: Data, terminal: Terminal) -> Lines:
    lines = [f"{_head(row, terminal)}{_result(row, terminal)}"]
    if row["subject"]:
        lines += terminal.paragraph(row["subject"], 2)
    if row["what"]:
        lines += terminal.paragraph(f"{terminal.signs['to']} {row['what']}", 2)
    return lines


def _result(row: Data, terminal: Terminal) -> str:
    if row["lifeline"] is None:
        return "gone" if row["verdict"] is None else terminal.paint("INVALID", "invalid")
    months = row["lifeline"]["months"]
    drawn = bar(months, _bar(terminal), terminal.signs)
    if terminal.width < MIDDLING:
        return f"{drawn}{GAP}{short(months)}"
    verdict = terminal.paint(row["verdict"].upper(), row["verdict"])
    return f"{drawn}{GAP}{short(months).ljust(SPAN)}{GAP}{verdict}"
