"""The words that all about a ledger share."""

from __future__ import annotations

from lifeline.reading.limits import MOST_WORDS
from lifeline.report.figures import percent
from lifeline.report.phrases import day_text
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Lines = list[str]
    Data = dict[str, Any]

CLAIMED = {
    "lifeline": "better than what else there is, and needed",
    "advantage": "better than what else there is",
    "necessity": "needed",
}
"""What is claimed of a product on a day, by the clock that runs."""

ENDED = {
    "lifeline": "no longer better than what else there is, or no longer needed",
    "advantage": "no longer better than what else there is",
    "necessity": "no longer needed",
}


def product(forecast: Data) -> tuple[str, ...]:
    """Give what a forecast is about: the idea, and which of its clocks."""
    return forecast["idea"]["id"], forecast["idea"]["title"], forecast["clock"]


def title(forecast: Data) -> str:
    """Name what is forecast: the idea, the months, and of which clock."""
    clock = "" if forecast["clock"] == "lifeline" else f" of {forecast['clock']}"
    return f"{forecast['idea']['title']}: {months_text(forecast['months'])}{clock}"


def on_day(claim: Data) -> str:
    """Name the day of a claim."""
    return f"{day_text(claim['on'])} ({claim['after']} months)"


def resolving(one: Data, outcome: str) -> str:
    """Give the words of a command that resolves the day of a claim or of a resolution."""
    return f"resolve {one['forecast']} {one['after']} {outcome} --on DATE --source LINK"


def said(probability: float) -> str:
    """Say what a range of months says of a day; what is none of its three words, in percent."""
    words = {1.0: "yes", 0.5: "open", 0.0: "no"}
    return words.get(probability, percent(probability))


def unread(found: Data) -> str:
    """Say which lines were not read; "" where all were."""
    many = found["unread"]
    if not many:
        return ""
    lines = [str(problem["line"]) for problem in found["problems"][:MOST_WORDS]]
    more = f" and {many - len(lines)} more" if many > len(lines) else ""
    is_one = many == 1
    which, verb = ("Line", "counts") if is_one else ("Lines", "count")
    reason = f"as {'it' if is_one else 'they'} cannot be read"
    told = f"{which} {', '.join(lines)}{more} of {found['file']} {verb} for nothing here, {reason}"
    return f"{told}: the messages beside this say why. The file was not changed."
