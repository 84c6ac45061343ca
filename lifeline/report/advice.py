"""What the advice says of an ending, and of the months of money and of work until the launch."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment, Finding, Lifeline
    from lifeline.model.compiled import CompiledSet

ADVISED = (
    "The advice for this ending: rebuild the product on newer technology, and put performance"
    " first."
)
"""For the end of the advantage; that for the end of the need stands in ``report.phrases``."""


def advised_text(lifeline: Lifeline) -> str:
    """Give the advice for the end of the advantage, where it is sure that this is the ending."""
    is_it = lifeline["ends"] == "advantage" and lifeline["certain"]
    return ADVISED if is_it else ""


def against_the_clock(assessment: Assessment, compiled: CompiledSet) -> list[Finding]:
    """Give the findings that lay a number, such as the months of money, against the months.

    Only those that are sure, of rubrics that every idea is judged by: others stand elsewhere.
    """
    optional = {each["rubric"] for each in compiled["deciding"]["optional"]}
    rules = {
        each["id"]
        for each in compiled["deciding"]["findings"]
        if each["when"][0] == "against" and each["id"].partition("/")[0] not in optional
    }
    return [
        finding
        for finding in assessment["findings"]
        if finding["rule"] in rules and finding["status"] == "certain"
    ]
