"""Makes the colours of a theme legible: themes for light rooms have pale ones for emphasis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.color import Color

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST = 4.5
"""The contrast that WCAG 2.2 asks of text at level AA."""

SHARE = 0.1
"""How much black or white is mixed in before one looks again."""

NEARLY_BLACK = 0.04045
"""Up to here a part of a colour of sRGB is proportional to its light."""

WRITTEN_ON = {
    "text-error": "background",
    "text-success": "background",
    "text-warning": "background",
    "text-accent": "background",
    "footer-key-foreground": "footer-background",
}
"""The colours in which we write, each with the one behind it."""


def legible(variables: Mapping[str, str]) -> dict[str, str]:
    """Give a theme's variables with those for text darker, or lighter, where they are too pale.

    Colours that the terminal chooses (``ansi_…``) are left to it.
    """
    changed = {
        name: _apart(Color.parse(variables[name]), Color.parse(variables[behind])).hex
        for name, behind in WRITTEN_ON.items()
        if all(variables.get(each, "").startswith("#") for each in (name, behind))
    }
    return {**variables, **changed}


def _apart(colour: Color, behind: Color) -> Color:
    """Mix in what is farther from the colour behind, until one can be read on the other."""
    end = Color.parse("#000000" if _light(behind) > _light(colour) else "#ffffff")
    end = end if contrast(end, behind) >= LEAST else end.inverse
    for _ in range(round(1 / SHARE)):
        if contrast(colour, behind) >= LEAST:
            break
        colour = colour.blend(end, SHARE)
    return colour if contrast(colour, behind) >= LEAST else end


def contrast(one: Color, other: Color) -> float:
    """Give the contrast of two colours as WCAG 2.2 defines it, from 1 to 21."""
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


def _light(colour: Color) -> float:
    red, green, blue = (_linear(each) for each in colour.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= NEARLY_BLACK else ((part + 0.055) / 1.055) ** 2.4)
