"""How far apart two products are by their answers, and the laws of a distance."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.insight.precedents.distance import dissimilarity, distance, shared
from lifeline.insight.precedents.nearest import settled_answers
from lifeline.model.compiled import CompiledSet
from tests.authored import compiled, idea
from tests.backtesting.dated import dated
from tests.reading.small import small
from tests.reference.strategies import answers_for, claims_for, rubric_sets, widened

Words = dict[str, Any]


def apart(one: Words, other: Words, compiled_set: CompiledSet | None = None) -> float | None:
    full = [{f"product/{id_}": word for id_, word in words.items()} for words in (one, other)]
    return distance(compiled_set or dated(), *full)


@pytest.mark.parametrize(
    ("question", "one", "other", "expected"),
    [
        ("entry", "nobody", "nobody", 0),
        ("entry", "nobody", "announced", 0.5),
        ("entry", "nobody", "where-they-work", 1),
        ("used", "yes", "no", 1),
        ("used", "no", "no", 0),
        ("launch", 0, 36, 1),
        ("launch", 3, 12, 0.25),
        ("assets", [], [], 0),
        ("assets", ["network"], [], 1),
        ("assets", ["own-data", "network"], ["network"], 0.5),
        ("assets", ["own-data", "network"], ["network", "permit"], 2 / 3),
        ("assets", ["own-data", "network", "permit"], ["network"], 2 / 3),
    ],
)
def test_each_kind_of_question_has_its_own_dissimilarity(
    question: str, one: Any, other: Any, expected: float
) -> None:
    assert apart({question: one}, {question: other}) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("ends", "one", "other", "expected"),
    [((10, 20), 12, 17, 0.5), ((10, 20), 12, 99, 1), ((7, 7), 7, 7, 0)],
)
def test_numbers_are_apart_by_their_share_of_the_range_and_never_more_than_all(
    ends: tuple[int, int], one: int, other: int, expected: float
) -> None:
    question: Any = {"kind": "number", "least": ends[0], "most": ends[1]}
    assert dissimilarity(question, one, other) == expected


def test_choices_without_an_order_are_alike_or_not(ngc: CompiledSet) -> None:
    one, other = ({"lifeline/foundation": word} for word in ("no-model", "own-model"))
    assert distance(ngc, one, other) == 1


def test_questions_count_by_their_weight() -> None:
    one = {"entry": "nobody", "used": "yes"}
    assert apart(one, {"entry": "where-they-work", "used": "yes"}) == pytest.approx(2 / 3)
    assert apart(one, {"entry": "nobody", "used": "no"}) == pytest.approx(1 / 3)


def test_only_what_both_answer_is_compared() -> None:
    assert apart({"entry": "nobody"}, {"used": "yes"}) is None
    assert apart({"entry": "nobody", "used": "no"}, {"used": "no"}) == 0


def test_a_choice_that_the_set_does_not_know_is_not_compared() -> None:
    assert apart({"entry": "nobody"}, {"entry": "gone"}) is None
    assert apart({"assets": ["gone"]}, {"assets": []}) is None


@pytest.mark.parametrize(
    ("question", "word"),
    [("entry", "nobody"), ("assets", ["network"]), ("used", "yes"), ("launch", 3)],
)
def test_what_a_set_of_another_version_asks_as_another_kind_is_not_compared(
    question: str, word: Any
) -> None:
    for other in ("nobody", ["network"], "yes", 3):
        if other != word:
            assert apart({question: word}, {question: other}) is None


def test_answers_that_say_several_things_or_nothing_are_not_compared() -> None:
    answers = {
        "entry": {"one-of": ["nobody", "announced"]},
        "copy-time": "unknown",
        "assets": {"maybe": ["network"]},
        "used": True,
        "launch": {"between": [1, 3]},
    }
    assert settled_answers(dated(), idea(answers, dated())) == {"product/used": "yes"}
    answers = {"training-budget": {"not-applicable": "We train none."}, "uses-model": True}
    assert settled_answers(small(), idea(answers, small())) == {"product/uses-model": "yes"}


# ---- Laws

Drawn = tuple[CompiledSet, Words, Words, Words]


@st.composite
def words(draw: st.DrawFn) -> Drawn:
    """A set, settled answers to it twice, and the first of these as far as they stay settled."""
    rubric_set = draw(rubric_sets(quantities=False))
    compiled_set = compiled(rubric_set, claims_for(rubric_set))
    one, other = draw(answers_for(rubric_set)), draw(answers_for(rubric_set))
    wider = draw(widened(rubric_set, one))
    one_, other_, wider_ = (
        settled_answers(compiled_set, idea(answers, compiled_set))
        for answers in (one, other, wider)
    )
    return compiled_set, one_, other_, wider_


@given(words())
def test_a_distance_is_from_0_to_1_the_same_both_ways_and_0_to_itself(drawn: Drawn) -> None:
    compiled_set, one, other, _ = drawn
    found = distance(compiled_set, one, other)
    assert found == distance(compiled_set, other, one)
    assert found is None or 0 <= found <= 1
    assert distance(compiled_set, one, one) in ((0,) if one else (None,))


@given(words())
def test_an_answer_withdrawn_or_widened_never_adds_a_shared_question(drawn: Drawn) -> None:
    compiled_set, one, other, wider = drawn
    before = {id_ for _, id_ in shared(compiled_set, one, other)}
    assert {id_ for _, id_ in shared(compiled_set, wider, other)} <= before
