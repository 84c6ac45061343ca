"""Base rates of the market: counted from the entries of a record, with what they leave out."""

from __future__ import annotations

import statistics
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.compiling.market import load_market
from lifeline.model.compiled_market import CompiledMarket
from lifeline.scoring.market_rates import announced_to_shipped, base_rates, months_between, spread
from tests.scoring.records import small

MONTHS = st.lists(st.integers(0, 600).map(lambda tenths: tenths / 10), min_size=2, max_size=20)


@pytest.fixture(scope="module")
def shipped(own_cache: None) -> CompiledMarket:
    return load_market()


@given(MONTHS)
def test_quartiles_agree_with_the_standard_library(months: list[float]) -> None:
    low, middle, high = statistics.quantiles(months, n=4, method="inclusive")
    found = spread(months)
    assert found["cases"] == len(months)
    assert [found["quartiles"][0], found["median"], found["quartiles"][1]] == pytest.approx(
        [low, middle, high], abs=0.051
    )


def test_of_one_case_it_is_the_median_and_of_none_there_is_none() -> None:
    assert spread([4.0]) == {"cases": 1, "median": 4.0, "quartiles": [4.0, 4.0]}
    assert spread([]) == {"cases": 0, "median": None, "quartiles": [None, None]}


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2023-01-01", "2024-01-01", 12.0),
        ("2023-01", "2023-03", 1.9),
        ("2023-01-15", "2023-01", 0.0),
        ("2023-02", "2023-02-28", 0.4),
    ],
)
def test_a_month_without_a_day_counts_as_its_middle(first: str, last: str, months: float) -> None:
    assert months_between(first, last) == months


def test_both_rates_are_counted_from_the_entries() -> None:
    rates = base_rates(small())
    shipping, entering = rates["announced_to_shipped"], rates["product_to_platform"]
    # announced on 30 April and sold in June; what was announced in the month it came is no wait
    assert (shipping["cases"], shipping["median"]) == (1, 1.5)
    assert shipping["by_kind"] == {"suites": {"cases": 1, "median": 1.5, "quartiles": [1.5, 1.5]}}
    assert shipping["not_shipped"] == {"pilot": 9.4, "languages": 2.0}
    assert shipping["within"] == [
        {"months": 3, "cases": 2, "done": 1},
        {"months": 6, "cases": 2, "done": 1},
        {"months": 12, "cases": 1, "done": 1},
    ]
    assert (entering["cases"], entering["median"], entering["quartiles"]) == (2, 11.2, [8.4, 14.1])
    assert entering["within"][1:] == [
        {"months": 6, "cases": 2, "done": 1},
        {"months": 12, "cases": 2, "done": 1},
    ]
    assert entering["left_out"] == "Only where a platform came."


def test_what_took_or_waits_exactly_as_long_as_a_horizon_counts_for_it() -> None:
    event, waits = small()["events"][1], small()["not_shipped"][0]
    took: Any = {**event, "announced": "2023-01-01", "date": "2023-04-02"}
    since: Any = {**waits, "announced": "2023-10-01"}
    market: Any = {**small(), "events": [took], "retreats": [], "not_shipped": [since]}
    rate = announced_to_shipped(market)
    assert (rate["median"], rate["not_shipped"]) == (3.0, {"languages": 3.0})
    assert rate["within"][0] == {"months": 3, "cases": 2, "done": 1}


def test_it_is_said_what_the_time_to_shipping_leaves_out() -> None:
    told = base_rates(small())["announced_to_shipped"]["left_out"]
    assert "dropped in silence is missing, so the true times are longer" in told


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
    assert (shipping["cases"], shipping["median"], shipping["quartiles"]) == (30, 3.9, [2.0, 5.9])
    assert {
        kind: (rate["cases"], rate["median"]) for kind, rate in shipping["by_kind"].items()
    } == {
        "models": (18, 3.0),
        "suites": (12, 5.2),
    }
    assert (entering["cases"], entering["median"], entering["quartiles"]) == (22, 15.5, [8.2, 20.6])
    assert [each["done"] for each in entering["within"]] == [2, 3, 8]
    assert entering["shortest_of_each_capability"]["median"] == 14.1
    assert list(shipping["not_shipped"]) == [
        "voice-engine-preview",
        "apple-multi-assistant",
        "apple-iwork-assistants",
    ]
