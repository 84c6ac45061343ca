"""One row for each idea, for tables that people read: plain words, not yet escaped."""

from __future__ import annotations

from lifeline.model.words import FULL
from lifeline.report import phrases

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment, Cap, Deciding, Lifeline

HEADS = ("Verdict", "Idea", "Months", "Until", "What ends it first", "What decides")

UNREADABLE = "cannot be read"
SEE_BELOW = "the file cannot be read: see below"

NOTHING = "nothing, as far as one can see"


def cells(assessment: Assessment) -> tuple[str, ...]:
    """Give the row of an idea, a text for each of ``HEADS``."""
    verdict, title = phrases.VERDICTS[assessment["verdict"]], title_of(assessment)
    lifeline = assessment["lifeline"]
    if lifeline is None:
        return verdict, title, "", "", mistakes_text(assessment), ""
    months = phrases.short(lifeline["months"])
    past = phrases.is_past(lifeline, assessment["as_of"])
    until = phrases.days_text(lifeline["months"], lifeline["until"], past=past)
    decides = _decides(assessment["deciding"])
    ends = causes_text(assessment["caps"], lifeline)
    return verdict, title, months, until, ends, decides


def title_of(assessment: Assessment) -> str:
    """Give what an idea is called; of a file that cannot be judged, its id."""
    return assessment["idea"] or assessment["id"]


def mistakes_text(assessment: Assessment) -> str:
    """Count what is wrong with a file that cannot be judged; say it of one that nobody can read."""
    first = assessment["errors"][0]
    if len(assessment["errors"]) == 1 and first["message"].startswith(UNREADABLE):
        return SEE_BELOW
    return f"{phrases.count(len(assessment['errors']), 'mistake')} in the file"


def causes_text(caps: list[Cap], lifeline: Lifeline) -> str:
    """Say what ends a lifeline first, or may; as its page does."""
    if lifeline["months"]["low"] == FULL:
        return NOTHING
    causes, is_sure = phrases.reasons_text(caps, lifeline)
    return causes if is_sure else f"perhaps: {causes}"


def _decides(deciding: Deciding | None) -> str:
    if deciding is None:
        return ""
    if deciding["settling"] or deciding["pair"] is None:
        return phrases.bare(deciding["question"])
    return " and ".join(map(phrases.bare, deciding["pair"]["questions"]))
