"""Lays one step out: the question, from what to what, how to begin, and what would show it."""

from __future__ import annotations

from lifeline.report.phrases import bare, either
from lifeline.report.whatif.outcomes import outcome_text
from lifeline.scoring.saying import in_unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Entry = dict[str, Any]

EVIDENCE = {
    "says": "what somebody said, a link or a measurement",
    "link": "a link or a measurement",
    "measurement": "a measurement",
}
TAKES = {
    "change": "takes {effort}",
    "answer": "takes {effort}, if it is not so yet",
    "show": "it stays so, and needs evidence",
    "find-out": "find out; nobody can change it",
}
FACT = "This cannot be changed: it shows what would be if it were so."
NEEDLESS = "It is not asked here: other answers make it needless, so it changes nothing."


def step_lines(step: Entry, terminal: Terminal, told: set[str]) -> Lines:
    """Give the lines of a step; a question or a remedy that is among those told is only named."""
    signs = terminal.signs
    takes = TAKES[step["kind"]].format(effort=step["effort"])
    lines = terminal.paragraph(f"{bare(step['question'])}: {takes}", 4, f"  {signs['bullet']}")
    if step["question"] not in told:
        lines += terminal.paragraph(step["ask"], 4)
    if step["kind"] != "show":
        lines += terminal.paragraph(f"Now: {_answer(step['from'], step)}", 6, "    ")
    lines += terminal.paragraph(f"Then: {_then(step)}", 6, "    ")
    for remedy in step["remedies"]:
        text = "as above." if remedy["id"] in told else remedy["remedy"]
        lines += terminal.paragraph(f"{signs['to']} {bare(remedy['id'])}: {text}", 4)
        told.add(remedy["id"])
    told.add(step["question"])
    return lines + [line for text in _backing(step) for line in terminal.paragraph(text, 4)]


def tried_lines(tried: Entry, terminal: Terminal) -> Lines:
    """Give the lines of answers that were tried by hand, and what they would give."""
    lines = terminal.paragraph("If it were so:")
    for step in tried["steps"]:
        bullet = f"  {terminal.signs['bullet']}"
        lines += terminal.paragraph(f"{bare(step['question'])}: {step['ask']}", 4, bullet)
        lines += terminal.paragraph(f"Now: {_answer(step['from'], step)}", 6, "    ")
        lines += terminal.paragraph(f"Then: {_answer(step['to'], step)}", 6, "    ")
        if not step["asked"]:
            lines += terminal.paragraph(NEEDLESS, 4)
        elif step["effort"] is None:
            lines += terminal.paragraph(FACT, 4)
    end = f"It would give {outcome_text(tried['gives'])}."
    return lines + [terminal.paint(line, "bold") for line in terminal.paragraph(end)]


def _then(step: Entry) -> str:
    """Say the answer that a step asks for, and what would do as well."""
    new = [label for label in step["to"]["labels"] if label not in step["from"]["labels"]]
    text = _answer({**step["to"], "labels": new or step["to"]["labels"]}, step)
    span = _span(step)
    if span:
        text = f"{span}, for example {text}"
    return f"{text} Or: {either(step['or'])}." if step["or"] else text


def _answer(answer: Entry, step: Entry) -> str:
    """Say an answer: as the file holds it, then in the set's words."""
    said = answer["said"]
    if answer["labels"]:
        return f"{said} ({'; '.join(answer['labels'])})"
    return f"{in_unit(said, step['unit'])}."


def _span(step: Entry) -> str:
    span = step["span"]
    if span is None:
        return ""
    low, high = span["at_least"], span["below"]
    parts = ([f"at least {low:.15g}"] if low is not None else []) + (
        [f"below {high:.15g}"] if high is not None else []
    )
    return " and ".join(parts)


def _backing(step: Entry) -> list[str]:
    """Say what would show that it is so, where the set asks for something."""
    rung, days = step["evidence"]["rung"], step["evidence"]["fresh_for"]
    if rung is None:
        return []
    age = f", not older than {days} days" if days else ""
    return [f"What would show it: {EVIDENCE[rung]}{age}."]
