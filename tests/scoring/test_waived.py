"""What the program tells of waivers: those that are over, and those that waive nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lifeline.model.assessment import Finding
from lifeline.model.compiled import CompiledSet
from tests.authored import ASSESSED, assessed
from tests.reading.small import small

ENDS = "product/money-ends"
LAST = date(2023, 7, 31)


def told(answers: dict[str, Any], as_of: date = ASSESSED, rule: str = ENDS) -> list[Finding]:
    waivers = {rule: {"reason": "known", "until": LAST.isoformat()}}
    found = assessed(answers, small(), as_of=as_of, waivers=waivers)["findings"]
    return [each for each in found if each["rule"].startswith("waiver/")]


@pytest.mark.parametrize("runway", [3, "unknown", {"between": [3, 9]}])
def test_nothing_is_told_of_a_waiver_of_what_is_found_or_may_be(runway: Any) -> None:
    assert told({"runway": runway}) == []
    assert told({"runway": runway}, as_of=LAST) == []


def test_a_waiver_of_what_is_not_found_is_told_at_its_line() -> None:
    (found,) = told({"runway": 9})
    assert (found["rule"], found["level"], found["status"]) == (
        "waiver/unused",
        "warning",
        "certain",
    )
    assert found["message"] == "product/money-ends is waived, and nothing of the kind is found."
    assert found["remedy"] == "Take it out of the file."
    assert (found["line"], found["column"], found["question"]) == (7, 3, None)
    assert not found["waived"]


def test_a_waiver_that_is_over_is_told_once_whether_it_would_waive_something_or_not() -> None:
    day = date(2023, 8, 1)
    (found,) = told({"runway": 3}, as_of=day)
    assert found["rule"] == "waiver/expired"
    assert found["message"] == (
        "The waiver of product/money-ends ended on 2023-07-31, so this counts again."
    )
    assert found["remedy"].endswith("give it a new last day if you still accept this.")
    (found,) = told({"runway": 9}, as_of=day)
    assert found["rule"] == "waiver/expired"
    assert found["message"].endswith("and nothing of the kind is found.")
    assert found["remedy"] == "Take it out of the file."


def test_a_waiver_of_a_finding_of_the_program_is_looked_at_like_any_other() -> None:
    answers = {"entry": "nobody", "runway": 9}
    assert told(answers, rule="evidence/unbacked") == []
    (found,) = told(answers, rule="evidence/stale")
    assert found["rule"] == "waiver/unused"


def test_an_unknown_waiver_is_a_warning() -> None:
    (found,) = told({}, rule="garden/weeds")
    assert (found["rule"], found["level"]) == ("waiver/unknown", "warning")


def test_nothing_is_told_of_a_waiver_in_a_rubric_that_is_left_out(ngc: CompiledSet) -> None:
    optional = ngc["deciding"]["optional"][0]["rubric"]
    rule = next(id_ for id_ in ngc["waivable"] if id_.startswith(f"{optional}/"))
    waivers = {rule: {"reason": "known", "until": "2023-12-31"}}
    found = assessed({"entry": "announced"}, ngc, waivers=waivers)
    assert not [each for each in found["findings"] if each["rule"].startswith("waiver/")]


def test_what_is_waived_says_why_it_was_accepted_and_all_else_says_nothing_of_that() -> None:
    waivers = {ENDS: {"reason": "We sell the farm.", "until": LAST.isoformat()}}
    found = assessed({"runway": 3, "entry": "nobody"}, small(), waivers=waivers)["findings"]
    assert {each["rule"]: each.get("reason") for each in found} == {
        ENDS: "We sell the farm.",
        "evidence/unbacked": None,
    }
    assert [each["rule"] for each in found if "reason" in each] == [ENDS]
    assert [each["rule"] for each in found if each["waived"]] == [ENDS]


def test_what_is_told_of_waivers_moves_no_verdict_and_no_months() -> None:
    waivers = {"market/rosier": {"reason": "known", "until": "2023-07-01"}}
    for day in (ASSESSED, LAST):
        plain = assessed({"runway": 9}, small(), as_of=day)
        waived = assessed({"runway": 9}, small(), as_of=day, waivers=waivers)
        for key in ("verdict", "gates", "lifeline", "scores", "caps"):
            assert plain[key] == waived[key]
