"""What may be tried is counted: every search ends, says so, and is the same wherever it is run."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from lifeline.insight.whatif.asking import search_for, target_named
from lifeline.insight.whatif.targets import MonthsTarget
from lifeline.insight.whatif.trials import Setting
from lifeline.insight.whatif.work import Work
from lifeline.model.compiled import CompiledSet
from tests.authored import ASSESSED, Authored, compiled
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule
from tests.insight.whatif.movable import movable, setting

NAMES = [f"n{number}" for number in range(12)]
LITTLE = 20_000


def tangled(*, blockers: bool = False, steps: int = 3) -> CompiledSet:
    """Give a set in which every rule reads six questions, and each answer has a say in half."""
    rules = []
    for number, some in enumerate(list(combinations(NAMES, 6))[::60]):
        when: Authored = {"any": [{"all": [{a: False}, {b: False}]} for a, b in pairs(some, steps)]}
        how: Authored = {"finding": "blocker"} if blockers else {"cap": cap(3)}
        rules.append(rule(f"r{number}", when=when, **how))
    asked = [question(name, "yes-no") for name in NAMES]
    return movable(compiled(farm(rubric("field", questions=asked, rules=rules)), CLAIMS))


def pairs(names: Any, steps: int) -> list[tuple[str, str]]:
    return list(combinations(names, 2))[::steps]


def searched(made: Setting, left: int, target: str = "") -> tuple[dict[str, Any], Work]:
    work = Work(left)
    wanted = target_named(made, None, "", "pass") if target else MonthsTarget(12)
    return search_for(made, wanted, work=work), work


@pytest.mark.parametrize("blockers", [False, True])
def test_a_search_ends_when_the_work_is_spent_and_tells_how_far_it_came(blockers: bool) -> None:
    made = tangled(blockers=blockers)
    target = "pass" if blockers else ""
    whole, _ = searched(setting({}, made), 10**9, target)
    short, work = searched(setting({}, made), LITTLE, target)
    assert whole["searched"]["complete_to"] >= 2
    assert short["searched"]["complete_to"] < 2
    assert work.left > -LITTLE
    assert {held["movable"] for held in short["held"]} <= {True, None}


def test_of_plans_that_are_found_none_is_wrong_though_the_work_is_spent() -> None:
    names = NAMES[:3]
    ends = rule("ends", when={"all": [{name: False} for name in names]}, cap=cap(3))
    asked = [question(name, "yes-no") for name in names]
    field = movable(compiled(farm(rubric("field", questions=asked, rules=[ends])), CLAIMS))
    bare = setting(dict.fromkeys(names, False), field)
    found = [searched(bare, left)[0] for left in range(0, 400, 10)]
    counts = [len(each["plans"]) for each in found]
    assert (counts[0], counts[-1]) == (0, 3)
    assert counts == sorted(counts)
    nothing = {"months": 3, "plans": [], "searched": None, "exact": False}
    assert found[0]["best"] == nothing, "for fewer months nothing is left either"
    for each in found:
        assert all(plan["gives"]["months"]["low"] == 12 for plan in each["plans"])
        whole = len(each["plans"]) == 3
        assert each["searched"]["complete_to"] == (4 if whole else 0), "some of one change are not"
        assert each["plans"] or not each["best"]["exact"], "there are plans"


def test_what_was_solved_before_changes_nothing_of_what_is_found() -> None:
    made = setting({}, tangled())
    first, _ = searched(made, LITTLE)
    made.assessor.assess(made.idea, as_of=ASSESSED)
    again = Setting(made.assessor, made.idea, made.as_of)
    assert searched(again, LITTLE)[0] == first


def test_what_no_change_bears_on_is_known_to_stay_however_little_may_be_tried() -> None:
    fixed = movable(tangled(), None)
    found, _ = searched(setting(dict.fromkeys(NAMES, False), fixed), 0)
    assert {held["movable"] for held in found["held"]} == {False}


def test_the_most_months_are_exact_only_where_nothing_was_left_to_try() -> None:
    held = setting(dict.fromkeys(NAMES, False), tangled())
    short, _ = searched(held, 0)
    assert (short["best"]["exact"], short["best"]["searched"]) == (False, None)
    sure = setting(dict.fromkeys(NAMES, False), movable(tangled(), None))
    assert searched(sure, 10**9)[0]["best"]["exact"]
    assert searched(sure, 10**9)[0]["best"]["months"] == 3


def test_each_stage_leaves_half_of_the_work_to_those_that_follow() -> None:
    work = Work(100)
    for may_spend in (50, 25, 13):
        work.begin()
        work.take(may_spend - 1)
        assert not work.is_spent
        work.take(1)
        assert work.is_spent


def test_work_that_is_not_parted_into_stages_is_spent_at_its_end() -> None:
    work = Work(2)
    work.take(1)
    assert not work.is_spent
    work.take(1)
    assert work.is_spent


@pytest.mark.parametrize(("left", "is_spent"), [(-1, True), (0, True), (1, False)])
def test_a_stage_may_begin_while_anything_is_left(left: int, is_spent: bool) -> None:
    work = Work(left)
    work.begin()
    assert work.is_spent == is_spent
