"""What the program itself tells of the market's record and of age: findings that move no months."""

from __future__ import annotations

from datetime import date, timedelta

from lifeline.model.words import AHEAD, OUT_OF_DATE, RECORD_ENDS, SINCE, UNKNOWN_CAPABILITY
from lifeline.reading.spelling import brief, listed, not_among
from lifeline.scoring.against_record import events_command, of_question, sign_text
from lifeline.scoring.calendar import DAYS_IN_MONTH, held_until, is_ahead
from lifeline.scoring.record import height

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer, Idea
    from lifeline.scoring.against_record import Told
    from lifeline.scoring.idea_record import IdeaRecord
    from lifeline.scoring.record import Sign

MOST_UNKNOWN = 5
"""Words told one by one that the record does not know."""

MOST_TOLD = 3
"""Events since the assessment that are told one by one."""

GRACE = timedelta(days=90)
"""Beyond the end of the record, for which nothing is said."""

NOUN = "a capability of the record of the market"
WRITE = "Write the word of the record that fits; where none does, nothing is looked up."
AGAIN = "Look whether your answers still hold, and assess again. What happened:"
LATER = "Install a newer version of lifeline if there is one, and look for news yourself of:"
RENEW = "Go through the answers again, and put the day on which you do it into 'assessed'."


def of_record(
    record: IdeaRecord, questions: list[Question], asked: list[int], answers: dict[int, Answer]
) -> Iterator[Told]:
    """Tell what the record says of an idea's capabilities."""
    yield from _unknown(record)
    for number in asked:
        yield from of_question(record, number, questions[number], answers.get(number))
    if record.capabilities:
        yield from _since(record)
        yield from _end(record)


def _unknown(record: IdeaRecord) -> Iterator[Told]:
    """Name words that the record does not know; of very many, the rest are counted."""
    words, rest = record.record.market["capabilities"], record.unknown[MOST_UNKNOWN:]
    for word in record.unknown[:MOST_UNKNOWN]:
        yield UNKNOWN_CAPABILITY, "note", None, not_among(word, words, NOUN), WRITE
    if rest:
        more = "1 more word is" if len(rest) == 1 else f"{len(rest)} more words are"
        message = f"{more} not among the capabilities of the record: {listed(map(brief, rest), 3)}."
        yield UNKNOWN_CAPABILITY, "note", None, message, WRITE


def _since(record: IdeaRecord) -> Iterator[Told]:
    """Tell the most telling events since the assessment, and how many more there are."""
    signs = record.since()
    if not signs:
        return
    telling = sorted(signs, key=_weight)[:MOST_TOLD]
    first, *others = [_happened(sign) for sign in signs if sign in telling]
    told = " ".join([first, *map(_capitalised, others)])
    more = f" And {len(signs) - MOST_TOLD} more." if len(signs) > MOST_TOLD else ""
    level = "warning" if any(sign["raises"] or sign["general"] for sign in signs) else "note"
    span = f"--since {record.then + timedelta(days=1)} --until {record.as_of}"
    remedy = f"{AGAIN} {events_command(record.capabilities)} {span}"
    yield SINCE, level, None, f"Since your assessment of {record.then}: {told}{more}", remedy


def _weight(sign: Sign) -> tuple[bool, bool, int]:
    """Give what puts the most telling first; of the same kind the earlier stays first."""
    reached = height(sign["status"]) if sign["status"] else -1
    return not sign["raises"], not sign["general"], -reached


def _happened(sign: Sign) -> str:
    if sign["what"] is None:
        return f"{sign_text(sign)[:-1]}: {', '.join(sign['of'])}."
    return sign_text(sign)


def _capitalised(text: str) -> str:
    return text[0].upper() + text[1:]


def _end(record: IdeaRecord) -> Iterator[Told]:
    """Tell that the record ends long before the day one looks."""
    until = date.fromisoformat(record.record.market["until"])
    if record.as_of > until + GRACE:
        message = f"The record of the market reaches until {until}, and you look at {record.as_of}."
        message += " What big companies did in between is not in it."
        yield RECORD_ENDS, "note", None, message, f"{LATER} {', '.join(record.capabilities)}."


def out_of_date(idea: Idea, valid_for: int | None, as_of: date) -> Iterator[Told]:
    """Tell that an assessment is older than the set takes a conclusion to hold."""
    until = held_until(idea.assessed, valid_for, as_of)
    if valid_for and until:
        length = f"about {round(valid_for / DAYS_IN_MONTH)} months"
        length = length if valid_for > 2 * DAYS_IN_MONTH else _days(valid_for)
        message = f"These answers describe {idea.assessed}. The advice takes a conclusion to hold"
        yield OUT_OF_DATE, "warning", None, f"{message} for {length}, until {until}.", RENEW


def ahead(idea: Idea, as_of: date) -> Iterator[Told]:
    """Tell that an assessment is of a day to come: most likely a slip of the pen."""
    if is_ahead(idea.assessed, as_of):
        message = f"These answers describe {idea.assessed}, and you look from {as_of}, before that."
        remedy = f"If the day is wrong, correct 'assessed'. If not: --as-of {idea.assessed}"
        yield AHEAD, "warning", None, message, remedy


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
