"""Findings as people read them: what many answers share is counted."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lifeline.model.assessment import Finding
from lifeline.model.compiled import CompiledSet
from lifeline.model.words import OUT_OF_DATE, STALE
from lifeline.reading.idea import read_idea
from lifeline.report.findings import lay_out
from lifeline.report.terminal import Terminal
from lifeline.scoring.assess import assess
from tests.authored import assessed
from tests.conftest import ROOT
from tests.scoring.test_market_findings import LONG_AFTER, judged

OLD = ROOT / "tests" / "rubrics" / "old" / "0.1.0"


def of_reading(path: Path, ngc: CompiledSet) -> list[Finding]:
    """Give what reading a file notes."""
    idea = read_idea(path.read_bytes(), path.name, ngc)
    found = assess(idea, ngc, as_of=date(2026, 11, 22))["findings"]
    return [f for f in found if f["rule"].startswith("set/") and f["rule"] != OUT_OF_DATE]


def told(findings: list[Finding]) -> str:
    return "\n".join(lay_out(findings, Terminal(io.StringIO()))) + "\n"


@pytest.mark.parametrize("name", ["chatpdf", "langchain", "slide-maker"])
def test_a_file_for_an_older_version_is_told_what_to_write_now(
    name: str, ngc: CompiledSet, golden: Callable[[str, str], None]
) -> None:
    golden(f"findings/older.{name}.txt", told(of_reading(OLD / f"{name}.yaml", ngc)))


def test_what_the_record_of_the_market_says_reads_as_its_golden_file(
    golden: Callable[[str, str], None],
) -> None:
    more: Any = {"capabilities": ["file-chat", "filechat"], "as_of": LONG_AFTER}
    found, _ = judged({"entry": "not-yet"}, "2023-05-02", **more)
    golden("findings/market.txt", told(found["findings"]))


def test_an_answer_that_needs_no_evidence_has_grown_old_itself(ngc: CompiledSet) -> None:
    link = {"link": "https://example.org/fruit", "date": "2023-06-01"}
    answers = {"entry": {"answer": "not-yet", "evidence": [link]}, "runway": 24}
    found = assessed(answers, ngc, as_of=date(2023, 12, 1))["findings"]
    old = [finding for finding in found if finding["rule"] == STALE]
    text = " ".join(told(old).split())
    assert "1 answer rests on old evidence: entry." in text
    assert "1 answer has grown old: runway." in text
    assert "entry: Look again; then change the answer, or add what you saw" in text
    assert "runway: Look again; then add what you saw with the day you saw it, or put" in text


def test_what_belongs_to_no_question_of_today_is_told_by_itself(ngc: CompiledSet) -> None:
    (finding,) = (f for f in of_reading(OLD / "chatpdf.yaml", ngc) if f["rule"] == "set/older")
    alone: Finding = {**finding, "rule": "set/retired", "message": "'x' was retired."}
    assert "note: 'x' was retired. (set/retired)" in told([alone])
    assert "count" not in told([alone])
