"""History in sentences."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.report.history import rule_text, tier_text


def lasted(cases: int, ended: int, median: float | None) -> dict[str, Any]:
    return {"cases": cases, "ended": ended, "median": median}


FIVE, NONE = lasted(5, 4, 9), lasted(0, 0, None)
HOLDING = lasted(3, 1, None)


@pytest.mark.parametrize(
    ("history", "demanded_by", "expected"),
    [
        (None, None, ""),
        (
            None,
            "T1",
            "Fewer than three dated products bear it out: T1 demands it.",
        ),
        (
            {"held": FIVE, "others": HOLDING},
            None,
            (
                "In history, it surely held for 5 of 8 products: 4 of 5 ended, the median after 9"
                " months. The others: 1 of 3 ended, more than half still held when last seen."
            ),
        ),
        (
            {"held": FIVE, "others": NONE},
            None,
            (
                "In history, it surely held for 5 of 5 products: 4 of 5 ended, the median after 9"
                " months."
            ),
        ),
        (
            {"held": NONE, "others": FIVE},
            "T1",
            (
                "In history, it surely held for none of 5 products. Fewer than three dated products"
                " bear it out: T1 demands it."
            ),
        ),
        (
            {"held": lasted(1, 1, 1), "others": NONE},
            None,
            (
                "In history, it surely held for 1 of 1 product: 1 of 1 ended, the median after 1"
                " month."
            ),
        ),
        (
            {"held": lasted(2, 2, 2.5), "others": NONE},
            None,
            (
                "In history, it surely held for 2 of 2 products: 2 of 2 ended, the median after 2.5"
                " months."
            ),
        ),
    ],
)
def test_what_history_says_of_a_rule(
    history: dict[str, Any] | None, demanded_by: str | None, expected: str
) -> None:
    assert rule_text(history, demanded_by) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (
            3,
            3,
            (
                "In history (n = 9): 5 products judged to last as little as 3 months: 4 of 5 ended,"
                " the median after 9 months."
            ),
        ),
        (
            6,
            12,
            (
                "In history (n = 9): 1 product judged to last as little as 6 months: 0 of 1 ended,"
                " more than half still held when last seen; 3 products judged to last 12 months or"
                " more: 1 of 3 ended, more than half still held when last seen."
            ),
        ),
        (
            0,
            12,
            (
                "In history (n = 9): 3 products judged to last 12 months or more: 1 of 3 ended,"
                " more than half still held when last seen."
            ),
        ),
        (0, 0, ""),
    ],
)
def test_what_history_says_of_products_that_were_judged_alike(
    low: int, high: int, expected: str
) -> None:
    tiers = [
        {"months": 3, **FIVE},
        {"months": 6, **lasted(1, 0, None)},
        {"months": 12, **HOLDING},
    ]
    lifeline: Any = {"months": {"low": low, "high": high}}
    assert tier_text({"cases": 9, "tiers": tiers}, lifeline) == expected


def test_without_history_nothing_is_said() -> None:
    lifeline: Any = {"months": {"low": 3, "high": 12}}
    assert tier_text(None, lifeline) == ""
