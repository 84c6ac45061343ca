"""What is remembered from one idea to the next never answers for another one."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from lifeline.model.compiled import CompiledSet
from lifeline.scoring.assess import Assessor, assess
from tests.authored import ASSESSED, Authored, compiled, idea
from tests.compiling.farm import CLAIMS, cap, farm, protection, quantity, question, rubric, rule


@cache
def walled() -> CompiledSet:
    """Give a set with a cap that always holds, and a wall of two stones that lifts it."""
    stones = [question(name, "yes-no") for name in ("north", "south")]
    wall = protection("wall", {"all": [{"north": True}, {"south": True}]})
    rules = [
        rule("nothing-protects", cap=cap(6), unless={"wall": 12}),
        rule("draughty", when={"north": False}, finding="warning"),
    ]
    parts: Any = {"questions": stones, "protections": [wall], "rules": rules}
    return compiled(farm(rubric("garden", **parts)), CLAIMS)


CASES: list[tuple[Authored, tuple[int, int], list[str]]] = [
    ({"south": True}, (6, 12), ["garden/north"]),
    ({"north": True}, (6, 12), ["garden/south"]),
    ({}, (6, 12), ["garden/north", "garden/south"]),
    ({"north": False}, (6, 6), []),
    ({"north": True, "south": False}, (6, 6), []),
]


@pytest.mark.parametrize("turned", [False, True])
def test_each_idea_waits_on_its_own_questions_whichever_came_before(turned: bool) -> None:
    one = Assessor(walled())
    for answers, (low, high), waits_on in reversed(CASES) if turned else CASES:
        (found,) = one.assess(idea(answers, walled()), as_of=ASSESSED)["caps"]
        assert found["value"] == {"low": low, "high": high}
        assert found["waits_on"] == waits_on


def test_an_idea_assessed_again_after_others_is_told_the_same() -> None:
    one = Assessor(walled())
    for _ in range(2):
        for answers, _, _ in CASES:
            read = idea(answers, walled())
            alone = assess(idea(answers, walled()), walled(), as_of=ASSESSED)
            assert one.assess(read, as_of=ASSESSED, path="") == {**alone, "path": ""}


def test_what_begins_anew_asks_the_same_and_knows_nothing_of_what_was_found() -> None:
    before, read = Assessor(walled(), strict=True), idea({}, walled())
    posed = before.pose(read, as_of=ASSESSED)
    anew = before.anew()
    again = anew.pose(read, as_of=ASSESSED)
    assert posed.completions.effort == again.completions.effort > 0
    assert before.pose(read, as_of=ASSESSED).completions.effort == 0
    assert anew.pose(read, as_of=ASSESSED).completions.effort == 0
    assert anew.assess(read, as_of=ASSESSED) == before.assess(read, as_of=ASSESSED)
    assert (anew.strict, anew.gate) == (True, before.gate)


def test_what_is_done_to_one_assessment_is_not_seen_in_the_next() -> None:
    one, read = Assessor(walled()), idea({"north": False}, walled())
    first: Any = one.assess(read, as_of=ASSESSED)
    before = str(first)
    for found in (*first["findings"], *first["caps"]):
        found["message"], found["status"], found["waits_on"] = "", "", ["changed"]
    assert str(one.assess(read, as_of=ASSESSED)) == before


def test_what_is_so_whatever_the_answer_waits_on_none() -> None:
    either_way: Any = {"any": [{"north": "true"}, {"north": "false"}]}
    rules = [
        rule("ends", when=either_way, cap=cap(3)),
        rule("windy", when=either_way, finding="warning"),
    ]
    garden = rubric("garden", questions=[question("north", "yes-no")], rules=rules)
    small = compiled(farm(garden), CLAIMS)
    found = assess(idea({}, small), small, as_of=ASSESSED)
    told: list[Any] = [*found["caps"], *found["findings"]]
    assert [(each["status"], each["waits_on"]) for each in told] == [("certain", [])] * 2
    assert found["open"] == ["garden/north"]


def test_a_number_of_one_idea_never_stands_for_another_that_a_quantity_tells_apart() -> None:
    questions = [question(name, "number") for name in ("runway", "launch")]
    reserve = quantity("reserve", "month", difference=["runway", "launch"])
    short = rule("short", when={"reserve": {"below": 0}}, cap=cap(3))
    parts: Any = {"questions": questions, "quantities": [reserve], "rules": [short]}
    small = compiled(farm(rubric("garden", **parts)), CLAIMS)
    one = Assessor(small)
    for runway, ends_in in [(9, 12), (3, 3), (6, 12), (5.5, 3)]:
        answers = idea({"runway": runway, "launch": 6}, small)
        found: Any = one.assess(answers, as_of=ASSESSED)["lifeline"]
        assert found["months"] == {"low": ends_in, "high": ends_in}


@cache
def either() -> CompiledSet:
    """Give a set of two caps: the one is lifted just where the other is not."""
    questions = [
        question("north", "yes-no"),
        question("post", "choice", choices=["oak", "pine"], when={"north": True}),
    ]
    walls = [protection("wall", {"north": True}), protection("ditch", {"north": False})]
    rules = [
        rule("too-open", cap=cap(6), unless={"wall": 12}),
        rule("too-narrow", cap=cap(6), unless={"ditch": 12}),
        rule("splinters", when={"post": "pine"}, cap=cap(3)),
        rule("wet", when={"north": False}, cap=cap(3)),
    ]
    parts: Any = {"questions": questions, "protections": walls, "rules": rules}
    return compiled(farm(rubric("garden", **parts)), CLAIMS)


def test_what_excludes_one_another_does_so_in_every_idea_that_leaves_it_open() -> None:
    one = Assessor(either())
    for answers, months in [({}, (3, 6)), ({"post": "pine"}, (3, 3)), ({"post": "oak"}, (3, 6))]:
        for _ in range(2):
            found: Any = one.assess(idea(answers, either()), as_of=ASSESSED)["lifeline"]
            assert (found["months"]["low"], found["months"]["high"]) == months
            assert found["exact"] is True


def test_what_is_not_exact_in_one_idea_is_not_in_the_next_with_the_same_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("lifeline.scoring.completions.BOUND", 1)
    one = Assessor(walled())
    for answers, exact in [({}, False), ({}, False), ({"north": False}, True), ({}, False)]:
        found: Any = one.assess(idea(answers, walled()), as_of=ASSESSED)["lifeline"]
        assert found["exact"] is exact


@pytest.mark.parametrize(
    ("operator", "cases"),
    [
        ("at-least", [({"needed": "later"}, None), ({"copied": "later"}, "possible")]),
        ("at-least", [({}, None), ({"copied": True}, "certain"), ({}, None)]),
        ("below", [({"launch": 12}, None), ({"launch": 11}, "certain"), ({"launch": 12}, None)]),
    ],
)
def test_a_number_within_its_clock_in_one_idea_may_be_past_it_in_the_next(
    operator: str, cases: list[tuple[Authored, str | None]]
) -> None:
    questions = [question("launch", "number", better="lower")]
    questions += [question("copied", "yes-no", better="no"), question("needed", "yes-no")]
    rules = [
        rule("copied-soon", when={"copied": "true"}, cap=cap(3)),
        rule("need-goes", when={"needed": "false"}, cap=cap(6, "necessity")),
        rule("late", when={"launch": {operator: {"clock": "lifeline"}}}, finding="warning"),
    ]
    small = compiled(farm(rubric("garden", questions=questions, rules=rules)), CLAIMS)
    one = Assessor(small)
    for answers, status in cases:
        said = {"launch": 5, "copied": False, "needed": True, **answers}
        findings = one.assess(idea(said, small), as_of=ASSESSED)["findings"]
        assert [each["status"] for each in findings if each["rule"] == "garden/late"] == (
            [status] if status else []
        )


@cache
def twice_fenced() -> CompiledSet:
    """Give a set with a cap that always holds, and two fences that each lift it to six months."""
    posts = [question(name, "yes-no") for name in ("east", "west")]
    fences = [protection(f"{name}-fence", {name: True}) for name in ("east", "west")]
    rules = [rule("deer-come", cap=cap(3), unless={"east-fence": 6, "west-fence": 6})]
    parts: Any = {"questions": posts, "protections": fences, "rules": rules}
    return compiled(farm(rubric("garden", **parts)), CLAIMS)


@pytest.mark.parametrize(
    ("answers", "waits_on"), [({"east": True}, []), ({"east": False}, ["garden/west"])]
)
def test_a_cap_does_not_wait_on_what_only_lifts_it_as_far_as_it_is_lifted(
    answers: Authored, waits_on: list[str]
) -> None:
    (found,) = Assessor(twice_fenced()).assess(idea(answers, twice_fenced()), as_of=ASSESSED)[
        "caps"
    ]
    assert found["waits_on"] == waits_on
    assert len(found["lifted_by"]) == 1 + bool(answers["east"])
