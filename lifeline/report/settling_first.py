"""What has to be settled first: means that end before the product does, or a start too late."""

from __future__ import annotations

from datetime import date

from lifeline.model.words import LEVELS
from lifeline.report.advice import against_the_clock
from lifeline.report.phrases import bare, day_text
from lifeline.scoring.calendar import part_months_after
from lifeline.scoring.saying import ends_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment, Finding
    from lifeline.model.compiled import CompiledSet

SETTLE = "Settle that first."

ENDS = {
    "runway": "Your money ends {when}, before the product does.",
    "launch": "People can use your product {when}, and by then its months are over.",
}
"""What is said of the questions that the shipped set lays against the months, with a day."""

PAST = {
    "runway": "By your answers, your money ended {when}, before the months of the product.",
    "launch": "By your answers, people could use your product {when}, after its months were over.",
}
WITHOUT_DAY = {
    "runway": "Your money ends before the product does.",
    "launch": "When people can use your product, its months are over.",
}
WHEN = {"runway": "by {high} at the latest", "launch": "from {low} on at the earliest"}


def settled_first(assessment: Assessment, compiled: CompiledSet) -> list[tuple[str, Finding]]:
    """Give the findings that come before everything else, each with a sentence about it.

    Those that are sure, more than a note, and not accepted on purpose.
    """
    return [
        (f"{_sentence(finding, assessment, compiled)} {SETTLE}", finding)
        for finding in against_the_clock(assessment, compiled)
        if finding["level"] != LEVELS[-1] and not finding["waived"]
    ]


def _sentence(finding: Finding, assessment: Assessment, compiled: CompiledSet) -> str:
    """Say it with a day; what we have no words for, in those of the set."""
    id_ = finding["question"] or ""
    name = bare(id_)
    if name not in ENDS or compiled["language"] != "en":
        return finding["message"]
    months = ends_of(assessment["answers"].get(id_, ""))
    if assessment["assessed"] is None or not months:
        return WITHOUT_DAY[name]
    low, high = _days(assessment["assessed"], months)
    days = {"low": day_text(low), "high": day_text(high)}
    on = ("on {low}" if name == "runway" else "from {low} on") if low == high else WHEN[name]
    words = PAST if high < assessment["as_of"] else ENDS
    return words[name].format(when=on.format(**days))


def _days(assessed: str, months: list[float]) -> tuple[str, str]:
    first = date.fromisoformat(assessed)
    low, high = (part_months_after(first, end) for end in (months[0], months[-1]))
    return low.isoformat(), high.isoformat()
