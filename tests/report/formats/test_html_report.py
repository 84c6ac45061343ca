"""The page that ``lifeline score`` writes: whole, of words and pictures, and it does nothing."""

from __future__ import annotations

import pytest

from tests.report.read_back import Page
from tests.report.reported import FAILS, PASSES, UNCLEAR, all_judged, judged, written


def test_the_index_of_the_page_has_a_row_for_each_idea() -> None:
    heads, *rows = Page(written("html", all_judged())).rows
    assert heads[:2] == ["Idea", "Verdict"]
    assert [row[1] for row in rows] == ["! INVALID", "✕ FAIL", "✓ PASS", "? UNCLEAR"]
    assert rows[3][0] == "第二个 & others ideas/unclear.yaml"
    assert rows[3][2] == "6 to 12+"


def test_each_idea_has_a_section_to_which_its_row_leads() -> None:
    page = Page(written("html", all_judged()))
    assert page.links[1:5] == [f"#idea-{number}" for number in range(1, 5)]
    ideas = ["broken", 'A product, "the first"', "A third", "第二个 & others"]
    assert [title for title in page.titles if title in ideas] == ideas


def test_one_idea_has_the_page_for_itself() -> None:
    page = Page(written("html", [judged(FAILS)]))
    assert page.rows == []
    assert page.titles[:2] == ['A product, "the first"', "The lifeline"]
    assert "Your money ends soon." in page.words
    assert "What takes months" in page.titles


def test_the_page_needs_nothing_else_and_says_how_it_is_written() -> None:
    text = written("html", all_judged())
    assert text.isascii()
    assert '<meta charset="utf-8">' in text
    assert "default-src 'none'" in text
    assert "://" not in text.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_the_fine_print_names_each_gate_that_ideas_were_judged_by() -> None:
    same = Page(written("html", [judged(PASSES, min_months=3)])).words
    assert "Gateat least 3 months on both clocks" in same
    several = [judged(PASSES), judged(FAILS), judged(UNCLEAR, min_months=3)]
    words = Page(written("html", several)).words
    assert "Gate of 2 ideasat least 12 months on both clocks" in words
    assert "Gate of 1 ideaat least 3 months on both clocks" in words


def test_a_page_without_ideas_is_whole() -> None:
    page = Page(written("html", []))
    assert page.rows == []
    assert "0 ideas." in page.words
    assert "Gateat least 12 months on both clocks" in page.words


def test_what_a_path_holds_is_words() -> None:
    path = 'ideas/<img src=x onerror="alert(1)">.yaml'
    assert path in Page(written("html", [judged("lifeline: 1\nidea: A\n", path)])).words


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("مفكرة for meetings and notes", "<bdi>مفكرة</bdi> for meetings and notes"),
        ("مفكرة", "مفكرة"),
    ],
)
def test_words_that_run_against_the_others_are_set_apart(title: str, shown: str) -> None:
    told = f">{shown}</h1>".encode("ascii", "xmlcharrefreplace").decode("ascii")
    assert told in written("html", [judged(f"lifeline: 1\nidea: {title}\n")])
