"""What has come due of the forecasts of a ledger, for people."""

from __future__ import annotations

from datetime import date

from lifeline.backtesting.ledger.days import correction_of, written_of
from lifeline.report.figures import percent
from lifeline.report.ledger.page import Page
from lifeline.report.ledger.words import CLAIMED, on_day, product, resolving, said, title
from lifeline.report.phrases import count, day_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.report.ledger.words import Data, Lines

HOW = (
    "Look at what users do, not at what you hoped, and write down where that can be seen; no, where"
    " it was not so. What was still so on a later day was so on the days before."
)
DIFFER = "Some wrote yes and some no, in two versions of the file. Write down which it is."
CONTRARY = (
    "{outcome} stands there, and {other} of {day}. Both cannot be: what had ended has ended for the"
    " later days. Correct the one that is wrong."
)
OPPOSITE = {"yes": "no", "no": "yes"}


class DuePage(Page):
    """Lays out what is due, product by product, and what comes next."""

    __slots__ = ()

    def lines(self) -> Lines:
        """Lay everything out."""
        due = self.found["due"]
        lines: Lines = []
        by_product: dict[tuple[str, ...], list[Data]] = {}
        for asked in due:
            by_product.setdefault(product(asked), []).append(asked)
        for days in by_product.values():
            lines += [*self._asked(days), ""]
        lines += self.bold(_counted(len(due)))
        if due:
            lines += self.paragraph(HOW)
        return [*lines, *self.paragraph(self._next()), *self.unread()]

    def _asked(self, days: list[Data]) -> Lines:
        """Ask what came of the days of one product; what is known of its last tells most."""
        last = days[-1]
        those = "on that day" if len(days) == 1 else "on these days"
        lines = self.bold(title(last))
        lines += self.paragraph(f"Was it still {CLAIMED[last['clock']]}, {those}?", 2)
        for asked in days:
            lines += self.item(_day(asked, self.found["as_of"]))
        for words in _steps(days):
            lines += self.step(self.command(words))
        return lines

    def _next(self) -> str:
        asked = self.found["next"]
        if not asked:
            return f"No other day is ahead. Add a forecast: {self.command('add IDEA')}"
        titles = list(dict.fromkeys(each["idea"]["title"] for each in asked))
        more = f" and {len(titles) - 1} more" if len(titles) > 1 else ""
        day = asked[0]["on"]
        return f"Next: {day_text(day)}, {_when(day, self.found['as_of'])}: {titles[0]}{more}."


def _steps(days: list[Data]) -> Lines:
    """Give the commands that settle some days; what cannot be beside another is corrected first."""
    contrary = [asked for asked in days if asked["against"]]
    if contrary:
        return [_correcting(asked) for asked in contrary]
    return [resolving(days[-1], outcome) for outcome in ("yes", "no")]


def _correcting(asked: Data) -> str:
    return resolving(asked["told"][-1], correction_of(asked, asked["against"]))


def _counted(number: int) -> str:
    if not number:
        return "Nothing is due."
    return f"{count(number, 'day')} {'is' if number == 1 else 'are'} due."


def _day(asked: Data, as_of: str) -> str:
    own = "" if asked["own"] is None else f", you said {percent(asked['own'])}"
    told = f"{on_day(asked)}, {_when(asked['on'], as_of)}: the range said"
    told += f" {said(asked['probability'])}{own}."
    return f"{told}{_disputed(asked)}" if asked["state"] == "disputed" else told


def _disputed(asked: Data) -> str:
    if not asked["against"]:
        return f" {DIFFER}"
    outcome, day = written_of(asked), day_text(asked["against"])
    told = CONTRARY.format(outcome=outcome.capitalize(), other=OPPOSITE[outcome], day=day)
    return f" {told}"


def _when(day: str, as_of: str) -> str:
    number = _days_between(day, as_of)
    if number < 0:
        return f"in {count(-number, 'day')}"
    return f"{count(number, 'day')} ago" if number else "today"


def _days_between(day: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(day)).days
