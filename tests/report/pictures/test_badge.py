"""The badge: words, signs and colours that can be told apart, and letters that have room."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given

from lifeline.errors import InvalidFile, Problem
from lifeline.model.assessment import Assessment
from lifeline.model.compiled import CompiledSet
from lifeline.reading.idea import read_idea
from lifeline.report.pictures.badge import (
    COLOURS,
    GREYS,
    NEUTRAL,
    PAST,
    SIGNS,
    UNANSWERED,
    WORDS,
    badge,
    endpoint,
)
from lifeline.scoring.assembling import invalid
from lifeline.scoring.assess import assess
from lifeline.scoring.gate import gate_of
from tests.conftest import ROOT
from tests.hostile.inert import check_inert
from tests.reading.small import small
from tests.report.pictures.given import TODAY, assessments, example
from tests.report.pictures.seen import SVG, Picture
from tests.report.test_inert import ATTACKS

IDEAS = ROOT / "examples" / "ideas"
LEAST_CONTRAST = 4.5
"""Of letters (WCAG 2.2, 1.4.3)."""


def refused(path: str = "idea.yaml") -> Assessment:
    error = InvalidFile(path, [Problem(1, 1, "", "is wrong.")])
    return invalid(error, TODAY, gate_of(small()["deciding"]["gate"]))


def words_of(text: str) -> list[str]:
    return [each.text or "" for each in fromstring(text).iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("stem", "words"),
    [
        ("dental-lab", ["lifeline", "12+ months", "passes"]),
        ("chatpdf", ["lifeline", "3 months, until June 2023", "past"]),
        ("call-desk", ["lifeline", "3–6 months", "unclear"]),
        ("open-questions", ["lifeline", "3–12+ months", "unclear"]),
    ],
)
def test_a_badge_says_the_months_and_the_verdict(
    stem: str, words: list[str], ngc: CompiledSet, golden: Callable[[str, str], None]
) -> None:
    _, found = example(IDEAS / f"{stem}.yaml", ngc)
    text = badge(found)
    assert words_of(text) == words
    golden(f"pictures/{stem}.badge.svg", text)


def test_an_invalid_file_has_a_badge_without_months(golden: Callable[[str, str], None]) -> None:
    text = badge(refused())
    assert words_of(text) == ["lifeline", "invalid"]
    golden("pictures/invalid.badge.svg", text)


def test_the_title_is_the_whole_sentence_and_its_day(ngc: CompiledSet) -> None:
    _, found = example(IDEAS / "call-desk.yaml", ngc)
    assert Picture(badge(found)).title == (
        "Call desk in Wolof, Pulaar and Bambara: unclear. Whether it lasts 6 months depends on what"
        " is still open. The answer that decides: assistant. Lifeline: 3 to 6 months. That is until"
        " 1 February 2027 at the earliest, 1 May 2027 at the latest. Seen on 22 November 2026."
    )
    assert Picture(badge(refused("ideas/a.yaml"))).title == (
        "a: invalid. Its file cannot be read as an idea, so nothing can be said before it is"
        " mended. Seen on 22 November 2026."
    )


def test_verdicts_differ_by_word_and_sign_and_colour() -> None:
    for kind in (WORDS, SIGNS):
        assert len({*kind.values()}) == len(kind) == 6
    assert WORDS.keys() == SIGNS.keys() == COLOURS.keys()
    verdicts = [COLOURS[verdict] for verdict in ("pass", "fail", "unclear", "invalid")]
    assert len({*verdicts, NEUTRAL}) == 5
    assert COLOURS[PAST] == COLOURS[UNANSWERED] == NEUTRAL


@pytest.mark.parametrize("stem", ["dental-lab", "call-desk", "open-questions"])
def test_months_that_are_over_are_past_and_nothing_passes_or_fails(
    stem: str, ngc: CompiledSet
) -> None:
    days = {"dental-lab": "from", "open-questions": "from", "call-desk": "until"}
    _, found = example(IDEAS / f"{stem}.yaml", ngc)
    assert found["lifeline"] is not None and found["lifeline"]["until"] is not None
    last = date.fromisoformat(found["lifeline"]["until"]["high"])
    _, on_it = example(IDEAS / f"{stem}.yaml", ngc, last)
    assert words_of(badge(on_it))[-1] != "past"
    _, after = example(IDEAS / f"{stem}.yaml", ngc, last + timedelta(1))
    _, months, word = words_of(badge(after))
    assert word == "past"
    assert f" {days[stem]} " in months
    assert endpoint(after)["message"] == f"{months}, past"
    assert endpoint(after)["color"] == NEUTRAL.removeprefix("#")
    title = Picture(badge(after)).title
    assert ": past. Lifeline: " in title
    assert "That day has passed: look at what happened, and assess again." in title
    assert not [colour for colour in {*COLOURS.values()} - {NEUTRAL} if colour in badge(after)]


def test_an_idea_without_answers_has_neither_months_nor_a_verdict(ngc: CompiledSet) -> None:
    idea = read_idea(b"lifeline: 1\nidea: Kiln notes\n", "idea.yaml", ngc)
    found = assess(idea, ngc, as_of=TODAY, path="idea.yaml")
    assert words_of(badge(found)) == ["lifeline", "not answered yet"]
    assert endpoint(found) == {
        "schemaVersion": 1,
        "label": "lifeline",
        "message": "not answered yet",
        "color": NEUTRAL.removeprefix("#"),
        "isError": False,
    }
    assert Picture(badge(found)).title == (
        "Kiln notes: not answered yet. No question is answered in its file, so nothing can be said"
        " of it yet. Seen on 22 November 2026."
    )


@pytest.mark.parametrize("colour", [*COLOURS.values(), *GREYS])
def test_white_letters_can_be_read_on_every_ground(colour: str) -> None:
    assert 1.05 / (luminance(colour) + 0.05) >= LEAST_CONTRAST


def luminance(colour: str) -> float:
    """Give the relative luminance as WCAG reckons it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@given(assessments())
def test_words_stand_inside_their_fields_whatever_the_font(found: Assessment) -> None:
    text = badge(found)
    picture = Picture(text)
    ends = [float(end) for end in re.findall(r'd="M3 0H([\d.]+)V', text)]
    fields = sorted([*ends, float(picture.root.attrib["width"])])
    starts = [0.0, *fields[:-1]]
    written = [*picture.root.iter(f"{SVG}text")]
    for start, end, element in zip(starts, fields, written, strict=True):
        left = float(element.attrib["x"])
        assert start + 5 <= left
        assert left + float(element.attrib["textLength"]) <= end - 5
    assert picture.root.attrib["viewBox"] == f"0 0 {fields[-1]:.0f} 20"


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_a_title_that_means_harm_is_words(attack: str, ngc: CompiledSet) -> None:
    _, found = example(IDEAS / "chatpdf.yaml", ngc)
    hostile: Any = {**found, "idea": attack}
    for text in (badge(hostile), badge(refused(f"{attack}.yaml"))):
        Picture(text)
        check_inert(text)
    assert words_of(badge(hostile)) == ["lifeline", "3 months, until June 2023", "past"]


def test_a_badge_service_finds_the_keys_that_it_takes_and_no_others(ngc: CompiledSet) -> None:
    _, found = example(IDEAS / "call-desk.yaml", ngc)
    assert endpoint(found) == {
        "schemaVersion": 1,
        "label": "lifeline",
        "message": "3–6 months, unclear",
        "color": "875600",
        "isError": False,
    }
    of_invalid = endpoint(refused())
    assert (of_invalid["message"], of_invalid["isError"]) == ("invalid", True)
