"""Months in a picture: the scale with its days, a range as a bar, and the mark of a cap."""

from __future__ import annotations

from lifeline.model.words import FULL
from lifeline.report.bar import TICKS
from lifeline.report.phrases import MONTHS, short
from lifeline.report.pictures.axis import LEFT, RIGHT
from lifeline.report.pictures.drawing import (
    INK,
    MARK,
    NARROWEST,
    QUIET,
    SIZE,
    SMALL,
    SURE,
    TRACK,
)
from lifeline.report.pictures.widths import broken, width
from lifeline.scoring.calendar import months_after

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.model.assessment import Months
    from lifeline.report.pictures.axis import Axis
    from lifeline.report.pictures.drawing import Drawing

THICK, THIN = 12, 2
LINE = 17
"""Pixels from one line of words to the next."""

LEAST = 5
"""Em of room that a name has, however long the words at the other end are."""

GAP = 10
"""Pixels between a mark and the words beside it."""

DIAMOND = "M0 -5.5 5.5 0 0 5.5 -5.5 0Z"
ONWARD = f"M0 0 6 {THICK / 2:g} 0 {THICK}Z"
"""Behind the twelfth month: or more."""

TIP = "M-6 -4 0 0 -6 4Z"
"""The tip of an arrow."""


def caption(drawing: Drawing, words: str) -> None:
    """Say above a picture what its scale counts."""
    drawing.y += SIZE
    drawing.text(LEFT, drawing.y, words, size=SMALL)
    drawing.y += 6


def scale(drawing: Drawing, axis: Axis, since: date | None) -> float:
    """Draw the months of an axis, their days where it is known when they begin, and its line.

    Returns:
        Where the line is; months are to be led on from there by ``lead``.
    """
    for tick in TICKS:
        _tick(drawing, axis, tick, since)
    drawing.y += LINE + (2 * LINE - 2 if since else 0) + 2
    for month in range(round(axis.first), FULL + 1):
        x, height = axis.at(month), 7 if month in TICKS else 4
        drawing.line(x, drawing.y - height, x, drawing.y, QUIET)
    drawing.line(axis.at(axis.first), drawing.y, axis.at(FULL), drawing.y, QUIET)
    return drawing.y


def _tick(drawing: Drawing, axis: Axis, tick: int, since: date | None) -> None:
    anchor = {axis.first: "start", axis.last: "end"}.get(tick, "middle")
    x, y = axis.at(tick), drawing.y + SMALL
    drawing.text(x, y, short({"low": tick, "high": tick}), anchor=anchor, bold=True)
    if since:
        day = months_after(since, tick)
        drawing.text(x, y + LINE - 1, brief_day(day), anchor=anchor, size=SMALL)
        drawing.text(x, y + 2 * LINE - 4, str(day.year), anchor=anchor, size=SMALL)


def brief_day(day: date) -> str:
    """Say a day without its year: ``30 Jun``."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def lead(drawing: Drawing, axis: Axis, top: float) -> None:
    """Lead the months of the scale down to where the drawing has come, behind everything else."""
    for tick in TICKS:
        drawing.line(axis.at(tick), top, axis.at(tick), drawing.y, TRACK, behind=True)


def bar(drawing: Drawing, axis: Axis, months: Months) -> None:
    """Draw a range: full up to its low end, hatched up to its high end, and on beyond twelve."""
    zero, low, high, end = map(axis.at, (0, months["low"], months["high"], FULL))
    drawing.box((zero, end), drawing.y, THICK, TRACK)
    if months["low"] < months["high"]:
        drawing.box((low, high), drawing.y, THICK, drawing.hatching(), SURE)
    if months["low"]:
        drawing.box((zero, low), drawing.y, THICK, SURE)
    if months["high"] == FULL:
        is_sure = months["low"] == FULL
        drawing.shape(end, drawing.y, ONWARD, SURE if is_sure else drawing.hatching(), SURE)
    drawing.y += THICK


def headed(drawing: Drawing, name: str, words: str, *, bold: bool = False) -> None:
    """Write a name and, at the other end of its last line, what there is to say of it."""
    room = (RIGHT - LEFT) * NARROWEST / 100 / SIZE - width(words) - 1
    for line in broken(name, max(room, LEAST)):
        drawing.y += LINE
        drawing.text(LEFT, drawing.y, line, bold=bold)
    drawing.text(RIGHT, drawing.y, words, anchor="end", bold=bold)
    drawing.y += 6


def mark(drawing: Drawing, x: float, *, is_sure: bool) -> None:
    """Draw a full sign for what is sure, an empty one for what may be."""
    drawing.shape(x, drawing.y, DIAMOND, MARK if is_sure else "none", MARK)


def beside(drawing: Drawing, x: float, words: str) -> None:
    """Write words beside a place, where there is more room, in as many lines as they need."""
    is_right = x <= 50  # noqa: PLR2004  # the middle
    room = (100 - x if is_right else x) * NARROWEST / 100 - GAP
    anchor, shift = ("start", GAP) if is_right else ("end", -GAP)
    lines = broken(words, room / SIZE)
    for line in lines:
        drawing.text(x, drawing.y + 4, line, anchor=anchor, shift=shift)
        drawing.y += LINE


def arrow(drawing: Drawing, left: float, right: float, *, dashed: bool = False) -> None:
    """Draw an arrow from one place to a later one."""
    drawing.line(left, drawing.y, right, drawing.y, INK, width=1.5, dashed=dashed)
    drawing.shape(right, drawing.y, TIP, INK)
