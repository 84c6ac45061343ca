"""Suggestions for words that are not known."""

from __future__ import annotations

import pytest

from lifeline.reading.limits import LONGEST_WORD
from lifeline.reading.spelling import any_of, brief, hint, listed, not_among, strange_sign

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


@pytest.mark.parametrize(
    ("word", "told"),
    [
        (
            "\u0435ntry",
            "1st sign of what stands here is CYRILLIC SMALL LETTER IE, not the Latin 'e'",
        ),
        ("next\u2010model", "5th sign of what stands here is HYPHEN, not '-'"),
        ("entry\u200b", "6th sign of what stands here is ZERO WIDTH SPACE"),
        ("entry:\u00a0yes", "7th sign of what stands here is NO-BREAK SPACE"),
        ("\u0435\u0435ntry", "1st sign of what stands here is CYRILLIC SMALL LETTER IE"),
    ],
)
def test_what_only_looks_like_a_known_word_is_told_by_its_sign(word: str, told: str) -> None:
    meant = "next-model" if "model" in word else "entry"
    assert hint(word, KNOWN) == f" Did you mean '{meant}'? The {told}."
    assert not_among(word, KNOWN, "a question").endswith(f"? The {told}.")


def test_a_letter_that_is_all_of_a_word_is_named_where_one_like_it_is_known() -> None:
    told = " The 1st sign of what stands here is CYRILLIC SMALL LETTER IE, not the Latin 'e'."
    assert strange_sign("\u0435", ["e"], "e") == told


def test_a_sign_without_a_name_is_told_by_its_number() -> None:
    assert strange_sign("entry\x9b", ["entry"]).endswith(" is U+009B.")


@pytest.mark.parametrize("place", [*range(1, 25), 101, 111, 112, 113])
def test_the_place_of_a_sign_is_an_ordinary_number(place: int) -> None:
    ends = {"1": "st", "2": "nd", "3": "rd"}
    end = "th" if place % 100 in {11, 12, 13} else ends.get(str(place)[-1], "th")
    word = f"{'w' * (place - 1)}\uff1a"
    told = f" The {place}{end} sign of what stands here is FULLWIDTH COLON."
    assert strange_sign(f"{word} x", ["entry"]) == told


@pytest.mark.parametrize(
    "word", ["\u8a55\u4fa1", "\u043e\u0434\u0438\u043d", "\u0939\u093f", "weather"]
)
def test_a_word_of_another_script_needs_no_names_of_its_letters(word: str) -> None:
    assert not_among(word, KNOWN, "a question").endswith("lifeline/money-ends.")


def test_what_a_known_word_has_too_is_nothing_strange() -> None:
    assert hint("m\u00fcler", ["m\u00fcller"]) == " Did you mean 'm\u00fcller'?"
