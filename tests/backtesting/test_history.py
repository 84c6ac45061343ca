"""What history says of tiers and rules, and the file in which it is kept."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given, settings

from lifeline.backtesting.forecasts import forecasts, observation
from lifeline.backtesting.history import history, lasted
from lifeline.backtesting.observation import Observation
from lifeline.backtesting.recording import file_text
from lifeline.compiling.store import build
from lifeline.reading.cases import ReadCase
from lifeline.reading.sets import HISTORY_FILE, read_files
from tests.backtesting.dated import FOLDER, MADE_UP, dated, small_cases


def found_of(cases: list[ReadCase]) -> dict[str, Any]:
    seen = [observation(case) for case in cases]
    return history(dated(), cases, seen, forecasts(dated(), cases))


def test_a_group_is_counted_with_the_median_of_its_months() -> None:
    seen = [
        Observation(months, ended=ended) for months, ended in ((3, True), (5, True), (9, False))
    ]
    assert lasted(seen, [True] * 3) == {"cases": 3, "ended": 2, "median": 5}
    assert lasted(seen, [True, False, True]) == {"cases": 2, "ended": 1, "median": 3}
    assert lasted(seen, [False, False, True]) == {"cases": 1, "ended": 0, "median": None}
    assert lasted(seen, [False] * 3) == {"cases": 0, "ended": 0, "median": None}


def test_tiers_are_the_low_ends_that_were_judged() -> None:
    tiers = found_of(small_cases().cases)["tiers"]
    assert [tier["months"] for tier in tiers] == [3, 6, 12]
    assert [tier["cases"] for tier in tiers] == [1, 3, 2]
    assert [tier["median"] for tier in tiers] == [5, 9, None]


@settings(max_examples=30)
@given(MADE_UP)
def test_each_case_is_in_one_tier_and_on_one_side_of_each_rule(cases: list[ReadCase]) -> None:
    found = found_of(cases)
    assert sum(tier["cases"] for tier in found["tiers"]) == found["cases"] == len(cases)
    ended = sum(case.outcome.end is not None for case in cases)
    for rule in found["rules"].values():
        assert rule["held"]["cases"] + rule["others"]["cases"] == len(cases)
        assert rule["held"]["ended"] + rule["others"]["ended"] == ended
        for group in rule.values():  # what is told of a group without a median is true
            assert group["median"] is not None or 2 * group["ended"] < max(group["cases"], 1)


def test_what_is_kept_beside_the_set_is_what_is_found() -> None:
    kept = (FOLDER / HISTORY_FILE).read_text(encoding="utf-8")
    assert kept == file_text(found_of(small_cases().cases))


def test_a_set_tells_its_history() -> None:
    found = found_of(small_cases().cases)
    told = dated()["texts"]["history"]
    assert told["cases"] == 6
    assert told["tiers"] == found["tiers"]
    assert told["rules"] == found["rules"]


def test_a_history_of_other_rules_is_not_told() -> None:
    files = read_files(str(FOLDER))
    files["product.yaml"] = files["product.yaml"].replace(b"months: 3", b"months: 0")
    assert build("", files)["texts"]["history"] is None


def test_a_median_that_was_not_reached_is_left_out_of_the_file() -> None:
    text = file_text({"tiers": [{"months": 12, "median": None}], "rules": {}})
    assert text.startswith("# Written by 'lifeline backtest --record'")
    assert yaml.safe_load(text) == {"tiers": [{"months": 12}], "rules": {}}
