"""What is written in formats of others follows the schemas that they publish."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
import xmlschema

from lifeline.model.compiled import CompiledSet
from lifeline.report import reporter_class
from lifeline.report.junit_tests import junit
from lifeline.report.run import Run
from tests.report.reported import FAILS, UNCLEAR, all_judged, judged, summary_of, written
from tests.schemas.checking import Checker
from tests.schemas.test_output import DAY, assessed

OFFICIAL = Path(__file__).parent / "official"


@pytest.fixture
def sarif(tmp_path: Path) -> Checker:
    schema = json.loads((OFFICIAL / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    return Checker(schema, tmp_path)


@pytest.fixture(scope="module")
def xunit() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(OFFICIAL / "junit-10.xsd"))


def all_files(name: str, compiled: CompiledSet) -> str:
    """Write every example and every bad file of the tests."""
    found, stream = list(assessed(compiled)), io.StringIO()
    reporter = reporter_class(name)(stream, Run("0.1.0", compiled, DAY, brief=True))
    for assessment in found:
        reporter.add(assessment)
    reporter.finish(summary_of(found))
    return stream.getvalue()


def test_sarif_follows_the_schema_of_oasis(sarif: Checker, ngc: CompiledSet) -> None:
    assert not sarif.faults(json.loads(all_files("sarif", ngc)))
    assert not sarif.faults(json.loads(written("sarif", all_judged())))
    assert not sarif.faults(json.loads(written("sarif", [])))


def test_sarif_with_a_mistake_is_noticed(sarif: Checker) -> None:
    found: Any = json.loads(written("sarif", [judged(FAILS)]))
    found["runs"][0]["results"][0]["level"] = "blocker"
    assert len(sarif.faults(found)) == 1
    found["runs"][0]["results"][0]["level"] = "error"
    region = found["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    region["startColumn"] = 0
    assert len(sarif.faults(found)) == 1


def test_junit_follows_the_schema_of_jenkins(xunit: xmlschema.XMLSchema, ngc: CompiledSet) -> None:
    for text in (all_files("junit", ngc), written("junit", all_judged()), written("junit", [])):
        xunit.validate(text)


def test_junit_of_test_vectors_does_too(xunit: xmlschema.XMLSchema) -> None:
    differs = {"key": "months", "expected": "3", "found": "6"}
    places = {"path": "tests/a.yaml", "line": 3, "column": 5}
    difference = {**differs, "line": 4, "column": 5, "missing": [], "extra": []}
    vector = {**places, "name": "a", "status": "failed", "differences": [difference]}
    gap = {**places, "kind": "rule", "id": "a/b", "message": "nothing tries a/b"}
    found = {"set": "small", "version": "1.2.0", "vectors": [vector], "changes": None}
    xunit.validate(junit({**found, "coverage": {"exercised": 1, "of": 2, "gaps": [gap]}}))


def test_junit_with_a_mistake_is_noticed(xunit: xmlschema.XMLSchema) -> None:
    text = written("junit", [judged(UNCLEAR)])
    for right, wrong in ((" name=", " title="), ("<failure", "<unclear"), (" tests=", " test=")):
        assert right in text
        broken = text.replace(right, wrong).replace(
            right.replace("<", "</"), wrong.replace("<", "</")
        )
        assert not xunit.is_valid(broken)
