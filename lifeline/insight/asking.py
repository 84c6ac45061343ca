"""Explains a question: why it is asked, what it decides, what each answer would give."""

from __future__ import annotations

from datetime import date

from lifeline.insight.grounds import Grounds
from lifeline.insight.subjects import decided_by, readers_of
from lifeline.insight.trying import hidden, months_by_answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Assessment
    from lifeline.model.idea import Idea
    from lifeline.scoring.assess import Assessor


def question_entry(
    assessor: Assessor, idea: Idea, assessment: Assessment, id_: str, *, strict: bool
) -> dict[str, Any]:
    """Give the entry of a question; one that is not asked here has no months to try."""
    compiled = assessor.compiled
    grounds = Grounds(compiled["texts"])
    text = grounds.texts["questions"][id_]
    as_of = date.fromisoformat(assessment["as_of"])
    unasked = hidden(assessor, idea, as_of, strict=strict)
    asked = id_ not in unasked
    tried = months_by_answer(assessor, idea, id_, as_of, strict=strict) if asked else []
    working = at_work(assessment)

    def read_by(question: str) -> list[dict[str, Any]]:
        return [{"id": r, "fires": r in working} for r in readers_of(compiled, question)]

    return {
        "kind": "question",
        "id": id_,
        "ask": text["ask"],
        "why": text["why"],
        "asked": asked,
        "rubric": assessment["rubrics"][id_.partition("/")[0]],
        "answer": assessment["answers"].get(id_),
        "read_by": read_by(id_),
        "decides": [
            {"id": other, "asked": other not in unasked, "read_by": read_by(other)}
            for other in decided_by(compiled, id_)
        ],
        "months_by_answer": tried,
        "claims": grounds.claims(text["claims"]),
    }


def at_work(assessment: Assessment) -> set[str]:
    """Give the rules that fire, for sure or perhaps, and the protections that lift a cap."""
    caps = assessment["caps"]
    return {
        *(cap["rule"] for cap in caps),
        *(finding["rule"] for finding in assessment["findings"]),
        *(lift["protection"] for cap in caps for lift in cap["lifted_by"]),
    }
