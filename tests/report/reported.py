"""Ideas for the tests of formats: judged by the small set, by a gate that not all of them meet."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from typing import Any

from lifeline.errors import InvalidFile
from lifeline.model.assessment import Assessment, Gate
from lifeline.report import reporter_class
from lifeline.report.run import Run
from lifeline.scoring.assembling import invalid
from lifeline.scoring.assess import Assessor
from lifeline.scoring.gate import gate_of
from tests.reading.small import read, small

TODAY = date(2026, 11, 22)
VERDICTS = ("pass", "fail", "unclear", "invalid")

FAILS = """lifeline: 1
idea: A product, "the first"
assessed: 2026-11-01
answers:
  entry: announced
  assets: []
  uses-model: no
  runway: 3
"""
UNCLEAR = """lifeline: 1
idea: 第二个 & others
assessed: 2026-11-01
answers:
  entry: {answer: nobody, evidence: [{link: "https://example.org", date: 2026-11-01}]}
  uses-model: no
  runway: 3
waivers:
  product/money-ends: {reason: We sell it in March, until: 2027-03-31}
"""
PASSES = """lifeline: 1
idea: A third
assessed: 2026-11-01
answers:
  entry: {answer: nobody, evidence: [{link: "https://example.org", date: 2026-11-01}]}
  assets: [network]
  uses-model: no
  runway: 40
"""
BROKEN = """lifeline: 1
idea: Broken
id: Not An Id
assessed: 2026-11-01
answers:
  entry: somebody
"""


def gate(**wanted: Any) -> Gate:
    """Give the gate of the tests: twelve months, and no warning."""
    own = gate_of(small()["deciding"]["gate"])
    found: Any = {**own, "min_months": 12, "fail_on": "warning", **wanted}
    return found  # type: ignore[no-any-return]


def judged(text: str, path: str = "ideas/idea.yaml", **wanted: Any) -> Assessment:
    """Judge the text of a file."""
    try:
        idea = read(text, path)
    except InvalidFile as error:
        return invalid(error, TODAY, gate(**wanted))
    return Assessor(small()).assess(idea, as_of=TODAY, path=path, gate=gate(**wanted))


def all_judged() -> list[Assessment]:
    """Judge an idea for each verdict."""
    files = {"broken": BROKEN, "fails": FAILS, "passes": PASSES, "unclear": UNCLEAR}
    return [judged(text, f"ideas/{name}.yaml") for name, text in files.items()]


def summary_of(assessments: Iterable[Assessment]) -> dict[str, int]:
    """Count verdicts, as a run does."""
    verdicts: list[str] = [assessment["verdict"] for assessment in assessments]
    waived = sum(finding["waived"] for each in assessments for finding in each["findings"])
    counts = {name: verdicts.count(name) for name in VERDICTS}
    return {"ideas": len(verdicts), **counts, "waived": waived}


def written(name: str, assessments: list[Assessment], stream: Any = None) -> str:
    """Write assessments in a format."""
    stream = stream or io.StringIO()
    run = Run("0.0.0", small(), TODAY, brief=True, gate=gate())
    reporter = reporter_class(name)(stream, run)
    for assessment in assessments:
        reporter.add(assessment)
    reporter.finish(summary_of(assessments))
    found: str = stream.getvalue() if isinstance(stream, io.StringIO) else ""
    return found
