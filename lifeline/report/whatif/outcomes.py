"""Says what is wanted, and what an idea comes to."""

from __future__ import annotations

from lifeline.report.phrases import span_text
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Entry = dict[str, Any]

VERDICTS = {"pass": "passes", "fail": "fails", "unclear": "is unclear"}


def goal_text(target: Entry) -> str:
    """Say a target."""
    if target["kind"] == "months":
        return f"{target['at_least']} months or more, also if what is open turns out badly"
    if target["kind"] == "score":
        return f"at least {target['at_least']:.15g} of 100 in {target['rubric']}"
    return "a verdict of pass"


def outcome_text(outcome: Entry) -> str:
    """Say the months, the verdict and, where one was asked for, the score."""
    text = f"{months_text(outcome['months'])}, and the verdict {VERDICTS[outcome['verdict']]}"
    if "score" not in outcome:
        return text
    score = outcome["score"]
    told = span_text("", score["low"], score["high"])[2:-1] if score else "none of 100"
    return f"a score of {told}; {text}"
