"""A whole back-test, as the plain data that JSON shows."""

from __future__ import annotations

import json
from dataclasses import replace

from lifeline.backtesting.backtest import BINS, backtest
from tests.backtesting.dated import dated, small_cases

KEYS = """format set sample cases table figures not_recognised collections baselines misses
agreement history""".split()


def test_it_has_the_keys_that_are_documented() -> None:
    found = backtest(dated(), small_cases())
    assert list(found) == KEYS
    assert found["format"] == 1
    assert found["set"].keys() == {"id", "version", "deciding"}
    assert list(found["sample"]) == ("title cases left_out ended chosen coded not_coded".split())
    assert found["cases"][1] == {
        "case": "barometer",
        "name": "Barometer",
        "vantage": "2020-01",
        "months": {"low": 12, "high": 12},
        "durability": {"low": 100, "high": 100},
        "observed": 36,
        "still_holding": True,
        "recognised": True,
    }


def test_every_case_is_in_one_field_of_the_table() -> None:
    table = backtest(dated(), small_cases())["table"]
    assert table["from"] == BINS
    for row in table["rows"]:
        assert sum(row["ended_from"]) == row["ended"]
        assert row["ended"] + row["still_holding"] == row["cases"]
    assert sum(row["cases"] for row in table["rows"]) == 6
    assert [row["months"] for row in table["rows"]] == [
        {"low": 3, "high": 3},
        {"low": 6, "high": 6},
        {"low": 6, "high": 12},
        {"low": 12, "high": 12},
    ]


def test_what_a_coder_recognised_is_left_out_of_the_second_figures() -> None:
    found = backtest(dated(), small_cases())
    assert found["figures"]["cases"] == 6
    assert found["not_recognised"]["cases"] == 4


def test_a_case_that_is_left_out_is_named_and_in_no_figure() -> None:
    cases = small_cases()
    first = cases.cases[0]
    outcome = first.outcome.model_copy(update={"left_out": "Nobody could say."})
    rest = backtest(dated(), replace(cases, cases=cases.cases[1:]))
    found = backtest(
        dated(), replace(cases, cases=[replace(first, outcome=outcome), *cases.cases[1:]])
    )
    assert found["sample"]["left_out"] == [
        {"case": first.case.case, "name": first.case.name, "because": "Nobody could say."}
    ]
    assert found["figures"] == rest["figures"]


def test_collections_are_the_cases_of_each_provenance() -> None:
    found = backtest(dated(), small_cases())
    assert sum(part["cases"] for part in found["collections"]) == found["sample"]["cases"]
    assert len({part["provenance"] for part in found["collections"]}) == len(found["collections"])
    (part,) = found["collections"]
    order = found["figures"]["concordance"]
    assert {part["provenance"]} == {case.case.provenance for case in small_cases().cases}
    for key in ("pairs", "low", "high"):
        assert part[key] == order[key]


def test_the_order_of_the_cases_changes_no_figure() -> None:
    forward = backtest(dated(), small_cases())
    cases = small_cases()
    backward = backtest(dated(), replace(cases, cases=cases.cases[::-1]))
    assert backward["cases"] == forward["cases"][::-1]
    assert backward["misses"] == forward["misses"][::-1]
    order = ("cases", "misses")
    assert {key: backward[key] for key in KEYS if key not in order} == {
        key: forward[key] for key in KEYS if key not in order
    }


def test_it_can_be_written_as_json_and_is_the_same_again() -> None:
    text = json.dumps(backtest(dated(), small_cases()), allow_nan=False)
    assert json.dumps(backtest(dated(), small_cases())) == text


def test_one_case_is_enough_to_run() -> None:
    cases = small_cases()
    found = backtest(dated(), replace(cases, cases=cases.cases[:1], codings={}))
    assert found["figures"]["concordance"]["value"] is None
    assert found["agreement"] == []
    assert found["not_recognised"] == found["figures"]
