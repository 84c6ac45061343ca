"""Lays the answer to a question beside what the record of the market has of the assessed day."""

from __future__ import annotations

from lifeline.model.idea import OPEN
from lifeline.model.words import ROSIER, SUGGESTS
from lifeline.scoring.market import ANNOUNCED, NOTHING, PREVIEW, SHIPPED
from lifeline.scoring.record import known_by
from lifeline.scoring.saying import said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer
    from lifeline.scoring.idea_record import IdeaRecord
    from lifeline.scoring.record import Sign, Status

    Told = tuple[str, str, int | None, str, str]
    """The rule of a finding, its level, the number of its question, its message and remedy."""

AS = {ANNOUNCED: "as announced", PREVIEW: "as a preview", SHIPPED: "as shipped"}
HORIZON = 6
"""Months within which one wants to know whether what is announced comes."""

FEWEST = 5
"""Announcements of which one can say how many came soon."""

DOUBT = (
    "The record can be wrong, or speak of other users than yours. Look at the events; then change"
    " the answer, take out of 'capabilities' what is only a part of your product, or waive this"
    " with the reason why it does not hold for your users:"
)


def of_question(
    record: IdeaRecord, number: int, question: Question, answer: Answer | None
) -> Iterator[Told]:
    """Tell what the record suggests where nothing is answered, or something better than that."""
    suggested = record.suggested(question, record.then)
    if suggested is None:
        return
    would = f"that would be '{list(question['choices'])[suggested]}'"
    if answer is None or answer.state == OPEN:
        message = f"{_told(record)}: {would}.{_rate(record)}"
        remedy = f"Look at the sources, then answer {question['id']}: {_command(record)} --sources"
        yield SUGGESTS, "note", number, message, remedy
    elif record.contradicts(question, answer, record.then):
        yours = f"your answer is '{said(question, answer)}', which is better"
        message = f"{_told(record)}: {would}, and {yours}.{_latest(record)}{_rate(record)}"
        yield ROSIER, "warning", number, message, f"{DOUBT} {_command(record)}"


def _furthest(record: IdeaRecord) -> Status:
    found = record.furthest(record.then)
    assert found is not None, "the record suggests something only of what it knows"
    return found


def _told(record: IdeaRecord) -> str:
    """Say how far the big companies were, since when, and which."""
    status = _furthest(record)
    reached = status["status"]
    if reached == NOTHING:
        named = ", ".join(record.capabilities)
        return f"The record of the market has nothing of {named} by {record.then}"
    companies = status["companies"][reached]
    count = "1 large company" if len(companies) == 1 else f"{len(companies)} large companies"
    first = record.record.signs(status)[0]["date"]
    lead = f"The record of the market has {status['capability']} {AS[reached]} since {first}"
    return f"{lead}, by {count} ({', '.join(companies)})"


def _latest(record: IdeaRecord) -> str:
    signs = record.record.signs(_furthest(record))
    return f" The latest: {sign_text(signs[-1])}" if signs else ""


def sign_text(sign: Sign) -> str:
    """Say one thing that happened, as a sentence that goes on behind a colon."""
    moment = sign["date"]
    when = f"on {moment}" if len(moment) > len("2023-09") else f"in {moment}"
    if sign["what"] is None:
        return f"{sign['actor']} announced it {when}."
    return f"{when}, {sign['actor']}: {sign['what']}"


def _rate(record: IdeaRecord) -> str:
    """Say, where something was announced only, how often that came soon; what is known by now."""
    if _furthest(record)["status"] != ANNOUNCED:
        return ""
    from lifeline.scoring.market_rates import announced_to_shipped

    known = known_by(record.as_of, record.record.market)
    within = announced_to_shipped(known)["within"]
    cases, done = next((w["cases"], w["done"]) for w in within if w["months"] == HORIZON)
    if cases < FEWEST:
        return ""
    there = f"{done} {'was' if done == 1 else 'were'} there for users within {HORIZON} months."
    return f" Of {cases} announcements of which the record knows whether they came, {there}"


def _command(record: IdeaRecord) -> str:
    status = _furthest(record)
    words = record.capabilities if status["status"] == NOTHING else [status["capability"]]
    return f"{events_command(words)} --until {record.then}"


def events_command(words: list[str]) -> str:
    """Give the command that lists the events of some capabilities."""
    return f"lifeline market events --capability {' '.join(words)}"
