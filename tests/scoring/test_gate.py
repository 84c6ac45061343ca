"""The gate, part by part, and the verdict that comes of it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.model.assessment import Assessment, Gate
from lifeline.model.compiled import CompiledSet
from lifeline.scoring.assess import Assessor
from lifeline.scoring.gate import gate_of, worst
from tests.authored import ASSESSED, compiled
from tests.authored import idea as idea_of
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule
from tests.reference.brute_force import evaluate
from tests.reference.strategies import answers_for, claims_for, rubric_sets

Authored = dict[str, Any]
ANSWERED = {"next-model": "rebuild", "place": "own", "entry": "announced"}


def gate(compiled_set: CompiledSet, **wanted: Any) -> Gate:
    found: Any = {**gate_of(compiled_set["deciding"]["gate"]), **wanted}
    return found  # type: ignore[no-any-return]


def judged(
    answers: Authored, compiled_set: CompiledSet, as_of: date = ASSESSED, **wanted: Any
) -> Assessment:
    idea = idea_of(answers, compiled_set)
    return Assessor(compiled_set).assess(idea, as_of=as_of, gate=gate(compiled_set, **wanted))


def parts(found: Assessment) -> dict[str, Any]:
    return {part["part"]: part for part in found["gates"]}


@cache
def walled() -> CompiledSet:
    """Give a set with a cap, a warning, a blocker, and a rubric that one may leave out."""
    questions = [question(name, "yes-no") for name in ("roof", "paint", "wall")]
    rules = [
        rule("blown", when={"roof": "false"}, cap=cap(3)),
        rule("dull", when={"paint": "false"}, finding="warning"),
        rule("bare", when={"wall": "false"}, finding="blocker"),
    ]
    rust = rule("rust", when={"latch": "false"}, finding="warning")
    latch: Any = {"questions": [question("latch", "yes-no")], "rules": [rust], "optional": True}
    own: Any = {"questions": questions, "rules": rules}
    return compiled(farm(rubric("house", **own), rubric("door", **latch)), CLAIMS)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ("months", "unclear", 6, 3, 12, [])),
        ({"clock": "advantage"}, ("months/advantage", "unclear", 6, 3, 12, [])),
        ({"clock": "necessity"}, ("months/necessity", "pass", 6, 12, 12, [])),
        ({"min_months": 3}, ("months", "pass", 3, 3, 12, [])),
        ({}, ("findings", "unclear", "blocker", 0, 1, ["house/bare"])),
        (
            {"fail_on": "warning"},
            ("findings", "fail", "warning", 1, 2, ["house/dull", "house/bare"]),
        ),
        # open questions, but not those of what one may leave out, and age are never a failure
        ({"max_open": 2}, ("open", "pass", 2, 2, 2, [])),
        ({"max_open": 1}, ("open", "unclear", 1, 2, 2, [])),
        ({"max_age": 8}, ("age", "pass", 8, 8, 8, [])),
        ({"max_age": 7}, ("age", "unclear", 7, 8, 8, [])),
    ],
)
def test_each_part_says_what_was_wanted_and_what_it_met(
    wanted: Authored, expected: tuple[Any, ...]
) -> None:
    answers = {"paint": False, "latch": "unknown"}
    found = judged(answers, walled(), ASSESSED + timedelta(days=8), **wanted)
    (part,) = [each for each in found["gates"] if each["part"] == expected[0]]
    assert tuple(part.values()) == expected
    assert list(part) == ["part", "verdict", "wanted", "low", "high", "rules"]
    assert found["verdict"] == worst(each["verdict"] for each in found["gates"])
    asked = [name for name in ("open", "age") if f"max_{name}" in wanted]
    assert [each["part"] for each in found["gates"]][1:] == ["findings", *asked]


def test_findings_that_stand_for_sure_are_named_before_those_that_may() -> None:
    found = judged({"wall": False, "paint": "unknown"}, walled(), fail_on="warning")
    part = parts(found)["findings"]
    assert (part["low"], part["rules"]) == (1, ["house/bare", "house/dull"])


def test_no_finding_counts_where_none_is_to_fail() -> None:
    found = judged({"wall": False, "roof": True}, walled(), fail_on="none")
    assert (list(parts(found)), found["verdict"]) == (["months"], "pass")


def test_a_set_asks_for_months_and_looks_at_blockers(ngc: CompiledSet) -> None:
    assert list(parts(judged({}, ngc))) == ["months", "findings"]


def test_the_verdict_is_the_worst_of_the_parts(ngc: CompiledSet) -> None:
    found = judged(ANSWERED, ngc, max_open=0, max_age=3, min_score={"lifeline": 99})
    assert found["verdict"] == worst(part["verdict"] for part in found["gates"])
    assert list(parts(found)) == ["months", "score/lifeline", "findings", "open", "age"]


@pytest.mark.parametrize(("days", "verdict"), [(-1, "pass"), (-2, "unclear"), (-9999, "unclear")])
def test_a_day_still_to_come_is_no_age_but_to_those_for_whom_it_has_begun(
    days: int, verdict: str
) -> None:
    found = judged({}, walled(), ASSESSED + timedelta(days), max_age=9)
    assert (parts(found)["age"]["verdict"], parts(found)["age"]["low"]) == (verdict, days)


def test_of_no_day_the_age_is_not_known() -> None:
    idea = idea_of({}, walled())
    idea.assessed = None
    found = Assessor(walled()).assess(idea, as_of=ASSESSED, gate=gate(walled(), max_age=9999))
    assert parts(found)["age"] | {"rules": []} == {
        "part": "age",
        "verdict": "unclear",
        "wanted": 9999,
        "low": None,
        "high": None,
        "rules": [],
    }


def test_a_score_of_a_rubric_that_is_left_out_is_not_known(ngc: CompiledSet) -> None:
    found = parts(judged(ANSWERED, ngc, min_score={"synthetic-data": 10}))["score/synthetic-data"]
    assert (found["verdict"], found["low"]) == ("unclear", None)


GATES = st.fixed_dictionaries(
    {
        "clock": st.sampled_from(["both", "advantage", "necessity"]),
        "min_months": st.sampled_from([0, 3, 6, 12]),
        "fail_on": st.sampled_from(["none", "blocker", "warning"]),
    }
)


@st.composite
def scored(draw: st.DrawFn) -> tuple[Authored, Authored, CompiledSet, dict[str, int]]:
    """A set as authored, answers, the set compiled, and the least scores that are wanted."""
    rubric_set = draw(rubric_sets(quantities=False))
    answers = draw(answers_for(rubric_set))
    compiled_set = compiled(rubric_set, claims_for(rubric_set))
    names = [score["rubric"] for score in compiled_set["deciding"]["scores"]]
    least = st.dictionaries(st.sampled_from(names), st.integers(0, 100)) if names else st.just({})
    return rubric_set, answers, compiled_set, draw(least)


@given(st.data(), GATES)
def test_every_gate_says_what_trying_every_completion_says(data: Any, wanted: Authored) -> None:
    rubric_set, answers, compiled_set, least = data.draw(scored())
    found = judged(answers, compiled_set, **wanted, min_score=least)
    clock = "lifeline" if wanted["clock"] == "both" else wanted["clock"]
    named = {"clock": clock, "min-months": wanted["min_months"], "fail-on": wanted["fail_on"]}
    true = evaluate(
        rubric_set,
        answers,
        assessed=ASSESSED,
        as_of=ASSESSED,
        gate={**named, "min-score": {name: least[name] for name in least}},
    )
    lifeline: Any = found["lifeline"]
    if not lifeline["exact"]:
        return
    left_out = {
        part["part"]
        for part in found["gates"]
        if part["part"][:5] == "score" and part["low"] is None
    }
    if not least:
        assert found["verdict"] == true["verdict"]
        if true["deciding"]:
            assert found["deciding"] is not None
            assert found["deciding"]["settles"] == round(float(true["deciding"]["share"]), 4)
    elif found["verdict"] != "unclear":
        assert found["verdict"] == true["verdict"]
    elif true["deciding"] and found["deciding"] and not left_out:
        assert found["deciding"]["settles"] <= round(float(true["deciding"]["share"]), 4)


@given(st.data(), GATES)
def test_what_an_answer_would_come_to_is_what_it_comes_to_once_it_is_written(
    data: Any, wanted: Authored
) -> None:
    _, answers, compiled_set, least = data.draw(scored())
    more: Any = {"min_score": least, "max_open": data.draw(st.none() | st.integers(0, 3))}
    found = judged(answers, compiled_set, **wanted, **more)
    lifeline: Any = found["lifeline"]
    if found["deciding"] is None or not lifeline["exact"]:
        return
    id_ = found["deciding"]["question"]
    then: Any = found["deciding"]
    for words, verdict in ((then["passes"], "pass"), (then["fails"], "fail")):
        for word in words:
            written = {**answers, id_.partition("/")[2]: word}
            assert judged(written, compiled_set, **wanted, **more)["verdict"] == verdict


def test_borrowed_questions_make_up_no_score_where_the_one_of_its_own_does_not_apply() -> None:
    points = {"near": 1, "further": 0}
    mango = question("mango", "choice", choices=points, may_not_apply=True)
    borrowed: Any = {"score": "Sweetness", "uses": [{"question": "peach", "weight": 1}]}
    ends = rule("ends", cap=cap(6))
    orchard = rubric("orchard", questions=[mango], **borrowed)
    garden = rubric("garden", questions=[question("peach", "choice", choices=points)], rules=[ends])
    both = compiled(farm(orchard, garden), CLAIMS)

    def with_mango(answer: Any) -> Assessment:
        return judged({"mango": answer, "peach": "near"}, both, min_score={"orchard": 51})

    found = with_mango({"not-applicable": "We have no trees."})
    assert found["scores"]["orchard"] is None
    assert parts(found)["score/orchard"]["verdict"] == "pass"
    found = with_mango("further")
    assert found["scores"]["orchard"] == {"low": 50, "high": 50}
    assert parts(found)["score/orchard"]["verdict"] == "fail"
