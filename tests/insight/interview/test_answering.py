"""What each answer to an open question would come to: its words, its labels and its rows."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.insight.interview.answering import possible_answers
from lifeline.scoring.values import ABSENT

LABELS = {"own-data": "Data", "network": "A network", "permit": "A permit"}


def question(kind: str) -> Any:
    """A question of a kind, as far as its rows look at it."""
    return {"kind": kind, "choices": {name: place for place, name in enumerate(LABELS)}}


def outcome(low: int, high: int | None = None, verdict: str = "unclear") -> Any:
    return verdict, {"low": low, "high": high or low}


def rows(kind: str, outcomes: dict[Any, Any]) -> list[tuple[Any, ...]]:
    """Each row as its answer, label, and months."""
    found: Any = possible_answers(question(kind), LABELS, outcomes)
    return [
        (row["answer"], row["label"], row["verdict"], row["months"]["low"], row["months"]["high"])
        for row in found
    ]


def test_yes_and_no_need_no_label() -> None:
    assert rows("yes-no", {0: outcome(3), 1: outcome(12, verdict="pass")}) == [
        ("no", None, "unclear", 3, 3),
        ("yes", None, "pass", 12, 12),
    ]


def test_a_choice_has_its_label() -> None:
    assert rows("choice", {0: outcome(3), 2: outcome(6, 12)}) == [
        ("own-data", "Data", "unclear", 3, 3),
        ("permit", "A permit", "unclear", 6, 12),
    ]


def test_several_choices_have_the_labels_of_all_and_none_of_them_has_none() -> None:
    every = {mask: outcome(6) for mask in range(8)}
    assert [row[:2] for row in rows("choices", every)] == [
        ("none of them", None),
        ("own-data", "Data"),
        ("network", "A network"),
        ("permit", "A permit"),
    ]
    sure = {mask: outcome(6) for mask in (0b100, 0b101, 0b110, 0b111)}
    assert [row[:2] for row in rows("choices", sure)] == [
        ("permit", "A permit"),
        ("own-data, permit", "Data; A permit"),
        ("network, permit", "A network; A permit"),
    ]


@pytest.mark.parametrize(
    ("months", "told"),
    [
        ((3, 6, 12), ["0 to below 6", "6 to below 12.5", "12.5 to 24"]),
        ((3, 3, 12), ["0 to below 12.5", "12.5 to 24"]),
        ((3, 12, 12), ["0 to below 6", "6 to 24"]),
        ((3, 6, 3), ["0 to below 6", "6 to below 12.5", "12.5 to 24"]),
        ((3, 3, 3), ["0 to 24"]),
    ],
)
def test_neighbours_that_come_to_the_same_are_one_row(
    months: tuple[int, ...], told: list[str]
) -> None:
    cells = (0.0, 6.0), (6.0, 12.5), (12.5, 24.0)
    found = rows("number", dict(zip(cells, map(outcome, months), strict=True)))
    assert [row[:2] for row in found] == [(span, None) for span in told]


def test_a_single_number_is_told_as_it_is() -> None:
    assert rows("number", {(7.0, 7.0): outcome(3)}) == [("7", None, "unclear", 3, 3)]


def test_that_it_does_not_apply_comes_last() -> None:
    found = rows("number", {ABSENT: outcome(12), (0.0, 24.0): outcome(3)})
    assert found == [
        ("0 to 24", None, "unclear", 3, 3),
        ("not-applicable", None, "unclear", 12, 12),
    ]
    assert rows("choice", {ABSENT: outcome(12)}) == [("not-applicable", None, "unclear", 12, 12)]
