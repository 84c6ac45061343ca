"""What would have to change: the plans, their order, and what is said where there is none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lifeline.errors import UsageError
from lifeline.insight.whatif.asking import default_target, search_for, target_named, what_if
from lifeline.insight.whatif.by_hand import answers_named
from lifeline.insight.whatif.moves import CHANGE, FIND_OUT, SHOW
from lifeline.insight.whatif.targets import MonthsTarget, ScoreTarget, VerdictTarget
from lifeline.insight.whatif.trials import Setting
from lifeline.model.compiled import CompiledSet
from lifeline.scoring.assess import Assessor
from tests.authored import ASSESSED, Authored, compiled, idea
from tests.backtesting.dated import dated
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule
from tests.insight.whatif.movable import in_short, movable, searched, setting
from tests.reading.small import small

WEAK: Authored = {
    "entry": "where-they-work",
    "copy-time": "weeks",
    "assets": [],
    "used": False,
    "launch": 12,
}
LASTS: Authored = {"entry": "nobody", "copy-time": "year", "assets": ["network"], "used": True}

KEYS = ["target", "today", "reached", "plans", "find_out", "held", "best", "searched"]
PLAN_KEYS = ["effort", "steps", "gives", "also"]
STEP_KEYS = ["question", "kind", "ask", "unit", "effort", "from", "to", "evidence", "value"]
STEP_KEYS += ["span", "or", "remedies"]

WRITE = "Write for example --score product=60."


def efforts(**others: str | None) -> CompiledSet:
    return movable(dated(), "weeks", **others)


def test_the_result_has_the_keys_that_are_documented() -> None:
    found = searched(WEAK, efforts(), 6)
    assert list(found) == KEYS
    assert found["plans"]
    for plan in found["plans"]:
        assert list(plan) == PLAN_KEYS
        assert all(list(step) == STEP_KEYS for step in plan["steps"])


@pytest.mark.parametrize("months", [3, 6])
def test_what_is_in_the_way_is_told_only_where_no_plan_helps(months: int) -> None:
    found = searched(WEAK, efforts(), months)
    assert (found["reached"], bool(found["plans"])) == (months == 3, months == 6)
    assert (found["find_out"], found["held"], found["best"]) == ([], [], None)


def test_the_most_months_that_can_be_reached_are_told_with_their_plans() -> None:
    names = ["fig", "pear", "plum"]
    rules = [rule(f"no-{name}", when={name: False}, cap=cap()) for name in names]
    rules += [rule("bare", when={"fig": False}, cap=cap(0)), rule("late", cap=cap(6))]
    asked = [question(name, "yes-no") for name in names]
    field = movable(compiled(farm(rubric("field", questions=asked, rules=rules)), CLAIMS))
    bare = setting(dict.fromkeys(names, False), field)
    for bound, months, plan in ((1000, 6, names), (0, 3, names[:1])):
        best = search_for(bare, MonthsTarget(12), bound)["best"]
        assert (best["months"], in_short(best["plans"])) == (months, [dict.fromkeys(plan, "yes")])
        searched_to = {key: best["searched"][key] for key in ("complete_to", "up_to", "bound")}
        assert searched_to == {"complete_to": 4, "up_to": 4, "bound": bound}
        assert best["searched"]["tries"] > len(plan)


NAMES = [f"n{number}" for number in range(6)]
LATE = rule("late", cap=cap(6))
FIRST = rule("first", when={"n0": True}, cap=cap(3))
OTHERS = rule("others", when={"any": [{name: False} for name in NAMES[1:]]}, cap=cap(6))


@pytest.mark.parametrize(
    ("many", "rules", "target", "months", "is_exact"),
    [
        (4, [LATE], 12, 6, True),
        (5, [LATE], 12, 3, False),  # five changes give 6 months
        (5, [], 6, 3, False),
        (1, [OTHERS], 12, 6, False),  # six give 12
        (1, [FIRST], 6, 3, True),  # neither answer does
    ],
)
def test_the_most_months_are_exact_only_where_no_changes_however_many_give_more(
    many: int, rules: list[Authored], target: int, months: int, is_exact: bool
) -> None:
    lack = rule("lack", when={"any": [{name: False} for name in NAMES[:many]]}, cap=cap(3))
    asked = [question(name, "yes-no") for name in NAMES]
    made = compiled(farm(rubric("field", questions=asked, rules=[lack, *rules])), CLAIMS)
    bare = setting(dict.fromkeys(NAMES, False), movable(made))
    best = search_for(bare, MonthsTarget(target))["best"]
    assert (best["months"], best["exact"]) == (months, is_exact)
    assert bool(best["plans"]) == (months == 6)


def test_the_bound_holds_for_what_may_turn_out_well_too() -> None:
    def sizes(bound: int) -> set[int]:
        found = search_for(setting({}, movable(dated(), None)), MonthsTarget(12), bound)
        return {len(plan["steps"]) for plan in found["find_out"]}

    assert (sizes(0), sizes(1000)) == ({1}, {1, 3})


def test_least_effort_comes_first_then_fewer_changes() -> None:
    found = searched(WEAK, efforts(copy_time="years", entry="months"), 6)
    ranks = [["days", "weeks", "months", "years"].index(plan["effort"]) for plan in found["plans"]]
    assert len(ranks) > 1
    assert ranks == sorted(ranks)
    equal = searched(WEAK, efforts(), 6)
    sizes = [len(plan["steps"]) for plan in equal["plans"]]
    assert sizes == sorted(sizes)


def test_of_plans_of_the_same_questions_the_one_nearest_to_today_is_kept() -> None:
    found = searched({**LASTS, "assets": [], "copy-time": "weeks"}, efforts(), 6)
    copy = [plan for plan in in_short(found["plans"]) if list(plan) == ["copy-time"]]
    assert copy == [{"copy-time": "months"}]
    (step,) = next(p["steps"] for p in found["plans"] if p["steps"][0]["value"] == "months")
    assert step["or"] == ["year"]


def test_of_several_choices_those_of_today_are_kept() -> None:
    found = searched({**WEAK, "copy-time": "months", "assets": ["own-data"]}, efforts(), 12)
    wanted = [plan["assets"] for plan in in_short(found["plans"]) if "assets" in plan]
    assert wanted
    assert all(assets == ["own-data", "network"] for assets in wanted)


def test_what_cannot_be_changed_is_in_no_plan() -> None:
    found = searched(WEAK, efforts(copy_time=None), 6)
    assert found["plans"]
    assert all("copy-time" not in plan for plan in in_short(found["plans"]))


def test_where_nothing_helps_what_holds_is_named_with_its_facts() -> None:
    found = searched(WEAK, efforts(copy_time=None, entry=None, assets=None), 12)
    assert found["plans"] == []
    fixed = {held["id"]: held for held in found["held"] if held["movable"] is False}
    assert fixed
    facts = {fact["question"]: fact["said"] for held in fixed.values() for fact in held["facts"]}
    assert facts["product/copy-time"] == "weeks"
    assert found["best"] == {
        "months": found["today"]["months"]["low"],
        "plans": [],
        "searched": None,
        "exact": True,
    }


def test_what_comes_nearest_is_told_where_the_target_is_out_of_reach() -> None:
    answers = {**WEAK, "entry": "nobody"}
    found = searched(answers, efforts(copy_time=None), 12)
    nearest = searched(answers, efforts(copy_time=None), 6)
    assert found["plans"] == []
    assert found["best"]["months"] == 6
    assert found["best"]["plans"] == nearest["plans"] != []


def test_a_fact_that_is_open_is_to_be_found_out_first() -> None:
    answers = {name: answer for name, answer in WEAK.items() if name != "copy-time"}
    everything = efforts(copy_time=None, entry=None, assets=None)
    found = searched(answers, everything, 6)
    assert found["plans"] == []
    assert found["find_out"]
    kinds = {step["kind"] for plan in found["find_out"] for step in plan["steps"]}
    assert FIND_OUT in kinds


def test_a_target_that_is_reached_asks_for_nothing() -> None:
    found = searched(LASTS, efforts(), 12)
    assert (found["reached"], found["plans"], found["held"]) == (True, [], [])


def test_under_strict_the_same_answer_with_evidence_is_a_step_without_effort() -> None:
    answers = {**LASTS, "copy-time": "months"}  # nothing shows that nobody offers it
    found = searched(answers, efforts(), 12, strict=True)
    plan = found["plans"][0]
    (step,) = plan["steps"]
    assert (step["question"], step["kind"], step["value"]) == ("product/entry", SHOW, "nobody")
    assert (step["effort"], plan["effort"]) == (None, None)
    assert searched(answers, efforts(), 12)["reached"]


def test_no_plan_asks_for_a_worse_answer() -> None:
    answers = {**LASTS, "entry": "announced", "copy-time": "months", "assets": ["own-data"]}
    order = {"entry": ["nobody", "announced"], "copy-time": ["year", "months"]}
    for strict in (False, True):
        found = in_short(searched(answers, efforts(), 12, strict=strict)["plans"])
        assert found
        for plan in found:
            assert all(plan.get(name, some[0]) in some for name, some in order.items())
            assert "own-data" in plan.get("assets", ["own-data"])


def test_what_only_has_to_be_shown_comes_without_a_remedy() -> None:
    answers = {**LASTS, "copy-time": "months"}
    (step,) = searched(answers, efforts(), 12, strict=True)["plans"][0]["steps"]
    assert (step["kind"], step["remedies"]) == (SHOW, [])


def test_each_remedy_is_told_once_in_a_plan_beside_a_step_that_bears_on_it() -> None:
    for plan in searched(WEAK, efforts(), 12)["plans"]:
        ids = [remedy["id"] for step in plan["steps"] for remedy in step["remedies"]]
        assert ids
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("answers", "remedy", "step"),
    [
        ({"assistant": "one-ability", "next-model": "indifferent"}, "own-workplace", "place"),
        ({"assistant": "enough", "next-model": "rebuild"}, "network", "assets"),
    ],
)
def test_a_remedy_stands_beside_what_it_is_about_and_not_beside_what_many_rules_ask(
    answers: Authored, remedy: str, step: str, ngc: CompiledSet
) -> None:
    weak: Authored = {"used": "no", "place": "visit", "assets": [], "copy-time": "weeks"}
    found = searched({**weak, **answers, "one-party": "no-one", "need": "often"}, ngc, 6)
    beside = [
        each["question"]
        for plan in found["plans"]
        for each in plan["steps"]
        if f"lifeline/{remedy}" in [told["id"] for told in each["remedies"]]
    ]
    assert set(beside) == {f"lifeline/{step}"}


def test_a_remedy_stands_rather_beside_a_change_than_beside_what_is_open(
    ngc: CompiledSet,
) -> None:
    weak: Authored = {"assistant": "enough", "payers": "nobody", "need": "often", "assets": []}
    plans = searched({**weak, "copy-time": "year", "one-party": "no-one"}, ngc, 6)["plans"]
    steps = [
        (step["question"], step["kind"])
        for plan in plans
        for step in plan["steps"]
        for remedy in step["remedies"]
        if remedy["id"] == "lifeline/paid-and-used"
    ]
    assert set(steps) == {("lifeline/payers", CHANGE)}


def test_a_bound_that_is_hit_is_told() -> None:
    found = search_for(setting({}, efforts()), MonthsTarget(12), bound=0)
    assert (found["searched"]["complete_to"], found["searched"]["bound"]) == (2, 0)
    every = search_for(setting({}, efforts()), MonthsTarget(12))
    assert every["searched"]["complete_to"] == 4
    small = [plan for plan in every["plans"] if len(plan["steps"]) <= 2]
    assert found["plans"] == small


@pytest.mark.parametrize(
    ("answers", "months"),
    [
        (WEAK, 6),
        ({**WEAK, "copy-time": "months"}, 12),
        ({**LASTS, "copy-time": "months", "assets": []}, 12),
        (LASTS, 12),
    ],
)
def test_the_gate_is_the_target_where_none_is_named_and_12_once_it_is_reached(
    answers: Authored, months: int
) -> None:
    ready = setting(answers, efforts())
    assert default_target(ready).data() == {"kind": "months", "at_least": months}
    assert target_named(ready, None, "", "").data()["at_least"] == months


@pytest.mark.parametrize(
    ("answers", "gate"),
    [
        (LASTS, {"min_score": {"product": 101}}),
        (WEAK, {"min_score": {"product": 101}}),
        (LASTS, {"max_age": -1}),
        ({**LASTS, "entry": "unknown"}, {"max_open": 0}),
        ({**LASTS, "copy-time": "months", "assets": []}, {"clock": "advantage", "min_months": 12}),
    ],
)
def test_where_the_gate_is_not_met_by_more_than_months_the_verdict_is_the_target(
    answers: Authored, gate: Authored
) -> None:
    ready = setting(answers, efforts(), gate=gate)
    target = default_target(ready)
    assert target.data() == {"kind": "verdict", "verdict": "pass"}
    assert not search_for(ready, target)["reached"]


def test_where_the_clock_that_the_gate_looks_at_is_met_12_months_are_the_target() -> None:
    answers = {"entry": "nobody", "copy-time": "weeks", "assets": ["network"], "used": True}
    for clock, months in (("necessity", 12), ("both", 9)):
        ready = setting(answers, efforts(), gate={"clock": clock, "min_months": 9})
        assert default_target(ready).data() == {"kind": "months", "at_least": months}


@pytest.mark.parametrize("at_least", [1, 60, 100])
def test_a_target_is_named_in_one_of_three_ways(at_least: int) -> None:
    ready = setting(WEAK, efforts())
    found = target_named(ready, None, f"product={at_least}", "")
    assert isinstance(found, ScoreTarget)
    assert found.data() == {"kind": "score", "rubric": "product", "at_least": float(at_least)}
    assert isinstance(target_named(ready, None, "", "pass"), VerdictTarget)
    assert target_named(ready, 3, "", "").data()["at_least"] == 3


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nothing=60", "'nothing' is not a rubric with a score. Expected 'product'."),
        ("=60", "'' is not a rubric with a score. Expected 'product'."),
        *(
            (f"product={number}", f"'{number}' is not a whole number from 1 to 100. {WRITE}")
            for number in ("", "0", "101", "1e2", "٦٠", "60=60")
        ),
    ],
)
def test_a_score_that_cannot_be_is_refused(words: str, expected: str) -> None:
    with pytest.raises(UsageError) as error:
        target_named(setting(WEAK, efforts()), None, words, "")
    assert str(error.value) == f"lifeline: --score: {expected}"


def test_where_a_score_is_wanted_it_is_told_of_today_of_what_is_tried_and_of_each_plan() -> None:
    base = setting(WEAK, efforts())
    tried = base.answered(answers_named(base.compiled, ["copy-time=months"], ASSESSED))
    found = what_if(base, tried, "idea.yaml", target_named(tried, None, "product=60", ""))
    scores = [told["score"] for told in (found["today"], found["tried"]["gives"])]
    assert scores == [{"low": 0.0, "high": 0.0}, {"low": 16.7, "high": 16.7}]
    assert found["search"]["today"]["score"] == scores[1]
    plans = [{"entry": "nobody"}, {"entry": "announced", "copy-time": "year"}]
    assert in_short(found["search"]["plans"]) == plans
    assert found["search"]["plans"][0]["gives"]["score"] == {"low": 83.3, "high": 83.3}


@pytest.mark.parametrize(("until", "reached"), [("2023-06-30", True), ("2023-06-29", False)])
def test_what_is_waived_for_the_day_is_not_in_the_way(until: str, reached: bool) -> None:
    answers = {**LASTS, "copy-time": "months", "assets": [], "used": False, "launch": 12}
    waivers = {"product/window-missed": {"reason": "A try.", "until": until}}
    ready = setting(answers, efforts(), gate={"fail_on": "warning"}, waivers=waivers)
    found = what_if(ready, ready, "idea.yaml", target_named(ready, None, "", "pass"))["search"]
    assert found["reached"] == reached
    assert ({"launch": 5} in in_short(found["plans"])) == (not reached)


def test_what_is_tried_is_judged_by_the_same_gate_on_the_same_day_and_as_strictly() -> None:
    answers = {**LASTS, "entry": "announced", "copy-time": "months"}
    gate = {"min_months": 12, "max_age": 100}
    base = setting(answers, dated(), strict=True, as_of=date(2023, 9, 1), gate=gate)
    again = base.answered(answers_named(dated(), ["used=yes"], date(2023, 9, 1)))
    assert again.today.months() == base.today.months() == {"low": 6, "high": 12}
    found = what_if(base, again, "idea.yaml", None)
    assert found["tried"]["gives"] == found["today"]
    assert found["today"]["verdict"] == "unclear"


def test_an_idea_is_judged_strictly_only_where_that_is_asked_for() -> None:
    read = idea({**LASTS, "copy-time": "months"}, dated())  # nothing backs it
    assert Setting(Assessor(dated()), read, ASSESSED).today.months()["low"] == 12
    assert Setting(Assessor(dated()), read, ASSESSED, strict=True).today.months()["low"] == 6


def test_the_idea_is_left_as_it_was() -> None:
    ready = setting(WEAK, efforts())
    before: Any = dict(ready.idea.answers)
    what_if(ready, ready, "idea.yaml", target_named(ready, 12, "", ""))
    assert ready.idea.answers == before


def test_where_open_questions_count_any_answer_to_one_is_a_step() -> None:
    answers = {"assets": [], "uses-model": False, "runway": 12}  # no rule looks at entry
    ready = setting(answers, movable(small()), gate={"max_open": 0})
    found = search_for(ready, target_named(ready, None, "", "pass"))
    assert in_short(found["plans"]) == [{"entry": "where-they-work"}]
    assert found["plans"][0]["steps"][0]["or"] == ["nobody", "announced"]
    assert found["plans"][0]["gives"]["verdict"] == "pass"
