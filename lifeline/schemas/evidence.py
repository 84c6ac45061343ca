"""The schema of what stands beside an answer: who says it, what backs it, and a note."""

from __future__ import annotations

from lifeline.model.words import RUNGS
from lifeline.schemas.scalars import DAY, LINK, TEXT, entries, or_empty, ref

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.schemas.scalars import Schema

EVIDENCE: Schema = or_empty(
    {
        "type": "array",
        "description": "What backs the answer; the highest rung counts.",
        "items": entries(
            {
                "says": {**TEXT, "description": "What somebody says: the lowest rung."},
                "link": {**LINK, "description": "A web page that shows it: the middle rung."},
                "measurement": {**TEXT, "description": "What was measured: the highest rung."},
                "date": {**DAY, "description": "The day it speaks of; evidence ages."},
            },
            anyOf=[{"required": [rung]} for rung in RUNGS],
        ),
    }
)

ABOUT: Schema = {
    "by": {**TEXT, "description": "Who says so."},
    "evidence": ref("evidence"),
    "note": {**TEXT, "description": "Free text."},
}
"""Beside each answer in its long form; ``evidence`` is defined once."""
