"""What an answer says, in ids and numbers and in the labels of the set."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.insight.whatif.words import told
from lifeline.model.compiled import CompiledSet
from tests.authored import Authored, compiled, idea
from tests.backtesting.dated import dated
from tests.compiling.farm import CLAIMS, farm, question, rubric


@pytest.mark.parametrize(
    ("id_", "answer", "said", "labels"),
    [
        ("entry", "announced", "announced", ["It has announced it"]),
        (
            "entry",
            {"one-of": ["nobody", "announced"]},
            "nobody or announced",
            ["No", "It has announced it"],
        ),
        ("entry", "unknown", "unknown", []),
        ("entry", None, "unknown", []),
        ("assets", ["own-data", "permit"], "own-data, permit", ["Data", "A permit"]),
        ("assets", [], "none of them", []),
        (
            "assets",
            {"surely": ["permit"], "maybe": ["network"]},
            "permit, perhaps network",
            ["A network", "A permit"],
        ),
        ("used", True, "yes", []),
        ("launch", 7, "7", []),
        ("launch", {"between": [2, 8]}, "2 to 8", []),
    ],
)
def test_an_answer_is_told_with_the_labels_of_what_it_names(
    id_: str, answer: Any, said: str, labels: list[str]
) -> None:
    found = told_of(dated(), id_, {} if answer is None else {id_: answer})
    assert found == {"said": said, "labels": labels}


def test_of_what_does_not_apply_no_choice_is_named() -> None:
    may = question("entry", "choice", choices=["nobody", "everyone"], may_not_apply=True)
    field = compiled(farm(rubric("field", questions=[may])), CLAIMS)
    found = told_of(field, "entry", {"entry": {"not-applicable": "We sell none."}})
    assert found == {"said": "does not apply: We sell none.", "labels": []}


def told_of(judging: CompiledSet, id_: str, answers: Authored) -> dict[str, Any]:
    number = judging["index"][id_]
    text = judging["texts"]["questions"][judging["ids"][number]]
    answer = idea(answers, judging).answers.get(number)
    return told(judging["deciding"]["questions"][number], text, answer)
