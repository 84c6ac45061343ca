"""Plans of one and two changes are exactly those that trying everything finds."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeline.insight.whatif.moves import Move, backed_as_asked
from lifeline.insight.whatif.searching import COMPLETE, Search
from lifeline.insight.whatif.spans import Span, spans_of
from lifeline.insight.whatif.targets import MonthsTarget, ScoreTarget, Target, VerdictTarget
from lifeline.insight.whatif.trials import Setting, Trials
from lifeline.model.compiled import CompiledSet, Question
from lifeline.model.idea import GIVEN
from lifeline.scoring.assess import Assessor
from tests.authored import Authored, compiled, idea
from tests.backtesting.dated import dated
from tests.insight.whatif.movable import movable
from tests.insight.whatif.movable import setting as set_up
from tests.reading.small import small
from tests.reference.strategies import (
    answers_for,
    as_of_dates,
    claims_for,
    halves,
    rubric_sets,
)

Told = dict[str, Any]
Value = Any  # as ``Answer.value`` holds it
Change = tuple[int, Value]
Changes = frozenset[Change]


def values(question: Question) -> list[Value]:
    """Every definite answer, of numbers those at which something can change and between."""
    if question["kind"] == "number":
        every = set(halves(question["least"], question["most"]))
        every |= {cut + step for cut in question["cuts"] for step in (-0.5, 0, 0.5)}
        every |= {cut + step for cut, _ in question["bands"] or [] for step in (-0.5, 0)}
        inside = sorted(n for n in every if question["least"] <= n <= question["most"])
        return [(float(n), float(n)) for n in inside]
    count = len(question["choices"]) or 2
    if question["kind"] == "choices":
        return [(mask, 0) for mask in range(1 << count)]
    return [(n,) for n in range(count)]


def assessed(setting: Setting, changes: Changes) -> Told:
    other = copy(setting.idea)
    questions = setting.compiled["deciding"]["questions"]
    changed = {n: backed_as_asked(questions[n], value, setting.as_of) for n, value in changes}
    other.answers = {**setting.idea.answers, **changed}
    how = {"as_of": setting.as_of, "strict": setting.strict, "gate": setting.gate}
    return {**setting.assessor.assess(other, **how)}  # type: ignore[arg-type]  # by name


def tried(setting: Setting, most: int = COMPLETE) -> Iterator[tuple[Changes, Told]]:
    """Every set of so many changes or fewer, the smallest first, with what it comes to."""
    questions = setting.compiled["deciding"]["questions"]
    numbers = [n for n in range(len(questions)) if setting.effort(n)]
    tries = {n: [v for v in values(questions[n]) if not is_worse(setting, n, v)] for n in numbers}
    for size in range(most + 1):
        for some in combinations(numbers, size):
            for answers in product(*(tries[n] for n in some)):
                changes = frozenset(zip(some, answers, strict=True))
                yield changes, assessed(setting, changes)


def is_worse(setting: Setting, number: int, value: Value) -> bool:
    """Whether a value is worse than all that today's answer, if one is given, may stand for."""
    question, was = setting.compiled["deciding"]["questions"][number], setting.idea.answers
    if number not in was or was[number].state != GIVEN or question["better"] == "none":
        return False
    today = was[number].value
    if question["kind"] == "choices":
        surely, maybe, mask = int(today[0]), int(today[1]), value[0]
        gone, new = surely & ~mask, mask & ~(surely | maybe)
        if question["better"] == "fewer":
            return bool(new) and not gone
        return bool(gone) and not new
    sign = 1 if question["better"] in {"last", "higher", "yes"} else -1
    return all(sign * value[0] < sign * other for other in today)


def is_met(target: Target, found: Told) -> bool:
    if isinstance(target, MonthsTarget):
        return bool(found["lifeline"]["months"]["low"] >= target.months)
    if isinstance(target, ScoreTarget):
        span = found["scores"][target.score["rubric"]]
        return span is not None and span["low"] >= target.at_least
    return bool(found["verdict"] == "pass")


def smallest(reached: list[Changes]) -> set[Changes]:
    return {one for one in reached if not any(other < one for other in reached)}


def alike(setting: Setting, move: Move, *, scored: bool) -> list[Change]:
    """The changes that a move stands for: of numbers, all in its span and in those like it."""
    values_named = [move.answer.value, *move.others]
    if move.span is None:
        return [(move.number, value) for value in values_named]
    question = setting.compiled["deciding"]["questions"][move.number]
    spans = [
        span
        for span in spans_of(question, scored=scored)
        if any(within(span, value[0]) for value in values_named)
    ]
    return [
        (move.number, value)
        for value in values(question)
        if any(within(span, value[0]) for span in spans)
        and not is_worse(setting, move.number, value)
    ]


def within(span: Span, number: float) -> bool:
    return span.low <= number and (number < span.high or (span.is_last and number <= span.high))


def found_by_search(setting: Setting, target: Target, most: int = COMPLETE) -> set[Changes]:
    trials = Trials(setting, target)
    if not trials.standing(frozenset()):
        return {frozenset()}
    numbers = [n for n in trials.numbers() if setting.effort(n)]
    how = {"scored": target.scored, "settling": target.counts_open}
    moves = [move for n in numbers for move in setting.moves(n, **how)]
    search = Search(trials, moves, 100_000 if most > COMPLETE else 0)
    return {
        frozenset(changes)
        for plan in search.plans
        if len(plan) <= most
        for changes in product(*(alike(setting, move, scored=target.scored) for move in plan))
    }


def check(setting: Setting, targets: list[Target], most: int = COMPLETE) -> None:
    every = list(tried(setting, most))
    for target in targets:
        expected = smallest([changes for changes, found in every if is_met(target, found)])
        assert found_by_search(setting, target, most) == expected


def targets_of(setting: Setting) -> list[Target]:
    scores = setting.compiled["deciding"]["scores"]
    return [
        *map(MonthsTarget, (3, 6, 12)),
        *(ScoreTarget(score, at_least) for score in scores for at_least in (50, 75)),
        VerdictTarget(setting.idea, setting.as_of, setting.today.gate),
    ]


def gates(compiled_set: CompiledSet) -> st.SearchStrategy[Told | None]:
    """Gates that look at all that one can look at, and the set's own."""
    scores = [score["rubric"] for score in compiled_set["deciding"]["scores"]]
    wanted = st.sampled_from([25, 50])
    least = st.dictionaries(st.sampled_from(scores), wanted) if scores else st.just({})
    parts = {
        "min_months": st.sampled_from([0, 3, 6, 12]),
        "clock": st.sampled_from(["both", "advantage", "necessity"]),
        "min_score": least,
        "fail_on": st.sampled_from(["blocker", "warning", "none"]),
        "max_open": st.sampled_from([None, 0, 2]),
        "max_age": st.sampled_from([None, None, 100]),
    }
    return st.none() | st.fixed_dictionaries(parts)


@st.composite
def settings_drawn(draw: st.DrawFn) -> Setting:
    """An idea of a generated set; of its questions at most four can be changed."""
    rubric_set: Authored = draw(rubric_sets(quantities=False))
    answers = draw(answers_for(rubric_set))
    made = compiled(rubric_set, claims_for(rubric_set))
    left = 4
    for text in made["texts"]["questions"].values():
        left -= text["changeable"] is not None
        text["changeable"] = text["changeable"] if left >= 0 else None
    read = idea(answers, made)
    gate: Any = draw(gates(made))
    return Setting(Assessor(made), read, draw(as_of_dates()), strict=draw(st.booleans()), gate=gate)


@settings(max_examples=settings().max_examples * 2 // 5)
@given(settings_drawn())
def test_no_plan_of_a_generated_set_is_missing_and_none_is_wrong(setting: Setting) -> None:
    check(setting, targets_of(setting))


ANSWERS: list[Authored] = [
    {},
    {"entry": "where-they-work", "copy-time": "weeks", "assets": [], "used": False, "launch": 12},
    {"entry": {"one-of": ["nobody", "where-they-work"]}, "copy-time": "months", "used": True},
]


@pytest.mark.parametrize("answers", ANSWERS)
@pytest.mark.parametrize("strict", [False, True])
def test_no_plan_of_the_dated_set_is_missing(answers: Authored, strict: bool) -> None:
    setting = set_up(answers, movable(dated(), launch=None), strict=strict)
    check(setting, targets_of(setting), most=3)


@pytest.mark.parametrize(
    "answers",
    [{}, {"entry": "nobody", "assets": ["own-data"], "uses-model": True, "runway": 3}],
)
@pytest.mark.parametrize("strict", [False, True])
def test_no_plan_of_the_small_set_is_missing(answers: Authored, strict: bool) -> None:
    setting = set_up(answers, movable(small(), training_budget=None), strict=strict)
    check(setting, targets_of(setting))
