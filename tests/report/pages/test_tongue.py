"""A text is marked where its language or its side is not that of the page."""

from __future__ import annotations

import pytest

from lifeline.report.pages.tongue import Tongue

ARABIC = "إلى متى يدوم"
CHINESE = "它能坚持多久 (entry)"


@pytest.mark.parametrize(
    ("language", "text", "attributes"),
    [
        ("en", "How long", ""),
        ("de", "Wie lange", ""),
        ("en", "", ""),
        ("en", ARABIC, ' dir="rtl"'),
        ("zh", CHINESE, ""),
        ("zh-CN", "How long", ' lang="en"'),
        ("zh", "12+", ' lang="en"'),
        ("ar", ARABIC, ""),
        ("ar", f"{ARABIC} (entry)", ""),
        ("ar", "How long", ' lang="en" dir="ltr"'),
    ],
)
def test_only_what_is_not_as_the_page_is_marked(language: str, text: str, attributes: str) -> None:
    assert Tongue(language).of(text) == attributes


@pytest.mark.parametrize(("language", "side"), [("en", "ltr"), ("ar", "rtl"), ("fa-IR", "rtl")])
def test_a_page_is_read_from_the_side_of_its_language(language: str, side: str) -> None:
    assert Tongue(language).direction == side
