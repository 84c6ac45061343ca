"""How wide a text is, about: nobody knows the font in which it will be shown."""

from __future__ import annotations

from unicodedata import category, east_asian_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

NARROW, SLIM, SMALL, LOW, HIGH, BROAD = 0.3, 0.42, 0.54, 0.61, 0.72, 0.95
"""Advance widths in em, on the generous side of usual sans-serif fonts."""

FULL_WIDTH = 1.0
"""Of Chinese, Japanese and Korean signs, and of emoji."""

EVENLY = 1.2
"""By so much a line may be longer than the mean of the lines of a text."""

SIGNS = {
    **dict.fromkeys("iljI.,:;'|!", NARROW),
    **dict.fromkeys('ftr()[]/-" \u00a0', SLIM),
    **dict.fromkeys("ckszvxyJ", SMALL),
    **dict.fromkeys("+=<>~#", HIGH),
    **dict.fromkeys("mwMW@%", BROAD),
}


def width(text: str) -> float:
    """Give the width of a text in em."""
    return sum(map(_advance, text))


def _advance(sign: str) -> float:
    if sign in SIGNS:
        return SIGNS[sign]
    if category(sign) in {"Mn", "Me", "Cf"}:
        return 0.0  # it stands on, or joins, its neighbours
    if east_asian_width(sign) in {"W", "F"}:
        return FULL_WIDTH
    return HIGH if sign.isupper() else LOW


def broken(text: str, room: float) -> list[str]:
    """Break a text into lines of at most so many em, and as even as may be.

    Lines end behind a space or a hyphen; where a word has no room, anywhere.
    """
    whole = width(text)
    if whole <= room:
        return [text.strip()]
    lines = _filled(text, room)
    evener = _filled(text, min(room, EVENLY * whole / len(lines)))
    return evener if len(evener) == len(lines) else lines


def _filled(text: str, room: float) -> list[str]:
    lines = [""]
    for piece in _pieces(text, room):
        if lines[-1] and width(f"{lines[-1]}{piece}".rstrip()) > room:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def _pieces(text: str, room: float) -> Iterator[str]:
    """Cut a text behind each space and hyphen, and what is still too long anywhere."""
    piece = ""
    for sign in text:
        if piece and width(piece + sign) > room and sign != " ":
            yield piece
            piece = ""
        piece += sign
        if sign in " -":
            yield piece
            piece = ""
    yield piece
