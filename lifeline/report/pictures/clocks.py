"""The two clocks on a calendar, with what cuts them short and what came near them."""

from __future__ import annotations

from datetime import date
from math import floor

from lifeline.model.words import CLOCKS
from lifeline.report import phrases
from lifeline.report.pictures import months as drawn
from lifeline.report.pictures import surroundings
from lifeline.report.pictures.axis import Axis
from lifeline.report.pictures.drawing import Drawing
from lifeline.report.pictures.legend import legend
from lifeline.report.pictures.telling import clocks_text, clocks_title
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifeline.model.assessment import Assessment, Cap, Lifeline, Months
    from lifeline.report.pictures.beside import Laid
    from lifeline.report.pictures.surroundings import Placed

BELOW = 8
"""Pixels below a bar."""


def clocks(
    assessment: Assessment,
    prefix: str,
    events: Placed = (),
    against: Sequence[Laid] = (),
) -> str:
    """Draw the lifeline and its clocks as ranges of months, each with the caps that take from it.

    Args:
        assessment: of an idea that was read.
        prefix: sets its ids apart in the page.
        events: what the record of the market has near the idea; see ``surroundings.placed``.
        against: numbers of months laid against it; see ``months_against``.
    """
    lifeline = assessment["lifeline"]
    assert lifeline is not None, "nothing is drawn of what could not be read"
    since = date.fromisoformat(assessment["assessed"]) if assessment["assessed"] else None
    axis = Axis(min([0, *(floor(months) for months, _ in events)]))
    drawing = Drawing("clocks", prefix, clocks_title(assessment))
    drawing.describe(clocks_text(assessment, [sign for _, sign in events], against))
    start = f" from {phrases.day_text(since.isoformat())}" if since else ""
    drawn.caption(drawing, f"Months{start}")
    top = drawn.scale(drawing, axis, since)
    surroundings.marks(drawing, axis, events)
    _rows(drawing, axis, assessment, lifeline)
    for laid in against:
        surroundings.against(drawing, axis, laid)
    surroundings.seen(drawing, axis, since, date.fromisoformat(assessment["as_of"]), top)
    drawn.lead(drawing, axis, top)
    spans = [lifeline["months"], lifeline["advantage"], lifeline["necessity"]]
    legend(drawing, spans, [phrases.is_sure(cap) for cap in phrases.taking(assessment["caps"])])
    surroundings.names(drawing, events)
    return drawing.finished()


def _rows(drawing: Drawing, axis: Axis, assessment: Assessment, lifeline: Lifeline) -> None:
    """Draw the lifeline, and each clock with its caps."""
    drawing.y += 4
    _row(drawing, axis, "Lifeline", lifeline["months"], bold=True)
    for clock in CLOCKS:
        _row(drawing, axis, clock.capitalize(), lifeline[clock])  # type: ignore[literal-required]
        for cap in phrases.taking(assessment["caps"]):
            if cap["clock"] == clock:
                _cap(drawing, axis, cap)


def _row(drawing: Drawing, axis: Axis, name: str, months: Months, *, bold: bool = False) -> None:
    drawn.headed(drawing, name, months_text(months), bold=bold)
    drawn.bar(drawing, axis, months)
    drawing.y += BELOW


def _cap(drawing: Drawing, axis: Axis, cap: Cap) -> None:
    x, sure = axis.at(cap["value"]["low"]), phrases.is_sure(cap)
    drawing.y += 3
    drawn.mark(drawing, x, is_sure=sure)
    drawn.beside(drawing, x, f"{'' if sure else 'perhaps '}{phrases.bare(cap['rule'])}")
