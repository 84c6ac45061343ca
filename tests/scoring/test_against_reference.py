"""The engine gives what trying every completion gives; where it is not exact, it contains it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lifeline.model.assessment import Assessment
from tests.authored import ASSESSED, assessed, compiled
from tests.reference.brute_force import evaluate
from tests.reference.strategies import answers_for, as_of_dates, claims_for, rubric_sets

Authored = dict[str, Any]
ROUNDING = 0.051
"""Scores are shown with one decimal."""


Case = tuple[Authored, Authored, date, bool]


@st.composite
def cases(draw: st.DrawFn, *, clocks: bool = False) -> Case:
    rubric_set = draw(rubric_sets(clocks=clocks))
    return rubric_set, draw(answers_for(rubric_set)), draw(as_of_dates()), draw(st.booleans())


@given(cases())
def test_an_assessment_is_what_trying_every_completion_gives(case: Case) -> None:
    _holds(*case)


@given(cases(clocks=True))
def test_numbers_laid_against_a_clock_are_what_trying_every_completion_gives(case: Case) -> None:
    _holds(*case)


def _holds(rubric_set: Authored, answers: Authored, as_of: date, strict: bool) -> None:
    compiled_set = compiled(rubric_set, claims_for(rubric_set))
    found = assessed(answers, compiled_set, strict=strict, as_of=as_of)
    wanted = evaluate(rubric_set, answers, strict=strict, assessed=ASSESSED, as_of=as_of)
    assert found["lifeline"] is not None
    _scores_contain(found, wanted)
    if found["lifeline"]["exact"] and not any("quantities" in r for r in rubric_set["rubrics"]):
        _is_the_same(found, wanted)
    elif found["lifeline"]["exact"]:
        _has_the_same_months(found, wanted)
        _contains(found, wanted)
    else:
        _contains(found, wanted)


def _months(found: Assessment, clock: str) -> tuple[int, int]:
    lifeline: Any = found["lifeline"]
    span = lifeline["months" if clock == "lifeline" else clock]
    return span["low"], span["high"]


def _bare(id_: str) -> str:
    return id_.rpartition("/")[2]


def _has_the_same_months(found: Assessment, wanted: Authored) -> None:
    lifeline: Any = found["lifeline"]
    for clock in ("lifeline", "advantage", "necessity"):
        assert _months(found, clock) == wanted[clock], clock
    for key in ("ends", "cause", "certain"):
        assert lifeline[key] == wanted[key], key
    _caps_are(found, wanted)


def _is_the_same(found: Assessment, wanted: Authored) -> None:
    _has_the_same_months(found, wanted)
    assert [_bare(id_) for id_ in found["open"]] == wanted["open"]
    assert found["completeness"] == {"settled": wanted["settled"], "asked": wanted["asked"]}
    assert found["verdict"] == wanted["verdict"]
    _findings_are(found, wanted)
    _deciding_is(found, wanted)


def _caps_are(found: Assessment, wanted: Authored) -> None:
    told = {
        cap["rule"]: {
            "status": cap["status"],
            "low": cap["value"]["low"],
            "high": cap["value"]["high"],
            "lifted_by": {_bare(lift["protection"]): lift["status"] for lift in cap["lifted_by"]},
        }
        for cap in found["caps"]
    }
    firing = {rule: cap for rule, cap in wanted["caps"].items() if cap["status"] != "silent"}
    assert told == firing


def _findings_are(found: Assessment, wanted: Authored) -> None:
    told = {
        f["rule"]: f["status"] for f in found["findings"] if not f["rule"].startswith("evidence/")
    }
    assert told == {rule: s for rule, s in wanted["findings"].items() if s != "silent"}


def _deciding_is(found: Assessment, wanted: Authored) -> None:
    told, best = found["deciding"], wanted["deciding"]
    if best is None or told is None:
        assert told is best is None
        return
    assert _bare(told["question"]) == best["question"]
    assert told["settles"] == round(float(best["share"]), 4)
    assert Fraction(told["settling"], told["values"]) == best["share"]
    if told["pair"] is None:
        assert "pair" not in best
    else:
        first, second, share = best["pair"]
        assert [_bare(id_) for id_ in told["pair"]["questions"]] == [first, second]
        assert told["pair"]["settles"] == round(float(share), 4)


def _contains(found: Assessment, wanted: Authored) -> None:
    for clock in ("lifeline", "advantage", "necessity"):
        low, high = _months(found, clock)
        assert low <= wanted[clock][0]
        assert wanted[clock][1] <= high
    assert found["verdict"] in (wanted["verdict"], "unclear")
    told = {cap["rule"]: cap["status"] for cap in found["caps"]}
    for rule, cap in wanted["caps"].items():
        assert told.get(rule, "silent") in (cap["status"], "possible")
    told_findings = {finding["rule"]: finding["status"] for finding in found["findings"]}
    for rule, status in wanted["findings"].items():
        assert told_findings.get(rule, "silent") in (status, "possible")


def _scores_contain(found: Assessment, wanted: Authored) -> None:
    assert found["scores"].keys() == wanted["scores"].keys()
    for rubric, span in wanted["scores"].items():
        told = found["scores"][rubric]
        if span is not None:
            assert told is not None
            assert told["low"] <= float(span[0]) + ROUNDING
            assert float(span[1]) <= told["high"] + ROUNDING
