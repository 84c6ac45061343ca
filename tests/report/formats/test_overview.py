"""The row of an idea in tables."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lifeline.model.compiled import CompiledSet
from lifeline.report.formats.overview import causes_text, cells
from tests.authored import Authored, assessed

LASTING_SIX: Authored = {
    "entry": "nobody",
    "reach": "nothing",
    "assistant": "one-ability",
    "next-model": "improves",
    "place": "inside",
    "copy-time": "year",
    "need": "once",
    "used": True,
    "payers": "organisations",
    "assets": [],
    "one-party": "no-one",
    "foundation": "no-model",
    "runway": 16,
}

LIFELINE: Any = {"months": {"low": 3, "high": 12}}


def cap(cause: str, status: str = "certain", low: int = 3, high: int = 3) -> Any:
    return {"cause": cause, "status": status, "value": {"low": low, "high": high}}


@pytest.mark.parametrize(
    ("caps", "said"),
    [
        ([cap("demand")], "(demand)"),
        ([cap("absorption", "possible"), cap("demand")], "(demand)"),
        ([cap("absorption", high=6), cap("demand")], "(demand)"),
        ([cap("stagnation"), cap("demand"), cap("price", low=6, high=6)], "(stagnation); (demand)"),
        ([cap("absorption", "possible"), cap("price", high=12)], "perhaps: (absorption); (price)"),
    ],
)
def test_what_is_sure_to_end_it_is_named_before_what_may(caps: Any, said: str) -> None:
    words = causes_text(caps, LIFELINE)
    told = "; ".join(f"({cause.partition(')')[0]})" for cause in words.split("(")[1:])
    assert told == said.removeprefix("perhaps: ")
    assert words.startswith("perhaps: ") == said.startswith("perhaps: ")


def test_of_months_that_nothing_ends_no_cause_is_named() -> None:
    lasting: Any = {"months": {"low": 12, "high": 12}}
    assert causes_text([], lasting) == "nothing, as far as one can see"


@pytest.mark.parametrize(
    ("day", "until"),
    [(date(2023, 12, 30), "30 December 2023"), (date(2023, 12, 31), "30 December 2023: past")],
)
def test_a_table_marks_what_is_past(day: date, until: str, ngc: CompiledSet) -> None:
    assert cells(assessed(LASTING_SIX, ngc, as_of=day))[3] == until
