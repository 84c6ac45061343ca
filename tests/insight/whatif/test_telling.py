"""What a plan tells of each step: from where to where, by what evidence, and how to begin."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lifeline.insight.whatif.asking import search_for, target_named
from lifeline.insight.whatif.moves import ANSWER, CHANGE, SHOW
from lifeline.insight.whatif.targets import MonthsTarget
from lifeline.insight.whatif.trials import Setting
from lifeline.scoring.assess import Assessor
from tests.authored import Authored, compiled, idea
from tests.backtesting.dated import dated
from tests.compiling.farm import CLAIMS, cap, farm, garden, protection, question, rubric, rule
from tests.insight.whatif.movable import in_short, movable, searched, setting
from tests.scoring.records import small
from tests.scoring.test_market_findings import field

LASTS: Authored = {"entry": "nobody", "copy-time": "year", "assets": ["network"], "used": True}
SETTLED: Authored = {"irrigated": True, "assets": [], "runway": 3, "launch": 0, "budget": 0}


def test_a_step_is_told_with_all_that_it_takes() -> None:
    answers = {**LASTS, "copy-time": "weeks", "assets": []}
    (plan,) = searched(answers, movable(dated(), assets=None), 6)["plans"]
    assert (plan["effort"], plan["also"]) == ("weeks", [{"product/copy-time": "year"}])
    assert plan["steps"] == [
        {
            "question": "product/copy-time",
            "kind": CHANGE,
            "ask": "How long would a team of five need to build the same thing?",
            "unit": None,
            "effort": "weeks",
            "from": {"said": "weeks", "labels": ["Some weeks"]},
            "to": {"said": "months", "labels": ["Some months"]},
            "evidence": {"rung": None, "fresh_for": None},
            "value": "months",
            "span": None,
            "or": ["year"],
            "remedies": [
                {"id": "product/only-time-lacking", "remedy": "Build more than they would."}
            ],
        }
    ]


@pytest.mark.parametrize("effort", ["days", "weeks", "months", "years"])
def test_the_effort_of_a_plan_is_that_of_its_largest_step(effort: str) -> None:
    answers = {**LASTS, "copy-time": "months", "assets": [], "entry": "where-they-work"}
    found = searched(answers, movable(dated(), "days", entry=effort, copy_time=None), 12)
    assert in_short(found["plans"]) == [{"entry": "announced", "assets": ["network"]}]
    assert [plan["effort"] for plan in found["plans"]] == [effort]
    asked = {"rung": "link", "fresh_for": 90}, {"rung": None, "fresh_for": None}
    assert [step["evidence"] for step in found["plans"][0]["steps"]] == [*asked]


def remedies(found: Any) -> list[list[Any]]:
    """Give the remedies of each step of each plan."""
    return [[step["remedies"] for step in plan["steps"]] for plan in found["plans"]]


def test_where_a_protection_is_gained_it_is_told_how_and_not_of_those_there_are_or_may_be() -> None:
    protections = [
        protection("wall", {"runway": {"at-least": 1}}),
        protection("well", {"runway": {"at-least": 12}}),
        protection("shade", {"runway": {"at-least": 12}, "assets": {"includes": "land"}}),
    ]
    unless = {"wall": 6, "well": 12, "shade": 6}
    rules = [rule("dry", when={"entry": "everyone"}, cap=cap(), unless=unless)]
    fields = movable(garden(rules=rules, protections=protections), entry=None, assets=None)
    found = searched({**SETTLED, "entry": "everyone", "assets": "unknown"}, fields, 12)
    assert in_short(found["plans"]) == [{"runway": 12}]
    assert remedies(found) == [[[{"id": "garden/well", "remedy": "Water it."}]]]


def test_the_remedy_of_a_finding_names_the_months_of_today() -> None:
    answers = {**LASTS, "copy-time": "months", "assets": [], "used": False, "launch": 12}
    ready = setting(answers, movable(dated(), None, launch="days"), gate={"fail_on": "warning"})
    found = search_for(ready, target_named(ready, None, "", "pass"))
    assert in_short(found["plans"]) == [{"launch": 5}]
    told = {"id": "product/window-missed", "remedy": "Open before 6 months are over."}
    assert remedies(found) == [[[told]]]
    assert found["plans"][0]["steps"][0]["unit"] == "month"


@pytest.mark.parametrize(
    ("better", "answer", "value", "kind"),
    [
        ("higher", 7, 7, SHOW),
        ("higher", {"between": [7, 9]}, 7, ANSWER),
        ("higher", 3, 6, CHANGE),
        ("higher", "unknown", 6, ANSWER),
        ("lower", 3, 3, SHOW),
        ("lower", {"between": [2, 3]}, 3, ANSWER),
        ("lower", 9, 5, CHANGE),
        ("lower", "unknown", 5, ANSWER),
    ],
)
def test_of_a_number_that_nothing_backs_the_one_nearest_to_it_is_asked_for(
    better: str, answer: Any, value: int, kind: str
) -> None:
    asked = question("stock", "number", better=better, evidence="link")
    bad: Authored = {"below": 6} if better == "higher" else {"at-least": 6}
    ends = rule("ends", when={"stock": bad}, cap=cap(3))
    store = movable(compiled(farm(rubric("store", questions=[asked], rules=[ends])), CLAIMS))
    (plan,) = searched({"stock": answer}, store, 6, strict=True)["plans"]
    (step,) = plan["steps"]
    assert (step["value"], step["kind"]) == (value, kind)
    good = {"at_least": 6, "below": None} if better == "higher" else {"at_least": None, "below": 6}
    assert step["span"] == good


@pytest.mark.parametrize(
    ("better", "bad", "beside", "value"),
    [
        ("higher", {"below": 6}, {"at-least": 12}, 6),
        ("lower", {"at-least": 12}, {"below": 6}, 11),
    ],
)
def test_of_an_open_number_what_asks_for_least_comes_first(
    better: str, bad: Authored, beside: Authored, value: int
) -> None:
    asked = question("stock", "number", better=better)
    ends = rule("ends", when={"stock": bad}, cap=cap(3))
    told = rule("told", when={"stock": beside}, finding="note")
    store = compiled(farm(rubric("store", questions=[asked], rules=[ends, told])), CLAIMS)
    (plan,) = searched({"stock": "unknown"}, movable(store), 6)["plans"]
    assert (plan["steps"][0]["value"], len(plan["also"])) == (value, 1)


def test_what_a_step_shows_is_as_fresh_as_the_day_one_looks() -> None:
    answers = {**LASTS, "copy-time": "months"}
    found = searched(answers, movable(dated()), 12, strict=True, as_of=date(2024, 6, 30))
    assert found["plans"][0]["steps"][0]["kind"] == SHOW


def test_under_strict_nothing_is_named_that_the_record_rules_out() -> None:
    answers = {"entry": "offered", "rivals": "announced"}
    read = idea(answers, field(), assessed="2023-05-02", capabilities=["file-chat"])
    judged = Setting(Assessor(movable(field()), small()), read, date(2023, 5, 2), strict=True)
    (plan,) = search_for(judged, MonthsTarget(6))["plans"]
    assert [(step["value"], step["or"]) for step in plan["steps"]] == [("announced", [])]


def test_a_score_asks_for_the_least_number_that_has_the_points() -> None:
    bands = [{"points": 0}, {"at-least": 6, "points": 0.5}, {"at-least": 12, "points": 1}]
    asked = rubric("field", questions=[question("stock", "number", bands=bands)], score="Growth")
    ready = setting({"stock": 3}, movable(compiled(farm(asked), CLAIMS)))
    for least, plans in ((50, [{"stock": 6}]), (51, [{"stock": 12}])):
        found = search_for(ready, target_named(ready, None, f"field={least}", ""))
        assert in_short(found["plans"]) == plans


@pytest.mark.parametrize(
    ("answers", "least", "reached", "plan"),
    [
        ({}, 50, False, {"entry": "announced", "copy-time": "months"}),  # exactly 50
        ({"entry": "nobody", "copy-time": "unknown"}, 67, False, {"copy-time": "months"}),
        ({"entry": "nobody", "copy-time": "unknown"}, 66, True, None),
    ],
)
def test_a_score_is_reached_where_its_low_end_is(
    answers: Authored, least: int, reached: bool, plan: Any
) -> None:
    weak = {**LASTS, "entry": "where-they-work", "copy-time": "weeks"}
    ready = setting({**weak, **answers}, movable(dated()))
    found = search_for(ready, target_named(ready, None, f"product={least}", ""))
    assert found["reached"] == reached
    told = ready.assessor.assess(ready.idea, as_of=ready.as_of)["scores"]["product"]
    assert found["today"]["score"] == told
    assert (plan in in_short(found["plans"])) == (not reached)
