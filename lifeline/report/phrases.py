"""The words around a result, for people. What a rubric says itself stands in the rubric."""

from __future__ import annotations

from datetime import date

from lifeline.model.words import AHEAD, FULL, UNBACKED
from lifeline.scoring.calendar import has_passed
from lifeline.scoring.saying import with_unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import (
        Assessment,
        Cap,
        Dates,
        Deciding,
        Lifeline,
        Months,
        Settling,
    )
    from lifeline.report.run import Run

CAUSES = {
    "absorption": "a big company ships the same thing",
    "model-progress": "a better or a free model does the job",
    "stagnation": "your own technology falls behind",
    "platform-policy": "one company or office forbids it, copies it or cuts it off",
    "price": "the price no longer holds",
    "demand": "people stop wanting it",
    "delivery": "it does not work well enough to be used in earnest",
}

ADVANTAGE = "It is the advantage that ends: users can get as much elsewhere."
NEED = "It is the need that ends: step by step, people do without such a product."
BOTH = (
    "The advantage and the need end together, so a better version alone would not bring people"
    " back."
)
MONTHS_LEFT = "Use the months that are left to choose the next direction."
"""What follows where the need ends, as long as months are left."""

NEED_OPEN = "The advantage ends first. Whether the need ends with it is still open."
ALL_OPEN = "Whether this happens, and whether it ends the advantage or the need, is still open."
WHETHER_OPEN = "Whether this happens is still open. If it does, it ends the {clock}."

PAST = "past"
LOOK_AGAIN = "look at what happened, and assess again."

NOT_EXACT = (
    "The true range may be narrower: where a quantity is compared, or too many answers are open at"
    " once, only this much can be said."
)

VERDICTS = {"pass": "PASS", "fail": "FAIL", "unclear": "UNCLEAR", "invalid": "INVALID"}

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def short(months: Months) -> str:
    """Give a range of months in a few signs: ``3``, ``3 to 12+``."""
    low, high = (f"{end}+" if end == FULL else str(end) for end in (months["low"], months["high"]))
    return low if low == high else f"{low} to {high}"


def day_text(iso: str) -> str:
    """Say a day: ``30 June 2023``."""
    day = date.fromisoformat(iso)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def until_text(lifeline: Lifeline, as_of: str) -> str:
    """Say until when a lifeline runs, and that the day has passed where it has."""
    until = lifeline["until"]
    if until is None:
        return "No day can be named, as no answer is given yet."
    low, high = day_text(until["low"]), day_text(until["high"])
    if lifeline["months"]["low"] == FULL:
        text = f"That is at least until {low}."
    elif low == high:
        text = f"That is until {low}."
    elif lifeline["months"]["high"] == FULL:
        text = f"That is until {low} at the earliest, and perhaps beyond {high}."
    else:
        text = f"That is until {low} at the earliest, {high} at the latest."
    if is_past(lifeline, as_of):
        text += f" That day has passed: {LOOK_AGAIN}"
    return text


def days_text(months: Months, until: Dates | None, *, past: bool) -> str:
    """Say in a list until when some months run, and that it is past; "" where no day is known."""
    if until is None:
        return ""
    low, high = day_text(until["low"]), day_text(until["high"])
    span = low if low == high else f"{low} to {high}"
    span += " or later" if months["high"] == FULL else ""
    return f"{span}: {PAST}" if past else span


def is_past(lifeline: Lifeline, as_of: str) -> bool:
    """Whether the last of its days has passed."""
    return has_passed(lifeline["until"], as_of)


def passed_text(lifeline: Lifeline, as_of: str, *, brief: bool = False) -> str:
    """Say that the last of its days has passed; "" where it has not, or none can be named.

    ``brief``: where it is plain of which day one speaks.
    """
    if lifeline["until"] is None or not is_past(lifeline, as_of):
        return ""
    day = day_text(lifeline["until"]["high"])
    what = day if brief else f"The day until which it was judged, {day},"
    return f"{what} has passed: {LOOK_AGAIN}"


def ahead_text(assessment: Assessment) -> str:
    """Say that the answers describe a day to come, most likely by a slip; "" where they do not."""
    if all(finding["rule"] != AHEAD for finding in assessment["findings"]):
        return ""
    return f"its answers describe {assessment['assessed']}, a day still to come"


def end_text(caps: list[Cap], lifeline: Lifeline, as_of: str) -> str:
    """Say what ends the lifeline at its low end, and whether that is the advantage or the need."""
    reasons, is_sure = reasons_text(caps, lifeline)
    lead = "What ends it first" if is_sure else "What may end it first"
    ending = _ending(lifeline)
    if ending in (NEED, BOTH) and not is_past(lifeline, as_of):
        ending += f" {MONTHS_LEFT}"
    return f"{lead}: {reasons}. {ending}"


def reasons_text(caps: list[Cap], lifeline: Lifeline) -> tuple[str, bool]:
    """Name the causes that end a lifeline at its low end, or else may; and say which it is."""
    at_low = [cap for cap in caps if cap["value"]["low"] == lifeline["months"]["low"]]
    sure = [cap for cap in at_low if is_sure(cap)]
    named = {cap["cause"] for cap in sure or at_low}
    causes = [cause for cause in CAUSES if cause in named]
    return "; ".join(f"{CAUSES[cause]} ({cause})" for cause in causes), bool(sure)


def is_sure(cap: Cap) -> bool:
    """Whether a cap takes what it takes, whatever the open answers are."""
    return cap["status"] == "certain" and cap["value"]["low"] == cap["value"]["high"]


def _ending(lifeline: Lifeline) -> str:
    low = lifeline["months"]["low"]
    advantage, necessity = lifeline["advantage"], lifeline["necessity"]
    if necessity["high"] == low:
        return BOTH if advantage["high"] == low else NEED
    if advantage["high"] == low:
        return NEED_OPEN if necessity["low"] == low else ADVANTAGE
    if necessity["low"] > low:
        return WHETHER_OPEN.format(clock="advantage")
    return ALL_OPEN if advantage["low"] == low else WHETHER_OPEN.format(clock="need")


def word_text(unbacked: int, assessment: Assessment) -> str:
    """Say that a pass rests on the founder's word; answers to what is not asked do not count."""
    answered = assessment["completeness"]["settled"] + answered_in_part(assessment)
    return (
        f"This takes your word for it: {unbacked} of {count(answered, 'answer')}"
        f" {'rests' if answered == 1 else 'rest'} on too little evidence. With --strict,"
        f" {'it counts' if unbacked == 1 else 'they count'} as possibly worse."
    )


def next_text(deciding: Deciding) -> str:
    """Say which question to answer next, and what its answers would come to."""
    lead = f"Answer {bare(deciding['question'])} next:"
    known = [
        f"with {either(deciding[outcome])} it {outcome}"
        for outcome in ("passes", "fails")
        if deciding[outcome]
    ]
    if not known:
        return f"{lead} {settling(deciding, 'answers')}"
    others = deciding["values"] - deciding["settling"]
    rest = ["; with the others it stays unclear"] if others else []
    return f"{lead} {', '.join(known)}{''.join(rest)}."


def either(words: list[str]) -> str:
    """Give words of which one is true: ``a``, ``a or b``, ``a, b or c``."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def settling(deciding: Settling, noun: str) -> str:
    """Say how many values settle the verdict: ``2 of 3 possible answers`` do."""
    clear, total = deciding["settling"], deciding["values"]
    verb = "settles" if clear == 1 else "settle"
    return f"{clear or 'none'} of {total} possible {noun} {verb} the verdict."


def answered_in_part(assessment: Assessment) -> int:
    """Count the questions that are open and have an answer that leaves more than one value."""
    return sum(id_ in assessment["answers"] for id_ in assessment["open"])


def counted_text(assessment: Assessment) -> str:
    """Count the questions by how far they are answered, and the answers that need evidence."""
    asked, settled = assessment["completeness"]["asked"], assessment["completeness"]["settled"]
    in_part = answered_in_part(assessment)
    counts = {"answered": settled, "in part": in_part, "open": asked - settled - in_part}
    told = ", ".join(f"{number} {word}" for word, number in counts.items() if number)
    told = "all answered" if settled == asked > 1 else told
    unbacked = sum(finding["rule"] == UNBACKED for finding in assessment["findings"])
    if not unbacked:
        return f"{count(asked, 'question')}: {told}."
    of = settled + in_part
    whose = f"{unbacked} of the {of} answers" if of > 1 else "the answer"
    verb = "needs" if unbacked == 1 else "need"
    return f"{count(asked, 'question')}: {told}; {whose} {verb} evidence."


def score_text(name: str, low: float, high: float) -> str:
    """Say a score and what it is good for."""
    return f"{span_text(name, low, high)[:-1]}, to compare ideas with the same months."


def span_text(name: str, low: float, high: float) -> str:
    """Say a score."""
    ends = [str(round(end)) for end in (low, high)]
    span = ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"
    return f"{name}: {span} of 100."


def reason_text(cap: Cap) -> str:
    """Say why a cap takes months; of one that depends on open questions, on which, and how."""
    return f"{waits_text(cap['status'], cap['waits_on'])} {cap['because']}".lstrip()


def waits_text(status: str, waits_on: list[str]) -> str:
    """Say on which open questions it depends whether a rule fires, or else what it leaves."""
    open_ = ", ".join(map(bare, waits_on))
    if not open_:
        return ""
    if status == "possible":
        return f"This depends on what is still open: {open_}. If it is so:"
    return f"What it leaves depends on what is still open: {open_}."


def head_of(cap: Cap) -> str:
    """Say in a line what a cap takes, or may."""
    cause = f"{CAUSES[cap['cause']]} ({bare(cap['rule'])})"
    perhaps = "perhaps, " if cap["status"] == "possible" else ""
    return f"{short(cap['value'])} months, {perhaps}{cap['clock']}: {cause}"


def taking(caps: list[Cap]) -> list[Cap]:
    """Give the caps that take months, or may, least months first."""
    found = [cap for cap in caps if cap["value"]["low"] < FULL]
    return sorted(found, key=lambda cap: (cap["value"]["low"], cap["value"]["high"]))


def counts_text(summary: dict[str, int]) -> str:
    """Count the ideas of a run by verdict, such as ``3 ideas: 2 pass, 1 fail.``.

    What was accepted on purpose is counted behind that, so that nobody overlooks it.
    """
    waived = summary.get("waived", 0)
    more = f" {count(waived, 'finding')} waived." if waived else ""
    counted = [name for name in VERDICTS if summary.get(name)]
    counts = ", ".join(f"{summary[name]} {name}" for name in counted)
    return f"{count(summary['ideas'], 'idea')}{counts and ': '}{counts}.{more}"


def fine_print(run: Run, ideas: int) -> str:
    """Say what the ideas of a run were judged by, how strictly, and what this does not judge."""
    compiled, strict = run.compiled, run.strict
    some = f"; {strict} of the {ideas} ideas strictly" if 0 < strict < ideas else ""
    how = " strictly" if strict and not some else ""
    return (
        f"Judged{how} by {compiled['set']} {compiled['version']}, lifeline {run.version},"
        f" as seen on {day_text(run.as_of.isoformat())}{some}."
        " Not judged: team, size of the market, price. Not investment advice."
    )


def sentence(text: str) -> str:
    """Give the end of a sentence as one of its own."""
    return text[0].upper() + text[1:]


def count(number: int, noun: str) -> str:
    """Say a number of things."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def bare(id_: str) -> str:
    """Give an id as it stands in the idea file, without its rubric."""
    return id_.rpartition("/")[2]


def amount(value: float, unit: str) -> str:
    """Say a value with its unit, if it has one: ``60,000,000 USD``."""
    return with_unit(f"{value:,.15g}", unit)
