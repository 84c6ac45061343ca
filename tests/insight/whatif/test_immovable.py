"""What stands in the way where no plan helps: whether it can be moved, and the facts behind it."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.insight.whatif.asking import search_for, target_named
from lifeline.insight.whatif.immovable import is_out_of_reach
from lifeline.insight.whatif.searching import Search
from lifeline.insight.whatif.targets import MonthsTarget
from lifeline.insight.whatif.trials import Trials
from lifeline.model.compiled import CompiledSet
from tests.authored import Authored, compiled
from tests.backtesting.dated import dated
from tests.compiling.farm import CLAIMS, cap, farm, garden, question, rubric, rule
from tests.insight.whatif.movable import in_short, movable, searched, setting

WEAK: Authored = {
    "entry": "where-they-work",
    "copy-time": "weeks",
    "assets": [],
    "used": False,
    "launch": 12,
}
COPIED = {
    "question": "product/copy-time",
    "ask": "How long would a team of five need to build the same thing?",
    "said": "weeks",
    "labels": ["Some weeks"],
}


def held(found: Any) -> dict[str, bool | None]:
    assert found["plans"] == []
    return {each["id"]: each["movable"] for each in found["held"]}


def test_each_hurdle_is_told_with_its_reason_and_the_facts_that_nobody_can_change() -> None:
    found = searched(WEAK, movable(dated(), copy_time=None, entry=None), 12)
    assert held(found) == {
        "product/only-time-lacking": False,
        "product/shipped": False,
        "product/nothing-protects": True,
    }
    assert found["held"][2] == {
        "id": "product/nothing-protects",
        "movable": True,
        "because": "Nothing keeps others out.",
        "facts": [COPIED],
    }


def test_a_fact_that_is_not_asked_is_not_told() -> None:
    answers = {**WEAK, "used": True, "copy-time": "months"}
    fixed = movable(dated(), None)
    ready = setting(answers, fixed, gate={"min_months": 12, "fail_on": "note"})
    found = search_for(ready, target_named(ready, None, "", "pass"))["held"]
    facts = {fact["question"] for each in found for fact in each["facts"]}
    assert facts == {"product/entry", "product/copy-time", "product/assets"}


def test_of_more_open_questions_than_a_plan_has_steps_it_is_not_known_whether_they_can_go() -> None:
    ready = setting({}, movable(garden(), entry=None), gate={"max_open": 0})
    found = search_for(ready, target_named(ready, None, "", "pass"))
    assert held(found) == {"open": None}
    assert (found["held"][0]["because"], found["held"][0]["facts"]) == (None, [])


def dry(names: list[str], effort: str | None = "weeks") -> CompiledSet:
    """Give a set with one rule, of some questions of which one is enough for it."""
    asked = [question(name, "yes-no") for name in names]
    ends = rule("ends", when={"any": [{name: False} for name in names]}, cap=cap(3))
    made = compiled(farm(rubric("field", questions=asked, rules=[ends])), CLAIMS)
    return movable(made, effort)


def test_what_would_need_more_steps_than_a_plan_has_is_not_known_to_stay() -> None:
    names = ["fig", "pear", "plum", "quince", "vine"]
    answers = dict.fromkeys(names, False)
    assert held(searched(answers, dry(names), 6)) == {"field/ends": None}
    assert held(searched(answers, dry(names, None), 6)) == {"field/ends": False}
    (plan,) = in_short(searched({**answers, "fig": True}, dry(names), 6)["plans"])
    assert plan == dict.fromkeys(names[1:], "yes")


def test_where_the_search_ends_at_its_bound_it_is_not_known_either() -> None:
    names = [f"n{n}" for n in range(20)]
    assert held(searched(dict.fromkeys(names, False), dry(names), 6)) == {"field/ends": None}


@pytest.mark.parametrize(("effort", "is_beyond"), [("weeks", False), (None, True)])
def test_nothing_is_out_of_reach_for_which_there_is_a_plan(
    effort: str | None, is_beyond: bool
) -> None:
    ready = setting({"fig": False}, dry(["fig"], effort))
    trials = Trials(ready, MonthsTarget(6))
    search = Search(trials, ready.moves(0, scored=False, settling=False) if effort else [])
    assert search.is_exhausted
    assert is_out_of_reach(trials, search) == is_beyond


SCANT: Authored = {"runway": 3, "launch": 24, "entry": "nobody", "irrigated": True}
THIN = rule("thin", when={"reserve": {"below": 6}}, cap=cap(3))


def test_of_numbers_that_are_reckoned_with_it_is_not_known_as_not_all_are_tried() -> None:
    for effort, is_movable in (("weeks", None), (None, False)):
        fields = movable(garden(rules=[THIN]), launch=None, runway=effort)
        assert held(searched(SCANT, fields, 6)) == {"garden/thin": is_movable}


@pytest.mark.parametrize(("others", "is_exact"), [([], False), ([rule("late", cap=cap(3))], True)])
def test_one_hurdle_that_stays_makes_the_most_months_sure(
    others: list[Authored], is_exact: bool
) -> None:
    fields = movable(garden(rules=[THIN, *others]), launch=None)
    assert searched(SCANT, fields, 6)["best"]["exact"] == is_exact


def test_what_may_turn_out_well_is_told_only_of_facts_that_are_open() -> None:
    fixed = movable(dated(), None)
    answers = {**WEAK, "entry": "nobody", "copy-time": "months", "used": True, "assets": "unknown"}
    found = searched(answers, fixed, 12)
    assert in_short(found["find_out"]) == [{"assets": ["network"]}]
    assert held(found) == {"product/nothing-protects": False}


def test_numbers_are_reckoned_with_only_where_the_rule_takes_months_that_are_wanted() -> None:
    either_way = [
        rule("wet", when={"irrigated": True}, cap=cap(0)),
        rule("parched", when={"irrigated": False}, cap=cap(0)),
    ]
    fields = movable(garden(rules=[THIN, *either_way]), launch=None)
    found = searched({**SCANT, "irrigated": False}, fields, 3)
    assert held(found) == {"garden/parched": True}
    assert found["best"]["exact"], "either answer leaves none, whatever the reserve is"
