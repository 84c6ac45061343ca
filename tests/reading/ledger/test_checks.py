"""What each key of an entry may hold, to the last sign, and how it is told."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.model.ledger import Entry
from lifeline.reading.ledger.lines import read_ledger
from lifeline.reading.limits import LONGEST_TEXT
from tests.backtesting.ledger.entries import forecast, resolution, with_id, written

ONE = forecast()
TWO = resolution(ONE, 6, "yes")
CLAIM = ONE["claims"][0]


def told(*entries: Entry) -> list[str]:
    return [problem.text("l") for problem in read_ledger(written(*entries)).problems]


def saying(entry: Any, **more: Any) -> Any:
    """Give an entry that says something else, with the id for that."""
    return with_id({**entry, **more})


@pytest.mark.parametrize(
    "more",
    [
        {"source": "x"},
        {"source": "x" * LONGEST_TEXT},
        {"written": "1900-01-01"},
        {"written": "2999-12-31"},
        {"note": None},
        {"replaces": ["3f9a2c41d0", "0000"]},
    ],
    ids=lambda more: next(iter(more)),
)
def test_what_a_key_may_just_hold_is_read(more: Any) -> None:
    assert told(ONE, saying(TWO, **more)) == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"source": ""}, "source: is not text."),
        ({"source": "x" * LONGEST_TEXT + "x"}, "source: is not text."),
        ({"written": "1899-12-31"}, "written: is not a day such as 2026-11-22."),
        ({"written": "3000-01-01"}, "written: is not a day such as 2026-11-22."),
        ({"forecast": 3}, "forecast: is not an id, such as 3f9a2c41d0."),
        ({"replaces": ["no id"]}, "replaces: is not a list of ids."),
        ({"replaces": [3]}, "replaces: is not a list of ids."),
    ],
    ids=lambda more: next(iter(more)) if isinstance(more, dict) else "",
)
def test_what_a_resolution_cannot_hold_is_told(more: Any, expected: str) -> None:
    (problem,) = told(ONE, saying(TWO, **more))
    assert problem.startswith(f"l:2:1: {expected} Put the line back")


@pytest.mark.parametrize(
    "more",
    [
        {"months": [3, 6]},
        {"months": {"low": 4, "high": 5}},
        {"months": {"low": 3.0, "high": 6}},
        {"claims": ["it lasts"]},
        {"claims": [{**CLAIM, "after": 4}]},
        {"replaces": ["no id"]},
    ],
    ids=str,
)
def test_what_a_forecast_cannot_hold_is_told(more: Any) -> None:
    (problem,) = told(saying(ONE, **more))
    assert problem.startswith(f"l:1:1: {next(iter(more))}: is not a ")


def test_what_happened_to_a_forecast_that_cannot_be_read_counts_for_nothing() -> None:
    held = read_ledger(written(TWO))
    assert held.resolutions == {}
    (problem,) = held.problems
    assert problem.text("l") == (
        f"l:1:1: forecast: is about 6 months of the forecast {ONE['id']}, which cannot be read"
        " here. Put that line back as git has it."
    )


@pytest.mark.parametrize(
    "data",
    [
        written(ONE) + written(TWO)[:90],
        b"\n" + written(ONE) + b'{"title": "X',
        written(ONE) + written(TWO)[:90] + b" ",
    ],
)
def test_a_last_line_that_is_not_whole_is_told_wherever_it_stands(data: bytes) -> None:
    held = read_ledger(data)
    (problem,) = held.problems
    assert problem.message.startswith("is cut off: writing it was interrupted")
    assert list(held.forecasts) == [ONE["id"]]


def test_how_many_more_lines_are_wrong_is_told_without_a_key() -> None:
    assert read_ledger(b"x\n" * 1000).problems[-1].key == ""


def test_a_line_that_is_wrong_as_a_whole_is_told_without_a_key() -> None:
    changed = written(ONE).replace(b'"strict": false', b'"strict": true')
    lines = [b"[1]\n", b'{"ledger": 1}\n', b'{"ledger": 2}\n', changed, written(ONE)]
    problems = read_ledger(b"".join(lines)).problems
    assert [(problem.line, problem.key) for problem in problems] == [(n, "") for n in range(1, 5)]
