"""A badge for a README: how many months, and the verdict, by word, sign and colour.

Its letters take exactly the room that is estimated for them, whatever font it is shown in.
"""

from __future__ import annotations

import os
from math import ceil
from xml.etree.ElementTree import Element, SubElement

from lifeline.model.words import FULL
from lifeline.report.phrases import MONTHS, day_text, is_past, sentence, until_text
from lifeline.report.pictures.drawing import written
from lifeline.report.pictures.widths import width
from lifeline.report.terminal import safe
from lifeline.report.verdict import verdict_text
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Assessment, Lifeline, Months

LABEL = "lifeline"
PAST, UNANSWERED = "past", "unanswered"
"""What a badge says instead of a verdict: of months that are over, or where nothing is answered."""

WORDS = {
    "pass": "passes",
    "fail": "fails",
    "unclear": "unclear",
    "invalid": "invalid",
    PAST: "past",
    UNANSWERED: "not answered yet",
}

NEUTRAL = "#6b7280"
COLOURS = {
    "pass": "#1a7340",
    "fail": "#b3261e",
    "unclear": "#875600",
    "invalid": "#6f4a8e",
    PAST: NEUTRAL,
    UNANSWERED: NEUTRAL,
}
GREYS = ("#3d444d", "#59616b")
"""White letters can be read on each of these: a contrast of 4.5 or more."""

MENDED = "Its file cannot be read as an idea, so nothing can be said before it is mended."
NOTHING_ANSWERED = "No question is answered in its file, so nothing can be said of it yet."

SIGNS = {
    "pass": "M0 5 3.5 8.5 9 .5",
    "fail": "M1 1 8 8M8 1 1 8",
    "unclear": "M1.5 2.8A2.9 2.9 0 1 1 5.8 5Q4.4 5.8 4.4 6.6M4.4 9V9.2",
    "invalid": "M4.5 0V5.6M4.5 8.8V9",
    PAST: "M1 .5H8L1 8.5H8Z",
    UNANSWERED: "M0 4.5V4.6M4.5 4.5V4.6M9 4.5V4.6",
}
"""Strokes in a square of 9 pixels."""

HEIGHT, ROUND, SIZE, BASE = 20, 3, 11, 14
"""Pixels: of a badge, of its corners, of its letters, and from above to their base line."""

PAD, SIGN = 6, 14
"""Pixels at both sides of words, and for a sign before them."""


def badge(assessment: Assessment) -> str:
    """Draw the badge of an idea, as a file of its own in ASCII."""
    words, state = _words(assessment), _state(assessment)
    wides = [ceil(width(each) * SIZE) + 2 * PAD for each in words]
    wides[-1] += SIGN
    root = _root(sum(wides), _sentence(assessment))
    _grounds(root, wides, COLOURS[state])
    lefts = [sum(wides[:place]) + PAD for place in range(len(wides))]
    _sign(root, lefts[-1], state)
    lefts[-1] += SIGN
    for left, text in zip(lefts, words, strict=True):
        _write(root, left, text)
    return written(root) + "\n"


def endpoint(assessment: Assessment) -> dict[str, Any]:
    """Give the badge as what the endpoint of a badge service wants; it takes no other keys."""
    label, *told = _words(assessment)
    return {
        "schemaVersion": 1,
        "label": label,
        "message": ", ".join(told),
        "color": COLOURS[_state(assessment)].removeprefix("#"),
        "isError": assessment["verdict"] == "invalid",
    }


def _state(assessment: Assessment) -> str:
    """Give the verdict, or what goes before it: a verdict on months that are over holds no more."""
    lifeline = assessment["lifeline"]
    if lifeline is None:
        return assessment["verdict"]
    if not assessment["answers"]:
        return UNANSWERED
    return PAST if is_past(lifeline, assessment["as_of"]) else assessment["verdict"]


def _words(assessment: Assessment) -> list[str]:
    lifeline, state = assessment["lifeline"], _state(assessment)
    if lifeline is None or state == UNANSWERED:
        return [LABEL, WORDS[state]]
    span = _span(lifeline["months"])
    return [LABEL, f"{span}, {_until(lifeline)}" if state == PAST else span, WORDS[state]]


def _until(lifeline: Lifeline) -> str:
    """Say of which time months were said that are over: ``until May 2027``.

    Of months without an end it is known only when they began.
    """
    is_open = lifeline["months"]["high"] == FULL
    assert lifeline["until"] is not None, "it is past"
    day = lifeline["until"]["high"]
    year, month = int(day[:4]), MONTHS[int(day[5:7]) - 1]
    # 12 months after the answers is the same month, a year later
    return f"from {month} {year - FULL // 12}" if is_open else f"until {month} {year}"


def _span(months: Months) -> str:
    """Give a range in a few signs: ``3–6 months``."""
    low, high = (f"{end}+" if end == FULL else str(end) for end in (months["low"], months["high"]))
    return f"{low} months" if low == high else f"{low}–{high} months"


def _sentence(assessment: Assessment) -> str:
    """Say the whole of it, and on which day that was so."""
    name = assessment["idea"] or assessment["id"] or os.path.basename(assessment["path"])
    lifeline, state = assessment["lifeline"], _state(assessment)
    told = f"{name}: {WORDS[state]}."
    if lifeline is None:
        told += f" {MENDED}"
    elif state == UNANSWERED:
        told += f" {NOTHING_ANSWERED}"
    else:
        told += "" if state == PAST else f" {sentence(verdict_text(assessment))}"
        told += f" Lifeline: {months_text(lifeline['months'])}."
        told += f" {until_text(lifeline, assessment['as_of'])}"
    return f"{told} Seen on {day_text(assessment['as_of'])}."


def _root(wide: int, told: str) -> Element:
    size = {"width": str(wide), "height": str(HEIGHT), "viewBox": f"0 0 {wide} {HEIGHT}"}
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            **size,
            "role": "img",
            "direction": "ltr",
            "font-family": "Verdana,Geneva,DejaVu Sans,Arial,sans-serif",
            "font-size": str(SIZE),
            "fill": "#fff",
            "aria-labelledby": "lifeline-badge",
        },
    )
    SubElement(root, "title", {"id": "lifeline-badge"}).text = safe(told)
    return root


def _grounds(root: Element, wides: list[int], colour: str) -> None:
    """Draw the grounds of the fields: the verdict's from end to end, and before it the others."""
    size = {"width": str(sum(wides)), "height": str(HEIGHT)}
    SubElement(root, "rect", {**size, "rx": str(ROUND), "fill": colour})
    for wide, grey in zip((sum(wides[:-1]), wides[0]), reversed(GREYS), strict=True):
        corner = f"{ROUND} {ROUND} 0 0 1"
        path = f"M{ROUND} 0H{wide}V{HEIGHT}H{ROUND}A{corner} 0 {HEIGHT - ROUND}"
        path += f"V{ROUND}A{corner} {ROUND} 0Z"
        SubElement(root, "path", {"d": path, "fill": grey})


def _write(root: Element, left: int, words: str) -> None:
    place = {"x": str(left), "y": str(BASE), "textLength": str(ceil(width(words) * SIZE))}
    SubElement(root, "text", place).text = words


def _sign(root: Element, left: int, state: str) -> None:
    look = {"fill": "none", "stroke": "#fff", "stroke-width": "2", "stroke-linecap": "round"}
    place = f"translate({left} 5.5)"
    SubElement(root, "path", {"d": SIGNS[state], "transform": place, **look})
