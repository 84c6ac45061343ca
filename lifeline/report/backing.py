"""How an answer is backed, in a few words."""

from __future__ import annotations

from lifeline.model.words import UNBACKED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Question

NO_EVIDENCE_ASKED, BACKED, NEEDS, OLD, ITSELF_OLD = (
    "no evidence asked for",
    "backed",
    "needs evidence",
    "evidence is old",
    "answer is old",
)


def backed_text(question: Question, fault: str | None) -> str:
    """Say how an answer is backed; ``fault`` is the rule that finds something wrong with it."""
    if not question["evidence"]:
        return NO_EVIDENCE_ASKED if fault is None else ITSELF_OLD
    if fault is None:
        return BACKED
    return NEEDS if fault == UNBACKED else OLD
