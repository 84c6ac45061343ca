"""Answers in words, each with the unit of its question."""

from __future__ import annotations

import pytest

from lifeline.model.idea import GIVEN, Answer
from lifeline.scoring.saying import in_unit, said
from tests.reading.small import small


@pytest.mark.parametrize(
    ("answer", "unit", "told"),
    [
        ("1", "day", "1 day"),
        ("3", "day", "3 days"),
        ("1 to 3", "day", "1 to 3 days"),
        ("0.5", "month", "0.5 months"),
        ("30 to 40", "percent", "30 to 40 percent"),
        ("60000", "USD", "60,000 USD"),
        ("60000 to 1500000.5", "USD", "60,000 to 1,500,000.5 USD"),
        ("2.5", "USD/token", "2.5 USD/token"),
        ("5000", "1", "5,000"),
        ("3 to 9", "1", "3 to 9"),
        ("does not apply: it came in 3 to 9", "day", "does not apply: it came in 3 to 9"),
        ("unknown", "month", "unknown"),
        ("few or many", None, "few or many"),
        ("inf", None, "inf"),
        ("20000", None, "20000"),
    ],
)
def test_an_answer_that_is_a_number_has_its_unit_behind_it(
    answer: str, unit: str | None, told: str
) -> None:
    assert in_unit(answer, unit) == told


@pytest.mark.parametrize(("value", "told"), [((0,), "no"), ((1,), "yes"), ((0, 1), "yes or no")])
def test_yes_and_no_are_said_as_such_and_both_as_both(value: tuple[int, ...], told: str) -> None:
    asked = small()["deciding"]["questions"][small()["index"]["uses-model"]]
    assert said(asked, Answer(1, 1, GIVEN, value)) == told
