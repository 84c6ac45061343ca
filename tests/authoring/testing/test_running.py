"""What agrees with an expectation, and what does not."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.authoring.testing.comparing import is_noticed
from lifeline.authoring.testing.under_test import under_test
from tests.authoring.testing.vectors import vector
from tests.reading.small import small

HALF = {"entry": "announced", "assets": ["network"], "runway": 3}
OPEN = ["product/training-budget", "product/uses-model"]
CAP = "product/nothing-protects"


def differs(name: str, expected: Any) -> bool:
    tested = under_test(small())
    made = vector(HALF, small(), **{name: expected})
    return is_noticed(made, tested.seen(tested.completions(made)))


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("months", [[12, 12]], [[6, 12], [6, 6]]),
        ("verdict", ["pass"], ["fail", "unclear"]),
        ("ends", [None], ["advantage"]),
        ("certain", [True], [False]),
        ("exact", [True], [False]),
        ("caps.certain", [[CAP]], [[], [CAP, "product/other"]]),
        ("caps.possible", [[]], [[CAP]]),
        ("protections.certain", [["product/holds-a-network"]], [[]]),
        ("findings.certain", [["product/money-ends"]], [[]]),
        ("open", [OPEN, OPEN[::-1]], [OPEN[:1], []]),
        ("scores.product", [[50, 50], [49.96, 50.04]], [[50, 50.2], [49.9, 50], None]),
        ("deciding", [None], ["product/runway"]),
    ],
)
def test_an_expectation_is_met_by_what_comes_out_only(
    name: str, right: list[Any], wrong: list[Any]
) -> None:
    assert [differs(name, expected) for expected in right] == [False] * len(right)
    assert [differs(name, expected) for expected in wrong] == [True] * len(wrong)
