"""The tables of rules: how large they may be, and that all of a set share what there is."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.model.compiled import CompiledSet
from lifeline.scoring.elimination import EFFORT
from lifeline.scoring.remembering import ClockRule
from lifeline.scoring.rulebook import FEWEST, TABULATED, Rulebook
from tests.authored import assessed, compiled
from tests.compiling.farm import CLAIMS, cap, farm, protection, question, rubric, rule

NAMES = ("north", "east", "south")


def fenced() -> CompiledSet:
    """Give a set with one cap, which hangs on three questions of two answers each."""
    gaps: Any = {"any": [{name: "false"} for name in NAMES]}
    questions = [question(name, "yes-no") for name in NAMES]
    rules = [rule("gap", when=gaps, cap=cap(3))]
    return compiled(farm(rubric("fence", questions=questions, rules=rules)), CLAIMS)


@pytest.mark.parametrize(("bound", "exact"), [(8, True), (7, False), (1, False), (0, False)])
def test_a_table_as_large_as_the_bound_is_exact_and_past_it_the_range_says_that_it_is_not(
    bound: int, exact: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lifeline.scoring.completions.BOUND", bound)
    found: Any = assessed({}, fenced())["lifeline"]
    assert found["exact"] is exact
    assert (found["months"]["low"], found["months"]["high"]) == (3, 12)


@pytest.mark.parametrize(("bound", "exact"), [(8, True), (7, False)])
def test_what_the_rules_of_the_set_leave_for_each_bounds_a_table_too(
    bound: int, exact: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lifeline.scoring.rulebook.TABULATED", bound)
    monkeypatch.setattr("lifeline.scoring.rulebook.FEWEST", 0)
    found: Any = assessed({}, fenced())["lifeline"]
    assert found["exact"] is exact


@pytest.mark.parametrize(("bound", "exact"), [(24, True), (23, False)])
def test_so_it_is_with_what_decides_whether_a_question_is_asked(
    bound: int, exact: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lifeline.scoring.completions.BOUND", bound)
    gaps: Any = {"any": [{name: "false"} for name in NAMES]}
    questions = [
        *(question(name, "yes-no") for name in NAMES),
        question("mended", "yes-no", when=gaps),
    ]
    rules = [rule("gap", when={"mended": "false"}, cap=cap(3))]
    found: Any = assessed(
        {}, compiled(farm(rubric("fence", questions=questions, rules=rules)), CLAIMS)
    )
    assert found["lifeline"]["exact"] is exact
    assert found["lifeline"]["months"] == {"low": 3, "high": 12}


def settled_by_one(name: str) -> Any:
    return assessed({name: False, **{each: True for each in NAMES if each != name}}, fenced())


@pytest.mark.parametrize("name", NAMES)
def test_what_is_answered_takes_no_room_in_a_table(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lifeline.scoring.completions.BOUND", 1)
    found = settled_by_one(name)["lifeline"]
    assert (found["exact"], found["months"]["high"]) == (True, 3)


def book(clocks: int) -> Rulebook:
    """Give the rules of a set: one hides, one protects, two cap, one tells, and some more do."""
    questions = [
        question("north", "yes-no"),
        question("east", "yes-no", when={"north": "true"}),
        question("months", "number", better="lower"),
    ]
    rules = [
        rule("gap", when={"north": "false"}, cap=cap(3), unless={"wall": 12}),
        rule("hole", when={"east": "false"}, cap=cap(6)),
        rule("draught", when={"east": "false"}, finding="warning"),
    ]
    late = {"months": {"at-least": {"clock": "lifeline"}}}
    rules += [rule(f"late-{n}", when=late, finding="warning") for n in range(clocks)]
    walls = [protection("wall", {"east": "true"})]
    parts: Any = {"questions": questions, "protections": walls, "rules": rules}
    return Rulebook(compiled(farm(rubric("fence", **parts)), CLAIMS)["deciding"])


@pytest.mark.parametrize(("clocks", "tables"), [(0, 5), (1, 6), (7, 12)])
def test_all_tables_of_a_set_share_what_there_is(clocks: int, tables: int) -> None:
    assert book(clocks).bound == TABULATED // tables


@pytest.mark.parametrize(
    ("clocks", "effort"),
    [(1, 3 * EFFORT), (3, EFFORT), (7, 3 * EFFORT // 7), (301, FEWEST)],
)
def test_all_numbers_laid_against_a_clock_share_the_work_of_three(clocks: int, effort: int) -> None:
    rules = [each for each in book(clocks).findings if isinstance(each, ClockRule)]
    assert [each.effort for each in rules] == [effort] * clocks


def test_a_rule_depends_on_what_it_reads_what_hides_that_and_what_may_lift_it() -> None:
    north, east, months = range(3)
    rules = book(1)
    assert [rule_.depends for rule_ in rules.caps] == [[north, east], [north, east]]
    draught, late = rules.findings
    assert draught.depends == [north, east]
    assert late.depends == [north, east, months]


@pytest.mark.parametrize(("bound", "exact"), [(8, True), (7, False)])
def test_a_cap_with_more_lifts_than_its_table_has_room_for_is_not_exact(
    bound: int, exact: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lifeline.scoring.completions.BOUND", bound)
    walls = [protection(f"wall-{name}", {name: "true"}) for name in NAMES]
    rules = [rule("open", cap=cap(3), unless={f"wall-{name}": 6 for name in NAMES})]
    questions = [question(name, "yes-no") for name in NAMES]
    parts: Any = {"questions": questions, "protections": walls, "rules": rules}
    found: Any = assessed({}, compiled(farm(rubric("fence", **parts)), CLAIMS))["lifeline"]
    assert found["exact"] is exact
    assert (found["months"]["low"], found["months"]["high"]) == (3, 6)


def test_what_is_not_exact_settles_no_more_than_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lifeline.scoring.completions.BOUND", 1)
    found: Any = assessed({}, fenced())["deciding"]
    assert (found["question"], found["settling"], found["values"]) == ("fence/north", 1, 2)
    assert (found["passes"], found["fails"]) == ([], ["no"])


def test_nothing_is_told_of_a_rubric_that_is_left_out_whatever_it_looks_at() -> None:
    gate = question("gate", "yes-no")
    rust = rule("rust", when={"north": "false"}, finding="warning")
    ends = rule("ends", when={"north": "false"}, cap=cap(3))
    fence: Any = {"questions": [question("north", "yes-no")], "rules": [ends]}
    apart: Any = {"questions": [gate], "rules": [rust], "optional": True}
    both = compiled(farm(rubric("fence", **fence), rubric("gates", **apart)), CLAIMS)
    assert assessed({"north": False}, both)["findings"] == []
    (found,) = assessed({"north": False, "gate": True}, both)["findings"]
    assert found["rule"] == "gates/rust"
