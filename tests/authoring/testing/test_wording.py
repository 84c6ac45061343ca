"""Comparisons are said as they stand in a rubric."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.authoring.testing.wording import leaves_in, written
from tests.reading.small import small

QUESTIONS = small()["deciding"]["questions"]


@pytest.mark.parametrize(
    ("leaf", "text"),
    [
        (["in", 0, 1], "entry: nobody"),
        (["in", 0, 6], "entry: {in: [announced, where-they-work]}"),
        (["in", 2, 1], "uses-model: false"),
        (["in", 2, 2], "uses-model: true"),
        (["includes", 1, 2], "assets: {includes: network}"),
        (["includes", 1, 3], "assets: {includes: [own-data, network]}"),
        (["equals", 1, 0], "assets: {is: []}"),
        (["at-least", 4, 6.0], "runway: {at-least: 6}"),
        (["not", ["at-least", 4, 6.5]], "runway: {below: 6.5}"),
        (["against", 4, 2, "below"], "runway: {below: {clock: lifeline}}"),
        (
            ["not", ["measures", ["difference", ["question", 3], ["question", 4]]]],
            "a quantity of training-budget, runway: {below: …}",
        ),
    ],
)
def test_a_comparison_is_said_as_its_author_wrote_it(leaf: Any, text: str) -> None:
    assert written(leaf, QUESTIONS) == text


def test_below_is_one_comparison_and_not_is_looked_into() -> None:
    below: Any = ["not", ["at-least", 4, 6]]
    entry: Any = ["in", 0, 1]
    assert leaves_in(["all", [below, ["any", [["not", entry], entry]]]]) == [below, entry, entry]
