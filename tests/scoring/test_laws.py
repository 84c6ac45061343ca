"""The laws of §5.15, for generated sets and answers."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from lifeline.model.assessment import Assessment
from lifeline.model.compiled import CompiledSet
from tests.authored import assessed, compiled, dumped, idea_file
from tests.reference.strategies import (
    answers_for,
    as_of_dates,
    claims_for,
    rubric_sets,
    widened,
)

Authored = dict[str, Any]


@st.composite
def cases(draw: st.DrawFn, *, clocks: bool = False) -> tuple[Authored, Authored, date]:
    rubric_set = draw(rubric_sets(clocks=clocks))
    return rubric_set, draw(answers_for(rubric_set)), draw(as_of_dates())


def compile_(rubric_set: Authored) -> CompiledSet:
    return compiled(rubric_set, claims_for(rubric_set))


def spans(found: Assessment) -> list[tuple[float, float]]:
    lifeline: Any = found["lifeline"]
    months = [lifeline[key] for key in ("months", "advantage", "necessity")]
    return [(span["low"], span["high"]) for span in months]


def contains(wide: Assessment, narrow: Assessment) -> bool:
    return all(
        low <= inner_low and inner_high <= high
        for (low, high), (inner_low, inner_high) in zip(spans(wide), spans(narrow), strict=True)
    )


def settles_no_finding(wide: Assessment, narrow: Assessment) -> bool:
    """Whether every finding is what it was, or has become possible.

    With the last answer to an optional rubric its findings go: nothing of it is judged then.
    """
    after, before = (
        {f["rule"]: f["status"] for f in found["findings"] if not f["rule"].startswith("evidence/")}
        for found in (wide, narrow)
    )
    changed = {rule for rule in (*after, *before) if after.get(rule) != before.get(rule)}
    left_out = [rubric for rubric, standing in wide["rubrics"].items() if standing != "judged"]
    return all(
        after.get(rule) == "possible" or rule.partition("/")[0] in left_out for rule in changed
    )


@given(cases() | cases(clocks=True), st.booleans(), st.data())
def test_withdrawing_or_widening_an_answer_or_its_evidence_narrows_nothing(
    case: tuple[Authored, Authored, date], strict: bool, data: st.DataObject
) -> None:
    rubric_set, answers, as_of = case
    wider = data.draw(widened(rubric_set, answers))
    compiled_set = compile_(rubric_set)
    before = assessed(answers, compiled_set, strict=strict, as_of=as_of)
    after = assessed(wider, compiled_set, strict=strict, as_of=as_of)
    assert contains(after, before)
    assert settles_no_finding(after, before)


@given(cases() | cases(clocks=True))
def test_strict_contains_lax(case: tuple[Authored, Authored, date]) -> None:
    rubric_set, answers, as_of = case
    compiled_set = compile_(rubric_set)
    lax = assessed(answers, compiled_set, as_of=as_of)
    strict = assessed(answers, compiled_set, strict=True, as_of=as_of)
    assert contains(strict, lax)
    assert settles_no_finding(strict, lax)


@given(cases())
def test_time_alone_only_adds_findings_unless_strict(
    case: tuple[Authored, Authored, date],
) -> None:
    rubric_set, answers, as_of = case
    compiled_set = compile_(rubric_set)
    then, now = assessed(answers, compiled_set), assessed(answers, compiled_set, as_of=as_of)
    assert spans(then) == spans(now)
    assert then["verdict"] == now["verdict"]
    assert len(then["findings"]) <= len(now["findings"])


def _told(found: Assessment) -> Authored:
    """Everything but where things stand in the file."""
    text = yaml.safe_dump({key: found[key] for key in found}, sort_keys=True)  # type: ignore[literal-required]
    lines = [
        line for line in text.splitlines() if not line.strip(" -").startswith(("line:", "column:"))
    ]
    return {"lines": lines}


@given(cases(), st.data())
def test_the_order_of_keys_changes_nothing(
    case: tuple[Authored, Authored, date], data: st.DataObject
) -> None:
    rubric_set, answers, as_of = case
    compiled_set = compile_(rubric_set)
    order = data.draw(st.permutations(list(answers)))
    shuffled = {name: answers[name] for name in order}
    before = assessed(answers, compiled_set, as_of=as_of)
    assert _told(assessed(shuffled, compiled_set, as_of=as_of)) == _told(before)


def test_the_helpers_write_what_they_are_given() -> None:
    assert yaml.safe_load(idea_file({"q": True}))["answers"] == {"q": True}
    assert dumped({"a": [1]}) == b"a:\n- 1\n"
