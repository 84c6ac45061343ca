"""What is settled, for people: each setting, its value, and where it comes from."""

from __future__ import annotations

from lifeline.report.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Entry = dict[str, Any]

DEFAULT = "default"

NONE = (
    "No configuration file counts here: there is no lifeline.toml, and no pyproject.toml with"
    " [tool.lifeline], in the folder or in one above it."
)
TITLES = {
    "idea": "How an idea there is judged",
    "run": "A run from where you stand",
    "call": "Only for one call",
}


def lay_out(found: Entry, terminal: Terminal) -> Lines:
    """Give the lines of what is settled for a file or folder."""
    title = terminal.paragraph(f"Settings for {found['path']}")
    lines = [terminal.paint(line, "bold") for line in title]
    lines += terminal.paragraph(_files(found))
    for override in found["overrides"]:
        lines += terminal.paragraph(_override(override), 2, terminal.signs["bullet"])
    for scope, heading in TITLES.items():
        entries = [entry for entry in found["settings"] if _is_shown(entry, scope)]
        if entries:
            lines += ["", terminal.paint(heading, "bold")]
            lines += table(terminal, [_row(entry) for entry in entries])
    return lines


def _is_shown(entry: Entry, scope: str) -> bool:
    """Say whether to show a setting; of those for one call only what the environment settles."""
    return entry["scope"] == scope and (scope != "call" or entry["source"] != DEFAULT)


def _files(found: Entry) -> str:
    own, run = found["configuration"], found["run_configuration"]
    if own is None:
        return NONE if run is None else f"{NONE} For the run as a whole, {run} counts."
    other = run or "no file"
    return f"Configuration: {own}." + (
        "" if run == own else f" For the run as a whole, {other} counts."
    )


def _override(override: Entry) -> str:
    paths = ", ".join(override["paths"])
    return f"overrides for {paths} (line {override['line']}) are about it"


def _row(entry: Entry) -> tuple[str, str, str]:
    return f"  {entry['setting']}", _value_text(entry), entry["where"]


def _value_text(entry: Entry) -> str:
    value = entry["value"]
    if value is None or value in ([], {}):
        return entry["absent"] or "none"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(f"{name}={number:.15g}" for name, number in value.items())
    return str(value)
