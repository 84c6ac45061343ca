"""What ``score --format json`` writes follows its schema, and the schema names every key of it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lifeline.errors import InvalidFile
from lifeline.model.assessment import Assessment
from lifeline.model.compiled import CompiledSet
from lifeline.reading.idea import read_idea
from lifeline.report import reporter_class
from lifeline.report.run import Run
from lifeline.schemas.output import output_schema
from lifeline.scoring.assembling import invalid
from lifeline.scoring.assess import assess
from lifeline.scoring.gate import gate_of
from tests.conftest import ROOT
from tests.report.reported import UNCLEAR, judged, written
from tests.schemas.checking import Checker

DAY = date(2026, 11, 22)
FILES = [
    *sorted((ROOT / "examples" / "ideas").glob("*.yaml")),
    *sorted((ROOT / "tests" / "bad" / "ideas").glob("*.yaml")),
]


def assessed(compiled: CompiledSet) -> Iterator[Assessment]:
    """Judge good files and bad ones, each in both ways."""
    for path in FILES:
        for strict in (False, True):
            try:
                idea = read_idea(path.read_bytes(), path.name, compiled)
                yield assess(idea, compiled, as_of=DAY, path=path.name, strict=strict)
            except InvalidFile as error:
                yield invalid(error, DAY, gate_of(compiled["deciding"]["gate"]))


@pytest.fixture(scope="module")
def document(ngc: CompiledSet) -> dict[str, Any]:
    stream = io.StringIO()
    reporter = reporter_class("json")(stream, Run("0.1.0", ngc, DAY, brief=True))
    for assessment in assessed(ngc):
        reporter.add(assessment)
    reporter.finish(dict.fromkeys(("ideas", "pass", "fail", "unclear", "invalid", "waived"), 0))
    found: dict[str, Any] = json.loads(stream.getvalue())
    return found


def closed(schema: Any) -> Any:
    """Let a schema allow no keys but those that it names."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(part) for key, part in schema.items()}
    return {**inner, "additionalProperties": False} if "required" in schema else inner


def test_the_output_follows_its_schema(document: dict[str, Any], tmp_path: Path) -> None:
    assert {idea["verdict"] for idea in document["ideas"]} == {"pass", "fail", "unclear", "invalid"}
    assert any(idea["deciding"] and idea["deciding"]["pair"] for idea in document["ideas"])
    assert not Checker(output_schema(), tmp_path).faults(document)


def test_the_schema_names_every_key_of_the_output(document: dict[str, Any], tmp_path: Path) -> None:
    assert not Checker(closed(output_schema()), tmp_path).faults(document)


@pytest.mark.parametrize("key", ["format", "market", "ideas", "summary"])
def test_what_is_missing_is_noticed(key: str, document: dict[str, Any], tmp_path: Path) -> None:
    (fault,) = Checker(output_schema(), tmp_path).faults({**document, key: "something else"})
    assert key in fault
    rest = {name: value for name, value in document.items() if name != key}
    assert Checker(output_schema(), tmp_path).faults(rest) == [f"$: '{key}' is a required property"]


def test_the_schema_knows_why_a_finding_is_waived(tmp_path: Path) -> None:
    found: Any = json.loads(written("json", [judged(UNCLEAR)]))
    (waived,) = (finding for finding in found["ideas"][0]["findings"] if finding["waived"])
    assert waived["reason"] == "We sell it in March"
    assert not Checker(closed(output_schema()), tmp_path).faults(found)
