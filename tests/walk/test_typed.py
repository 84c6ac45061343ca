"""What a person types is taken for what it means, and for nothing else."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.errors import UsageError
from lifeline.model.compiled import Question
from lifeline.model.idea import GIVEN, OPEN
from lifeline.reading.saving.revision import Revision
from lifeline.walk.typed import LETTERS, choices_of, value_typed
from tests.reading.small import HEAD, read, small

CHOICE: Any = {"kind": "choice", "id": "entry", "choices": {"none": 0, "could": 1, "days": 2}}
SEVERAL: Any = {"kind": "choices", "id": "assets", "choices": {"data": 0, "links": 1, "trust": 2}}
YES_NO: Any = {"kind": "yes-no", "id": "used", "choices": {}}
NUMBER: Any = {"kind": "number", "id": "runway", "choices": {}, "least": 0.0, "most": 5000.0}


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        (CHOICE, "a", (0,)),
        (CHOICE, " B ", (1,)),
        (CHOICE, "3", (2,)),
        (CHOICE, "could", (1,)),
        (CHOICE, "Could", (1,)),
        (CHOICE, "none", (0,)),
        (CHOICE, "b or a", (0, 1)),
        (CHOICE, "1|3", (0, 2)),
        (YES_NO, "y", (1,)),
        (YES_NO, "No", (0,)),
        (YES_NO, "a", (1,)),
        (YES_NO, "2", (0,)),
        (YES_NO, "true", (1,)),
        (SEVERAL, "a, c", (5, 0)),
        (SEVERAL, "a c", (5, 0)),
        (SEVERAL, "data and trust", (5, 0)),
        (SEVERAL, "b?", (0, 2)),
        (SEVERAL, "a, b?", (1, 2)),
        (SEVERAL, "none", (0, 0)),
        (NUMBER, "3", (3.0, 3.0)),
        (NUMBER, "3 to 9", (3.0, 9.0)),
        (NUMBER, "3-9", (3.0, 9.0)),
        (NUMBER, "9 – 3", (3.0, 9.0)),
        (NUMBER, "3..9", (3.0, 9.0)),
        (NUMBER, "3–9", (3.0, 9.0)),
        (NUMBER, "3~9", (3.0, 9.0)),
        (NUMBER, "\uff13\uff5e\uff19", (3.0, 9.0)),
        (NUMBER, "3\u22129", (3.0, 9.0)),
        (NUMBER, "\u0663\u066b\u0665", (3.5, 3.5)),
        (NUMBER, "\u0661\u066c\u0665\u0660\u0660", (1500.0, 1500.0)),
        (NUMBER, "1,500", (1500.0, 1500.0)),
        (NUMBER, "1 500", (1500.0, 1500.0)),
        (NUMBER, "2.5", (2.5, 2.5)),
    ],
)
def test_an_answer_is_read(question: Any, text: str, value: Any) -> None:
    assert value_typed(question, text) == value


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (CHOICE, "d", "Expected a letter from A to C."),
        (CHOICE, "", "'' is no answer here."),
        (CHOICE, "coud", "Did you mean 'could'?"),
        (CHOICE, "a, b", "Expected a letter from A to C."),
        (YES_NO, "perhaps", "Expected a letter from A to B."),
        (SEVERAL, "", "several with commas, or none."),
        (SEVERAL, "a, x", "'x' is no answer here."),
        (NUMBER, "", "Expected a number from 0 to 5000"),
        (NUMBER, "many", "Expected a number from 0 to 5000"),
        (NUMBER, "-1", "Expected a number from 0 to 5000"),
        (NUMBER, "nan", "Expected a number"),
        (NUMBER, "inf", "Expected a number"),
        (NUMBER, "3,5", "Write 3.5, not 3,5."),
        (NUMBER, "3\uff0c5", "Write 3.5, not 3,5."),
        (NUMBER, "3 to many", "'3 to many' is no answer here."),
        (NUMBER, "3–", "'3–' is no answer here."),
        (NUMBER, "~3", "'~3' is no answer here."),
        (NUMBER, "10\u00b2", "'10\u00b2' is no answer here."),
    ],
)
def test_what_is_no_answer_is_told_with_what_is_expected(
    question: Any, text: str, told: str
) -> None:
    with pytest.raises(UsageError) as raised:
        value_typed(question, text)
    assert told in str(raised.value)


@given(st.sampled_from([CHOICE, SEVERAL, YES_NO, NUMBER]), st.text(max_size=30))
def test_whatever_is_typed_is_an_answer_or_is_told(question: Any, text: str) -> None:
    try:
        value = value_typed(question, text)
    except UsageError as error:
        assert "is no answer here. Expected" in str(error)
        return
    if question["kind"] == "number":
        assert 0 <= value[0] <= value[1] <= 5000
    else:
        assert all(0 <= number < 8 for number in value)


QUESTIONS = small()["deciding"]["questions"]


def every_answer(question: Question) -> list[str]:
    """Give every answer to a question as it can be typed; of numbers one, and a span."""
    if question["kind"] == "number":
        return ["5", "3 to 9.5"]
    letters = LETTERS[: len(choices_of(question))]
    if question["kind"] != "choices":
        some = (c for count in range(len(letters)) for c in combinations(letters, count + 1))
        return [" or ".join(chosen) for chosen in some]
    marked = product(*(("", letter, f"{letter}?") for letter in letters))
    return [", ".join(filter(None, chosen)) or "none" for chosen in marked]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["id"])
def test_every_answer_that_can_be_typed_is_saved_as_it_was_meant(question: Question) -> None:
    for typed in every_answer(question):
        value = value_typed(question, typed)
        revision = Revision(HEAD.encode(), "idea.yaml", small())
        revision.answer(question["id"], value)
        answer = read(revision.result()).answers[QUESTIONS.index(question)]
        is_open = question["kind"] == "yes-no" and len(value) > 1  # as if one did not know
        assert (answer.state, answer.value) == ((OPEN, ()) if is_open else (GIVEN, value))
