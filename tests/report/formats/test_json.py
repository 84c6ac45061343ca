"""The JSON that programs read: its keys are a contract."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import pytest

from lifeline.model.compiled import CompiledSet
from lifeline.report import FORMATS, reporter_class
from lifeline.report.run import Run
from tests.authored import assessed
from tests.report.reported import BROKEN, PASSES, UNCLEAR, gate, judged
from tests.report.reported import written as report

IDEA_KEYS = """path id idea assessed as_of strict verdict gate gates lifeline caps scores findings
answers open deciding completeness rubrics parameters errors""".split()
LIFELINE_KEYS = "months advantage necessity until exact ends cause certain".split()
CAP_KEYS = """rule clock months value cause status lifted_by waits_on questions because remedy
claims line column""".split()
FINDING_KEYS = """rule level status waits_on waived message question line column remedy
claims""".split()
SUMMARY = {"ideas": 2, "pass": 1, "fail": 0, "unclear": 1, "invalid": 0, "waived": 0}


def written(name: str, ngc: CompiledSet) -> str:
    stream = io.StringIO()
    reporter = reporter_class(name)(stream, Run("0.0.0", ngc, date(2023, 6, 30), brief=True))
    for answers in ({}, {"next-model": "rebuild", "place": "own", "entry": "announced"}):
        reporter.add(assessed(answers, ngc))
    reporter.finish(SUMMARY)
    return stream.getvalue()


def test_json_has_the_keys_of_the_contract(ngc: CompiledSet) -> None:
    found: Any = json.loads(written("json", ngc))
    assert list(found) == ["format", "tool", "set", "market", "gate", "ideas", "summary"]
    assert found["set"].keys() >= {"id", "version", "content", "deciding"}
    assert found["summary"] == SUMMARY
    first, second = found["ideas"]
    assert list(first) == list(second) == IDEA_KEYS
    assert list(first["lifeline"]) == LIFELINE_KEYS
    assert all(list(cap) == CAP_KEYS for cap in first["caps"])
    assert all(list(finding) == FINDING_KEYS for finding in second["findings"])
    assert second["findings"]


def test_every_line_of_jsonl_is_an_idea_with_what_it_was_judged_by(ngc: CompiledSet) -> None:
    lines = [json.loads(line) for line in written("jsonl", ngc).splitlines()]
    whole: Any = json.loads(written("json", ngc))
    for line, idea in zip(lines, whole["ideas"], strict=True):
        assert {key: line[key] for key in IDEA_KEYS} == idea
        assert line["set"] == whole["set"]


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_every_idea_has_the_gate_that_it_was_judged_by(name: str) -> None:
    ideas = [judged(UNCLEAR, min_months=3), judged(BROKEN, min_months=0), judged(PASSES)]
    text = report(name, ideas)
    found = json.loads(text)["ideas"] if name == "json" else map(json.loads, text.splitlines())
    assert [idea["gate"]["min_months"] for idea in found] == [3, 0, 12]


def test_the_document_has_the_gate_of_the_run() -> None:
    assert json.loads(report("json", [judged(UNCLEAR, min_months=3)]))["gate"] == gate()


def test_json_of_no_idea_is_still_json(ngc: CompiledSet) -> None:
    stream = io.StringIO()
    reporter = reporter_class("json")(stream, Run("0", ngc, date(2023, 6, 30), brief=True))
    reporter.finish(dict.fromkeys(SUMMARY, 0))
    assert json.loads(stream.getvalue())["ideas"] == []


def test_every_format_that_is_named_exists() -> None:
    assert all(reporter_class(name) for name in FORMATS)
