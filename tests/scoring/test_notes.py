"""What was noticed while a file was read, among the findings."""

from __future__ import annotations

import pytest

from lifeline.scoring.assess import assess
from tests.authored import ASSESSED, Authored, idea
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
