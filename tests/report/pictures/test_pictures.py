"""What holds for every picture: it can be parsed, does nothing, fits, and says what it shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.compiling.market import load_market
from lifeline.model.assessment import Assessment
from lifeline.model.compiled import CompiledSet
from lifeline.report.pictures.beside import events_of, months_against
from lifeline.report.pictures.caps import caps
from lifeline.report.pictures.clocks import clocks
from lifeline.report.pictures.drawing import NARROWEST, Drawing
from lifeline.report.pictures.months_bar import months_bar
from lifeline.report.pictures.scores import scores
from lifeline.report.pictures.surroundings import placed
from lifeline.report.pictures.survival import survival
from tests.report.pictures.given import EXAMPLES, TODAY, assessments, example, spans, texts
from tests.report.pictures.seen import Picture
from tests.report.test_inert import ATTACKS

WIDE = 760

CURVE = {
    "tier": 3,
    "cases": 11,
    "ended": 9,
    "median": 9.0,
    "last": 38.0,
    "steps": [
        {"months": 2.0, "share": 10 / 11},
        {"months": 5.0, "share": 8 / 11},
        {"months": 9.0, "share": 5 / 11},
        {"months": 24.0, "share": 2 / 11},
    ],
    "censored": [14.0, 38.0],
    "at_risk": [
        {"months": 0, "cases": 11},
        {"months": 3, "cases": 10},
        {"months": 6, "cases": 8},
        {"months": 12, "cases": 5},
        {"months": 24, "cases": 3},
        {"months": 36, "cases": 1},
    ],
}

signs = st.fixed_dictionaries(
    {
        "known": st.dates(date(1990, 1, 1), date(2090, 1, 1)).map(str),
        "date": st.sampled_from(["2026-05", "2026-05-07"]),
        "actor": texts,
        "what": st.none() | texts,
    }
)
laid = st.fixed_dictionaries(
    {"name": st.just("runway"), "low": st.floats(0, 9), "high": st.floats(9, 60)}
)
ranges = st.tuples(st.floats(0, 100), st.floats(0, 100)).map(
    lambda pair: {"low": min(pair), "high": max(pair)}
)


def near(found: Assessment, events: list[Any]) -> Any:
    """Give events as a picture takes them."""
    assessed = found["assessed"]
    return placed(date.fromisoformat(assessed) if assessed else None, events)


def of_example(path: Any, ngc: CompiledSet) -> dict[str, str]:
    """Draw everything of an example."""
    idea, found = example(path, ngc)
    rubrics = ngc["texts"]["rubrics"]
    names = {rubric: texts["score"] for rubric, texts in rubrics.items()}
    lifeline = found["lifeline"]
    assert lifeline is not None
    events = placed(idea.assessed, events_of(idea, load_market(), TODAY))
    return {
        "clocks": clocks(found, "idea", events, months_against(idea, ngc)),
        "caps": caps(found, "idea"),
        "scores": scores(found["scores"], names, "idea"),
        "months": months_bar(lifeline["months"], "idea"),
        "survival": survival(CURVE, "idea", lifeline["months"]),
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_pictures_of_the_examples_fit_however_wide_the_page_is(path: Any, ngc: CompiledSet) -> None:
    drawn = of_example(path, ngc)
    for text in drawn.values():
        picture = Picture(text)
        picture.check_fits()
        picture.check_fits(WIDE)


@pytest.mark.parametrize(
    ("stem", "kinds"),
    [
        ("call-desk", ["clocks", "caps", "scores", "months", "survival"]),
        ("open-questions", ["clocks", "caps", "months"]),
        ("chatpdf", ["clocks"]),
        ("hugging-face", ["caps", "months", "survival"]),
    ],
)
def test_pictures_are_drawn_as_they_were(
    stem: str, kinds: list[str], ngc: CompiledSet, golden: Callable[[str, str], None]
) -> None:
    (path,) = [path for path in EXAMPLES if path.stem == stem]
    drawn = of_example(path, ngc)
    for kind in kinds:
        golden(f"pictures/{stem}.{kind}.svg", drawn[kind] + "\n")


def test_the_same_data_give_the_same_bytes(ngc: CompiledSet) -> None:
    assert of_example(EXAMPLES[0], ngc) == of_example(EXAMPLES[0], ngc)


@given(assessments(), st.lists(signs, max_size=4), st.lists(laid, max_size=2))
def test_whatever_is_drawn_of_the_clocks_fits_and_does_nothing(
    found: Assessment, events: list[Any], against: list[Any]
) -> None:
    Picture(clocks(found, "a", near(found, events), against)).check_fits()


@given(assessments())
def test_whatever_is_drawn_of_caps_fits_and_does_nothing(found: Assessment) -> None:
    text = caps(found, "a")
    assert bool(text) == bool(found["caps"])
    if text:
        Picture(text).check_fits()


@given(st.dictionaries(texts, st.none() | ranges, max_size=4), texts)
def test_whatever_is_drawn_of_scores_fits_and_does_nothing(found: Any, name: str) -> None:
    text = scores(found, {rubric: name + rubric for rubric in found}, "a")
    assert bool(text) == any(found.values())
    if text:
        Picture(text).check_fits()


@given(spans, texts)
def test_whatever_is_drawn_of_months_fits_and_does_nothing(months: Any, name: str) -> None:
    picture = Picture(months_bar(months, "a", f"x{name}"))
    picture.check_fits()
    assert picture.words == []
    assert picture.height == 14


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_a_title_that_means_harm_is_words(attack: str, ngc: CompiledSet) -> None:
    _, found = example(EXAMPLES[0], ngc)
    hostile: Any = {**found, "idea": attack}
    for cap in hostile["caps"]:
        cap["rule"] = f"product/{attack}"
    for text in (clocks(hostile, "a"), caps(hostile, "a")):
        Picture(text)
    sign = {"known": "2026-09-01", "date": "2026-09-01", "actor": attack, "what": attack}
    events = near(hostile, [sign])
    Picture(clocks(hostile, "a", events, [{"name": attack or "x", "low": 1, "high": 2}]))
    Picture(scores({"a": {"low": 1, "high": 2}}, {"a": attack}, "a"))


@pytest.mark.parametrize("prefix", ["", "1", "a b", 'a"b', "a#b", "ä", "a\n"])
def test_a_prefix_with_which_no_id_can_begin_is_refused(prefix: str) -> None:
    with pytest.raises(ValueError, match="no id can begin"):
        Drawing("clocks", prefix, "Title")


def test_pictures_with_other_prefixes_share_no_id(ngc: CompiledSet) -> None:
    _, found = example(EXAMPLES[0], ngc)
    ids = [
        {element.get("id") for element in Picture(clocks(found, prefix)).root.iter()} - {None}
        for prefix in ("idea-1", "idea-2")
    ]
    assert len(ids[0]) == len(ids[1]) == 3
    assert not ids[0] & ids[1]


def test_colours_are_left_to_the_page(ngc: CompiledSet) -> None:
    for text in of_example(EXAMPLES[0], ngc).values():
        for element in Picture(text).root.iter():
            for look in ("fill", "stroke"):
                colour = element.get(look, "none")
                assert colour == "none" or colour.startswith(("var(--picture-", "url(#"))


def test_bars_and_days_run_from_the_left_also_in_a_page_that_runs_from_the_right(
    ngc: CompiledSet,
) -> None:
    names = {"lifeline": "متانة"}
    picture = Picture(scores({"lifeline": {"low": 1, "high": 2}}, names, "a"))
    assert picture.root.attrib["direction"] == "ltr"
    assert "\u2068متانة\u2069" in picture.words
    assert NARROWEST < WIDE
