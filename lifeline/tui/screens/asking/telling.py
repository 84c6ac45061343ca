"""What is said around a question: how far one is, what stands already, what Enter would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.model.idea import GIVEN, OPEN
from lifeline.model.words import STALE
from lifeline.report.phrases import amount, count
from lifeline.scoring.evidence import fault_of
from lifeline.scoring.saying import months_text
from lifeline.telling.reasons import BACKING
from lifeline.telling.states import STILL_OPEN
from lifeline.tui.screens.asking.meant import given_text
from lifeline.walk.agenda import BLANK, LATER
from lifeline.walk.typed import LETTERS

if TYPE_CHECKING:
    from datetime import date

    from lifeline.model.assessment import Months
    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer
    from lifeline.walk.sheet import Sheet
    from lifeline.walk.way import Way

QUICK = "what settles most comes first"


def place_text(way: Way, *, brief: bool = False) -> str:
    """Say how far one is: which question of how many, of which rubric, and minutes left."""
    assert way.stop is not None, "one stands at a question"
    agenda = way.sheet.agenda
    if way.quick:
        return f"Quick: {quick_text(way)}" if brief else f"Quick way: {quick_text(way)} · {QUICK}"
    parts = [f"{agenda.stops.index(way.stop) + 1} of {len(agenda)}"]
    if not brief:
        parts.append(way.sheet.compiled["texts"]["rubrics"][way.stop.rubric]["title"])
    minutes = agenda.minutes_left()
    if minutes:
        parts.append(f"{'' if brief else 'about '}{count(minutes, 'minute')} left")
    return " · ".join(parts)


def done(way: Way) -> int:
    """Count the questions of which something is said that is not to be said later."""
    return sum(stop.state not in (BLANK, LATER) for stop in way.sheet.agenda)


def quick_text(way: Way) -> str:
    """Say how many questions were asked on a quick way, and how many of these are answered.

    What one does not know, or knows in part, is asked and still open, as the review says it.
    """
    asked, answered = done(way), sum(stop.state not in STILL_OPEN for stop in way.sheet.agenda)
    told = f"{answered} answered"
    return told if asked == answered else f"{asked} asked, {told}"


def spared_text(way: Way) -> str:
    """Say at the end of a quick way what was spared; "" where it is no such end."""
    blank = sum(stop.state == BLANK for stop in way.sheet.agenda)
    if not (way.quick and way.stop is None and blank and way.sheet.is_clear()):
        return ""
    spared = f"{count(blank, 'question')} spared."
    return f"The rest can no longer change the verdict: {spared} They can still narrow the range."


def standing_text(sheet: Sheet, number: int) -> str:
    """Say what is said of a question already, and what stands beside it; "" for nothing."""
    answer = sheet.idea.answers.get(number)
    if answer is None:
        return ""
    question, stop = sheet.question(number), sheet.agenda.at(number)
    is_later = stop is not None and stop.state == LATER
    told = "put off" if is_later else "you do not know"
    parts = [told if answer.state == OPEN else given_text(question, answer)]
    parts += ["note"] if answer.note else []
    parts += [f"says {answer.by}"] if answer.by else []
    return f"So far: {'; '.join([*parts, *_backing(sheet, question, answer)])}."


def _backing(sheet: Sheet, question: Question, answer: Answer) -> list[str]:
    """Say the evidence of an answer, and whether it is enough today."""
    assessed = sheet.idea.assessed or sheet.today
    parts = []
    if answer.evidence:
        newest = max(day or assessed for _, day in answer.evidence)
        items = "1 item" if len(answer.evidence) == 1 else f"{len(answer.evidence)} items"
        the_newest = "" if len(answer.evidence) == 1 else "the newest "
        parts.append(f"{items} of evidence, {the_newest}of {newest.isoformat()}")
    if answer.state == OPEN or not (question["evidence"] or question["fresh_for"]):
        return parts
    fault = fault_of(question, answer, assessed, sheet.today)
    enough = "backed well enough today" if question["evidence"] else "recent enough today"
    return [*parts, _fault_text(question, fault) if fault else enough]


def _fault_text(question: Question, fault: tuple[str, date | None]) -> str:
    rule, since = fault
    if rule == STALE and since is not None:
        return f"too old since {since.isoformat()}"
    return f"not backed yet: it takes {BACKING[question['evidence']]}"


def now_text(months: Months) -> str:
    """Say the range as it stands."""
    return f"Still possible: {months_text(months)}."


# ---- what Enter would do


def expected_text(question: Question, unit: str | None) -> str:
    """Say what can be answered, where nothing is chosen yet."""
    if question["kind"] == "number":
        least, most = amount(question["least"], "1"), amount(question["most"], unit or "1")
        return f"Type a number from {least} to {most}, or two such as 3-9."
    last = LETTERS[len(question["choices"]) - 1] if question["choices"] else LETTERS[1]
    if question["kind"] == "choices":
        return f"Mark all that are true, A to {last}, or 0 for none of them."
    if question["kind"] == "yes-no":
        return f"Mark one, A or {last}; u if you do not know."
    return f"Mark one, A to {last}; with Space one more, where it is one of two."


def enter_text(question: Question, name: str, given: Answer | None, *, same: bool) -> str:
    """Say what Enter does with an answer by its name; ``same``: it is the one that is given."""
    if same:
        return f"Enter: keep {name}, and go on."
    was = given_text(question, given) if given and given.state == GIVEN else ""
    return f"Enter: answer {name} in the place of {was}." if was else f"Enter: answer {name}."
