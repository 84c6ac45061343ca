"""What the what-if screen says: what is tried, what it comes to, and which plans would help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.report.phrases import bare, count
from lifeline.report.whatif.bounded import cut_text
from lifeline.report.whatif.outcomes import outcome_text
from lifeline.report.whatif.page import REACHED
from lifeline.report.whatif.plans import MOST_SHOWN
from lifeline.scoring.saying import months_text
from lifeline.walk.marking import labels_of, marked_by
from lifeline.walk.typed import LETTERS

if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal
    from lifeline.walk.trial import Trial

    Lines = list[str]
    Entry = dict[str, Any]

CHANGED, SAME = "*", " "
NOTHING = "Flip answers with left and right, or a letter. Nothing is written."
NAME = 16
"""Columns for the name of a question."""

HELPS = "What would help most easily, to reach {months} months or more:"
NO_PLAN = "No answers that could still change were found that reach {months} months."


def outcome_lines(trial: Trial, page: Terminal, *, brief: bool) -> Lines:
    """Say the months and the verdict, of today and as tried."""
    (was, now), (verdict, other) = trial.months(), trial.verdicts()
    number = len(trial.changed())
    if not number:
        told = f"Today: {months_text(was)}. Verdict: {verdict}."
        return page.paragraph(told if brief else f"{told} {NOTHING}")
    told = f"With {count(number, 'other answer')}: {months_text(now)}. Verdict: {other}."
    lines = [page.paint(line, "bold") for line in page.paragraph(told)]
    return (
        lines
        if brief
        else lines + page.paragraph(f"Today: {months_text(was)}. Verdict: {verdict}.")
    )


def row_lines(trial: Trial, number: int, page: Terminal, *, changed: bool) -> Lines:
    """Give the row of a question: one line, with a star where it is other than today.

    The letters of several choices stand first, as the line may end before the second one.
    """
    id_ = bare(trial.sheet.compiled["ids"][number])
    head = f"{CHANGED if changed else SAME} {id_:<{NAME}} "
    letters, words = trial.letters(number), trial.words(number)
    line = page.paragraph(f"{letters}: {words}" if letters else words, len(head), head)
    cut = f"{line[0]} …" if len(line) > 1 else line[0]
    return [page.paint(cut, "bold") if changed else cut]


def detail_lines(trial: Trial, number: int, page: Terminal, *, brief: bool) -> Lines:
    """Give the question under the cursor, its choices, and the answer of today.

    Where there is little room, the choices are more use than the question.
    """
    sheet = trial.sheet
    words = sheet.compiled["texts"]["questions"][sheet.compiled["ids"][number]]
    ask = [] if brief else page.paragraph(words["ask"])
    lines = [page.paint(line, "bold") for line in ask]
    question = sheet.question(number)
    if question["kind"] != "number":
        marked = marked_by(question, sheet.idea.answers.get(number))
        for place, label in enumerate(labels_of(question, words["labels"])):
            sign = "●" if place in marked else "○"
            lines += page.paragraph(label, 5, f"{sign} {LETTERS[place]}")
    if number in trial.changed():
        lines += page.paragraph(f"Today: {trial.words(number, today=True)}.")
    return lines


def plans_lines(search: Entry, page: Terminal) -> Lines:
    """Say the first plans, each in a few lines."""
    if search["reached"]:
        return page.paragraph(REACHED.format(today=outcome_text(search["today"])))
    months, plans = search["target"].get("at_least", ""), search["plans"]
    told = HELPS if plans else NO_PLAN
    lines = [page.paint(line, "bold") for line in page.paragraph(told.format(months=months))]
    for number, plan in enumerate(plans[:MOST_SHOWN], 1):
        gives = f"Plan {number}, {_takes(plan)}: {outcome_text(plan['gives'])}."
        lines += ["", *page.paragraph(gives)]
        for step in plan["steps"]:
            then = "; ".join(step["to"]["labels"]) or step["to"]["said"]
            lines += page.paragraph(f"{bare(step['question'])}: {then}", 4, "  •")
    cut = cut_text(search["searched"])
    lines += ["", *page.paragraph(cut)] if cut else []
    return [*lines, "", *page.paragraph("p tries the next plan.")] if plans else lines


def _takes(plan: Entry) -> str:
    return f"takes {plan['effort']}" if plan["effort"] else "nothing to change"
