"""Base rates of the market: counted from the entries of a record, with what they leave out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lifeline.compiling.market import load_market
from lifeline.model.compiled_market import CompiledMarket
from lifeline.scoring.market_rates import announced_to_shipped, base_rates
from lifeline.scoring.record import known_by
from tests.scoring.records import small


@pytest.fixture(scope="module")
def shipped(own_cache: None) -> CompiledMarket:
    return load_market()


def test_both_rates_are_counted_from_the_entries() -> None:
    rates = base_rates(small())
    shipping, entering = rates["announced_to_shipped"], rates["product_to_platform"]
    # announced on 30 April and sold in June; what was announced in the month it came is no wait
    assert (shipping["cases"], shipping["median"]) == (1, 1.5)
    assert shipping["by_kind"] == {"suites": {"cases": 1, "median": 1.5, "quartiles": [1.5, 1.5]}}
    assert shipping["not_shipped"] == {"pilot": 9.4, "languages": 2.0}
    assert shipping["within"] == [
        {"months": 3, "cases": 2, "done": 1, "if_none_came": 2},
        {"months": 6, "cases": 2, "done": 1, "if_none_came": 2},
        {"months": 12, "cases": 1, "done": 1, "if_none_came": 1},
    ]
    assert (entering["cases"], entering["median"], entering["quartiles"]) == (2, 11.2, [8.4, 14.1])
    assert entering["within"][1:] == [
        {"months": 6, "cases": 2, "done": 1},
        {"months": 12, "cases": 2, "done": 1},
    ]
    assert entering["left_out"] == "Only where a platform came."


def record_of(*events: dict[str, Any], not_shipped: list[Any] | None = None) -> CompiledMarket:
    """Give a record of these events, each told as far as it differs from the one that was sold."""
    sold = small()["events"][1]
    changed: Any = {
        **small(),
        "events": [{**sold, **event} for event in events],
        "retreats": [],
        "not_shipped": not_shipped or [],
    }
    market: CompiledMarket = changed
    return market


@pytest.mark.parametrize(
    ("announced", "shipped", "done"),
    [
        ("2023-01-01", "2023-04-01", [1, 1, 1]),
        ("2023-01-01", "2023-04-02", [0, 1, 1]),
        ("2022-11-30", "2023-02-28", [1, 1, 1]),
        ("2022-11-30", "2023-03-01", [0, 1, 1]),
        ("2024-06-10", "2024-12-10", [0, 1, 1]),
        ("2024-06-10", "2024-12-11", [0, 0, 1]),
        ("2023-01", "2024-01", [0, 0, 1]),
        ("2023-01", "2024-02", [0, 0, 0]),
    ],
)
def test_within_so_many_months_is_until_the_same_day_so_many_months_later(
    announced: str, shipped: str, done: list[int]
) -> None:
    rate = announced_to_shipped(record_of({"announced": announced, "date": shipped}))
    assert [each["done"] for each in rate["within"]] == done


@pytest.mark.parametrize(
    ("until", "watched"), [("2023-12-31", 0), ("2024-01-01", 1), ("2024-03-31", 1)]
)
def test_what_waits_counts_from_the_same_day_so_many_months_later(until: str, watched: int) -> None:
    since: Any = {**small()["not_shipped"][0], "announced": "2023-10-01"}
    market: Any = {**record_of(not_shipped=[since]), "until": until}
    rate = announced_to_shipped(market)
    assert rate["within"][0] == {
        "months": 3,
        "cases": watched,
        "done": 0,
        "if_none_came": watched,
    }


def test_an_announcement_counts_once_when_it_first_came() -> None:
    first = {"id": "first", "announced": "2023-01-01", "date": "2023-02-01"}
    again = {**first, "id": "again", "date": "2023-12-01", "announced_with": "first"}
    both, alone = (announced_to_shipped(record_of(*of)) for of in ((first, again), (first,)))
    assert both == alone
    assert both["cases"] == 1


def test_of_what_is_announced_once_nothing_is_still_awaited_after_it_first_came() -> None:
    first = {"id": "first", "announced": "2023-01-01", "date": "2023-02-01"}
    first |= {"known": "2023-02-01", "announced_known": "2023-01-01"}
    again = {**first, "id": "again", "date": "2023-12-01", "known": "2023-12-01"}
    market = record_of(first, {**again, "announced_with": "first"})
    before, after = (
        announced_to_shipped(known_by(date(2023, month, 15), market)) for month in (1, 6)
    )
    assert (before["cases"], [*before["not_shipped"]]) == (0, ["first"])
    assert (after["cases"], [*after["not_shipped"]]) == (1, [])


def test_what_came_at_once_is_named_and_left_out() -> None:
    at_once = {"id": "now", "announced": "2023-02-01", "date": "2023-02-01"}
    later = {"id": "later", "announced": "2023-01-01", "date": "2023-02-01"}
    rate = announced_to_shipped(record_of(at_once, later))
    assert (rate["cases"], rate["at_once"]) == (1, ["now"])


def test_a_preview_of_which_nobody_says_what_came_is_counted_only_at_worst() -> None:
    alone = {"id": "alone", "reach": "preview", "date": "2023-02-01", "announced": None}
    shown = {**alone, "id": "shown", "date": "2023-03-01"}
    sold = {"id": "sold", "announced": "2023-03-01", "date": "2023-06-02"}
    rate = announced_to_shipped(record_of(alone, shown, sold))
    assert (rate["cases"], rate["untold"]) == (1, ["alone"])
    assert rate["within"] == [
        {"months": 3, "cases": 1, "done": 0, "if_none_came": 2},
        {"months": 6, "cases": 1, "done": 1, "if_none_came": 2},
        {"months": 12, "cases": 1, "done": 1, "if_none_came": 1},
    ]


@pytest.mark.parametrize(
    "other", [{"actor": "Bolt"}, {"capabilities": ["memory"]}, {"announced": "2023-03-02"}]
)
def test_a_release_of_something_else_tells_nothing_of_a_preview(other: dict[str, Any]) -> None:
    shown = {"id": "shown", "reach": "preview", "date": "2023-03-01", "announced": None}
    sold = {"id": "sold", "announced": "2023-03-01", "date": "2023-06-02"}
    assert announced_to_shipped(record_of(shown, {**sold, **other}))["untold"] == ["shown"]


def test_what_is_known_to_have_stayed_a_preview_waits_and_is_told() -> None:
    rate = announced_to_shipped(small())
    assert (rate["untold"], "pilot" in rate["not_shipped"]) == ([], True)


def test_it_is_said_what_the_time_to_shipping_leaves_out() -> None:
    told = base_rates(small())["announced_to_shipped"]["left_out"]
    assert "dropped in silence is missing, so the true times are longer" in told
    assert "on the day of its announcement is left out; counted with it, they are shorter" in told


def test_an_entry_more_moves_the_rates() -> None:
    market = small()
    more: Any = {**market["events"][1], "id": "more", "announced": "2023-01", "date": "2023-12-31"}
    changed: Any = {**market, "events": [*market["events"], more]}
    rate = base_rates(changed)["announced_to_shipped"]
    assert (rate["cases"], rate["within"][2]["done"]) == (2, 2)
    assert rate["median"] > 1.5


def test_a_record_without_entries_has_no_rates_and_says_so() -> None:
    nothing: Any = {**small(), "events": [], "retreats": [], "not_shipped": [], "pairs": []}
    rates = base_rates(nothing)
    assert {rate["median"] for rate in rates.values()} == {None}
    assert all(each == 0 for rate in rates.values() for each in _counts(rate))


def _counts(rate: dict[str, Any]) -> list[int]:
    return [rate["cases"], *(each[key] for each in rate["within"] for key in ("cases", "done"))]


def test_the_shipped_record_gives_the_figures_that_were_told_of_it(
    shipped: CompiledMarket,
) -> None:
    """The notes on the sources tell them, as does the collection that the record was made from."""
    rates = base_rates(shipped)
    shipping, entering = rates["announced_to_shipped"], rates["product_to_platform"]
    assert (shipping["cases"], shipping["median"], shipping["quartiles"]) == (26, 3.9, [2.2, 6.0])
    assert {
        kind: (rate["cases"], rate["median"]) for kind, rate in shipping["by_kind"].items()
    } == {
        "models": (14, 3.0),
        "suites": (12, 5.1),
    }
    assert (entering["cases"], entering["median"], entering["quartiles"]) == (22, 15.5, [8.2, 20.6])
    assert [each["done"] for each in entering["within"]] == [2, 3, 8]
    assert entering["shortest_of_each_capability"]["median"] == 14.1
    counts = ("done", "cases", "if_none_came")
    assert [[each[key] for key in counts] for each in shipping["within"]] == [
        [10, 28, 55],
        [19, 27, 52],
        [26, 27, 42],
    ]
    assert shipping["at_once"] == ["chatgpt-vision-voice", "gpt4o-image"]
    assert list(shipping["not_shipped"]) == [
        "voice-engine-preview",
        "apple-multi-assistant",
        "apple-iwork-assistants",
    ]
