"""Says what a move changes, as plain data: an answer in ids and numbers, and in a set's labels."""

from __future__ import annotations

from lifeline.model.chosen import chosen
from lifeline.model.idea import GIVEN, OPEN
from lifeline.scoring.saying import said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.insight.whatif.spans import Span
    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer

    Entry = dict[str, Any]


def told(question: Question, text: Entry, answer: Answer | None) -> Entry:
    """Tell an answer; what is open is ``unknown``."""
    if answer is None or answer.state == OPEN:
        return {"said": "unknown", "labels": []}
    labels = [text["labels"][name] for name in _names(question, answer) if name in text["labels"]]
    return {"said": said(question, answer), "labels": labels}


def _names(question: Question, answer: Answer) -> list[str]:
    """Give the choices that an answer names."""
    if answer.state != GIVEN or not question["choices"]:
        return []
    names = list(question["choices"])
    if question["kind"] == "choice":
        return [names[int(number)] for number in answer.value]
    mask = int(answer.value[0]) | int(answer.value[1])
    return chosen(names, mask)


def span_told(span: Span | None) -> Entry | None:
    """Tell which numbers do the same as the one that is named: from one, below or up to another."""
    if span is None:
        return None
    ends = {"at_least": None if span.is_first else span.low}
    ends["below"] = None if span.is_last else span.high
    return ends
