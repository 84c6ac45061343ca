"""Answers and months in words, as founders read them."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.model.compiled import CompiledSet
from lifeline.model.idea import ABSENT, Answer
from lifeline.scoring.saying import filled, months_text, said
from tests.authored import assessed, compiled
from tests.compiling.farm import CLAIMS, QUESTIONS, cap, farm, protection, question, rubric, rule

KEYS = ["rule", "level", "status", "waits_on", "waived", "message"]
KEYS += ["question", "line", "column", "remedy", "claims"]
LOOSE = question("taste", "choice", choices=["sweet", "sour"], may_not_apply=True)


def asking_all() -> CompiledSet:
    ends = rule("ends", when={"entry": "everyone"}, cap=cap(3))
    return compiled(farm(rubric("garden", questions=[*QUESTIONS, LOOSE], rules=[ends])), CLAIMS)


@pytest.mark.parametrize(
    ("name", "answer", "words"),
    [
        ("entry", "announced", "announced"),
        ("entry", {"one-of": ["nobody", "everyone"]}, "nobody or everyone"),
        ("assets", ["land", "seed"], "land, seed"),
        ("assets", [], "none of them"),
        ("assets", {"surely": ["land"], "maybe": ["water"]}, "land, perhaps water"),
        ("assets", {"surely": [], "maybe": ["water", "seed"]}, "perhaps water, perhaps seed"),
        ("irrigated", True, "yes"),
        ("irrigated", False, "no"),
        ("runway", 9, "9"),
        ("runway", 9.5, "9.5"),
        ("runway", {"between": [3, 9.25]}, "3 to 9.25"),
        ("taste", {"not-applicable": "We sell shade."}, "does not apply: We sell shade."),
    ],
)
def test_an_answer_is_said_in_the_words_of_its_question(name: str, answer: Any, words: str) -> None:
    found = assessed({name: answer}, asking_all())
    assert found["answers"] == {f"garden/{name}": words}


def test_what_is_open_is_not_said_and_what_is_said_stands_in_the_order_of_the_set() -> None:
    found = assessed({"runway": 3, "entry": "nobody", "irrigated": "unknown"}, asking_all())
    assert list(found["answers"].items()) == [("garden/entry", "nobody"), ("garden/runway", "3")]


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0, 0, "0 months"),
        (3, 3, "3 months"),
        (3, 6, "3 to 6 months"),
        (6, 12, "6 to 12 or more months"),
        (12, 12, "12 months or more"),
    ],
)
def test_twelve_months_always_read_as_twelve_or_more(low: Any, high: Any, words: str) -> None:
    assert months_text({"low": low, "high": high}) == words


def test_every_named_place_of_a_text_is_filled_wherever_it_stands() -> None:
    text = "{answer} is more than {clock}: {clock}, not {other}."
    assert filled(text, {"answer": "9", "clock": "6"}) == "9 is more than 6: 6, not {other}."


def test_a_finding_has_the_same_keys_in_the_same_order_each_time() -> None:
    dusk = rule("dusk", when={"entry": "nobody"}, finding="warning")
    one = compiled(farm(rubric("garden", questions=QUESTIONS, rules=[dusk])), CLAIMS)
    for _ in range(2):
        (found,) = assessed({"entry": "nobody"}, one)["findings"]
        assert (found["message"], found["remedy"]) == ("It grows.", "Water it.")
        assert (found["claims"], found["level"]) == (["S1-1"], "warning")
        assert list(found) == KEYS


def test_a_cap_says_everything_about_itself() -> None:
    (found,) = assessed({"entry": "everyone"}, asking_all())["caps"]
    assert found == {
        "rule": "garden/ends",
        "clock": "advantage",
        "months": 3,
        "value": {"low": 3, "high": 3},
        "cause": "demand",
        "status": "certain",
        "lifted_by": [],
        "waits_on": [],
        "questions": ["garden/entry"],
        "because": "It grows.",
        "remedy": "Water it.",
        "claims": ["S1-1"],
        "line": 5,
        "column": 3,
    }


def test_that_a_question_does_not_apply_is_said_without_a_reason_too() -> None:
    answer = Answer(1, 1)
    answer.state = ABSENT
    assert said(asking_all()["deciding"]["questions"][-1], answer) == "does not apply"


@pytest.mark.parametrize(("irrigated", "status"), [(True, "certain"), ("unknown", "possible")])
def test_what_lifts_a_cap_says_to_how_many_months_and_why(irrigated: Any, status: str) -> None:
    wall = protection("wall", {"irrigated": "true"}) | {"because": "It stands."}
    ends = rule("ends", cap=cap(3), unless={"wall": 6})
    one = compiled(
        farm(rubric("garden", questions=QUESTIONS, protections=[wall], rules=[ends])), CLAIMS
    )
    (found,) = assessed({"irrigated": irrigated}, one)["caps"]
    assert found["lifted_by"] == [
        {"protection": "garden/wall", "months": 6, "status": status, "because": "It stands."}
    ]
