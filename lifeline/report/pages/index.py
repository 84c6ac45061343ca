"""The row of an idea in the index of a page about several."""

from __future__ import annotations

from lifeline.report import phrases
from lifeline.report.formats.overview import cells
from lifeline.report.pictures.months_bar import months_bar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Assessment

    Data = dict[str, Any]

KEPT = ("anchor", "title", "path", "verdict", "sign", "word")


def row_of(assessment: Assessment, told: Data) -> Data:
    """Give the row; ``told`` is what the section of the idea has on top."""
    _, _, months, until, cause, decides = cells(assessment)
    lifeline = assessment["lifeline"]
    prefix = f"{told['anchor']}-index"
    return {
        **{key: told[key] for key in KEPT},
        "months": months,
        "picture": months_bar(lifeline["months"], prefix) if lifeline else "",
        "ahead": phrases.ahead_text(assessment),
        "until": until,
        "cause": cause,
        "decides": decides,
    }
