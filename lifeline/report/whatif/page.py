"""Lays the whole answer out: what was tried by hand, what is wanted, the plans or what holds it."""

from __future__ import annotations

from lifeline.report.whatif.bounded import bounded_text
from lifeline.report.whatif.holding import holding_lines
from lifeline.report.whatif.outcomes import goal_text, outcome_text
from lifeline.report.whatif.plans import MOST_SHOWN, plan_lines
from lifeline.report.whatif.steps import tried_lines
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Entry = dict[str, Any]

IF_TRUE = (
    "This tells what would be if the answers became true. The months come from the product: another"
    " answer in the file does not change it."
)
OPEN = (
    "Some of these answers are still open and may be so already:"
    " 'lifeline score --ask{choosing}' tells whom to ask."
)
REACHED = "It does already: {today}. Nothing has to change for that."


def lay_out(found: Entry, terminal: Terminal, *, every: bool = False) -> Lines:
    """Give the lines of what would have to change.

    Args:
        found: what ``insight.whatif.asking.what_if`` gives.
        terminal: where it is shown.
        every: show all plans, not only the first few.
    """
    title = f"{found['idea'] or found['id']}: {months_text(found['today']['months'])}"
    lines = [terminal.paint(line, "bold") for line in terminal.paragraph(title)]
    lines += [terminal.paint(line, "dim") for line in terminal.paragraph(found["path"])]
    if found["tried"]:
        lines += ["", *tried_lines(found["tried"], terminal)]
    if found["search"]:
        lines += ["", *_search(found["search"], terminal, every=every)]
    return [*lines, "", *terminal.paragraph(IF_TRUE)]


def _search(search: Entry, terminal: Terminal, *, every: bool) -> Lines:
    lines = terminal.paragraph(f"What is wanted: {goal_text(search['target'])}.")
    if search["reached"]:
        return lines + terminal.paragraph(REACHED.format(today=outcome_text(search["today"])))
    if search["plans"]:
        lines += _plans(search["plans"], terminal, every=every)
    else:
        lines += holding_lines(search, terminal)
        lines += _instead(search, terminal, every=every)
    bounded = bounded_text(search["searched"])
    return [*lines, "", *terminal.paragraph(bounded)] if bounded else lines


def _instead(search: Entry, terminal: Terminal, *, every: bool) -> Lines:
    """Show the plans that need luck, and those that come nearest."""
    lines: Lines = []
    if search["find_out"]:
        lead = "Find out first what is marked so: nobody can change it, and it may turn out well."
        lines += ["", *terminal.paragraph(lead), *_plans(search["find_out"], terminal, every=every)]
    best = search["best"]
    if best and best["plans"]:
        lead = f"What was found to come nearest gives {best['months']} months or more:"
        lines += ["", *terminal.paragraph(lead), *_plans(best["plans"], terminal, every=every)]
    return lines


def _plans(plans: list[Entry], terminal: Terminal, *, every: bool) -> Lines:
    shown = plans if every else plans[:MOST_SHOWN]
    told: set[str] = set()
    lines: Lines = []
    for number, plan in enumerate(shown, 1):
        lines += ["", *plan_lines(plan, number, terminal, told)]
    more = len(plans) - len(shown)
    if more:
        noun = "1 more plan asks" if more == 1 else f"{more} more plans ask"
        lines += ["", *terminal.paragraph(f"{noun} for as much or more: --all shows all.")]
    if any(step["kind"] == "answer" for plan in shown for step in plan["steps"]):
        lines += ["", *terminal.paragraph(OPEN.format(choosing=terminal.choosing))]
    return lines
