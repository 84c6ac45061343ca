"""Says what the signs of a picture mean: only of those that stand in it."""

from __future__ import annotations

from lifeline.report.pictures.axis import LEFT
from lifeline.report.pictures.drawing import MARK, NARROWEST, SMALL, SURE
from lifeline.report.pictures.months import LINE
from lifeline.report.pictures.widths import width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifeline.model.assessment import Months
    from lifeline.report.pictures.drawing import Drawing

    Item = tuple[str, str, str, str]
    """A path, what fills it, its outline, and words."""

SWATCH = "M0 -9h18v10h-18Z"
DIAMOND = "M9 -9.5 14.5 -4 9 1.5 3.5 -4Z"
SIGN, BETWEEN = 24, 16
"""Pixels for a sign, and between two that stand in one line."""


def legend(drawing: Drawing, spans: Iterable[Months], sure_caps: Iterable[bool]) -> None:
    """Explain full and hatched bars where something is open, and the marks of caps."""
    items: list[Item] = []
    if any(months["low"] < months["high"] for months in spans):
        items.append((SWATCH, SURE, SURE, "for sure"))
        items.append((SWATCH, drawing.hatching(), SURE, "still open"))
    kinds = {*sure_caps}
    items += [(DIAMOND, MARK, MARK, "takes months")] if True in kinds else []
    items += [(DIAMOND, "none", MARK, "may take months")] if False in kinds else []
    if items:
        _write(drawing, items)


def _write(drawing: Drawing, items: list[Item]) -> None:
    """Write items beside each other as far as they have room."""
    left = NARROWEST
    drawing.y += 4
    for path, fill, stroke, words in items:
        wide = SIGN + width(words) * SMALL
        if left + wide > NARROWEST:
            drawing.y += LINE
            left = 0
        drawing.shape(LEFT, drawing.y, path, fill, stroke, shift=left)
        drawing.text(LEFT, drawing.y, words, size=SMALL, shift=left + SIGN)
        left += round(wide) + BETWEEN
    drawing.y += 8
