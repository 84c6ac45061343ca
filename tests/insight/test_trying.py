"""Other answers to one question: what each would give in months."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeline.insight.trying import hidden, months_by_answer
from lifeline.model.compiled import CompiledSet
from lifeline.model.idea import OPEN
from lifeline.scoring.assess import Assessor, assess
from tests.authored import ASSESSED, Authored, compiled, idea
from tests.backtesting.dated import dated
from tests.compiling.farm import cap, garden, rule
from tests.reading.small import small
from tests.reference.strategies import answers_for, claims_for, rubric_sets

BASE: Authored = {"entry": "nobody", "copy-time": "months", "assets": [], "used": True}


def tried(question: str, answers: Authored, **more: Any) -> list[tuple[str, int, int, bool]]:
    found = months_by_answer(Assessor(dated()), idea(answers, dated()), question, ASSESSED, **more)
    return [(f["answer"], f["months"]["low"], f["months"]["high"], f["given"]) for f in found]


def test_each_choice_is_tried() -> None:
    assert tried("product/copy-time", BASE) == [
        ("year", 12, 12, False),
        ("months", 6, 6, True),
        ("weeks", 3, 3, False),
    ]
    assert tried("product/used", BASE) == [("yes", 6, 6, True), ("no", 6, 6, False)]


def test_of_several_choices_each_is_tried_alone_and_none() -> None:
    assert tried("product/assets", BASE) == [
        ("none of them", 6, 6, True),
        ("own-data", 6, 6, False),
        ("network", 12, 12, False),
        ("permit", 6, 6, False),
    ]
    alone = tried("product/assets", {**BASE, "assets": ["network"]})
    assert [name for name, *_, given in alone if given] == ["network"]


@pytest.mark.parametrize(
    ("question", "answer", "row"),
    [
        ("copy-time", {"one-of": ["year", "weeks"]}, ("year or weeks", 3, 12, True)),
        ("assets", ["network", "permit"], ("network, permit", 12, 12, True)),
        ("assets", {"maybe": ["network"]}, ("perhaps network", 6, 12, True)),
    ],
)
def test_an_answer_that_is_not_among_them_comes_last(
    question: str, answer: object, row: tuple[str, int, int, bool]
) -> None:
    found = tried(f"product/{question}", {**BASE, question: answer})
    assert found[-1] == row
    assert [given for *_, given in found[:-1]] == [False] * (len(found) - 1)


def test_no_number_is_tried_but_the_one_that_is_given() -> None:
    answers = {**BASE, "used": False}
    assert tried("product/launch", answers) == []
    assert tried("product/launch", {**answers, "launch": 7}) == [("7", 6, 6, True)]


def test_what_is_open_is_not_given() -> None:
    for answers in ({"entry": "unknown"}, {}):
        assert [given for *_, given in tried("product/entry", answers)] == [False] * 3


def test_what_does_not_apply_is_shown_as_it_was_said() -> None:
    answers = {"uses-model": True, "training-budget": {"not-applicable": "We train none."}}
    found = months_by_answer(
        Assessor(small()), idea(answers, small()), "product/training-budget", ASSESSED
    )
    assert [(row["answer"], row["given"]) for row in found] == [
        ("does not apply: We train none.", True)
    ]


def test_under_strict_another_answer_counts_as_backed_and_the_given_one_as_it_is() -> None:
    answers = {**BASE, "copy-time": "year", "entry": "announced"}
    assert tried("product/entry", answers) == [
        ("nobody", 12, 12, False),
        ("announced", 12, 12, True),
        ("where-they-work", 12, 12, False),
    ]
    answers["copy-time"] = "months"
    answers["assets"] = ["network"]
    assert tried("product/entry", answers, strict=True) == [
        ("nobody", 12, 12, False),
        ("announced", 6, 12, True),  # without a link, it may be where they work as well
        ("where-they-work", 6, 6, False),
    ]


def test_each_of_several_choices_is_tried_without_the_others() -> None:
    caps = {"land": 3, "water": 6, "seed": 0}
    rules = [
        rule(f"has-{w}", when={"assets": {"includes": w}}, cap=cap(n)) for w, n in caps.items()
    ]
    fields = garden(rules=rules)
    found = months_by_answer(Assessor(fields), idea({}, fields), "garden/assets", ASSESSED)
    assert [row["months"] for row in found] == [{"low": n, "high": n} for n in (12, 3, 6, 0)]


def test_under_strict_what_is_tried_is_as_fresh_as_the_day_one_looks() -> None:
    later = date(2024, 6, 30)
    answers = {**BASE, "entry": "nobody", "assets": ["network"]}
    found = months_by_answer(
        Assessor(dated()), idea(answers, dated()), "product/entry", later, strict=True
    )
    assert [row["months"]["low"] for row in found] == [6, 12, 6]  # nothing backs the given one


def test_a_question_is_asked_unless_other_answers_hide_it() -> None:
    def asked(answers: Authored) -> bool:
        found = hidden(Assessor(dated()), idea(answers, dated()), ASSESSED)
        assert found <= {"product/launch"}
        return not found

    assert asked({"used": False})
    assert asked({"used": False, "launch": 3})
    assert asked({}), "used is open, so it may be"
    assert not asked({"used": True})
    assert not asked({"used": True, "launch": 3})


def test_under_strict_what_an_answer_that_nothing_backs_may_hide_is_asked(
    ngc: CompiledSet,
) -> None:
    def asked(**how: bool) -> bool:
        found = idea({"used": True}, ngc)
        return "lifeline/launch" not in hidden(Assessor(ngc), found, ASSESSED, **how)

    assert asked(strict=True)
    assert not asked()


def test_the_idea_is_left_as_it_was() -> None:
    found = idea(BASE, dated())
    before = dict(found.answers)
    months_by_answer(Assessor(dated()), found, "product/entry", ASSESSED)
    hidden(Assessor(dated()), found, ASSESSED)
    assert found.answers == before


@st.composite
def ideas(draw: st.DrawFn) -> tuple[CompiledSet, Authored]:
    rubric_set = draw(rubric_sets(quantities=False))
    return compiled(rubric_set, claims_for(rubric_set)), draw(answers_for(rubric_set))


@settings(max_examples=settings().max_examples // 2)
@given(ideas(), st.booleans())
def test_the_months_of_the_given_answer_are_those_of_the_assessment(
    drawn: tuple[CompiledSet, Authored], strict: bool
) -> None:
    compiled_set, answers = drawn
    found, as_of = idea(answers, compiled_set), date(2023, 9, 30)
    lifeline = assess(found, compiled_set, as_of=as_of, strict=strict)["lifeline"]
    assert lifeline is not None
    assessor = Assessor(compiled_set)
    for number, id_ in enumerate(compiled_set["ids"]):
        rows = months_by_answer(assessor, found, id_, as_of, strict=strict)
        given_rows = [row["months"] for row in rows if row["given"]]
        answer = found.answers.get(number)
        is_given = answer is not None and answer.state != OPEN
        assert given_rows == [lifeline["months"]] * is_given


@settings(max_examples=settings().max_examples // 2)
@given(ideas())
def test_what_is_open_lasts_as_long_as_its_answers_together(
    drawn: tuple[CompiledSet, Authored],
) -> None:
    compiled_set, answers = drawn
    found = idea(answers, compiled_set)
    lifeline: Any = assess(found, compiled_set, as_of=ASSESSED)["lifeline"]
    for number, id_ in enumerate(compiled_set["ids"]):
        question = compiled_set["deciding"]["questions"][number]
        answer = found.answers.get(number)
        if answer is not None and answer.state != OPEN:
            continue
        rows = months_by_answer(Assessor(compiled_set), found, id_, ASSESSED)
        months = [row["months"] for row in rows]
        assert all(lifeline["months"]["low"] <= span["low"] for span in months)
        assert all(span["high"] <= lifeline["months"]["high"] for span in months)
        if question["kind"] in ("choice", "yes-no") and not question["may_not_apply"]:
            assert min(span["low"] for span in months) == lifeline["months"]["low"]
            assert max(span["high"] for span in months) == lifeline["months"]["high"]
