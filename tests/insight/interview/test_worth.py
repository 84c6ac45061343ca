"""In which order open questions are asked: what settles most first, and what moves nothing last."""

from __future__ import annotations

from typing import Any

from lifeline.insight.interview.worth import BESIDE, MONTHS, TOGETHER, VERDICT, Worth

NO_PAIR: frozenset[int] = frozenset()


def worth(
    number: int, *ends: tuple[int, int], settled: int = 0, effect: str = MONTHS, points: float = 0
) -> Worth:
    """A question whose answers come to such months; the first of them settle the verdict."""
    outcomes: dict[Any, Any] = {
        (place,): ("pass" if place < settled else "unclear", {"low": low, "high": high})
        for place, (low, high) in enumerate(ends)
    }
    return Worth(number, outcomes, effect, points)


def in_order(*some: Worth, pair: frozenset[int] = NO_PAIR) -> list[int]:
    return [each.number for each in sorted(some, key=lambda each: each.rank(pair))]


WIDE, HALF = (0, 12), (6, 12)


def test_a_question_is_worth_how_narrow_the_months_are_on_average_and_at_worst() -> None:
    found = worth(0, WIDE, HALF, (12, 12), settled=1)
    assert (found.mean, found.worst, found.settling) == (6, 12, 1)


def test_the_larger_share_of_answers_that_settle_the_verdict_comes_first() -> None:
    most = worth(2, HALF, HALF, settled=2, effect=VERDICT)
    some = worth(0, HALF, HALF, HALF, settled=2, effect=VERDICT)
    none = worth(1, (12, 12), (12, 12))
    assert in_order(none, some, most) == [2, 0, 1]


def test_two_that_settle_it_together_come_before_others_that_settle_nothing() -> None:
    one, two, three = (worth(number, HALF) for number in range(3))
    assert in_order(one, two, three, pair=frozenset([1, 2])) == [1, 2, 0]


def test_then_comes_what_leaves_fewest_months_open() -> None:
    assert in_order(worth(0, WIDE, HALF), worth(1, HALF, HALF)) == [1, 0]
    even, uneven = worth(1, HALF, HALF), worth(0, WIDE, (6, 6))
    assert even.mean == uneven.mean
    assert in_order(uneven, even) == [1, 0]
    many, few = worth(0, *[HALF] * 4), worth(1, (3, 12), (3, 12))
    assert in_order(few, many) == [0, 1], "the average counts, not the sum"


def test_then_what_leaves_most_points_open_and_then_the_order_of_the_set() -> None:
    assert in_order(worth(0, HALF, points=5), worth(1, HALF, points=20)) == [1, 0]
    assert in_order(worth(1, HALF, points=5), worth(0, HALF, points=5)) == [0, 1]


def test_what_moves_nothing_comes_last_whatever_it_is_worth() -> None:
    beside = worth(0, (12, 12), (12, 12), settled=2, effect=BESIDE, points=100)
    assert in_order(beside, worth(1, WIDE, effect=TOGETHER)) == [1, 0]
