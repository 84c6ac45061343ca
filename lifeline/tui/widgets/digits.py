"""Months in large type: signs of three lines, made of blocks."""

from __future__ import annotations

HEIGHT = 3

SIGNS = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
    "+": ("   ", "▀█▀", "   "),
    "–": ("   ", "▀▀▀", "   "),
    " ": (" ", " ", " "),
}
"""What is drawn for each sign."""

BETWEEN = " to "


def large(text: str) -> list[str]:
    """Draw a range of months as ``report.phrases.short`` gives it: ``3``, ``3 to 12+``."""
    signs = [SIGNS[sign] for sign in text.replace(BETWEEN, " – ")]
    return [" ".join(sign[line] for sign in signs).rstrip() for line in range(HEIGHT)]
