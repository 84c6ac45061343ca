"""How an answer is backed, in a few words."""

from __future__ import annotations

from lifeline.model.words import UNBACKED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Question

NO_EVIDENCE_ASKED, BACKED, NEEDS, OLD = (
    "no evidence asked for",
    "backed",
    "needs evidence",
    "evidence is old",
)


def backed_text(question: Question, fault: str | None) -> str:
    """Say how an answer is backed; ``fault`` is the rule that finds something wrong with it."""
    if fault is not None:
        return NEEDS if fault == UNBACKED else OLD
    return BACKED if question["evidence"] else NO_EVIDENCE_ASKED
