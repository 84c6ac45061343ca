"""Each line of a ledger follows its schema, and what the reader refuses the schema refuses too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lifeline.model import ledger as model
from lifeline.reading.ledger.lines import read_ledger
from lifeline.schemas.ledger import ledger_schema
from tests.backtesting.ledger.entries import forecast, resolution
from tests.reading.ledger.test_lines import WRONG
from tests.schemas.checking import Checker

ONE = forecast(own={6: 0.7})
ENTRIES = (ONE, resolution(ONE, 6, "yes"), resolution(ONE, 6, "no", note="a"))

BEYOND = ("no longer has the id", "is about")
"""What no schema of a line can know."""

NOT_IN_A_SCHEMA = ('{"high": 3, "low": 6}', "2026-02-30")
"""That one number is greater than another, and how many days a month has."""


def closed(schema: Any) -> Any:
    """Let a schema allow no keys but those that it names."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(part) for key, part in schema.items()}
    return {**inner, "additionalProperties": False} if "required" in schema else inner


def test_every_line_follows_the_schema_and_it_names_every_key(tmp_path: Path) -> None:
    for entry in ENTRIES:
        assert not Checker(ledger_schema(), tmp_path).faults(entry)
        assert not Checker(closed(ledger_schema()), tmp_path).faults(entry)


@pytest.mark.parametrize(
    ("name", "kind"), [("forecast", "Forecast"), ("resolution", "Resolution"), ("claim", "Claim")]
)
def test_the_schema_and_the_types_name_the_same_keys(name: str, kind: str) -> None:
    keys = getattr(model, kind).__annotations__
    assert sorted(ledger_schema()["$defs"][name]["properties"]) == sorted(keys)


@pytest.mark.parametrize("data", WRONG, ids=range(len(WRONG)))
def test_what_the_reader_refuses_the_schema_refuses(data: bytes, tmp_path: Path) -> None:
    problem = read_ledger(data).problems[0]
    line = data.split(b"\n")[problem.line - 1]
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return  # it is not JSON
    told, text = problem.message, line.decode()
    if any(part in told for part in BEYOND) or any(part in text for part in NOT_IN_A_SCHEMA):
        return
    if '"id": "", ' in text or "NaN" in text or text.count('"after": 3') == 2:
        return  # a key or a claim that stands twice, and what is no JSON but for Python
    if '"after": 6.0' in text:
        return  # 6.0 is 6 for a schema
    assert Checker(ledger_schema(), tmp_path).faults(entry)
