"""Cohen's kappa: by hand, and what holds for any two coders."""

from __future__ import annotations

from hypothesis import given

from lifeline.backtesting.agreement import Kappa, cohen_kappa
from tests.backtesting.strategies import coded


def test_a_worked_example() -> None:
    # 35 of 50 alike; by chance 25/50 · 30/50 + 25/50 · 20/50 = 1/2
    pairs = 20 * [("yes", "yes")] + 5 * [("yes", "no")] + 10 * [("no", "yes")] + 15 * [("no", "no")]
    assert cohen_kappa(pairs) == Kappa(0.4, 0.7, 50)


def test_its_ends() -> None:
    assert cohen_kappa([("a", "a"), ("b", "b")]) == Kappa(1.0, 1.0, 2)
    assert cohen_kappa([("a", "b"), ("b", "a")]) == Kappa(-1.0, 0.0, 2)
    assert cohen_kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == Kappa(0.0, 0.5, 4)
    assert cohen_kappa([("a", "b"), ("a", "b")]) == Kappa(0.0, 0.0, 2)


def test_two_who_always_say_the_same_one_thing_show_nothing() -> None:
    assert cohen_kappa([("a", "a")] * 3) == Kappa(None, 1.0, 3)
    assert cohen_kappa([]) is None


@given(coded)
def test_it_is_symmetric_and_names_do_not_matter(drawn: list[tuple[str, str]]) -> None:
    found = cohen_kappa(drawn)
    assert cohen_kappa([(other, one) for one, other in drawn]) == found
    assert cohen_kappa([(chr(200 - ord(a)), chr(200 - ord(b))) for a, b in drawn]) == found


@given(coded)
def test_it_is_never_above_the_share_agreed_and_1_only_where_all_agree(
    drawn: list[tuple[str, str]],
) -> None:
    found = cohen_kappa(drawn)
    if found is not None and found.value is not None:
        assert -1 <= found.value <= found.agreed
        assert (found.value == 1) == (found.agreed == 1)
