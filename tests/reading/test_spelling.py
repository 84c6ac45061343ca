"""Suggestions for words that are not known."""

from __future__ import annotations

import pytest

from lifeline.reading.limits import LONGEST_WORD
from lifeline.reading.spelling import any_of, brief, hint, listed, not_among

KNOWN = ["next-model", "entry", "lifeline/money-ends"]


@pytest.mark.parametrize(
    "word",
    ["next-modle", "nextmodel", "next_model", "Next Model", "NEXT-MODEL", "lifeline/next-model"],
)
def test_a_word_that_is_nearly_known_is_suggested(word: str) -> None:
    assert hint(word, KNOWN) == " Did you mean 'next-model'?"


@pytest.mark.parametrize("word", ["a_b_c_d", "A B C D", "a-b_c d"])
def test_ids_of_short_parts_are_suggested_whatever_joins_them(word: str) -> None:
    assert hint(word, ["a-b-c-d"]) == " Did you mean 'a-b-c-d'?"


@pytest.mark.parametrize("place", ["performance-first/", "rubrics/performance-first/"])
def test_what_stands_before_an_id_does_not_hide_what_was_meant(place: str) -> None:
    assert hint(f"{place}entri", KNOWN) == " Did you mean 'entry'?"


def test_a_word_as_long_as_any_is_still_compared() -> None:
    known = "x" * LONGEST_WORD
    assert hint("y" + known[1:], [known]) == f" Did you mean '{known}'?"
    assert hint("y" + known, [known]) == ""


def test_an_id_without_its_rubric_is_suggested_with_it() -> None:
    assert hint("money-ends", KNOWN) == " Did you mean 'lifeline/money-ends'?"


@pytest.mark.parametrize("word", ["weather", "", "x" * 10_000])
def test_nothing_is_suggested_where_nothing_is_near(word: str) -> None:
    assert hint(word, KNOWN) == ""


def test_nothing_is_suggested_where_nothing_is_known() -> None:
    assert hint("entry", []) == ""
    assert not_among("entry", [], "a question") == "'entry' is not a question."


def test_a_strange_word_is_told_with_the_known_ones_and_the_nearest() -> None:
    told = "'entri' is not a question. Expected one of: next-model, entry. Did you mean 'entry'?"
    assert not_among("entri", KNOWN[:2], "a question") == told


def test_one_known_word_is_expected_by_itself() -> None:
    assert any_of(["entry"]) == "'entry'"
    assert any_of(["entry", "runway"]) == "one of: entry, runway"


def test_a_long_list_is_cut() -> None:
    assert listed("abc") == "a, b, c"
    assert listed("abc", most=3) == "a, b, c"
    assert listed("abcde", most=3) == "a, b, c and 2 more"


def test_a_word_is_shown_on_one_line_and_cut_where_it_is_long() -> None:
    assert brief("a\n  b\u2028c\r\nd") == "a b c d"
    assert brief("x" * LONGEST_WORD) == "x" * LONGEST_WORD
    assert brief("x" * LONGEST_WORD + "y") == "x" * LONGEST_WORD + "…"
