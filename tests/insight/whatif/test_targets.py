"""What is in the way of a verdict or a score: what the gate looks at, and what begins a rubric."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from lifeline.insight.whatif.asking import search_for, target_named
from tests.authored import ASSESSED, Authored, compiled
from tests.compiling.farm import CLAIMS, cap, farm, garden, question, rubric, rule
from tests.insight.whatif.movable import in_short, movable, setting
from tests.reading.small import small

BANDS = [{"points": 0}, {"at-least": 12, "points": 1}]


def searched(answers: Authored, judging: Any, score: str = "", **gate: Any) -> dict[str, Any]:
    ready = setting(answers, movable(judging), gate=gate)
    return search_for(ready, target_named(ready, None, score, "" if score else "pass"))


def test_where_the_gate_asks_for_a_score_points_make_a_difference() -> None:
    asked = rubric("field", questions=[question("stock", "number", bands=BANDS)], score="Growth")
    found = searched({"stock": 3}, compiled(farm(asked), CLAIMS), min_score={"field": 50})
    assert in_short(found["plans"]) == [{"stock": 12}]


@pytest.mark.parametrize(("days", "plans", "held"), [(30, [{"stock": 12}], []), (31, [], ["age"])])
def test_the_age_of_answers_is_in_the_way_only_where_the_gate_allows_less(
    days: int, plans: list[Authored], held: list[str]
) -> None:
    low = rule("low", when={"stock": {"below": 12}}, cap=cap(3))
    store = rubric("store", questions=[question("stock", "number")], rules=[low])
    later, fields = ASSESSED + timedelta(days), movable(compiled(farm(store), CLAIMS))
    ready = setting({"stock": 3}, fields, as_of=later, gate={"max_age": 30})
    found = search_for(ready, target_named(ready, None, "", "pass"))
    assert in_short(found["plans"]) == plans
    assert [each["id"] for each in found["held"] if each["movable"] is False] == held


@pytest.mark.parametrize(("left", "most", "steps"), [(4, 0, 4), (5, 1, 4), (5, 0, 0), (6, 1, 0)])
def test_as_many_questions_are_settled_as_a_plan_has_steps(
    left: int, most: int, steps: int
) -> None:
    known: Authored = {"entry": "nobody", "irrigated": True}
    answers = dict(list(known.items())[: 6 - left])
    found = searched(answers, garden(), max_open=most)
    assert {len(plan["steps"]) for plan in found["plans"]} == ({steps} if steps else set())


def test_a_question_that_another_answer_hides_needs_no_step() -> None:
    (plan, *_) = in_short(searched({}, small(), max_open=0, min_months=0)["plans"])
    assert plan.keys() == {"entry", "assets", "uses-model", "runway"}
    assert plan["uses-model"] == "no"


def test_a_score_of_a_rubric_that_is_left_out_is_begun_by_any_of_its_questions() -> None:
    fig = question("fig", "choice", choices={"ripe": 1, "raw": 0})
    roof = question("roof", "choice", choices={"new": 1, "old": 0.5})
    parts: Any = {"questions": [roof, question("door", "yes-no")], "optional": True}
    uses = [{"question": "fig", "weight": 1}]
    shed = rubric("shed", score="Care", uses=uses, **parts)
    both = compiled(farm(rubric("garden", questions=[fig]), shed), CLAIMS)
    found = {tuple(plan) for plan in in_short(searched({"fig": "raw"}, both, "shed=25")["plans"])}
    assert found == {("roof",), ("door",)}
    more = {tuple(plan) for plan in in_short(searched({"fig": "raw"}, both, "shed=75")["plans"])}
    assert more == {("fig", "roof"), ("fig", "door")}
