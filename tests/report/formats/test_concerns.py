"""What concerns an owner has the level of what the gate makes of it, and its place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.model.assessment import Assessment
from lifeline.model.words import LEVELS
from lifeline.report.formats.concerns import (
    ERROR,
    INVALID_FILE,
    NOTE,
    OPEN,
    WARNING,
    Concern,
    against,
    concerns,
)
from lifeline.scoring.assess import Assessor
from lifeline.scoring.gate import gate_of
from tests.authored import ASSESSED, compiled
from tests.authored import idea as idea_of
from tests.reference.strategies import answers_for, claims_for, rubric_sets
from tests.report.reported import BROKEN, FAILS, PASSES, UNCLEAR, judged


def told(found: list[Concern]) -> list[tuple[str, str, int]]:
    return [(concern.rule, concern.level, concern.line) for concern in found]


def test_what_fails_the_gate_is_an_error_on_the_line_of_its_answer_or_of_all_answers() -> None:
    assert told(concerns(judged(FAILS))) == [
        ("product/nothing-protects", ERROR, 4),
        ("product/money-ends", ERROR, 8),
        ("evidence/unbacked", NOTE, 5),
    ]


def test_what_may_fail_it_is_a_warning_and_what_is_waived_comes_last() -> None:
    found = concerns(judged(UNCLEAR))
    assert [(c.rule, c.level, c.waived) for c in found] == [
        ("product/nothing-protects", WARNING, False),
        ("product/money-ends", WARNING, True),
    ]
    assert found[1].reason == "We sell it in March"


def test_of_an_idea_that_passes_nothing_is_told_that_it_need_not_know() -> None:
    assert concerns(judged(PASSES)) == []


def test_the_same_cap_is_a_note_under_a_gate_that_it_meets() -> None:
    (cap, *_) = (c for c in concerns(judged(FAILS, min_months=6)) if "protects" in c.rule)
    assert cap.level == NOTE
    (cap, *_) = (c for c in concerns(judged(FAILS, clock="necessity")) if "protects" in c.rule)
    assert cap.level == NOTE


def test_a_finding_that_the_gate_does_not_look_at_is_no_error() -> None:
    found = {c.rule: c.level for c in concerns(judged(FAILS, fail_on="blocker"))}
    assert found["product/money-ends"] == WARNING


def test_each_mistake_in_a_file_is_an_error_with_its_key() -> None:
    found = concerns(judged(BROKEN))
    assert {c.rule for c in found} == {INVALID_FILE}
    assert [(c.about, c.line, c.column) for c in found] == [("id", 3, 5), ("answers.entry", 6, 10)]
    assert found[0].message.startswith("id: 'Not An Id' is not an id.")


@pytest.mark.parametrize(
    ("wanted", "rule", "level"),
    [
        ({"min_score": {"product": 90}}, "gate/score/product", ERROR),
        ({"max_age": 3}, "gate/age", WARNING),
    ],
)
def test_a_part_of_the_gate_that_nothing_else_tells_of_is_told(
    wanted: dict[str, Any], rule: str, level: str
) -> None:
    found = {c.rule: c for c in concerns(judged(FAILS, **wanted))}
    assert found[rule].level == level
    assert found[rule].message[0].isupper()
    ranks = [c.rank for c in found.values()]
    assert ranks == sorted(ranks)


def test_months_that_fail_by_no_single_cap_are_told_as_a_part_of_the_gate() -> None:
    """One cap or the other may bite, and whatever is answered one of them does."""
    found: Any = judged(FAILS)
    found["caps"][0] |= {"status": "possible", "waits_on": ["product/assets"]}
    first, second, *_ = concerns(found)
    assert (first.rule, first.level) == ("product/money-ends", ERROR)
    assert (second.rule, second.level) == ("gate/months", ERROR)
    assert second.message == "It ends before 12 months, unless something changes."


def test_what_stands_against_an_idea_is_told_and_the_rest_counted() -> None:
    found, also = against(judged(FAILS))
    assert [c.rule for c in found] == ["product/nothing-protects", "product/money-ends"]
    assert also == ["1 more remark does not change the verdict."]
    assert against(judged(UNCLEAR))[1] == ["1 finding is waived."]


GATES = st.fixed_dictionaries(
    {
        "clock": st.sampled_from(["both", "advantage", "necessity"]),
        "min_months": st.sampled_from([0, 3, 6, 12]),
        "fail_on": st.sampled_from(["none", *LEVELS[:2]]),
        "max_open": st.none() | st.integers(0, 3),
    }
)


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    rubric_set = draw(rubric_sets(quantities=False))
    compiled_set = compiled(rubric_set, claims_for(rubric_set))
    idea = idea_of(draw(answers_for(rubric_set)), compiled_set)
    wanted: Any = {**gate_of(compiled_set["deciding"]["gate"]), **draw(GATES)}
    scored = [score["rubric"] for score in compiled_set["deciding"]["scores"]]
    if scored:
        wanted["min_score"] = draw(
            st.dictionaries(st.sampled_from(scored), st.integers(0, 100), max_size=1)
        )
    return Assessor(compiled_set).assess(idea, as_of=ASSESSED, gate=wanted)


@given(assessments())
def test_there_is_an_error_just_where_the_gate_fails_and_a_reason_where_it_is_unclear(
    found: Assessment,
) -> None:
    standing = [c for c in concerns(found) if not c.waived]
    assert any(c.level == ERROR for c in standing) == (found["verdict"] == "fail")
    if found["verdict"] == "unclear":
        assert any(c.level == WARNING and c.rank == OPEN for c in standing)
    if found["verdict"] == "pass":
        assert not against(found)[0]
