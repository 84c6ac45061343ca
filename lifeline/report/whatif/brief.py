"""The next steps of an idea in short: what is wanted, and the first plans or what holds it."""

from __future__ import annotations

from lifeline.report.whatif.bounded import cut_text
from lifeline.report.whatif.holding import holding_lines
from lifeline.report.whatif.outcomes import goal_text
from lifeline.report.whatif.page import IF_TRUE
from lifeline.report.whatif.plans import MOST_SHOWN, plan_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Entry = dict[str, Any]

LASTS = "It lasts as long as is measured here. No change is needed for that."


def lay_out(search: Entry | None, terminal: Terminal, begin: str) -> Lines:
    """Give the lines of the next steps.

    Args:
        search: the plans that were found; None where nothing is answered.
        terminal: where it is shown.
        begin: how to begin to answer, for an idea of which nothing is answered.
    """
    if search is None:
        return terminal.paragraph(begin)
    if search["reached"]:
        return terminal.paragraph(LASTS)
    lines = terminal.paragraph(f"What is wanted: {goal_text(search['target'])}.")
    plans = search["plans"]
    if not plans:
        lines += holding_lines(search, terminal)
        plans = search["find_out"] or (search["best"] or {}).get("plans", [])
    told: set[str] = set()
    for number, plan in enumerate(plans[:MOST_SHOWN], 1):
        lines += ["", *plan_lines(plan, number, terminal, told)]
    cut = cut_text(search["searched"])
    lines += ["", *terminal.paragraph(cut)] if cut else []
    return [*lines, "", *terminal.paragraph(IF_TRUE)] if plans else lines
