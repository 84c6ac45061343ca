"""A cap as it would be after one answer got better, laid against its clock as it is before.

The one answer is held at the worse value, and in a copy of the cap everything that is asked of it
is replaced by what is true at the better one. Both then stand in the same completions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.compiling.conditions import ALWAYS, reads
from lifeline.scoring.conditions import TRUE, judge

if TYPE_CHECKING:
    from lifeline.authoring.bench import Bench
    from lifeline.authoring.months import Step
    from lifeline.model.compiled import Cap, Condition, Deciding, Question
    from lifeline.scoring.values import Value

NEVER: Condition = ["any", []]


def loss(bench: Bench, cap: Cap, number: int, step: Step) -> tuple[int, int] | None:
    """Give the clock's months before and after a step to a better answer, where it costs some.

    The cap may read no question that the stepping one can hide, and no quantity of that one.
    """
    worse, better = step
    deciding = bench.deciding
    held = _held(deciding["questions"][number], number, worse)
    protections = list(deciding["protections"])
    lifts = []
    for lifting, months in cap["lifts"]:
        when = _after(protections[lifting]["when"], number, better)
        lifts.append((len(protections), months))
        protections.append({"id": "", "when": when, "reads": reads(when)})
    when = ["all", [*held, _after(cap["when"], number, better)]]
    after: Cap = {**cap, "when": when, "lifts": lifts, "reads": reads(when)}
    variant: Deciding = {**deciding, "protections": protections}
    variant["questions"] = _asked(deciding["questions"], number, held)
    pairs = bench.against(after, [cap, *bench.beside(cap)], variant)
    costly = [(clock, own) for own, clock in pairs if own < clock]
    return max(costly, key=lambda pair: pair[0] - pair[1], default=None)


def _held(question: Question, number: int, value: Value) -> list[Condition]:
    """Give atoms, or their negations, that are all true of one value of a question only."""
    if isinstance(value, tuple):
        low, high = value
        is_cut = low < high and high in question["cuts"]
        below = [["not", ["at-least", number, high]]] if is_cut else []
        return [["at-least", number, low], *below]
    if question["kind"] == "choices":
        return [["equals", number, value]]
    return [["in", number, 1 << value]]


def _after(condition: Condition, number: int, value: Value) -> Condition:
    """Give a condition with all that is asked of one question decided by its value."""
    operator, rest = condition[0], condition[1]
    if operator in ("all", "any"):
        return [operator, [_after(part, number, value) for part in rest]]
    if operator == "not":
        return ["not", _after(rest, number, value)]
    if operator == "measures" or rest != number:
        return condition
    return ALWAYS if judge([operator, 0, condition[2]], [(value,)]) == TRUE else NEVER


def _asked(questions: list[Question], number: int, held: list[Condition]) -> list[Question]:
    """Let the one value be told from all others."""
    atoms = [part[1] if part[0] == "not" else part for part in held]
    told: Question = {**questions[number], "atoms": [*questions[number]["atoms"], *atoms]}
    return [*questions[:number], told, *questions[number + 1 :]]
