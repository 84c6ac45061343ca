"""What was noticed while a file was read, among the findings."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from lifeline.scoring.assess import assess
from tests.authored import ASSESSED, Authored, assessed, compiled, idea
from tests.compiling.farm import CLAIMS, farm, question, rubric, rule
from tests.compiling.test_retired import with_retired


@pytest.mark.parametrize(
    ("answers", "rule", "question"),
    [
        ({"wet": True}, "set/renamed", "garden/irrigated"),
        ({"luck": True}, "set/retired", None),
    ],
)
def test_an_answer_of_an_older_version_is_noted_at_its_place(
    answers: Authored, rule: str, question: str | None
) -> None:
    older = with_retired(
        {"id": "wet", "in": "0.1.0", "use": "irrigated", "map": "same"},
        {"id": "luck", "in": "0.1.0"},
    )
    read = idea(answers, older)
    (note,) = read.notes
    (found,) = assess(read, older, as_of=ASSESSED)["findings"]
    assert (found["rule"], found["level"], found["status"]) == (rule, "note", "certain")
    assert found["question"] == question
    assert (found["line"], found["column"]) == (note.line, note.column) == (5, 3)
    assert (found["message"], found["remedy"]) == (note.message, note.remedy)
    assert found["waits_on"] == found["claims"] == []


@pytest.mark.parametrize(("days", "age"), [(160, []), (161, ["set/out-of-date"])])
def test_findings_of_rules_come_first_then_evidence_age_and_the_file_itself(
    days: int, age: list[str]
) -> None:
    entry = question("entry", "choice", choices=["nobody", "everyone"], evidence="says")
    dusk = rule("dusk", when={"entry": "nobody"}, finding="note")
    head: Any = {"valid-for": 160, "version": "0.2.0", "retired": [{"id": "luck", "in": "0.1.0"}]}
    one = compiled(farm(rubric("garden", questions=[entry], rules=[dusk]), **head), CLAIMS)
    waivers = {"garden/dusk": {"reason": "We like it.", "until": ASSESSED.isoformat()}}
    found = assessed(
        {"entry": "nobody", "luck": True},
        one,
        as_of=ASSESSED + timedelta(days=days),
        waivers=waivers,
    )
    assert [each["rule"] for each in found["findings"]] == [
        "garden/dusk",
        "evidence/unbacked",
        *age,
        "set/retired",
        "waiver/expired",
    ]


@pytest.mark.parametrize(("days", "told"), [(1, []), (2, ["set/ahead"])])
def test_a_day_to_come_is_told_where_there_is_no_market_too(days: int, told: list[str]) -> None:
    one = compiled(farm(rubric("garden", questions=[question("wet", "yes-no")])), CLAIMS)
    found = assessed({}, one, as_of=ASSESSED - timedelta(days=days))
    assert [each["rule"] for each in found["findings"]] == told
