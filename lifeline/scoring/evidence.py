"""Which answers are unbacked or stale, and so doubted where an assessment is strict."""

from __future__ import annotations

from datetime import timedelta

from lifeline.model.idea import OPEN
from lifeline.model.words import STALE, UNBACKED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer


def fault_of(
    question: Question, answer: Answer, assessed: date, as_of: date
) -> tuple[str, date | None] | None:
    """Give what is wrong with the evidence of an answer on a day, if something is.

    That is UNBACKED: there is no item of the rung that the question asks for; or STALE, and since
    when: the newest such item is too old. An item without a date counts as of the assessed day, one
    from the future not at all. Where no evidence is asked for, the answer itself is an item of the
    assessed day.
    """
    least, fresh_for = question["evidence"], question["fresh_for"]
    if answer.state == OPEN or not (least or fresh_for):
        return None
    newest = None if least else assessed
    for rung, when in answer.evidence:
        day = when or assessed
        if rung >= least and day <= as_of and (newest is None or day > newest):
            newest = day
    if newest is None:
        return UNBACKED, None
    if not fresh_for:
        return None
    since = newest + timedelta(days=fresh_for + 1)
    return (STALE, since) if since <= as_of else None


def doubted(
    questions: list[Question], answers: dict[int, Answer], assessed: date, as_of: date
) -> frozenset[int]:
    """Give the numbers of the questions whose answer is unbacked or stale on a day."""
    return frozenset(
        number
        for number, answer in answers.items()
        if fault_of(questions[number], answer, assessed, as_of)
    )
