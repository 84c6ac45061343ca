"""A range of months as a small bar, for a row of a table."""

from __future__ import annotations

from lifeline.report.phrases import sentence
from lifeline.report.pictures.axis import Axis
from lifeline.report.pictures.drawing import Drawing
from lifeline.report.pictures.months import bar
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Months

LEFT, RIGHT = 0.5, 91.0
"""Percent at which months begin and the twelfth stands: what goes on needs 6 pixels of about 80."""


def months_bar(months: Months, prefix: str, name: str = "lifeline") -> str:
    """Draw a range of months as a bar of 14 pixels."""
    drawing = Drawing("months", prefix, f"{sentence(name)}: {months_text(months)}")
    drawing.y = 1
    bar(drawing, Axis(left=LEFT, right=RIGHT), months)
    drawing.y += 1
    return drawing.finished()
