"""What is found out beside the verdict: plans for what is wanted next, a script, precedents."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.compiling.cases import compile_cases
from lifeline.insight.further import Further, look_further
from lifeline.model.compiled import CompiledSet
from lifeline.reading.cases import Cases
from tests.authored import ASSESSED, Authored
from tests.backtesting.dated import dated, made_up, small_cases
from tests.insight.whatif.movable import setting

LASTS: Authored = {"entry": "nobody", "copy-time": "year", "assets": ["network"], "used": True}


def further(
    answers: Authored,
    *,
    cases: Any = None,
    gate: Authored | None = None,
    waivers: Authored | None = None,
) -> Further:
    ready = setting(answers, dated(), gate=gate, waivers=waivers or {})
    found = ready.assessor.assess(ready.idea, as_of=ASSESSED, gate=ready.gate)
    return look_further(ready, found, cases)


def target(found: Further) -> Any:
    assert found.search is not None
    return found.search["target"]


@pytest.mark.parametrize("answers", [{}, {"entry": "unknown"}])
def test_before_anything_is_answered_only_the_questions_are_told(answers: Authored) -> None:
    found = further(answers)
    assert (found.search, found.nearest) == (None, None)
    assert {question["question"] for question in found.script["questions"]} == {*dated()["ids"]}


def test_for_what_does_not_pass_a_pass_is_looked_for() -> None:
    weak = {**LASTS, "copy-time": "weeks", "assets": []}
    assert target(further(weak)) == {"kind": "verdict", "verdict": "pass"}
    open_ = {**LASTS, "copy-time": "unknown", "assets": []}
    assert target(further(open_)) == {"kind": "verdict", "verdict": "pass"}


@pytest.mark.parametrize(("until", "is_waived"), [("2023-06-30", True), ("2023-06-29", False)])
def test_what_is_waived_for_the_day_is_not_in_the_way_of_a_pass(
    until: str, is_waived: bool
) -> None:
    early = {**LASTS, "copy-time": "months", "assets": [], "used": False, "launch": 12}
    waivers = {"product/window-missed": {"reason": "A try.", "until": until}}
    search = further(early, gate={"min_months": 12, "fail_on": "warning"}, waivers=waivers).search
    assert search is not None
    held = [held["id"] for held in search["held"]]
    assert held == ["product/nothing-protects"] + ["product/window-missed"] * (not is_waived)


@pytest.mark.parametrize(
    ("answers", "least", "months"),
    [
        ({"copy-time": "weeks", "assets": []}, 3, 6),
        ({"copy-time": "months", "assets": []}, 6, 12),
        ({}, 6, 12),
    ],
)
def test_for_what_passes_the_next_months_that_there_are_are_looked_for(
    answers: Authored, least: int, months: int
) -> None:
    found = further({**LASTS, **answers}, gate={"min_months": least})
    assert target(found) == {"kind": "months", "at_least": months}


def test_three_products_like_it_are_told_where_there_are_cases() -> None:
    five: Authored = {**LASTS, "used": False, "launch": 3}
    like_it = [made_up(f"case-{n}", five, 4, ended=True) for n in range(5)]
    cases = compile_cases(Cases(small_cases().head, like_it, {}), dated())
    nearest = further(five, cases=cases).nearest
    assert nearest is not None
    assert [each["case"] for each in nearest["nearest"]] == ["case-0", "case-1", "case-2"]


def test_what_is_open_is_in_the_script_and_the_settled_is_not() -> None:
    (question,) = further({**LASTS, "copy-time": "unknown"}).script["questions"]
    assert question["question"] == "product/copy-time"


def test_where_two_questions_settle_the_verdict_together_they_come_first(ngc: CompiledSet) -> None:
    ready = setting({}, ngc)
    found = ready.assessor.assess(ready.idea, as_of=ASSESSED)
    script = look_further(ready, found, None).script
    assert script["pair"] is not None
    firsts = [question["question"] for question in script["questions"][:2]]
    assert firsts == script["pair"]["questions"]
