"""Assessments to be drawn: of the examples, and generated ones that hold anything."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from lifeline.compiling.market import load_market
from lifeline.model.assessment import Assessment
from lifeline.model.compiled import CompiledSet
from lifeline.model.idea import Idea
from lifeline.model.words import CAUSES, CLOCKS
from lifeline.reading.idea import read_idea
from lifeline.scoring.assess import assess
from tests.conftest import ROOT

TODAY = date(2026, 11, 22)
EXAMPLES = sorted((ROOT / "examples" / "ideas").glob("*.yaml"))

MONTHS = (0, 3, 6, 12)

texts = st.text(max_size=40) | st.sampled_from(
    ["妙鸭 🦆", "مساعد", "a" * 90, "</svg><script>", "##["]
)
SLUGS = ["a", "shipped-where-they-work", "incomprehensibilities-of-interoperability", "w" * 60]
SLUGS += ["-".join("abcdefghijklmnop"), "only-time-lacking"]
SPANS = [(low, high) for low in MONTHS for high in MONTHS if low <= high]
VALUES = [(months, span) for months in MONTHS[:3] for span in SPANS if span[0] >= months]
STATUSES = ["certain", "possible"]


def example(path: Any, compiled: CompiledSet, as_of: date = TODAY) -> tuple[Idea, Assessment]:
    """Read and assess an example."""
    idea = read_idea(path.read_bytes(), path.name, compiled)
    found = assess(idea, compiled, as_of=as_of, path=path.name, market=load_market())
    return idea, found


@cache
def blank() -> Assessment:
    """Give an assessment of nothing, of which generated ones are made."""
    from tests.report.test_inert import assessment_of, file_with

    return assessment_of(*file_with("title", "An idea"))


def span(ends: tuple[int, int]) -> Any:
    """Give a range of months."""
    return dict(zip(("low", "high"), ends, strict=True))


spans = st.sampled_from(SPANS).map(span)
lifts = st.fixed_dictionaries(
    {
        "protection": st.sampled_from([f"product/{slug}" for slug in SLUGS]),
        "months": st.sampled_from(MONTHS[1:]),
        "status": st.sampled_from(STATUSES),
    }
)


@st.composite
def caps(draw: st.DrawFn) -> Any:
    """A cap, perhaps lifted."""
    months, value = draw(st.sampled_from(VALUES))
    return {
        "rule": f"product/{draw(st.sampled_from(SLUGS))}",
        "clock": draw(st.sampled_from(CLOCKS)),
        "months": months,
        "value": span(value),
        "cause": draw(st.sampled_from(CAUSES)),
        "status": draw(st.sampled_from(STATUSES)),
        "lifted_by": draw(st.lists(lifts, max_size=2)),
    }


several_caps = st.lists(caps(), max_size=5)


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    """An assessment as pictures look at it."""
    assessed = draw(st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)))
    start = assessed or TODAY
    verdict = draw(st.sampled_from(["pass", "fail", "unclear"]))
    lifeline: Any = {**(blank()["lifeline"] or {}), "until": None}
    lifeline |= {name: draw(spans) for name in ("months", *CLOCKS)}
    found: Any = {
        **blank(),
        "idea": draw(texts),
        "assessed": assessed and assessed.isoformat(),
        "as_of": draw(st.dates(start, date(2092, 1, 1))).isoformat(),
        "lifeline": lifeline,
        "caps": draw(several_caps),
        "verdict": verdict,
        "gates": [{"part": "months", "verdict": verdict, "wanted": 6, "low": 3, "high": 6}],
    }
    given: Assessment = found
    return given
