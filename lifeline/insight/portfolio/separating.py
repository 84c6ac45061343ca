"""Which open question would put the most pairs of ideas in order."""

from __future__ import annotations

from lifeline.insight.trying import backed
from lifeline.model.idea import GIVEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from typing import Any

    from lifeline.insight.portfolio.rows import Row
    from lifeline.model.assessment import Assessment
    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer, Idea, Value
    from lifeline.scoring.assess import Assessor

    Span = tuple[int, int]
    Trials = dict[str, list[Span]]
    """By open question, the least and the most months with each of its answers."""


def trials_of(
    assessor: Assessor, idea: Idea, assessment: Assessment, as_of: date, *, strict: bool
) -> Trials:
    """Try the answers to each open question that the months of an idea wait on, but numbers.

    Of several choices each is tried alone, with those that are sure, and none of them.
    """
    compiled = assessor.compiled
    waited_on = {id_ for cap in assessment["caps"] for id_ in cap["waits_on"]}
    found: Trials = {}
    for number, id_ in enumerate(compiled["ids"]):
        if id_ not in waited_on:
            continue
        question = compiled["deciding"]["questions"][number]
        values = list(_values(question, idea.answers.get(number)))
        found[id_] = [_span(assessor, idea, number, v, as_of, strict=strict) for v in values]
    return {id_: spans for id_, spans in found.items() if spans}


def _values(question: Question, answer: Answer | None) -> Iterator[Value]:
    """Give what an open answer may still turn out to be, as ``Answer.value`` holds it."""
    given = answer.value if answer is not None and answer.state == GIVEN else None
    kind, many = question["kind"], len(question["choices"])
    if kind in ("choice", "yes-no"):
        every = given or range(2 if kind == "yes-no" else many)
        yield from ((int(number),) for number in every)
    elif kind == "choices":
        surely, perhaps = map(int, given or (0, -1))
        yield surely, 0
        yield from ((surely | 1 << n, 0) for n in range(many) if perhaps >> n & 1)


def _span(  # noqa: PLR0913  # what is tried, and how it is judged
    assessor: Assessor, idea: Idea, number: int, value: Value, as_of: date, *, strict: bool
) -> Span:
    other = idea.with_answers({**idea.answers, number: backed(value, as_of)})
    months = assessor.solve(other, as_of=as_of, strict=strict).months()
    return months["low"], months["high"]


def separating(rows: list[Row], trials: dict[str, Trials]) -> dict[str, Any] | None:
    """Give the idea and its open question whose answer puts the most pairs in order by months.

    Each answer counts as much as the others. None where no answer puts any pair in order.

    Args:
        rows: all ideas, in an order that does not depend on that of the files.
        trials: of some of them, by path.
    """
    spans = [(row["months"]["low"], row["months"]["high"]) for row in rows]
    counted = {span: spans.count(span) for span in set(spans)}
    found, most = None, 0.0
    for row, span in zip(rows, spans, strict=True):
        now = _apart(span, counted)
        for question, tried in trials.get(row["path"], {}).items():
            gained = [_apart(after, counted) - now for after in tried]
            mean = sum(gained) / len(gained)
            if mean > most:
                pairs = {"low": min(gained), "high": max(gained)}
                found, most = {"path": row["path"], "question": question, "pairs": pairs}, mean
    return found


def _apart(span: Span, counted: dict[Span, int]) -> int:
    low, high = span
    return sum(n for other, n in counted.items() if other[0] > high or other[1] < low)
