"""The page: one table, whole, that shows words and does nothing."""

from __future__ import annotations

from tests.report.pages import Page
from tests.report.reported import all_judged, judged, written


def test_the_page_is_a_table_with_a_row_for_each_idea() -> None:
    heads, *rows = Page(written("html", all_judged())).rows
    assert heads[:2] == ["Verdict", "Idea"]
    assert [row[0] for row in rows] == ["INVALID", "FAIL", "PASS", "UNCLEAR"]
    assert rows[3][1:3] == ["第二个 & othersideas/unclear.yaml", "6 to 12+"]


def test_the_page_needs_nothing_else_and_says_how_it_is_written() -> None:
    text = written("html", all_judged())
    assert text.isascii()
    assert '<meta charset="utf-8">' in text
    assert "default-src 'none'" in text
    assert "://" not in text


def test_a_page_without_ideas_is_whole() -> None:
    assert len(Page(written("html", [])).rows) == 1


def test_what_a_path_holds_is_words() -> None:
    path = 'ideas/<img src=x onerror="alert(1)">.yaml'
    rows = Page(written("html", [judged("lifeline: 1\nidea: A\n", path)])).rows
    assert rows[1][1] == f"A{path}"
