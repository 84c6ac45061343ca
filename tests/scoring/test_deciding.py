"""The deciding question, and how many of its values settle the verdict, by hand."""

from __future__ import annotations

from functools import cache
from typing import Any

from lifeline.model.compiled import CompiledSet
from lifeline.scoring.assess import Assessor
from lifeline.scoring.gate import PASS, UNCLEAR
from lifeline.scoring.settling import decider_of
from tests.authored import ASSESSED, Authored, assessed, compiled, idea
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule


@cache
def storm() -> CompiledSet:
    """Give a set whose one cap hangs on two of five answers here and on one of four there."""
    questions = [
        question("wind", "choice", choices=["storm", "gale", "breeze", "calm", "none"]),
        question("roof", "choice", choices=["open", "thatch", "tiles", "slate"]),
        question("paint", "choice", choices=["green", "blue"]),
    ]
    blown = {"all": [{"wind": {"in": ["storm", "gale"]}}, {"roof": "open"}]}
    rules = [rule("blown", when=blown, cap=cap(3))]
    return compiled(farm(rubric("garden", questions=questions, rules=rules)), CLAIMS)


def deciding(answers: Authored) -> Any:
    return assessed(answers, storm())["deciding"]


def test_it_is_the_question_of_which_most_answers_settle_the_verdict() -> None:
    found = deciding({})
    assert found["question"] == "garden/roof"
    assert (found["settling"], found["values"], found["settles"]) == (3, 4, 0.75)
    assert (found["passes"], found["fails"]) == (["thatch", "tiles", "slate"], [])


def test_where_one_question_does_not_settle_it_for_sure_the_best_pair_is_told_too() -> None:
    pair = {"questions": ["garden/wind", "garden/roof"], "settles": 1.0}
    assert deciding({})["pair"] == {**pair, "settling": 20, "values": 20}


def test_where_one_question_settles_it_for_sure_there_is_no_pair() -> None:
    found = deciding({"roof": "open"})
    assert (found["question"], found["settling"], found["values"]) == ("garden/wind", 5, 5)
    assert (found["passes"], found["fails"]) == (["breeze", "calm", "none"], ["storm", "gale"])
    assert found["pair"] is None


def test_only_answers_that_are_still_possible_are_counted() -> None:
    found = deciding({"wind": {"one-of": ["gale", "breeze"]}, "roof": "open"})
    assert (found["settling"], found["values"]) == (2, 2)
    found = deciding({"wind": {"one-of": ["storm", "gale"]}})
    assert (found["question"], found["settling"], found["values"]) == ("garden/roof", 4, 4)
    assert found["fails"] == ["open"]


def test_of_a_verdict_that_is_clear_no_question_decides() -> None:
    assert deciding({"roof": "slate"}) is None
    assert deciding({"roof": "open", "wind": "gale"}) is None


def test_a_question_on_which_no_verdict_hangs_leaves_it_unclear_whatever_the_answer() -> None:
    solved = Assessor(storm()).solve(idea({}, storm()), as_of=ASSESSED)
    roof, paint = 1, 2
    assert decider_of(solved, []).verdicts(paint) == {0: UNCLEAR, 1: UNCLEAR}
    assert decider_of(solved, []).verdicts(roof) == {0: UNCLEAR, 1: PASS, 2: PASS, 3: PASS}
