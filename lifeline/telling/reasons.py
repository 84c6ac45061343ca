"""Why a question is asked, by whose advice, what a strong answer is, what the record says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.insight.asking import question_entry
from lifeline.insight.grounds import Grounds
from lifeline.insight.recorded import what_the_record_has
from lifeline.report.explanation import VERDICTS
from lifeline.report.market import REACHED
from lifeline.report.phrases import count, day_text
from lifeline.scoring.saying import months_text
from lifeline.walk.marking import labels_of

if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled import Question
    from lifeline.walk.sheet import Sheet

    Section = tuple[str, list[str]]

BACKING = {1: "somebody who says so", 2: "a link or a measurement", 3: "a measurement"}
"""What backs an answer, by the rung that a question asks for."""

NO_BETTER = "No answer is better than another; it decides what else matters."
BETTER = {
    "higher": "The higher the number, the better.",
    "lower": "The lower the number, the better.",
    "more": "The more of these are true, the better.",
    "fewer": "The fewer of these are true, the better.",
    "yes": "Yes.",
    "no": "No.",
}
SAME = "The same with every answer, while the others stay as they are: {months}."
WHY, CLAIMS, STRONG, RECORD, EACH = (
    "Why it is asked",
    "By whose advice",
    "A strong answer",
    "What the record of the market says",
    "What each answer would give",
)


def reasons(sheet: Sheet, number: int) -> list[Section]:
    """Give what stands beside a question: headings, each with its paragraphs."""
    id_ = sheet.compiled["ids"][number]
    text = sheet.compiled["texts"]["questions"][id_]
    claims = Grounds(sheet.compiled["texts"]).claims(text["claims"])
    found = [
        (WHY, [text["why"]]),
        (STRONG, _strong(sheet.question(number), text["labels"])),
        (RECORD, _record(sheet, number)),
        (CLAIMS, [_claim(claim) for claim in claims]),
    ]
    return [(heading, paragraphs) for heading, paragraphs in found if paragraphs]


def all_reasons(sheet: Sheet, number: int) -> list[Section]:
    """Give everything: what stands beside a question, and the months that each answer gives."""
    assessment, id_ = sheet.assessment(), sheet.compiled["ids"][number]
    entry = question_entry(sheet.assessor, sheet.idea, assessment, id_, strict=False)
    labels = sheet.compiled["texts"]["questions"][id_]["labels"]
    each = _each(entry["months_by_answer"], labels)
    why, *others = reasons(sheet, number)
    return [why, *([(EACH, each)] if each else []), *others]


def laid_out(sections: list[Section]) -> str:
    """Give sections as text, an empty line between them."""
    return "\n\n".join("\n".join([f"{heading}:", *texts]) for heading, texts in sections)


def _strong(question: Question, labels: dict[str, str]) -> list[str]:
    """Say which answer is best, and what backs it."""
    better, offered = question["better"], labels_of(question, labels)
    places = {"first": 0, "last": -1}
    best = offered[places[better]] if better in places else BETTER.get(better, NO_BETTER)
    told = [best if best.endswith(".") else f"{best}."]
    return [*told, _backed(question)] if _backed(question) else told


def _backed(question: Question) -> str:
    """Say what backs an answer to a question, and for how long; "" where nothing is asked for."""
    rung, days = question["evidence"], question["fresh_for"]
    if rung:
        fresh = f", not older than {count(days, 'day')}" if days else ""
        return f"Backed by {BACKING[rung]}{fresh}."
    return f"It holds for {count(days, 'day')}; then look again." if days else ""


def _claim(claim: dict[str, Any]) -> str:
    """Say a claim in its words, who says so, and what became of it."""
    source, status = claim["source"], claim["status"]
    since = f"Seen from {day_text(status['date'])}, {VERDICTS[status['verdict']]}."
    note = f" {status['note']}" if status["note"] else ""
    return f"• {claim['says']} ({source['author']}, {source['date']}; {claim['id']}) {since}{note}"


def _each(tries: list[dict[str, Any]], labels: dict[str, str]) -> list[str]:
    """Say what each answer would give; once, where it is the same of all."""
    spans = {months_text(tried["months"]) for tried in tries}
    if len(spans) == 1 and len(tries) > 1:
        return [SAME.format(months=spans.pop())]
    return [_months(tried, labels) for tried in tries]


def _months(tried: dict[str, Any], labels: dict[str, str]) -> str:
    here = ", as you answered" if tried["given"] else ""
    name = labels.get(tried["answer"], tried["answer"])
    return f"• {name}: {months_text(tried['months'])}{here}"


def _record(sheet: Sheet, number: int) -> list[str]:
    """Say what the record has of the capabilities that the idea names."""
    market, id_ = sheet.assessor.market, sheet.compiled["ids"][number]
    if market is None or "record" not in sheet.question(number) or not sheet.idea.capabilities:
        return []
    found = what_the_record_has(sheet.compiled, sheet.idea, sheet.today, id_, market)
    if found is None:
        return []
    labels = sheet.compiled["texts"]["questions"][id_]["labels"]
    day, suggested = day_text(found["day"]), labels.get(found["suggests"], found["suggests"])
    lead = f"On {day} it suggests: {suggested}."
    return [lead, *(f"• {_status(status)}" for status in found["statuses"])]


def _status(status: dict[str, Any]) -> str:
    told = [
        f"{REACHED[reached]} by {', '.join(companies)}"
        for reached, companies in status["companies"].items()
        if companies
    ]
    return f"{status['means']} ({status['capability']}): {'; '.join(told) or 'nothing there'}."
