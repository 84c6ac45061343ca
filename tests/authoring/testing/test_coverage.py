"""What counts as exercised."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.authoring.bench import Bench
from lifeline.authoring.testing.coverage import coverage
from lifeline.authoring.testing.running import run_vectors
from lifeline.authoring.testing.under_test import under_test
from lifeline.compiling.compile import compile_set
from lifeline.reading.set_models import read_models
from lifeline.reading.sets import read_files
from tests.authoring.testing.vectors import SMALL, Authored, vector

MODELS = read_models("", read_files(str(SMALL)))
COMPILED = compile_set(MODELS)
ANYTHING: Any = {"months": [0, 12]}


def gaps(*answers: Authored, strict: bool = False) -> list[str]:
    tested = under_test(COMPILED)
    vectors = [vector(given, COMPILED, strict=strict, **ANYTHING) for given in answers]
    found = coverage(Bench(MODELS, COMPILED), tested, run_vectors(vectors, lambda _: tested))
    assert found["exercised"] + len(found["gaps"]) == found["of"] == 22
    return [gap["message"] for gap in found["gaps"]]


def test_an_unknown_answer_exercises_no_answer() -> None:
    told = gaps({}, {"entry": {"one-of": ["nobody", "announced"]}})
    assert "no vector answers entry with 'nobody'." in told
    assert "no vector answers entry with 'announced'." in told


@pytest.mark.parametrize(
    ("question", "answer", "told"),
    [
        ("entry", "announced", "no vector answers entry with 'announced'."),
        (
            "assets",
            ["own-data", "permit"],
            "no vector answers assets with 'permit' among others or alone.",
        ),
        (
            "assets",
            {"surely": ["permit"], "maybe": ["network"]},
            "no vector answers assets with 'permit' among others or alone.",
        ),
        ("uses-model", False, "no vector answers uses-model with 'no'."),
        ("runway", 5.9, "no vector answers runway with less than 6."),
        ("runway", 6, "no vector answers runway with 6 or more."),
        ("runway", {"between": [6, 9]}, "no vector answers runway with 6 or more."),
    ],
)
def test_an_answer_is_exercised_where_it_is_settled(question: str, answer: Any, told: str) -> None:
    assert told in gaps({})
    assert told not in gaps({question: answer})


def test_what_may_be_on_either_side_of_a_number_exercises_none() -> None:
    told = gaps({"runway": {"between": [5, 6]}})
    assert {each for each in told if "answers runway" in each} == {
        "no vector answers runway with 6 or more.",
        "no vector answers runway with less than 6.",
    }


def test_a_doubted_answer_under_strict_is_not_settled() -> None:
    told = "no vector answers entry with 'announced'."
    assert told in gaps({"entry": "announced"}, strict=True)


def test_each_side_of_a_rule_needs_a_vector_of_its_own() -> None:
    fires, silent = (
        "no vector makes product/money-ends fire for certain.",
        "in no vector is product/money-ends silent for certain.",
    )
    assert {fires, silent} <= set(gaps({}))
    assert {fires, silent} & set(gaps({"runway": 3})) == {silent}
    assert {fires, silent} & set(gaps({"runway": 30})) == {fires}
    assert not {fires, silent} & set(gaps({"runway": 3}, {"runway": 30}))


def test_what_no_answers_bring_about_is_not_asked_for() -> None:
    assert not [each for each in gaps({}) if "nothing-protects silent" in each]


def test_each_side_of_a_protection_a_lift_and_a_comparison_is_named() -> None:
    about = [each for each in gaps({}) if "holds-a-network" in each]
    text = "'assets: {includes: network}', in the condition of product/holds-a-network,"
    cap, protection = "product/nothing-protects", "product/holds-a-network"
    assert about == [
        f"in no vector does {protection} hold for certain.",
        f"in no vector does {protection} not hold for certain.",
        f"in no vector is {text} true for certain.",
        f"in no vector is {text} false for certain.",
        f"no vector makes {cap} fire for certain where {protection} holds for certain.",
    ]
    left = [e for e in gaps({"assets": ["network"]}) if "holds-a-network" in e]
    assert left == [about[1], about[3]]
    left = [e for e in gaps({"assets": []}) if "holds-a-network" in e]
    assert left == [about[0], about[2], about[4]]


def test_the_condition_of_a_question_is_exercised_too() -> None:
    true, false = (
        f"in no vector is 'uses-model: true', in the condition of product/training-budget, {side}"
        " for certain."
        for side in ("true", "false")
    )
    assert {true, false} <= set(gaps({}))
    assert {true, false} & set(gaps({"uses-model": True})) == {false}
