"""Which answers are unbacked or stale, and so doubted where an assessment is strict."""

from __future__ import annotations

from datetime import timedelta

from lifeline.model.idea import OPEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer


def is_unbacked(question: Question, answer: Answer) -> bool:
    """Whether an answer lacks evidence of the rung that its question asks for."""
    if answer.state == OPEN or not question["evidence"]:
        return False
    least = question["evidence"]
    for rung, _ in answer.evidence:  # noqa: SIM110  # a generator takes twice the time
        if rung >= least:
            return False
    return True


def stale_since(question: Question, answer: Answer, assessed: date) -> date | None:
    """Give the first day on which an answer's evidence is too old; None if it never is.

    The newest item of a sufficient rung counts, one without a date as of the assessed day. Where
    no evidence is asked for, the answer itself counts too: it says how things stood on that day.
    """
    if answer.state == OPEN or not question["fresh_for"]:
        return None
    dates = [when or assessed for rung, when in answer.evidence if rung >= question["evidence"]]
    if not question["evidence"]:
        dates.append(assessed)
    return max(dates, default=assessed) + timedelta(days=question["fresh_for"] + 1)


def doubted(
    questions: list[Question], answers: dict[int, Answer], assessed: date, as_of: date
) -> frozenset[int]:
    """Give the numbers of the questions whose answer is unbacked or stale on a day."""
    return frozenset(
        number
        for number, answer in answers.items()
        if is_unbacked(questions[number], answer)
        or is_stale(questions[number], answer, assessed, as_of)
    )


def is_stale(question: Question, answer: Answer, assessed: date, as_of: date) -> bool:
    """Whether an answer's evidence is too old on a day."""
    since = stale_since(question, answer, assessed)
    return since is not None and since <= as_of
