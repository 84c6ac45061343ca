"""Better answers that cost months, found cap by cap.

A clock is its least cap. So where a better answer costs months, some cap is shorter after it than
the whole clock was before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.authoring.finding import found_at
from lifeline.authoring.months import CapMonths
from lifeline.authoring.one_by_one import Undecided
from lifeline.authoring.stepping import loss
from lifeline.authoring.together import loss_by_trying
from lifeline.model.chosen import chosen
from lifeline.model.words import CLOCKS, FULL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.authoring.finding import Finding
    from lifeline.authoring.months import Step
    from lifeline.model.compiled import Cap, Question
    from lifeline.scoring.remembering import CapRule
    from lifeline.scoring.values import Value

COSTLY = "Change the condition, what lifts the cap, or 'better' of the question."


def better_answers_that_cost(bench: Bench) -> Iterator[Finding]:
    """Find each cap with each question of which a better answer costs months by it."""
    questions = bench.deciding["questions"]
    for rule in bench.rulebook.caps:
        ranked = [n for n in rule.depends if questions[n]["better"] != "none"]
        if not ranked or rule.cap["id"] not in bench.firing:
            continue
        try:
            months = CapMonths(rule.cap, rule.depends, bench.deciding)
            for number in ranked:
                yield from _judged(bench, rule, number, list(months.falls(number)))
        except Undecided:
            yield _undecided(bench, rule.cap)


def _judged(bench: Bench, rule: CapRule, number: int, falls: list[Step]) -> Iterator[Finding]:
    """Judge the steps after which a cap may be shorter: other caps may have been so before."""
    found = _loss(bench, rule, number, falls) if falls else None
    if found:
        yield _costing(bench, rule.cap, number, _said(bench, rule.cap, number, *found))


def _loss(
    bench: Bench, rule: CapRule, number: int, falls: list[Step]
) -> tuple[Step, tuple[int, int]] | None:
    questions = bench.deciding["questions"]
    hides = any(number in questions[n]["hidden_by"] for n in rule.depends)
    if hides or questions[number]["measured"]:
        return loss_by_trying(bench, rule, number, falls)
    losses = ((step, loss(bench, rule.cap, number, step)) for step in falls)
    return next(((step, lost) for step, lost in losses if lost), None)


def _said(bench: Bench, cap: Cap, number: int, step: Step, lost: tuple[int, int]) -> str:
    question = bench.deciding["questions"][number]
    worse, better = (said(question, value) for value in step)
    clock = CLOCKS[cap["clock"]]
    most = f"{lost[0]} or more" if lost[0] == FULL else str(lost[0])
    return f"{clock} may run {most} months with '{worse}' and {lost[1]} with '{better}'"


def _costing(bench: Bench, cap: Cap, number: int, example: str) -> Finding:
    return found_at(
        bench.spot("rules", cap["id"], "when"),
        "better-gives-less",
        f"a better answer to {bench.ids[number]} costs months by {cap['id']}: {example}.",
        COSTLY,
    )


def _undecided(bench: Bench, cap: Cap) -> Finding:
    return found_at(
        bench.spot("rules", cap["id"], "when"),
        "better-not-decided",
        f"whether a better answer may cost months by {cap['id']} is too hard to decide.",
        "Try some answers by hand: 'lifeline score' says what each gives.",
    )


def said(question: Question, value: Value) -> str:
    """Say a value as its author would write it."""
    if isinstance(value, tuple):
        return f"{value[0]:g} to {value[1]:g}"
    if question["kind"] == "yes-no":
        return "yes" if value else "no"
    words = list(question["choices"])
    if question["kind"] == "choice":
        return words[value]
    return f"[{', '.join(chosen(words, value))}]"
