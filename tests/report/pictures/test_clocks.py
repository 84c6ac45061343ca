"""The clocks on a calendar: months, days, caps, events and what is laid against them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from lifeline.compiling.market import load_market
from lifeline.model.assessment import Assessment
from lifeline.model.compiled import CompiledSet
from lifeline.report.phrases import taking
from lifeline.report.pictures.axis import LEFT, RIGHT, Axis
from lifeline.report.pictures.beside import events_of, months_against
from lifeline.report.pictures.clocks import clocks
from lifeline.report.pictures.months import DIAMOND, ONWARD
from lifeline.report.pictures.surroundings import PEAK, placed
from tests.conftest import ROOT
from tests.report.pictures.given import TODAY, assessments, blank, example
from tests.report.pictures.seen import Picture

IDEAS = ROOT / "examples" / "ideas"


def drawn(name: str, ngc: CompiledSet, as_of: date = TODAY) -> tuple[Assessment, Picture]:
    idea, found = example(IDEAS / f"{name}.yaml", ngc, as_of)
    events = placed(idea.assessed, events_of(idea, load_market(), as_of))
    return found, Picture(clocks(found, "idea", events, months_against(idea, ngc)))


def with_months(low: int, high: int) -> Assessment:
    span = {"low": low, "high": high}
    lifeline: Any = {"months": span, "advantage": span, "necessity": span, "until": None}
    found: Any = {**blank(), "assessed": None, "lifeline": lifeline, "caps": []}
    given_: Assessment = found
    return given_


@given(assessments())
def test_caps_stand_in_order_of_their_months_at_the_bars_end(found: Assessment) -> None:
    axis, places = Axis(), Picture(clocks(found, "a")).marks(DIAMOND)
    caps = taking(found["caps"])
    wanted = [
        round(axis.at(cap["value"]["low"]), 2)
        for clock in ("advantage", "necessity")
        for cap in caps
        if cap["clock"] == clock
    ]
    assert places == wanted
    advantages = sum(cap["clock"] == "advantage" for cap in caps)
    assert places[:advantages] == sorted(places[:advantages])
    assert places[advantages:] == sorted(places[advantages:])


@pytest.mark.parametrize(("low", "high"), [(0, 0), (0, 3), (3, 3), (3, 12), (6, 12), (12, 12)])
def test_a_bar_is_full_to_its_low_end_and_hatched_to_its_high_end(low: int, high: int) -> None:
    axis = Axis()
    picture = Picture(clocks(with_months(low, high), "a"))
    at = {months: round(axis.at(months), 2) for months in (0, low, high, 12)}
    row = [(LEFT, RIGHT)]
    row += [(at[low], at[high])] if low < high else []
    row += [(LEFT, at[low])] if low else []
    for found, wanted in zip(picture.boxes(), row * 3, strict=True):
        assert found == pytest.approx(wanted, abs=0.011)
    assert len(picture.marks(ONWARD)) == (3 if high == 12 else 0), "or more"


def test_an_idea_of_which_nothing_is_known_is_drawn_without_days() -> None:
    picture = Picture(clocks(with_months(0, 12), "a"))
    assert picture.words[:5] == ["Months", "0", "3", "6", "12+"]
    assert picture.words.count("0 to 12 or more months") == 3
    assert picture.title == "An idea: how many months it lasts"


def test_days_stand_below_months_and_the_day_one_looks_is_marked(ngc: CompiledSet) -> None:
    _, picture = drawn("call-desk", ngc)
    assert picture.words[0] == "Months from 1 November 2026"
    for words in ("1 Nov", "2026", "1 Feb", "1 May", "2027", "seen on 22 Nov 2026"):
        assert words in picture.words


def test_the_day_one_looks_is_not_marked_beyond_the_scale_nor_on_the_first_day(
    ngc: CompiledSet,
) -> None:
    for name, as_of in (("chatpdf", TODAY), ("call-desk", date(2026, 11, 1))):
        _, picture = drawn(name, ngc, as_of)
        assert not any("seen on" in words for words in picture.words)


def test_what_may_be_has_an_empty_sign_and_the_word_perhaps(ngc: CompiledSet) -> None:
    found, picture = drawn("call-desk", ngc)
    nested = [each for each in picture.root.iter() if each.get("d") == DIAMOND]
    fills = [each.attrib["fill"] == "none" for each in nested]
    assert fills == [False, True, True]
    assert "race-with-models" in picture.words
    assert "perhaps one-ability-away" in picture.words
    assert {"takes months", "may take months", "for sure", "still open"} <= {*picture.words}
    assert "Perhaps one-ability-away leaves the necessity 6 months." in picture.told
    assert " Race-with-models leaves the advantage 6 months." in picture.told
    assert len(found["caps"]) == 3


def test_only_signs_that_are_there_are_explained(ngc: CompiledSet) -> None:
    _, picture = drawn("hugging-face", ngc)
    assert not {"takes months", "may take months", "for sure", "still open"} & {*picture.words}


def test_events_before_the_answers_stand_left_of_the_start_by_letter(ngc: CompiledSet) -> None:
    _, picture = drawn("club-minutes", ngc)
    start = Axis(-6).at(0)
    peaks = picture.marks(PEAK)
    assert len(peaks) == 2
    assert LEFT < peaks[0] < peaks[1] < start
    for words in ("A", "7 May 2026, OpenAI", "B", "June 2026, Microsoft"):
        assert words in picture.words
    assert "In the record of the market: 7 May 2026, OpenAI: Live speech" in picture.told


def test_events_that_came_since_stand_on_the_clock_and_later_ones_nowhere(
    ngc: CompiledSet,
) -> None:
    _, picture = drawn("chatpdf", ngc)
    axis, peaks = Axis(), picture.marks(PEAK)
    assert axis.at(3) < peaks[0] < peaks[1] < axis.at(6)
    assert "11 July 2023, Anthropic" in picture.words
    assert not any("2024, " in words for words in picture.words)


def test_nothing_is_marked_that_was_not_known_on_the_day_one_looks(ngc: CompiledSet) -> None:
    _, picture = drawn("chatpdf", ngc, date(2023, 7, 10))
    assert "11 July 2023, Anthropic" not in picture.words
    _, picture = drawn("chatpdf", ngc, date(2023, 7, 11))
    assert "11 July 2023, Anthropic" in picture.words


def test_an_idea_without_a_day_has_no_events(ngc: CompiledSet) -> None:
    idea, _ = example(IDEAS / "chatpdf.yaml", ngc)
    idea.assessed = None
    assert events_of(idea, load_market(), TODAY) == []
    sign = {"known": "2026-09-01", "date": "2026-09-01", "actor": "A", "what": None}
    assert Picture(clocks(with_months(3, 6), "a", placed(None, [sign]))).marks(PEAK) == []


def test_launch_and_runway_are_laid_against_the_clocks(ngc: CompiledSet) -> None:
    idea, _ = example(IDEAS / "open-questions.yaml", ngc)
    assert months_against(idea, ngc) == [
        {"name": "launch", "low": 2, "high": 4},
        {"name": "runway", "low": 9, "high": 9},
    ]
    _, picture = drawn("open-questions", ngc)
    axis = Axis()
    for words in ("Launch", "2 to 4 months", "Runway", "9 months"):
        assert words in picture.words
    lines = picture.lines()
    assert (LEFT, round(axis.at(9), 2)) in lines
    assert (round(axis.at(2), 2), round(axis.at(4), 2)) in lines
    assert "Launch: 2 to 4 months. Runway: 9 months." in picture.told


def test_numbers_of_optional_rubrics_are_not_laid_against_the_clocks(ngc: CompiledSet) -> None:
    idea, _ = example(IDEAS / "call-desk.yaml", ngc)
    assert months_against(idea, ngc) == [{"name": "runway", "low": 8, "high": 8}]
