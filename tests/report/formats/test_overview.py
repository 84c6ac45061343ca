"""The row of an idea in tables."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.report.formats.overview import causes_text

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
