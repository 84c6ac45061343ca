"""The order of ideas is partial, the same for every order of files, and no more than is known."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lifeline.insight.portfolio.order import ends, listed, ordered_pairs

Row = dict[str, Any]

MONTHS = [
    {"low": low, "high": high} for low, high in product((0, 3, 6, 12), repeat=2) if low <= high
]
SCORES = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(
    lambda pair: {"low": 25.0 * min(pair), "high": 25.0 * max(pair)}
)


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    drawn = draw(st.lists(st.tuples(st.sampled_from(MONTHS), st.none() | SCORES), max_size=8))
    return [
        {"path": f"{number}.yaml", "months": months, "durability": score}
        for number, (months, score) in enumerate(drawn)
    ]


def row(low: int, high: int, *score: float, path: str = "x.yaml") -> Row:
    durability = {"low": score[0], "high": score[-1]} if score else None
    return {"path": path, "months": {"low": low, "high": high}, "durability": durability}


def is_before(one: Any, other: Any) -> bool:
    """Whether an idea lasts longer than another for sure, or as long with a higher score."""
    return ends(one)[0] > ends(other)[1]


def test_an_idea_is_before_another_where_its_whole_range_lies_above() -> None:
    assert is_before(row(12, 12), row(3, 6))
    assert not is_before(row(6, 12), row(3, 6)), "they touch at 6"
    assert not is_before(row(3, 12), row(3, 6))


def test_durability_orders_settled_months_only_and_only_where_it_does_not_overlap() -> None:
    assert is_before(row(6, 6, 60, 70), row(6, 6, 40, 59))
    assert not is_before(row(6, 6, 60, 70), row(6, 6, 40, 60))
    assert not is_before(row(6, 6, 60), row(6, 6))
    assert not is_before(row(3, 6, 90), row(3, 6, 10)), "their months may still be other ones"
    assert not is_before(row(6, 6, 90), row(3, 6, 10))
    assert is_before(row(12, 12, 0), row(6, 6, 100)), "months go first"


@given(rows())
def test_it_is_a_strict_partial_order(drawn: list[Row]) -> None:
    for a in drawn:
        assert not is_before(a, a)
    for a, b, c in product(drawn, repeat=3):
        if is_before(a, b) and is_before(b, c):
            assert is_before(a, c)


@given(rows(), st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(drawn: list[Row], random: Any) -> None:
    shuffled = [*drawn]
    random.shuffle(shuffled)
    assert listed(shuffled) == listed(drawn)


@given(rows())
def test_none_is_listed_above_what_is_before_it(drawn: list[Row]) -> None:
    found = listed(drawn)
    for place, one in enumerate(found):
        assert not any(is_before(other, one) for other in found[place + 1 :])


def test_of_ideas_that_are_not_in_order_the_one_with_the_higher_ends_comes_first() -> None:
    rows = [
        row(6, 6, 30, 60, path="a"),
        row(6, 6, 30, 70, path="b"),
        row(6, 6, 40, 60, path="c"),
        row(6, 12, path="d"),
    ]
    assert [one["path"] for one in listed(rows)] == ["d", "c", "b", "a"]


@given(rows())
def test_places_are_the_best_and_the_worst_that_the_order_leaves(drawn: list[Row]) -> None:
    for one in listed(drawn):
        before = sum(is_before(other, one) for other in drawn)
        after = sum(is_before(one, other) for other in drawn)
        assert one["place"] == {"low": before + 1, "high": len(drawn) - after}


@given(rows())
def test_pairs_in_order_are_counted_once(drawn: list[Row]) -> None:
    expected = sum(is_before(a, b) for a, b in product(drawn, repeat=2))
    assert ordered_pairs(listed(drawn)) == expected


@given(rows())
def test_all_of_a_group_last_longer_than_all_of_the_next_and_no_group_can_be_split(
    drawn: list[Row],
) -> None:
    found = listed(drawn)
    for cut in range(1, len(found)):
        above, below = found[:cut], found[cut:]
        is_apart = all(a["months"]["low"] > b["months"]["high"] for a, b in product(above, below))
        assert is_apart == (above[-1]["group"] != below[0]["group"])


def test_two_that_last_half_as_long_do_not_reach_as_far_together() -> None:
    found = listed([row(12, 12, path="a"), row(6, 6, path="b"), row(6, 6, path="c")])
    assert [one["group"] for one in found] == [1, 2, 2]


def test_nothing_is_listed_as_nothing() -> None:
    assert listed([]) == []
