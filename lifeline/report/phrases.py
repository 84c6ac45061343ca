"""The words around a result, for people. What a rubric says itself stands in the rubric."""

from __future__ import annotations

from datetime import date

from lifeline.model.words import FULL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment, Lifeline, Months

CAUSES = {
    "absorption": "a big company ships the same thing",
    "model-progress": "a better or a free model does the job",
    "stagnation": "your own technology falls behind",
    "platform-policy": "one company or office forbids it, copies it or cuts it off",
    "price": "the price no longer holds",
    "demand": "people stop wanting it",
    "delivery": "it does not work well enough to be used in earnest",
}

ENDINGS = {
    "advantage": "The advantage ends first: others are as good as you. The answer to that is to"
    " rebuild on newer technology.",
    "necessity": "The need ends first: step by step, people do without the product. Use the months"
    " that are left to choose the next direction.",
    "both": "The advantage and the need end together: a better version would not bring people"
    " back. Use the months that are left to choose the next direction.",
}

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


def months_text(months: Months) -> str:
    """Say a range of months: ``3 months``, ``3 to 6 months``, ``12 months or more``."""
    low, high = months["low"], months["high"]
    if low == FULL:
        return f"{FULL} months or more"
    if low == high:
        return f"{low} months"
    return f"{low} to {high}{' or more' if high == FULL else ''} months"


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
    if until["high"] < as_of:
        text += " That day has passed: look at what happened, and assess again."
    return text


def end_text(lifeline: Lifeline) -> str:
    """Say what gets you first, and which of the two endings that is."""
    cause, ends = lifeline["cause"], lifeline["ends"]
    assert cause and ends, "only a lifeline that ends has an end"
    lead = "What gets you first" if lifeline["certain"] else "At the early end, what gets you first"
    both = lifeline["advantage"]["low"] == lifeline["necessity"]["low"]
    return f"{lead}: {CAUSES[cause]} ({cause}). {ENDINGS['both' if both else ends]}"


def score_text(name: str, low: float, high: float) -> str:
    """Say a score and what it is good for."""
    ends = [str(round(end)) for end in (low, high)]
    span = ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"
    return f"{name}: {span} of 100. It puts ideas with the same months in order."


def gate_text(assessment: Assessment, min_months: int) -> str:
    """Say what the verdict means: the gate, and what it met."""
    lifeline, verdict = assessment["lifeline"], assessment["verdict"]
    if lifeline is None:
        return "the file cannot be judged; the messages say what to mend"
    low, high = lifeline["months"]["low"], lifeline["months"]["high"]
    asked = f"{min_months} months are asked for"
    if verdict == "pass":
        return f"it lasts at least the {min_months} months that are asked for"
    if high < min_months:
        return f"less than the {min_months} months that are asked for"
    if low < min_months:
        return f"{asked}, and the answers so far do not settle it"
    return "a finding stands against it" if verdict == "fail" else "a finding may stand against it"


def share(share_: float) -> str:
    """Say a share: ``all``, ``half``, ``33 in 100``, ``none``."""
    words = {1: "all", 0.5: "half", 0: "none"}
    return words.get(share_) or f"{round(100 * share_)} in 100"


def count(number: int, noun: str) -> str:
    """Say a number of things."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
