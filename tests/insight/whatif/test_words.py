"""What an answer says, in ids and numbers and in the labels of the set."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.insight.whatif.words import told
from tests.authored import idea
from tests.backtesting.dated import dated


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
    compiled = dated()
    number = compiled["index"][id_]
    given = {} if answer is None else {id_: answer}
    text = compiled["texts"]["questions"][compiled["ids"][number]]
    found = told(
        compiled["deciding"]["questions"][number],
        text,
        idea(given, compiled).answers.get(number),
    )
    assert found == {"said": said, "labels": labels}
