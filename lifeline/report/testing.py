"""What the test vectors of a set came to, for people: each that failed, what differs, the sum."""

from __future__ import annotations

from lifeline.report.phrases import count
from lifeline.report.tables import table
from lifeline.report.terminal import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Data = dict[str, Any]

NOTHING = "none"
FAILED, UPDATED = "failed", "updated"
LABELS = {
    FAILED: ("expected", "found", "missing", "not expected"),
    UPDATED: ("was", "now", "taken out", "added"),
}
"""How the two sides of a difference are called, and what only one of two lists has."""

SUMS = {"coverage": ("coverage", "exercised"), "changes": ("changes to the set", "noticed")}
"""What was searched for besides, as the last lines call it."""

LOOK = "Expectations were written anew. Read each difference before you keep it."
MEND_FIRST = "Vectors that fail notice no change: mend them first, then try the changes again."


def lay_out(found: Data, terminal: Terminal) -> list[str]:
    """Give the lines of a run: what failed, what no vector does, then the sums."""
    lines = []
    for result in found["vectors"]:
        if result["differences"]:
            lines += _difference(result, terminal)
    if found["summary"][UPDATED]:
        lines.append(LOOK)
    for search in SUMS:
        lines += [_gap(gap) for gap in (found[search] or {"gaps": []})["gaps"]]
    if found["changes"] and found["summary"][FAILED]:
        lines.append(MEND_FIRST)
    return [*lines, *_sums(found, terminal)]


def _difference(result: Data, terminal: Terminal) -> list[str]:
    """Tell a vector on a line of its own, however long, so that editors find its place."""
    head = safe(f"{place(result)}: {result['name']}")
    colour = "fail" if result["status"] == FAILED else "unclear"
    rows = [cells(difference, result["status"]) for difference in result["differences"]]
    return [terminal.paint(head, colour), *table(terminal, rows)]


def cells(difference: Data, status: str = FAILED) -> list[str]:
    """Tell one difference: its key, what was expected and what was found."""
    before, after, missing, extra = LABELS[status]
    key = f"  {difference['key'].replace('.', ' ')}"
    if "missing" in difference:
        told = [(missing, difference["missing"]), (extra, difference["extra"])]
        return [key, *(f"{label} {value_text(ids)}" for label, ids in told if ids)]
    sides = ((before, difference["expected"]), (after, difference["found"]))
    return [key, *(f"{label} {value_text(value)}" for label, value in sides)]


def value_text(value: object) -> str:
    """Give a value as an author would write it."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, list):
        if len(value) > 1 and not isinstance(value[0], str) and value[0] == value[-1]:
            return value_text(value[0])
        return f"[{', '.join(map(value_text, value))}]"
    return str(value)


def place(told: Data) -> str:
    """Give where something stands, as editors look for it."""
    return f"{told['path']}:{told['line']}:{told['column']}"


def _gap(gap: Data) -> str:
    return safe(f"{place(gap)}: {gap['message']}")


def _sums(found: Data, terminal: Terminal) -> list[str]:
    """Give a line for each thing that was searched for, the vectors last."""
    lines = []
    for search, (noun, verb) in SUMS.items():
        if found[search]:
            done, total = found[search][verb], found[search]["of"]
            told = f"{noun}: {done} of {total} {verb}, {total - done} not."
            lines.append(terminal.paint(told, "pass" if done == total else "fail"))
    summary = found["summary"]
    anew = f", {summary[UPDATED]} written anew" if summary[UPDATED] else ""
    told = f"{count(summary['vectors'], 'vector')}: {summary['passed']} passed"
    told = f"{told}, {summary[FAILED]} failed{anew}."
    return [*lines, terminal.paint(told, "fail" if summary[FAILED] else "pass")]
