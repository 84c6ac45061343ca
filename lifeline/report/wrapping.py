"""Breaks text into lines by the columns it takes on a screen, also where words are not spaced."""

from __future__ import annotations

WIDE = ("W", "F")
OPENING, CLOSING = "（《「『【〔“‘", "，。、；：？！）》」』】〕”’…"
"""Signs that do not end a line, or do not begin one, where words are not spaced."""

FIRST_WIDE, FIRST_COMBINING, PLAIN = "\u2e80", "\u0300", "—–’“”…•→█░·"
"""Below these no sign is wide (but some pictures) or combines; our own signs do neither. Asking
Unicode's tables costs a millisecond at the start."""


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Break a text into lines.

    Args:
        text: the words; every run of white space counts as one space.
        width: the most columns of a line.
        first: what the first line begins with.
        rest: what the others begin with.
    """
    lines, line, room = [], first, width - columns(first)
    for word in _pieces(text, width - columns(rest)):
        if columns(word.rstrip()) > room and line not in (first, rest):
            lines.append(line.rstrip())
            line, room = rest, width - columns(rest)
        line += word
        room -= columns(word)
    if line.strip():
        lines.append(line.rstrip())
    return lines


def _pieces(text: str, most: int) -> list[str]:
    """Split a text where a line may break: after spaces, at wide signs, in what is too long."""
    pieces = []
    for word in text.split():
        if word.isascii() and len(word) <= most:
            pieces.append(word + " ")
            continue
        piece = ""
        for sign in word:
            if piece and _may_break(piece[-1], sign, columns(piece + sign) > most):
                pieces.append(piece)
                piece = ""
            piece += sign
        pieces.append(piece + " ")
    return pieces


def _may_break(before: str, after: str, is_full: bool) -> bool:
    """Whether a line may break between two signs of a word."""
    if after in CLOSING or before in OPENING:
        return is_full
    return is_full or _is_wide(before) or _is_wide(after)


def columns(text: str) -> int:
    """Count the columns that a text takes on a screen."""
    if text.isascii():
        return len(text)
    return sum(2 if _is_wide(sign) else 0 if _combines(sign) else 1 for sign in text)


def _is_wide(sign: str) -> bool:
    if sign < FIRST_WIDE:
        return False
    from unicodedata import east_asian_width

    return east_asian_width(sign) in WIDE


def _combines(sign: str) -> bool:
    if sign < FIRST_COMBINING or sign in PLAIN:
        return False
    from unicodedata import combining

    return combining(sign) != 0
