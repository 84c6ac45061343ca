"""Caps with what lifts them, scores, and how long products lasted: drawn, and told."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.backtesting.observation import Observation
from lifeline.backtesting.survival import curve_of_tier, survival_at
from lifeline.model.assessment import Assessment
from lifeline.model.compiled import CompiledSet
from lifeline.report.pictures.axis import Axis
from lifeline.report.pictures.caps import caps
from lifeline.report.pictures.months import DIAMOND, TIP
from lifeline.report.pictures.months_bar import months_bar
from lifeline.report.pictures.scores import scores
from lifeline.report.pictures.survival import HEIGHT, LEFT, RIGHT, TOP, survival
from tests.conftest import ROOT
from tests.report.pictures.given import assessments, example
from tests.report.pictures.seen import SVG, Picture
from tests.report.pictures.test_pictures import CURVE

IDEAS = ROOT / "examples" / "ideas"

observations = st.lists(
    st.builds(Observation, st.integers(0, 60).map(float), st.booleans()), min_size=1, max_size=20
)


@given(assessments())
def test_each_cap_is_marked_at_its_months_and_led_to_what_lifts_make_of_it(
    found: Assessment,
) -> None:
    if not found["caps"]:
        return
    axis, picture = Axis(), Picture(caps(found, "a"))
    ordered = sorted(
        found["caps"], key=lambda c: (c["value"]["low"], c["value"]["high"], c["months"])
    )
    assert picture.marks(DIAMOND) == [round(axis.at(cap["months"]), 2) for cap in ordered]
    ends = []
    for cap in ordered:
        steps = [cap["months"], cap["value"]["low"], cap["value"]["high"]]
        ends += [b for a, b in pairwise(steps) if b > a]
    assert picture.marks(TIP) == [round(axis.at(end), 2) for end in ends]


def test_a_cap_says_what_lifts_it_and_whether_that_is_sure(ngc: CompiledSet) -> None:
    _, found = example(IDEAS / "hugging-face.yaml", ngc)
    picture = Picture(caps(found, "idea"))
    for words in ("6, lifted to 12+", "network lifts it to 12+", "advantage, model-progress"):
        assert words in picture.words
    assert "perhaps own-workplace lifts it to 12+" in picture.words
    assert "Layer-outgrown limits the advantage to 6 months (model-progress)." in picture.told
    assert "Network lifts it to 12 months or more." in picture.told
    _, found = example(IDEAS / "open-questions.yaml", ngc)
    assert "6, perhaps 12+" in Picture(caps(found, "idea")).words


def test_an_idea_without_caps_has_no_picture_of_them(ngc: CompiledSet) -> None:
    _, found = example(IDEAS / "hugging-face.yaml", ngc)
    found["caps"] = []
    assert caps(found, "idea") == ""


def test_scores_are_ranges_from_0_to_100() -> None:
    found: Any = {"b": {"low": 25.0, "high": 75.0}, "a": {"low": 50.0, "high": 50.0}, "c": None}
    picture = Picture(scores(found, {"a": "First", "b": "Second", "c": "Third"}, "idea"))
    axis = Axis(0, 100)
    assert picture.words[5:] == ["First", "50 of 100", "Second", "25 to 75 of 100"]
    assert picture.marks(DIAMOND) == [axis.at(50)]
    assert picture.boxes()[0] == pytest.approx((axis.at(25), axis.at(75)), abs=0.011)
    assert picture.told == "First: 50 of 100. Second: 25 to 75 of 100."
    assert scores({"c": None}, {"c": "Third"}, "idea") == ""
    assert scores(found, {}, "idea") == ""


def test_a_small_bar_says_its_months() -> None:
    assert Picture(months_bar({"low": 3, "high": 12}, "a")).title == (
        "Lifeline: 3 to 12 or more months"
    )


def steps_of(picture: Picture) -> list[tuple[float, float, float]]:
    """Give from where to where the curve runs, and at which share of all."""
    found = []
    for line in picture.root.findall(f"{SVG}line"):
        if line.get("stroke-width") == "2.5" and line.attrib["y1"] == line.attrib["y2"]:
            start, end = (float(line.attrib[x].removesuffix("%")) for x in ("x1", "x2"))
            found.append((start, end, 1 - (float(line.attrib["y1"]) - TOP) / HEIGHT))
    return found


@given(observations)
def test_the_curve_is_that_of_the_estimate(seen: list[Observation]) -> None:
    curve = curve_of_tier(3, seen)
    picture = Picture(survival(curve, "a", {"low": 3, "high": 6}))
    picture.check_fits()
    axis = Axis(0, max(12, min(36, curve["last"])), LEFT, RIGHT)
    steps = steps_of(picture)
    shares = [share for _, _, share in steps]
    assert shares == sorted(shares, reverse=True)
    for month in range(37):
        share = survival_at(seen, month)
        at = [s for a, b, s in steps if a - 0.01 <= axis.at(month) < b - 0.01]
        if share is not None and month < min(axis.last, curve["last"]):
            assert at[-1] == pytest.approx(share, abs=0.001)


def test_the_curve_says_how_many_were_watched_and_marks_the_idea() -> None:
    picture = Picture(survival(CURVE, "a", {"low": 3, "high": 12}))
    assert picture.title == "How long 11 products lasted, judged to last as little as 3 months"
    assert "this idea: 3 to 12+ months" in picture.words
    for months, cases in ((0, 11), (3, 10), (6, 8), (12, 5), (24, 3), (36, 1)):
        place = picture.words.index(str(months))
        assert picture.words[place : place + 2] == [str(months), str(cases)]
    assert "9 of 11 ended" in picture.told
    assert "45% last longer than 9 months." in picture.told
    assert "11 after 0 months, 10 after 3 months" in picture.told
    assert picture.told.endswith("The range of this idea is 3 to 12 or more months.")


def test_without_cases_there_is_no_curve() -> None:
    assert survival(curve_of_tier(3, []), "a") == ""
