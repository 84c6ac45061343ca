"""What a doubted answer stands for: itself and everything worse."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.model.idea import Answer
from lifeline.scoring.values import ABSENT, given_set, values_of, worse_set
from tests.authored import compiled, idea
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule

LAND, WATER, SEED = 1, 2, 4
KINDS: dict[str, dict[str, Any]] = {
    "choice": {"choices": ["low", "middle", "high"]},
    "choices": {"choices": ["land", "water", "seed"]},
    "number": {"min": 0, "max": 24},
    "yes-no": {},
}


def asked(kind: str, better: str, said: Any, **more: Any) -> tuple[Any, Answer]:
    """Give a question that is better in some direction, and an answer to it as it is read."""
    one = question("fig", kind, better=better, **KINDS[kind], **more)
    ends = rule("ends", cap=cap(6))
    small = compiled(farm(rubric("garden", questions=[one], rules=[ends])), CLAIMS)
    return small["deciding"]["questions"][0], idea({"fig": said}, small).answers[0]


@pytest.mark.parametrize(
    ("kind", "better", "said", "stands_for"),
    [
        ("choice", "first", "middle", {1, 2}),
        ("choice", "first", {"one-of": ["low", "middle"]}, {0, 1, 2}),
        ("choice", "first", "high", {2}),
        ("choice", "last", "middle", {0, 1}),
        ("choice", "last", {"one-of": ["middle", "high"]}, {0, 1, 2}),
        ("choice", "last", "low", {0}),
        ("choice", "none", "middle", {0, 1, 2}),
        ("yes-no", "yes", True, {0, 1}),
        ("yes-no", "yes", False, {0}),
        ("yes-no", "no", True, {1}),
        ("yes-no", "no", False, {0, 1}),
        ("choices", "more", ["land", "seed"], {0, LAND, SEED, LAND | SEED}),
        ("choices", "more", {"surely": ["land"], "maybe": ["seed"]}, {0, LAND, SEED, LAND | SEED}),
        ("choices", "more", [], {0}),
        (
            "choices",
            "fewer",
            ["land"],
            {LAND, LAND | WATER, LAND | SEED, LAND | WATER | SEED},
        ),
        (
            "choices",
            "fewer",
            ["water"],
            {WATER, LAND | WATER, WATER | SEED, LAND | WATER | SEED},
        ),
        ("choices", "fewer", ["land", "water", "seed"], {LAND | WATER | SEED}),
        ("number", "higher", 9, {(0.0, 9.0)}),
        ("number", "higher", {"between": [3, 9]}, {(0.0, 9.0)}),
        ("number", "lower", 9, {(9.0, 24.0)}),
        ("number", "lower", {"between": [3, 9]}, {(3.0, 24.0)}),
        ("number", "none", 9, {(0.0, 24.0)}),
    ],
)
def test_a_doubted_answer_stands_for_itself_and_everything_worse(
    kind: str, better: str, said: Any, stands_for: set[Any]
) -> None:
    told, answer = asked(kind, better, said)
    assert set(worse_set(told, answer)) == stands_for
    assert set(given_set(told, answer)) <= stands_for or kind == "number"
    assert values_of(told, answer, doubted=True) == worse_set(told, answer)
    assert values_of(told, answer, doubted=False) == given_set(told, answer)


@pytest.mark.parametrize(
    ("kind", "better", "may_be"),
    [
        ("choice", "first", {0, 1, 2}),
        ("yes-no", "yes", {0, 1}),
        ("choices", "more", set(range(8))),
        ("number", "higher", {(0.0, 24.0)}),
    ],
)
@pytest.mark.parametrize("absent", [False, True])
def test_what_is_open_may_be_any_answer_there_is_and_where_allowed_none(
    kind: str, better: str, may_be: set[Any], absent: bool
) -> None:
    told, answer = asked(kind, better, "unknown", may_not_apply=absent)
    assert set(values_of(told, answer, doubted=True)) == may_be | ({ABSENT} if absent else set())
    assert values_of(told, None, doubted=False) == values_of(told, answer, doubted=False)


def test_that_a_question_does_not_apply_is_doubted_as_a_whole() -> None:
    said = {"not-applicable": "We have no trees."}
    told, answer = asked("yes-no", "yes", said, may_not_apply=True)
    assert given_set(told, answer) == (ABSENT,)
    assert set(worse_set(told, answer)) == {0, 1, ABSENT}
