"""What was appended to a ledger, for people."""

from __future__ import annotations

import shlex

from lifeline.reading.spelling import listed
from lifeline.report.figures import percent
from lifeline.report.ledger.page import Page
from lifeline.report.ledger.words import CLAIMED, ENDED, on_day, said, title
from lifeline.report.phrases import day_text
from lifeline.report.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.report.ledger.words import Data, Lines

KEEP = (
    "Keep {file} in your repository, so that everybody can see when it was written. So that two"
    " branches can both add to it, put this line into .gitattributes: {name} merge=union"
)
NOTHING_ANSWERED = (
    "No question is answered in this file yet, so this is what would be said of any product. Answer"
    " the questions first: lifeline walk {again}"
)
CORRECTED = (
    "What you said yourself on the same day ({old}) stands there still, and counts no more: this"
    " counts."
)
NOTHING_SAID = (
    "This range leaves every day open, and is no better than a coin. Answer more questions first,"
    " or say what you believe yourself: --probability 6=0.7"
)


class AddedPage(Page):
    """Lays out what was forecast, and what stood there already."""

    __slots__ = ()

    def lines(self) -> Lines:
        """Lay everything out."""
        lines: Lines = []
        for forecast in self.found["added"]:
            lines += self._added(forecast)
            if not self.found["answers"]:
                again = f"{shlex.quote(forecast['idea']['path'])}{self.terminal.choosing}"
                lines += self.paragraph(NOTHING_ANSWERED.format(again=again))
            lines.append("")
        for forecast in self.found["already"]:
            lines += [*self._already(forecast), ""]
        if self.found["began"]:
            lines += self._began()
        again = f"When such a day has come, look what is due: {self.command('due')}"
        return [*lines, *self.step(again)]

    def _added(self, forecast: Data) -> Lines:
        made, assessed = day_text(forecast["made"]), day_text(forecast["assessed"])
        about = f"Written down in {self.found['file']} as {forecast['id']}, made on {made}."
        claims = forecast["claims"]
        is_own = any(claim["own"] is not None for claim in claims)
        heads = [f"Still {CLAIMED[forecast['clock']]}?", "the range", "you"]
        rows = [_row(claim, is_own=is_own) for claim in claims]
        lines = [
            *self.bold(title(forecast)),
            *self.paragraph(f"{about} Its months count from {assessed}."),
            *table(self.terminal, rows, heads if is_own else heads[:-1]),
        ]
        old = forecast.get("replaces")
        if old:
            lines += self.paragraph(CORRECTED.format(old=listed(old)))
        if not is_own and all(claim["probability"] == 0.5 for claim in claims):  # noqa: PLR2004
            lines += self.paragraph(NOTHING_SAID)
        return lines

    def _already(self, forecast: Data) -> Lines:
        told = f"{title(forecast)}: this stands in {self.found['file']} already, as"
        told += f" {forecast['id']}, made on {day_text(forecast['made'])}. Nothing was added."
        return self.paragraph(told)

    def _began(self) -> Lines:
        file = self.found["file"]
        name = file.rpartition("/")[2]
        name = f'"{name}"' if " " in name else name
        return self.step(KEEP.format(file=file, name=name))


class ResolvedPage(Page):
    """Lays out what was written down of a claim, and what follows."""

    __slots__ = ()

    def lines(self) -> Lines:
        """Lay everything out."""
        number = len(self.found["settles"])
        lines = [*self.paragraph(self._what()), *self.paragraph(self._where())]
        if number > 1:
            lines += self.paragraph(f"It counts for the {number} forecasts that speak of this day.")
        for other in self.found["following"]:
            lines += self.item(f"So it follows for {on_day(other)}: {other['state']}.")
        return [*lines, *self.step(f"How right it was so far: {self.command('show')}")]

    def _what(self) -> str:
        forecast, outcome = self.found["forecast"], self.found["resolution"]["outcome"]
        clock = forecast["clock"]
        came = f"still {CLAIMED[clock]}" if outcome == "yes" else ENDED[clock]
        return f"{forecast['idea']['title']}, {on_day(self.found['claim'])}: {came}."

    def _where(self) -> str:
        file = self.found["file"]
        if self.found["already"]:
            return f"This stands in {file} already. Nothing was added."
        if self.found["resolution"]["replaces"]:
            more = "What was written down before stands there still, and counts no more."
            return f"Corrected in {file}. {more}"
        return f"Written down in {file}."


def _row(claim: Data, *, is_own: bool) -> list[str]:
    own = [percent(claim["own"])] if is_own else []
    return [f"  {on_day(claim)}", said(claim["probability"]), *own]
