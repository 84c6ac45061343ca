"""Says what holds an idea where it is when no plan was found, and on which facts that rests."""

from __future__ import annotations

from lifeline.reading.spelling import listed
from lifeline.report.phrases import bare
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Entry = dict[str, Any]

NEVER = "Nothing that you can change by yourself is enough for that."
ABOVE = "Nothing you can change lifts this above {months}."
NOT_FOUND = "No set of up to {up_to} changes was found that is enough for that."
TOGETHER = "Each of these could be moved by itself, but all at once take more changes: {rules}."
HELD = "What you cannot move:"
PARTS = {
    "open": "More questions are open than the gate allows.",
    "age": "The answers are older than the gate allows: go through all of them again.",
}


def holding_lines(search: Entry, terminal: Terminal) -> Lines:
    """Give the lines of what stands in the way: only what nothing moves, where there is such."""
    fixed = [held for held in search["held"] if held["movable"] is False]
    if not fixed:
        return terminal.paragraph(_not_found(search))
    lead = NEVER
    if search["best"] and search["best"]["exact"]:
        months = search["best"]["months"]
        lead = ABOVE.format(months=months_text({"low": months, "high": months}))
    lines = terminal.paragraph(f"{lead} {HELD}")
    for held in fixed:
        lines += _held(held, terminal)
    return lines


def _not_found(search: Entry) -> str:
    lead = NOT_FOUND.format(**search["searched"])
    is_cut = search["searched"]["complete_to"] < search["searched"]["up_to"]
    if is_cut or not all(held["movable"] for held in search["held"]):
        return lead
    rules = [bare(held["id"]) for held in search["held"]]
    return f"{lead} {TOGETHER.format(rules=listed(rules))}"


def _held(held: Entry, terminal: Terminal) -> Lines:
    bullet = f"  {terminal.signs['bullet']}"
    text = f"{bare(held['id'])}: {held['because']}" if held["because"] else _part(held["id"])
    lines = terminal.paragraph(text, 4, bullet)
    for fact in held["facts"]:
        told = " ".join([fact["said"], *(f"({label})" for label in fact["labels"])])
        lines += terminal.paragraph(f"A fact: {bare(fact['question'])} = {told}", 6, "    ")
    return lines


def _part(name: str) -> str:
    """Say what stands in the way that is no rule of the set: a score, or a part of the gate."""
    return PARTS.get(name, f"The score of {bare(name)} is too low.")
