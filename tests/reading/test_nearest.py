"""The known word nearest to a word: what Python finds itself, with less work."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.reading.limits import LONGEST_WORD, MOST_ALIKE, MOST_LAID
from lifeline.reading.nearest import laid, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

words = st.text("abc-", max_size=8)


@given(words, st.lists(words.filter(len), max_size=8))
def test_it_is_what_python_itself_finds(word: str, known: list[str]) -> None:
    found = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    assert nearest(word, known) == "".join(found)


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the known words that are compared sign by sign."""
    found = []

    class Matcher(difflib.SequenceMatcher[str]):
        def set_seq1(self, a: Sequence[str]) -> None:
            found.append("".join(a))
            super().set_seq1(a)

    monkeypatch.setattr(difflib, "SequenceMatcher", Matcher)
    return found


def test_of_very_many_words_that_look_alike_those_with_most_of_its_signs_are_compared(
    compared: list[str],
) -> None:
    known = [f"{'x' * 50}-{n}" for n in range(500)]
    assert nearest(f"{'x' * 50}-z321", known) == known[321]
    most = 1 + MOST_LAID // laid(known[0], known[0]) + 1
    assert len(compared) <= most < 6


def test_what_cannot_be_nearer_is_not_compared(compared: list[str]) -> None:
    known = ["abcdefgh", "abcdef-h", "abcdxxxx", "hgfedcba"]
    assert nearest("abcdef-h", known) == "abcdef-h"
    assert compared == ["", "abcdef-h"]


def test_of_endless_words_the_first_are_looked_through(compared: list[str]) -> None:
    strange = ["badc"] * (MOST_ALIKE - 1)
    assert nearest("abcde", [*strange, "abcd", *strange]) == "abcd"
    assert not nearest("abcde", [*strange, "badc", "abcd"])
    assert nearest("abcde", ["x", "a" * LONGEST_WORD, *strange, "abcd"]) == "abcd"


def test_pairs_are_counted_by_sign() -> None:
    assert laid("aab", "abb") == 2 * 1 + 1 * 2
    assert laid("ab", "cd") == 0
