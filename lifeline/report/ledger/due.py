"""What has come due of the forecasts of a ledger, for people."""

from __future__ import annotations

from datetime import date

from lifeline.report.figures import percent
from lifeline.report.ledger.words import (
    CLAIMED,
    bold,
    named,
    on_day,
    product,
    said,
    step,
    title,
    unread,
)
from lifeline.report.phrases import count, day_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.report.ledger.words import Data, Lines
    from lifeline.report.terminal import Terminal

HOW = (
    "Look at what users do, not at what you hoped, and write down where that can be seen; no, where"
    " it was not so. What was still so on a later day was so on the days before."
)
DIFFER = "Some wrote yes and some no, in two versions of the file. Write down which it is."


def lay_out(found: Data, terminal: Terminal, file: str = "") -> Lines:
    """Lay out what is due, product by product, and what comes next.

    Args:
        found: what the verb prints as JSON.
        terminal: where it is shown.
        file: ``--file FILE`` for the commands that are proposed, with a space before it.
    """
    lines: Lines = []
    by_product: dict[tuple[str, ...], list[Data]] = {}
    for asked in found["due"]:
        by_product.setdefault(product(asked), []).append(asked)
    for days in by_product.values():
        lines += [*_asked(days, found["as_of"], terminal, file), ""]
    lines += bold(_counted(len(found["due"])), terminal)
    if found["due"]:
        lines += terminal.paragraph(HOW)
    lines += terminal.paragraph(_next(found["next"], found["as_of"], file))
    told = unread(found)
    return lines + (terminal.paragraph(told) if told else [])


def _counted(number: int) -> str:
    if not number:
        return "Nothing is due."
    return f"{count(number, 'day')} {'is' if number == 1 else 'are'} due."


def _asked(days: list[Data], as_of: str, terminal: Terminal, file: str) -> Lines:
    """Ask what came of the days of one product; what is known of its last tells most."""
    last = days[-1]
    those = "on that day" if len(days) == 1 else "on these days"
    lines = [
        *bold(title(last), terminal),
        *terminal.paragraph(f"Was it still {CLAIMED[last['clock']]}, {those}?", 2),
    ]
    for asked in days:
        lines += terminal.paragraph(_day(asked, as_of), 4, f"  {terminal.signs['bullet']}")
    for outcome in ("yes", "no"):
        words = f"resolve {last['forecast']} {last['after']} {outcome} --on DATE --source LINK"
        lines += step(named(words, file), terminal)
    return lines


def _day(asked: Data, as_of: str) -> str:
    own = "" if asked["own"] is None else f", you said {percent(asked['own'])}"
    told = f"{on_day(asked)}, {_when(asked['on'], as_of)}: the range said"
    told += f" {said(asked['probability'])}{own}."
    return f"{told} {DIFFER}" if asked["state"] == "disputed" else told


def _when(day: str, as_of: str) -> str:
    number = _days_between(day, as_of)
    if number < 0:
        return f"in {count(-number, 'day')}"
    return f"{count(number, 'day')} ago" if number else "today"


def _days_between(day: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(day)).days


def _next(asked: list[Data], as_of: str, file: str) -> str:
    if not asked:
        return f"No other day is ahead. Add a forecast: {named('add IDEA', file)}"
    titles = list(dict.fromkeys(each["idea"]["title"] for each in asked))
    more = f" and {len(titles) - 1} more" if len(titles) > 1 else ""
    day = asked[0]["on"]
    return f"Next: {day_text(day)}, {_when(day, as_of)}: {titles[0]}{more}."
