"""How long products lasted that were judged alike: the steps in which they ended."""

from __future__ import annotations

from lifeline.model.words import FULL
from lifeline.report.history import judged_text
from lifeline.report.phrases import count, short
from lifeline.report.pictures.axis import Axis
from lifeline.report.pictures.drawing import MARK, QUIET, SMALL, SURE, TRACK, Drawing
from lifeline.report.pictures.months import LINE
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Months

    Curve = dict[str, Any]

TOP, HEIGHT = 28, 150
"""Pixels above the curve, and down from all to none."""

LEFT, MIDDLE, RIGHT, EDGE = 2.4, 45.0, 86.0, 99.0
"""Percent at which the months begin, are half way, and end; and where shares end, right of them."""

LATEST = 36
"""Months that are shown at most."""

SHARES = (1.0, 0.5, 0.0)

BELOW = "Months, and how many were watched then"
STROKE = "A stroke: still held when last seen"


def survival(curve: Curve, prefix: str, months: Months | None = None) -> str:
    """Draw which share of some products lasted for how long; "" where there are none.

    Args:
        curve: as ``backtesting.survival.curve_of_tier`` gives it.
        prefix: sets its ids apart in the page.
        months: the range of the idea that is compared, shown as a band.
    """
    if not curve["cases"]:
        return ""
    drawing = Drawing("survival", prefix, _title(curve))
    drawing.describe(_told(curve, months))
    axis = Axis(0, max(FULL, min(LATEST, curve["last"])), LEFT, RIGHT)
    drawing.y = TOP
    if months:
        _band(drawing, axis, months)
    _shares(drawing, axis)
    _steps(drawing, axis, curve)
    drawing.y += HEIGHT
    _scale(drawing, axis, curve)
    return drawing.finished()


def _title(curve: Curve) -> str:
    return f"How long {count(curve['cases'], 'product')} lasted, {judged_text(curve['tier'])}"


def _told(curve: Curve, months: Months | None) -> list[str]:
    ended, cases = curve["ended"], curve["cases"]
    told = [f"{ended} of {cases} ended; the others still held when they were last seen."]
    told += [_share_text(step) for step in curve["steps"] if step["months"] <= LATEST]
    risk = [f"{entry['cases']} after {entry['months']} months" for entry in curve["at_risk"]]
    told.append(f"Still watched: {', '.join(risk)}.")
    if months:
        told.append(f"The range of this idea is {months_text(months)}.")
    return told


def _share_text(step: dict[str, float]) -> str:
    return f"{_percents(step['share'])} last longer than {_months(step['months'])}."


def _percents(share: float) -> str:
    return f"{100 * share:.0f}%"


def _months(months: float) -> str:
    return f"{months:g} {'month' if months == 1 else 'months'}"


def _band(drawing: Drawing, axis: Axis, months: Months) -> None:
    """Show the range of the idea behind the curve; what is 12 or more goes on to the end."""
    low = axis.at(months["low"])
    high = axis.at(axis.last if months["high"] == FULL else months["high"])
    words = f"this idea: {short(months)} months"
    is_right = low <= MIDDLE
    drawing.text(low if is_right else high, TOP - 8, words, anchor="start" if is_right else "end")
    if low < high:
        drawing.veil((low, high), TOP, HEIGHT, MARK)
    drawing.line(low, TOP - 4, low, TOP + HEIGHT, MARK, width=2)


def _shares(drawing: Drawing, axis: Axis) -> None:
    for share in SHARES:
        y = _down(share)
        drawing.line(axis.at(0), y, axis.at(axis.last), y, TRACK if share else QUIET, behind=True)
        drawing.text(EDGE, y + 4, _percents(share), anchor="end", size=SMALL)


def _steps(drawing: Drawing, axis: Axis, curve: Curve) -> None:
    """Draw the curve as far as anybody was watched, with a stroke where one was last seen alive."""
    steps = [(0.0, 1.0), *((step["months"], step["share"]) for step in curve["steps"])]
    ends = [months for months, _ in steps[1:]] + [max(curve["last"], steps[-1][0])]
    above = 1.0
    for (months, share), end in zip(steps, ends, strict=True):
        if months > axis.last:
            break
        x, y = axis.at(months), _down(share)
        drawing.line(x, _down(above), x, y, SURE, width=2.5)
        drawing.line(x, y, axis.at(end), y, SURE, width=2.5)
        above = share
    for months in curve["censored"]:
        if months <= axis.last:
            y = _down(min(share for end, share in steps if end <= months))
            drawing.line(axis.at(months), y - 5, axis.at(months), y + 5, SURE, width=1.5)


def _down(share: float) -> float:
    return TOP + (1 - share) * HEIGHT


def _scale(drawing: Drawing, axis: Axis, curve: Curve) -> None:
    """Write the months, and below each how many were still watched."""
    watched = {each["months"]: each["cases"] for each in curve["at_risk"]}
    ticks = [month for month in (0, 3, 6, FULL, 24, LATEST) if month <= axis.last]
    for tick in ticks:
        x, cases = axis.at(tick), str(watched.get(tick, 0))
        drawing.line(x, drawing.y, x, drawing.y + 5, QUIET)
        drawing.text(x, drawing.y + LINE + 2, str(tick), anchor="middle", bold=True)
        drawing.text(x, drawing.y + 2 * LINE, cases, anchor="middle", size=SMALL)
    drawing.y += 3 * LINE
    drawing.text(axis.at(0), drawing.y, BELOW, size=SMALL)
    if curve["censored"]:
        drawing.y += LINE
        drawing.text(axis.at(0), drawing.y, STROKE, size=SMALL)
    drawing.y += 8
