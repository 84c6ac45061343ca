"""Lays one plan out: what it would give, then each of its steps."""

from __future__ import annotations

from lifeline.report.phrases import count
from lifeline.report.whatif.outcomes import outcome_text
from lifeline.report.whatif.steps import step_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Entry = dict[str, Any]

MOST_SHOWN = 3
"""Plans that are shown where not all are asked for."""


def plan_lines(plan: Entry, number: int, terminal: Terminal, told: set[str]) -> Lines:
    """Give the lines of a plan.

    Args:
        plan: with its steps.
        number: its place among the plans.
        terminal: where it is shown.
        told: the questions and remedies that stand in full above; those of this plan are added.
    """
    title = f"Plan {number}: {_size(plan)}. It would give {outcome_text(plan['gives'])}."
    lines = [terminal.paint(line, "bold") for line in terminal.paragraph(title)]
    for step in plan["steps"]:
        lines += step_lines(step, terminal, told)
    return lines


def _size(plan: Entry) -> str:
    """Say how many steps there are, how long the longest takes, and whether it may be so today."""
    number, effort = len(plan["steps"]), plan["effort"]
    if effort is None:
        return f"{count(number, 'step')}, with nothing to change"
    is_open = all(step["kind"] == "answer" for step in plan["steps"])
    if number == 1:
        return f"1 step that takes {effort}{', if it is not so yet' if is_open else ''}"
    return f"{number} steps that take {effort}{', where it is not so yet' if is_open else ''}"
