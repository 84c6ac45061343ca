"""The scores of the rubrics, each as a range from 0 to 100."""

from __future__ import annotations

from lifeline.report.phrases import span_text
from lifeline.report.pictures.axis import Axis
from lifeline.report.pictures.drawing import QUIET, SMALL, SURE, TRACK, Drawing
from lifeline.report.pictures.months import DIAMOND, LINE, headed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from lifeline.model.assessment import Range

FULL_SCORE = 100
TICKS = (0, 25, 50, 75, FULL_SCORE)
THICK = 8


def scores(found: Mapping[str, Range | None], names: Mapping[str, str], prefix: str) -> str:
    """Draw scores as ranges; "" where there is none.

    Args:
        found: the scores of an assessment, by rubric.
        names: what the scores of those rubrics are called that are to be shown, in order.
        prefix: sets its ids apart in the page.
    """
    shown = [(name, score) for rubric, name in names.items() if (score := found.get(rubric))]
    if not shown:
        return ""
    drawing = Drawing("scores", prefix, "Scores from 0 to 100")
    drawing.describe([span_text(name, each["low"], each["high"]) for name, each in shown])
    axis = Axis(0, FULL_SCORE)
    top = _scale(drawing, axis)
    for name, score in shown:
        _row(drawing, axis, name, score)
    for tick in TICKS:
        drawing.line(axis.at(tick), top, axis.at(tick), drawing.y, TRACK, behind=True)
    return drawing.finished()


def _scale(drawing: Drawing, axis: Axis) -> float:
    for tick in TICKS:
        anchor = {0: "start", FULL_SCORE: "end"}.get(tick, "middle")
        drawing.text(axis.at(tick), drawing.y + SMALL, str(tick), anchor=anchor, size=SMALL)
    drawing.y += LINE
    drawing.line(axis.at(0), drawing.y, axis.at(FULL_SCORE), drawing.y, QUIET)
    return drawing.y


def _row(drawing: Drawing, axis: Axis, name: str, score: Range) -> None:
    told = span_text("", score["low"], score["high"])
    headed(drawing, name, told.strip(": ."))
    low, high = axis.at(score["low"]), axis.at(score["high"])
    middle = drawing.y + THICK / 2
    drawing.line(axis.at(0), middle, axis.at(FULL_SCORE), middle, TRACK, width=2)
    if score["low"] == score["high"]:
        drawing.shape(low, middle, DIAMOND, SURE, SURE)
    else:
        drawing.box((low, high), drawing.y, THICK, drawing.hatching(), SURE)
    drawing.y += THICK + 6
