"""Which answers are unbacked or stale, and so doubted where an assessment is strict."""

from __future__ import annotations

from datetime import timedelta

from lifeline.model.idea import OPEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer


def items(question: Question, answer: Answer, as_of: date) -> list[date | None]:
    """Give the dates of the items that count: of the rung asked for, and not from the future."""
    least = question["evidence"]
    return [
        when for rung, when in answer.evidence if rung >= least and (when is None or when <= as_of)
    ]


def is_unbacked(question: Question, answer: Answer, as_of: date) -> bool:
    """Whether an answer lacks evidence of the rung that its question asks for."""
    if answer.state == OPEN or not question["evidence"]:
        return False
    return not items(question, answer, as_of)


def stale_since(question: Question, answer: Answer, assessed: date, as_of: date) -> date | None:
    """Give the first day on which an answer's evidence is too old; None while that is to come.

    The newest item counts, one without a date as of the assessed day. Where no evidence is asked
    for, the answer itself counts too: it says how things stood on that day.
    """
    if answer.state == OPEN or not question["fresh_for"]:
        return None
    dates = [when or assessed for when in items(question, answer, as_of)]
    if not question["evidence"]:
        dates.append(assessed)
    since = max(dates, default=assessed) + timedelta(days=question["fresh_for"] + 1)
    return since if since <= as_of else None


def doubted(
    questions: list[Question], answers: dict[int, Answer], assessed: date, as_of: date
) -> frozenset[int]:
    """Give the numbers of the questions whose answer is unbacked or stale on a day."""
    return frozenset(
        number
        for number, answer in answers.items()
        if is_unbacked(questions[number], answer, as_of)
        or stale_since(questions[number], answer, assessed, as_of)
    )
