"""The caps in order of months, and what lifts each: from how many months to how many."""

from __future__ import annotations

from lifeline.model.words import FULL
from lifeline.report import phrases
from lifeline.report.pictures import months as drawn
from lifeline.report.pictures.axis import LEFT, Axis
from lifeline.report.pictures.drawing import NARROWEST, SMALL, TRACK, Drawing
from lifeline.report.pictures.telling import brief_lift, caps_text
from lifeline.report.pictures.widths import broken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment, Cap

BETWEEN = 12
"""Pixels between two caps."""


def caps(assessment: Assessment, prefix: str) -> str:
    """Draw each cap at its months, with an arrow to what its lifts make of it; "" for none."""
    if not assessment["caps"]:
        return ""
    drawing = Drawing("caps", prefix, f"{assessment['idea']}: what takes months, and what lifts it")
    axis = Axis()
    in_order = sorted(assessment["caps"], key=_order)
    drawing.describe([sentence for cap in in_order for sentence in caps_text(cap)])
    drawn.caption(drawing, "Months")
    top = drawn.scale(drawing, axis, None)
    drawing.y += 2
    for cap in in_order:
        _cap(drawing, axis, cap)
    drawing.y -= BETWEEN - 4
    drawn.lead(drawing, axis, top)
    return drawing.finished()


def _order(cap: Cap) -> tuple[int, int, int]:
    return cap["value"]["low"], cap["value"]["high"], cap["months"]


def _cap(drawing: Drawing, axis: Axis, cap: Cap) -> None:
    perhaps = "" if cap["status"] == "certain" else "perhaps "
    drawn.headed(drawing, f"{perhaps}{phrases.bare(cap['rule'])}", _span(cap))
    _write(drawing, f"{cap['clock']}, {cap['cause']}")
    drawing.y += 12
    drawing.line(axis.at(0), drawing.y, axis.at(FULL), drawing.y, TRACK, width=2)
    _arrows(drawing, axis, cap)
    drawn.mark(drawing, axis.at(cap["months"]), is_sure=cap["status"] == "certain")
    drawing.y += 6
    for lift in cap["lifted_by"]:
        _write(drawing, brief_lift(lift))
    drawing.y += BETWEEN


def _span(cap: Cap) -> str:
    """Say to what a cap limits, and what becomes of that: ``6, lifted to 12+``."""
    own, low, high = cap["months"], cap["value"]["low"], cap["value"]["high"]
    surely = f", lifted to {_short(low)}" if low > own else ""
    perhaps = f", perhaps {_short(high)}" if high > low else ""
    return f"{own}{surely}{perhaps}" if surely or perhaps else f"{own} months"


def _short(months: int) -> str:
    return phrases.short({"low": months, "high": months})


def _write(drawing: Drawing, words: str) -> None:
    for line in broken(words, NARROWEST / SMALL - 1):
        drawing.y += drawn.LINE - 1
        drawing.text(LEFT, drawing.y, line, size=SMALL)


def _arrows(drawing: Drawing, axis: Axis, cap: Cap) -> None:
    """Lead from the months of a cap to what it surely is after lifts, and on to what it may be."""
    own, low, high = (
        axis.at(cap["months"]),
        axis.at(cap["value"]["low"]),
        axis.at(cap["value"]["high"]),
    )
    if low > own:
        drawn.arrow(drawing, own, low)
    if high > low:
        drawn.arrow(drawing, low, high, dashed=True)
