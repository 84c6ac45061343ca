"""The page's own words, in every language that it speaks, from one table: ``words.yaml``."""

from __future__ import annotations

import os

from lifeline.model.languages import runs_from_right
from lifeline.reading.nodes import Problems, compose, plain

ENGLISH = "en"


def words_in(language: str) -> tuple[str, dict[str, str]]:
    """Give the page's words nearest to a language, and the language that they are in."""
    table = words_told()
    spoken = table["heading"]
    found = language.partition("-")[0]
    found = found if found in spoken else ENGLISH
    return found, {key: told[found] for key, told in table.items()}


def words_told() -> dict[str, dict[str, str]]:
    """Give every word by language, under its key."""
    with open(os.path.join(os.path.dirname(__file__), "words.yaml"), "rb") as file:
        root = compose(file.read(), Problems())
    assert root is not None, "the file is ours"
    table: dict[str, dict[str, str]] = plain(root, Problems())
    return table


def direction_of(language: str) -> str:
    """Give the direction in which the words of a language run, as HTML calls it."""
    return "rtl" if runs_from_right(language) else "ltr"
