"""Tries all answers that have a say in a clock: for steps that show or hide other questions.

What is asked only after such a step has a value there alone, so no single completion holds both.
"""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING

from lifeline.authoring.months import CapMonths
from lifeline.authoring.one_by_one import MOST_ENTRIES, Undecided

if TYPE_CHECKING:
    from lifeline.authoring.bench import Bench
    from lifeline.authoring.months import Step
    from lifeline.scoring.remembering import CapRule
    from lifeline.scoring.values import Value


def loss_by_trying(
    bench: Bench, rule: CapRule, number: int, steps: list[Step]
) -> tuple[Step, tuple[int, int]] | None:
    """Give a step after which a cap is shorter than its clock was, with both months.

    Raises:
        Undecided: when there is too much to try.
    """
    on_clock = [r for r in bench.rulebook.caps if r.cap["clock"] == rule.cap["clock"]]
    tables = {r.cap["id"]: CapMonths(r.cap, r.depends, bench.deciding) for r in on_clock}
    numbers = sorted({n for r in on_clock for n in r.depends})
    kinds = [_kinds(list(tables.values()), n) for n in numbers]
    if prod(map(len, kinds)) > MOST_ENTRIES:
        raise Undecided
    for values in product(*kinds):
        answers = dict(zip(numbers, values, strict=True))
        for worse, better in steps:
            answers[number] = worse
            before = min(table.given(answers) for table in tables.values())
            answers[number] = better
            after = tables[rule.cap["id"]].given(answers)
            if after < before:
                return (worse, better), (before, after)
    return None


def _kinds(tables: list[CapMonths], number: int) -> list[Value]:
    """Give one value of a question for each way in which the caps take it."""
    own = [t.stands_for[t.numbers.index(number)] for t in tables if number in t.numbers]
    return list({tuple(each[value] for each in own): value for value in own[0]}.values())
