"""Answers named by hand, in the words of the idea file."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lifeline.errors import UsageError
from lifeline.insight.whatif.asking import what_if
from lifeline.insight.whatif.by_hand import answers_named
from lifeline.model.idea import GIVEN, OPEN
from lifeline.model.words import RUNGS
from tests.authored import ASSESSED
from tests.insight.whatif.movable import movable, setting
from tests.reading.small import small


def read(*named: str) -> dict[str, Any]:
    found = answers_named(small(), named, ASSESSED)
    ids = small()["ids"]
    return {ids[n].rpartition("/")[2]: (a.state, a.value) for n, a in found.items()}


@pytest.mark.parametrize(
    ("named", "value"),
    [
        ("entry=announced", (1,)),
        (" product/entry = announced ", (1,)),
        ("entry=nobody|where-they-work", (0, 2)),
        ("entry=where-they-work|nobody", (0, 2)),
        ("assets=own-data,permit", (5, 0)),
        ("assets=own-data, own-data", (1, 0)),
        ("assets=none", (0, 0)),
        ("assets=", (0, 0)),
        ("uses-model=yes", (1,)),
        ("uses-model=False", (0,)),
        ("uses-model=no|yes", (0, 1)),
        ("runway=7", (7.0, 7.0)),
        ("runway=9|3", (3.0, 9.0)),
        ("runway=0|60", (0.0, 60.0)),
    ],
)
def test_an_answer_is_read_in_the_words_of_the_file(named: str, value: Any) -> None:
    ((state, found),) = read(named).values()
    assert (state, found) == (GIVEN, value)


@pytest.mark.parametrize("word", ["unknown", "later"])
def test_an_answer_can_be_taken_back(word: str) -> None:
    assert read(f"entry={word}")["entry"] == (OPEN, ())


def test_an_answer_counts_as_backed_by_what_the_question_asks_for_of_that_day() -> None:
    named = ["entry=nobody", "assets=permit", "runway=3"]
    found = answers_named(small(), named, ASSESSED).values()
    assert [answer.evidence for answer in found] == [
        [(RUNGS.index(rung) + 1, ASSESSED)] for rung in ("link", "says", "says")
    ]


def test_of_two_answers_to_a_question_the_last_counts() -> None:
    assert read("entry=nobody", "entry=announced")["entry"][1] == (1,)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("entry", "'entry' names no answer. Expected QUESTION=ANSWER."),
        ("entri=nobody", "is not a question of .* Did you mean 'entry'?"),
        ("entry=nobodi", "is not an answer to entry. Expected .* Did you mean 'nobody'?"),
        ("entry=", "is not an answer to entry"),
        ("entry=nobody=1", "'nobody=1' is not an answer to entry"),
        ("assets=data", "is not an answer to assets"),
        ("uses-model=perhaps", "Expected one of: no, yes, unknown, later"),
        ("runway=61", "'61' is no answer to runway. Expected a number from 0 to 60, or unknown"),
        ("runway=nan", "'nan' is no answer"),
        ("runway=soon", "'soon' is no answer"),
        ("runway=3|6|9", r"'6\|9' is no answer"),
        ("entry=\x1b[31m", "is not an answer"),
    ],
)
def test_what_is_no_answer_is_refused_with_what_was_perhaps_meant(
    named: str, expected: str
) -> None:
    with pytest.raises(UsageError, match=expected):
        read(named)


def test_the_result_names_the_idea_the_set_and_the_days() -> None:
    base = setting({"entry": "nobody"}, small(), strict=True, as_of=date(2023, 9, 1))
    found = what_if(base, base, "ideas/idea.yaml", None)
    months = {"low": found["today"]["months"]["low"], "high": found["today"]["months"]["high"]}
    assert found == {
        "format": 1,
        "path": "ideas/idea.yaml",
        "id": base.idea.id,
        "idea": "An idea",
        "assessed": "2023-06-30",
        "as_of": "2023-09-01",
        "strict": True,
        "set": {"id": "small", "version": small()["version"]},
        "today": {"months": months, "verdict": found["today"]["verdict"]},
        "tried": None,
        "search": None,
    }


def test_an_idea_without_a_day_of_its_answers_has_none() -> None:
    base = setting({}, small())
    base.idea.assessed = None
    assert what_if(base, base, "idea.yaml", None)["assessed"] is None


def test_yes_or_no_is_told_as_both() -> None:
    base = setting({"uses-model": True}, small())
    named = answers_named(small(), ["uses-model=yes|no"], ASSESSED)
    (step,) = what_if(base, base.answered(named), "idea.yaml", None)["tried"]["steps"]
    assert (step["from"]["said"], step["to"]["said"]) == ("yes", "yes or no")


def test_what_is_tried_is_told_with_what_it_gives() -> None:
    compiled = movable(small(), entry=None)
    base = setting({"entry": "nobody", "assets": [], "uses-model": False}, compiled)
    names = ["entry=announced", "assets=network", "training-budget=5"]
    named = answers_named(compiled, names, ASSESSED)
    found = what_if(base, base.answered(named), "idea.yaml", None)
    assert found["search"] is None
    assert found["today"]["months"] == {"low": 6, "high": 6}
    assert found["tried"]["gives"] == {"months": {"low": 12, "high": 12}, "verdict": "pass"}
    steps = {step["question"]: step for step in found["tried"]["steps"]}
    assert list(steps) == ["product/entry", "product/assets", "product/training-budget"]
    assert [step["asked"] for step in steps.values()] == [True, True, False]
    assert steps["product/entry"]["from"] == {"said": "nobody", "labels": ["No"]}
    assert steps["product/entry"]["to"]["labels"] == ["It has announced it"]
    first = steps["product/assets"]
    text = compiled["texts"]["questions"]["product/assets"]
    assert list(first) == ["question", "ask", "unit", "effort", "asked", "from", "to"]
    assert (first["ask"], first["effort"], first["unit"]) == (text["ask"], "weeks", None)
    assert steps["product/training-budget"]["unit"] == "USD"
    assert (steps["product/assets"]["from"]["said"], steps["product/assets"]["to"]["said"]) == (
        "none of them",
        "network",
    )
