"""What stands around the clocks: events, the day one looks, and months laid against them."""

from __future__ import annotations

from datetime import date

from lifeline.model.words import FULL
from lifeline.report.pictures.axis import LEFT, months_between
from lifeline.report.pictures.beside import RECENT
from lifeline.report.pictures.drawing import INK, MARK, NARROWEST, SMALL
from lifeline.report.pictures.months import LINE, THIN, beside, brief_day, headed
from lifeline.report.pictures.telling import event_text, number_text
from lifeline.report.pictures.widths import broken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifeline.report.pictures.axis import Axis
    from lifeline.report.pictures.beside import Laid, Sign
    from lifeline.report.pictures.drawing import Drawing

    Placed = Sequence[tuple[float, Sign]]

PEAK = "M-5 9 5 9 0 0Z"
ONWARD = "M0 -4 7 0 0 4Z"

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

APART = 16 / NARROWEST * 100
"""Percent between the letters of two events in one row."""

ROW, LETTER = 24, 18
"""Pixels down for a row of events, and across for the letter of one."""


def placed(since: date | None, events: Sequence[Sign]) -> Placed:
    """Give events in order, each with its months from the assessed day; none without such a day.

    What came long before, or after the months that are drawn, is left out.
    """
    if since is None:
        return []
    found = [(months_between(since, date.fromisoformat(sign["known"])), sign) for sign in events]
    near = [each for each in found if -RECENT <= each[0] <= FULL]
    return sorted(near, key=lambda each: each[0])


def marks(drawing: Drawing, axis: Axis, events: Placed) -> None:
    """Mark the events below the scale, by letter; those that would touch stand in rows."""
    places = [axis.at(months) for months, _ in events]
    rows = _rows(places)
    for letter, x, row in zip(LETTERS, places, rows, strict=False):
        y = drawing.y + row * ROW + 2
        if row:
            drawing.line(x, drawing.y, x, y, MARK)
        drawing.shape(x, y, PEAK, MARK)
        drawing.text(x, y + ROW - 3, letter, anchor="middle", size=SMALL)
    drawing.y += ROW * max([0, *(row + 1 for row in rows)])


def _rows(places: list[float]) -> list[int]:
    """Give each place the first row in which it is far enough from the one before it."""
    lasts: list[float] = []
    rows = []
    for x in places:
        row = next((n for n, last in enumerate(lasts) if x - last >= APART), len(lasts))
        lasts[row : row + 1] = [x]
        rows.append(row)
    return rows


def names(drawing: Drawing, events: Placed) -> None:
    """List the events by letter."""
    room = (NARROWEST - LETTER) / SMALL - 1
    for letter, (_, sign) in zip(LETTERS, events, strict=False):
        drawing.text(LEFT, drawing.y + LINE, letter, size=SMALL)
        for line in broken(event_text(sign), room):
            drawing.y += LINE
            drawing.text(LEFT, drawing.y, line, size=SMALL, shift=LETTER)
    drawing.y += 6


def against(drawing: Drawing, axis: Axis, laid: Laid) -> None:
    """Draw a number of months as a line with an end, or with a tip where it goes on."""
    low, high = laid["low"], laid["high"]
    headed(drawing, laid["name"].capitalize(), number_text(low, high))
    drawing.y += 5
    y, sure, end = drawing.y, axis.at(low), axis.at(high)
    drawing.line(axis.at(0), y, sure, y, INK, width=THIN)
    if low < high:
        drawing.line(sure, y, end, y, INK, width=THIN, dashed=True)
    if high > FULL:
        drawing.shape(end, y, ONWARD, INK)
    else:
        drawing.line(end, y - 5, end, y + 5, INK, width=THIN)
    drawing.y += 9


def seen(drawing: Drawing, axis: Axis, since: date | None, as_of: date, top: float) -> None:
    """Mark the day one looks, where it is later than the answers and still on the scale."""
    if since is None or not since < as_of or months_between(since, as_of) > FULL:
        return
    x = axis.at(months_between(since, as_of))
    drawing.y += LINE - 4
    drawing.line(x, top, x, drawing.y, MARK, dashed=True, behind=True)
    beside(drawing, x, f"seen on {brief_day(as_of)} {as_of.year}")
