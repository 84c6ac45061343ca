"""Trying moves on an idea: it is laid out once for each set of them, and all work is counted."""

from __future__ import annotations

from collections.abc import Iterable

from lifeline.insight.whatif.moves import Move
from lifeline.insight.whatif.ranking import ranked
from lifeline.insight.whatif.searching import Search
from lifeline.insight.whatif.targets import MonthsTarget
from lifeline.insight.whatif.telling import PlanTeller
from lifeline.insight.whatif.trials import Setting, Trials
from lifeline.insight.whatif.work import LAID, Work
from lifeline.model.compiled import CompiledSet
from lifeline.scoring.assess import Assessor
from lifeline.scoring.solution import Posed
from tests.authored import ASSESSED, compiled, idea
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule
from tests.insight.whatif.movable import movable

MUCH = 10**9


def house() -> CompiledSet:
    """Give a set of which it takes work to lay out an open idea: answers hide a question."""
    names = ["lamp", "fuel", "mill"]
    asked = [question(name, "yes-no") for name in names]
    asked.append(question("wick", "yes-no", when={"all": [{name: True} for name in names]}))
    rules = [
        rule("dark", when={"lamp": False}, cap=cap(3)),
        rule("cold", when={"fuel": False}, cap=cap(3)),
        rule("late", when={"any": [{"lamp": False}, {"wick": False}]}, cap=cap(6)),
    ]
    return movable(compiled(farm(rubric("house", questions=asked, rules=rules)), CLAIMS))


class Kept(Setting):
    """An idea of which nothing is known, that keeps how it was laid out."""

    def __init__(self) -> None:
        self.laid: list[Posed] = []
        made = house()
        super().__init__(Assessor(made), idea({}, made), ASSESSED)
        self.laid.clear()

    def posed(self, chosen: Iterable[Move]) -> Posed:
        found = super().posed(chosen)
        self.laid.append(found)
        return found

    def took(self) -> int:
        """Give the entries of tables that were made, and what it takes to lay ideas out."""
        asked = len(self.compiled["ids"])
        return sum(posed.completions.effort + LAID * asked for posed in self.laid)

    def improved(self) -> list[Move]:
        """Give a move of each question: its answer is yes."""
        every = range(len(self.compiled["ids"]))
        return [self.moves(number, scored=False, settling=False)[1] for number in every]


def test_an_idea_is_laid_out_once_for_the_same_moves() -> None:
    made = Kept()
    trials = Trials(made, MonthsTarget(12))
    lamp, fuel, *_ = made.improved()
    assert len(made.laid) == 1, "as it is today"
    assert trials.alone("house/dark").standing(frozenset([lamp])) == []
    assert len(made.laid) == 2
    assert trials.standing(frozenset([lamp])) == ["house/cold", "house/late"]
    assert trials.standing(frozenset([fuel])) == ["house/dark", "house/late"]
    assert len(made.laid) == 3
    assert trials.standing(frozenset([lamp, fuel])) == ["house/late"]
    assert len(made.laid) == 4


def test_the_work_of_trying_is_counted_once() -> None:
    made, work = Kept(), Work(MUCH)
    trials = Trials(made, MonthsTarget(12), work)
    lamp, fuel, *_ = made.improved()
    for chosen in ([lamp], [fuel], [lamp, fuel], [fuel]):
        trials.standing(frozenset(chosen))
    hurdles = 3 + 2 + 2 + 1  # today all; then those that the moves bear on; then nothing is new
    assert MUCH - work.left == made.took() + hurdles


def test_the_work_of_telling_plans_is_counted_once() -> None:
    made, work = Kept(), Work(MUCH)
    trials = Trials(made, MonthsTarget(6), work)
    plans = ranked(Search(trials, made.improved()).plans)
    teller = PlanTeller(trials, None)
    made.laid.clear()
    before = work.left
    assert len(teller.plans(plans)) == len(made.laid) == 1
    assert before - work.left == made.took()
