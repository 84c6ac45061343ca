"""How wide texts are, about, and how they are broken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lifeline.report.pictures.widths import broken, width


@given(st.text(), st.text())
def test_a_text_is_as_wide_as_its_parts(one: str, other: str) -> None:
    assert abs(width(one + other) - width(one) - width(other)) < 1e-6


def test_wide_letters_take_more_room_than_narrow_ones() -> None:
    assert width("ill") < width("oak") < width("MWM") < width("妙鸭子")
    assert width("e\u0301") == width("e"), "a sign above a letter takes none"


@given(st.text("abc -妙W", max_size=80), st.floats(1, 30))
def test_every_line_fits_and_no_sign_is_lost(text: str, room: float) -> None:
    lines = broken(text, room)
    assert all(width(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_lines_end_behind_hyphens_and_are_as_even_as_may_be() -> None:
    assert broken("good-enough-without-us", 12) == ["good-enough-", "without-us"]
    assert broken("nothing-protects", 12) == ["nothing-protects"]
    assert broken("two words", 3.5) == ["two", "words"]
    assert broken("", 3) == [""]
    assert broken("incomprehensible", 4) == ["incom", "prehen", "sible"]
