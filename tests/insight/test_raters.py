"""Several people's answers about one idea: where they differ, and what that is worth."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeline.insight.raters import compare_raters
from lifeline.model.compiled import CompiledSet
from lifeline.scoring.assess import Assessor, assess
from tests.authored import Authored, compiled, idea
from tests.backtesting.dated import dated
from tests.compiling.farm import CLAIMS, cap, farm, garden, question, rubric, rule
from tests.reference.strategies import answers_for, claims_for, rubric_sets
from tests.scoring.records import small as small_record
from tests.scoring.test_market_findings import field as field_of_record

AS_OF = date(2023, 9, 30)
BASE: Authored = {"entry": "nobody", "copy-time": "months", "assets": [], "used": True}


def compared(
    *each: Authored, rubric_set: CompiledSet | None = None, strict: bool = False, **more: Any
) -> dict[str, Any]:
    judging = rubric_set or dated()
    by = Assessor(judging, strict=strict)
    rated = [(idea(answers, judging, **more), f"{n}.yaml", by) for n, answers in enumerate(each)]
    return compare_raters(rated, AS_OF)


def test_only_questions_with_different_answers_are_told_the_one_worth_most_first() -> None:
    found = compared(BASE, {**BASE, "copy-time": "weeks", "entry": "announced"})
    assert [(e["question"], e["worth"]["months"]) for e in found["questions"]] == [
        ("product/copy-time", 3),
        ("product/entry", 0),
    ]
    assert found["months"] == {"low": 3, "high": 6}


@pytest.mark.parametrize("strict", [False, True])
def test_the_result_says_who_was_judged_how_and_what_each_comes_to(strict: bool) -> None:
    lasts = {**BASE, "copy-time": "year"}
    found = compared(lasts, {**lasts, "copy-time": "weeks"}, strict=strict)
    assert len(found.pop("questions")) == 1
    who = {"id": "idea", "idea": "An idea", "assessed": "2023-06-30", "strict": strict}
    twelve, three = {"low": 12, "high": 12}, {"low": 3, "high": 3}
    assert found == {
        "format": 1,
        "mode": "raters",
        "set": {"id": "dated", "version": "1.0.0"},
        "as_of": "2023-09-30",
        "strict": strict,
        "raters": [
            {**who, "path": "0.yaml", "verdict": "pass", "months": twelve},
            {**who, "path": "1.yaml", "verdict": "fail", "months": three},
        ],
        "months": {"low": 3, "high": 12},
        "differ_in": [],
        "agreement": {"asked": 4, "agreed": 3, "open_for_all": 0},
    }


def test_a_question_is_told_with_its_words_and_who_says_what() -> None:
    (entry,) = compared(BASE, {**BASE, "copy-time": "weeks"})["questions"]
    del entry["swaps"]
    assert entry == {
        "question": "product/copy-time",
        "ask": "How long would a team of five need to build the same thing?",
        "answers": [
            {"path": "0.yaml", "answer": "months"},
            {"path": "1.yaml", "answer": "weeks"},
        ],
        "worth": {"months": 3, "low": 3, "high": 3},
    }


def test_of_questions_worth_the_same_the_one_that_moves_both_ends_comes_first() -> None:
    rules = [
        rule("there", when={"entry": "everyone"}, cap=cap(6)),
        rule("dry", when={"irrigated": False}, cap=cap(6)),
    ]
    one = {"entry": "nobody", "irrigated": True}
    other = {"entry": {"one-of": ["nobody", "everyone"]}, "irrigated": False}
    found = compared(one, other, rubric_set=garden(rules=rules))["questions"]
    assert [(entry["question"], entry["worth"]) for entry in found] == [
        ("garden/irrigated", {"months": 6, "low": 6, "high": 6}),
        ("garden/entry", {"months": 6, "low": 6, "high": 0}),
    ]


def test_what_nobody_answers_is_open_for_all_and_no_difference() -> None:
    found = compared({"entry": "nobody"}, {"entry": "nobody", "used": "unknown"})
    assert found["questions"] == []
    assert found["agreement"] == {"asked": 5, "agreed": 5, "open_for_all": 4}


def test_people_are_judged_by_the_gate_and_the_record_that_are_named() -> None:
    """By the record it was offered to everybody, which strict counts as possible."""
    ideas = [
        idea({"entry": "not-yet"} | more, field_of_record(), capabilities=["file-chat"])
        for more in ({"rivals": "not-yet", "fig": True}, {"rivals": "not-yet", "fig": False})
    ]
    gate: Any = {**Assessor(field_of_record()).gate, "min_months": 0}
    for market, asked, low, verdict in (
        (None, None, 12, "pass"),
        (small_record(), None, 0, "unclear"),
        (small_record(), gate, 0, "pass"),
    ):
        by = Assessor(field_of_record(), market, asked, strict=True)
        found = compare_raters([(each, "a.yaml", by) for each in ideas], AS_OF)
        assert [rater["verdict"] for rater in found["raters"]] == [verdict] * 2
        assert [rater["months"]["low"] for rater in found["raters"]] == [low] * 2


def test_open_differs_from_answered_and_missing_is_open() -> None:
    without = {name: answer for name, answer in BASE.items() if name != "copy-time"}
    found = compared(BASE, without, {**BASE, "copy-time": "unknown"})
    (entry,) = found["questions"]
    assert [given["answer"] for given in entry["answers"]] == ["months", None, None]
    assert entry["worth"] == {"months": 6, "low": 3, "high": 6}
    six, wide = {"low": 6, "high": 6}, {"low": 3, "high": 12}
    for swap in entry["swaps"]:
        assert [tried["months"] for tried in swap["with"]] == [six, wide]


def test_under_strict_ones_own_answer_keeps_its_own_evidence() -> None:
    evidence = [{"link": "https://example.org/x", "date": "2023-07-20"}]
    lasts = {**BASE, "assets": ["network"]}
    backed = {**lasts, "entry": {"answer": "announced", "evidence": evidence}}
    unbacked = {**lasts, "entry": "announced"}
    found = compared(backed, unbacked, {**lasts, "entry": "nobody"}, strict=True)
    (entry,) = found["questions"]
    tried = [
        [each["months"]["low"] for each in swap["with"] if each["answer"] == "announced"]
        for swap in entry["swaps"]
    ]
    assert tried[:2] == [[12], [6]]
    assert [rater["months"]["low"] for rater in found["raters"]][:2] == [12, 6]


def test_each_answer_is_put_into_each_file() -> None:
    found = compared(BASE, {**BASE, "copy-time": "weeks"})
    (entry,) = found["questions"]
    six, three = {"low": 6, "high": 6}, {"low": 3, "high": 3}
    tried = [{"answer": "months", "months": six}, {"answer": "weeks", "months": three}]
    assert entry["swaps"] == [
        {"path": "0.yaml", "with": tried},
        {"path": "1.yaml", "with": tried},
    ]


def test_evidence_and_notes_are_no_difference() -> None:
    told = {"answer": "months", "by": "Ann", "note": "We asked."}
    assert compared(BASE, {**BASE, "copy-time": told})["questions"] == []


def test_agreement_counts_questions_that_are_asked_of_somebody() -> None:
    found = compared(BASE, {**BASE, "copy-time": "weeks"})
    assert found["agreement"] == {"asked": 4, "agreed": 3, "open_for_all": 0}
    hidden = compared(BASE, {**BASE, "used": False})
    assert hidden["agreement"]["asked"] == 5, "launch is asked where it is not used yet"


def test_other_names_and_days_are_told() -> None:
    read = [idea(BASE, dated()), idea(BASE, dated(), idea="Another", assessed="2023-07-01")]
    by = Assessor(dated())
    found = compare_raters([(read[0], "a", by), (read[1], "b", by)], AS_OF)
    assert (found["differ_in"], found["strict"]) == (["idea", "assessed"], False)


def test_of_files_that_are_judged_otherwise_each_is_judged_in_its_own_way() -> None:
    read = [idea({**BASE, "copy-time": copied}, dated()) for copied in ("year", "weeks")]
    asked: Any = {**Assessor(dated()).gate, "min_months": 0}
    ways = Assessor(dated()), Assessor(dated(), gate=asked, strict=True)
    rated = [(each, name, by) for each, name, by in zip(read, "ab", ways, strict=True)]
    found = compare_raters(rated, AS_OF)
    told = [(rater["strict"], rater["verdict"]) for rater in found["raters"]]
    assert told == [(False, "pass"), (True, "pass")]
    assert (found["strict"], found["differ_in"]) == (False, ["strict"])
    swaps = found["questions"][0]["swaps"]
    own = [each["with"][place]["months"] for place, each in enumerate(swaps)]
    assert own == [rater["months"] for rater in found["raters"]]


def test_under_strict_what_an_answer_that_nothing_backs_may_hide_is_asked() -> None:
    tried = question("tried", "yes-no", evidence="link")
    hidden = question("soon", "number", when={"tried": False})
    field = compiled(farm(rubric("field", questions=[tried, hidden])), CLAIMS)
    for strict, asked in ((False, 1), (True, 2)):
        found = compared({"tried": True}, {"tried": True}, rubric_set=field, strict=strict)
        assert found["agreement"]["asked"] == asked


@st.composite
def rated(draw: st.DrawFn) -> tuple[CompiledSet, list[Authored]]:
    rubric_set = draw(rubric_sets(quantities=False))
    each = draw(st.lists(answers_for(rubric_set), min_size=2, max_size=3))
    return compiled(rubric_set, claims_for(rubric_set)), each


@given(rated(), st.booleans())
@settings(max_examples=settings().max_examples * 2 // 5)
def test_ones_own_answer_put_in_is_worth_nothing(
    drawn: tuple[CompiledSet, list[Authored]], strict: bool
) -> None:
    rubric_set, each = drawn
    found = compared(*each, rubric_set=rubric_set, strict=strict)
    for entry in found["questions"]:
        own = {given["path"]: given["answer"] for given in entry["answers"]}
        for swap, rater in zip(entry["swaps"], found["raters"], strict=True):
            months = [t["months"] for t in swap["with"] if t["answer"] == own[swap["path"]]]
            assert rater["months"] in months


@given(rated(), st.booleans())
@settings(max_examples=settings().max_examples * 2 // 5)
def test_the_same_file_twice_differs_in_nothing(
    drawn: tuple[CompiledSet, list[Authored]], strict: bool
) -> None:
    rubric_set, (answers, *_) = drawn
    found = compared(answers, answers, rubric_set=rubric_set, strict=strict)
    told: Any = assess(idea(answers, rubric_set), rubric_set, as_of=AS_OF, strict=strict)
    assert found["questions"] == []
    assert found["agreement"]["agreed"] == found["agreement"]["asked"]
    assert found["months"] == told["lifeline"]["months"]
    assert found["agreement"]["asked"] == told["completeness"]["asked"]
