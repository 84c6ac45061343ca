"""The words around a result, for people. What a rubric says itself stands in the rubric."""

from __future__ import annotations

from datetime import date

from lifeline.model.words import FULL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Lifeline, Months

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
}

CERTAIN = {"certain": "certain", "possible": "possible"}

VERDICTS = {
    "pass": "PASS",
    "fail": "FAIL",
    "unclear": "UNCLEAR",
    "invalid": "INVALID",
}


def months_text(months: Months) -> str:
    """Say a range of months: ``3 months``, ``3 to 6 months``, ``12 months or more``."""
    low, high = months["low"], months["high"]
    if low == FULL:
        return f"{FULL} months or more"
    if low == high:
        return f"{low} months"
    return f"{low} to {high}{' or more' if high == FULL else ''} months"


def day_text(iso: str) -> str:
    """Say a day: ``30 June 2023``."""
    day = date.fromisoformat(iso)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = [
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
]


def until_text(lifeline: Lifeline, as_of: str) -> str:
    """Say until when a lifeline runs, and that the day has passed where it has."""
    until = lifeline["until"]
    if until is None:
        return "No answer is given yet, so no date can be named."
    low, high = day_text(until["low"]), day_text(until["high"])
    if lifeline["months"]["low"] == FULL:
        text = f"That is at least until {low}."
    elif low == high:
        text = f"That is until {low}."
    else:
        text = f"That is until {low} at the earliest, {high} at the latest."
        if lifeline["months"]["high"] == FULL:
            text = f"That is until {low} at the earliest; perhaps beyond {high}."
    if until["high"] < as_of:
        text += " That day has passed: look at what happened, and assess again."
    return text


def gate_text(verdict: str, min_months: int) -> str:
    """Say what a verdict means."""
    return {
        "pass": f"it lasts the {min_months} months that are asked for",
        "fail": f"{min_months} months are asked for",
        "unclear": f"{min_months} months are asked for; the answers so far do not settle it",
        "invalid": "the file cannot be judged; see the messages",
    }[verdict]


def count(number: int, noun: str, plural: str = "") -> str:
    """Say a number of things."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
