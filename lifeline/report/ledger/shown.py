"""All forecasts of a ledger and how right they were, for people."""

from __future__ import annotations

from lifeline.backtesting.ledger.days import written_of
from lifeline.reading.spelling import listed
from lifeline.report.figures import figure, percent
from lifeline.report.ledger.page import Page
from lifeline.report.ledger.words import on_day, said, title
from lifeline.report.phrases import count, day_text
from lifeline.report.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.report.ledger.words import Data, Lines

FEWEST = 10
"""Days with an outcome below which hit rate and score say little about who forecast."""

STATES = {
    "ahead": "still to come",
    "due": "due",
    "yes": "yes",
    "no": "no",
    "disputed": "some say yes, some no",
}
CORRECTED = "What you said here you corrected on the same day ({new}): it counts no more."
CONTRARY = (
    "What had ended has ended for the later days, so these outcomes cannot all be true. Until one"
    " of them is corrected, they count for nothing: {command}"
)
SERIES = {"range": "what the ranges said", "own": "what you said"}

NOTHING_YET = (
    "How right these forecasts are cannot be said yet: of no day that has come is it known what"
    " came of it."
)
ABOUT = (
    "Right: what was left open counts one half; in brackets what chance leaves possible (95 %,"
    " Wilson). Brier score: the mean squared error; 0 is perfect, a coin has 0.25, less is better."
)
FEW = (
    "{days} an outcome so far. This proves little, for you or against you: by chance, a coin can do"
    " as well."
)
ALIKE = (
    "They are about {ideas}. What comes of one idea on one day tells much of its other days, so"
    " {days} prove less than as many ideas would."
)
MISSING = "{days} without an outcome. A record that leaves out what went wrong flatters: {command}"


class ShownPage(Page):
    """Lays out every forecast, and then the figures."""

    __slots__ = ()

    def lines(self) -> Lines:
        """Lay everything out."""
        lines: Lines = []
        for forecast in self.found["forecasts"]:
            lines += [*self._forecast(forecast), ""]
        if not self.found["forecasts"]:
            lines += [*self.paragraph(f"No forecast stands in {self.found['file']}."), ""]
        return [*lines, *self._figures(self.found["scores"]), *self.unread()]

    def _forecast(self, forecast: Data) -> Lines:
        claims = forecast["claims"]
        is_own = any(claim["own"] is not None for claim in claims)
        own = ["you"] if is_own else []
        rows = [_row(claim, claims, is_own=is_own) for claim in claims]
        lines = [
            *self.bold(title(forecast)),
            *self._about(forecast),
            *table(self.terminal, rows, ["", "the range", *own, "what came of it"]),
        ]
        for claim in claims:
            lines += self._grounds(claim, forecast["id"])
        if any(claim["against"] for claim in claims):
            lines += self.paragraph(CONTRARY.format(command=self.command("due")))
        return lines

    def _about(self, forecast: Data) -> Lines:
        made, by = day_text(forecast["made"]), forecast["set"]
        about = f"{forecast['id']}: made on {made} by {by['id']} {by['version']}"
        about += ", strictly" if forecast["strict"] else ""
        lines = [self.terminal.paint(line, "dim") for line in self.paragraph(about)]
        new = forecast["replaced_by"]
        return lines + (self.paragraph(CORRECTED.format(new=listed(new))) if new else [])

    def _grounds(self, claim: Data, forecast: str) -> Lines:
        """Say where an outcome comes from, and what was written down before it.

        Of several forecasts that speak of one day it stands with the one that it was written down
        with.
        """
        lines: Lines = []
        for key, lead in (("told", ""), ("corrected", "corrected since: ")):
            for resolution in claim[key]:
                if resolution["forecast"] == forecast:
                    lines += self._ground(claim, resolution, lead)
        return lines

    def _ground(self, claim: Data, resolution: Data, lead: str) -> Lines:
        told = f"{claim['after']} months: {lead}{resolution['outcome']}, seen on"
        told += f" {day_text(resolution['on'])}: {resolution['source']}"
        return [*self.item(told), *self.paragraph(resolution["note"] or "", 4)]

    def _figures(self, scores: Data) -> Lines:
        lines = self.bold("How right it was")
        if scores["range"]["all"]["claims"]:
            lines += self._scored(scores)
        else:
            lines += self.paragraph(NOTHING_YET)
        if scores["without_outcome"]:
            missing = _missing(scores["without_outcome"])
            lines += self.paragraph(MISSING.format(days=missing, command=self.command("due")))
        return lines

    def _scored(self, scores: Data) -> Lines:
        rows: list[list[str]] = []
        for series, name in SERIES.items():
            of_series = scores[series]
            if of_series["all"]["claims"]:
                rows += [[name], *(_line(key, part) for key, part in of_series.items())]
        shown = [row for row in rows if len(row) == 1 or row[1] != "0"]
        lines = table(self.terminal, shown, ["", "times", "right", "Brier score"])
        for series, name in SERIES.items():
            if scores[series]["all"]["claims"]:
                lines += self.paragraph(_compared(scores[series]["all"], name, scores["coin"]))
        return [*lines, *self.paragraph(_weight(scores["range"]["all"])), *self.paragraph(ABOUT)]


def _row(claim: Data, claims: list[Data], *, is_own: bool) -> list[str]:
    own = [percent(claim["own"])] if is_own else []
    return [f"  {on_day(claim)}", said(claim["probability"]), *own, _came_to(claim, claims)]


def _came_to(claim: Data, claims: list[Data]) -> str:
    """Say what came of a day, and from which other that follows, or which one excludes it."""
    if claim["against"]:
        but = f"but {'no' if written_of(claim) == 'yes' else 'yes'}"
        return f"{written_of(claim)}, {but} {_when(claim['against'], claims)}"
    state, ground = STATES[claim["state"]], claim["follows_from"]
    return f"{state}, as {_when(ground, claims)}" if ground else state


def _when(day: str, claims: list[Data]) -> str:
    """Name a day by its months, where this forecast speaks of it."""
    after = [claim["after"] for claim in claims if claim["on"] == day]
    return f"after {after[0]} months" if after else f"on {day_text(day)}"


def _missing(number: int) -> str:
    if number == 1:
        return "1 day that has come is"
    return f"{number} days that have come are"


def _line(key: str, part: Data) -> list[str]:
    name = "  all" if key == "all" else f"  after {key} months"
    rate = part["hit_rate"]
    right = percent(rate and rate["value"])
    if rate and rate["low"] is not None:
        right += f" ({100 * rate['low']:.0f} to {100 * rate['high']:.0f} %)"
    return [name, str(part["claims"]), right, figure(part["brier"])]


def _compared(part: Data, name: str, coin: float) -> str:
    is_better, is_worse = part["brier"] < coin, part["brier"] > coin
    word = "better than" if is_better else "worse than" if is_worse else "as good as"
    text = f"{name} was {word} a coin so far: {part['brier']:.2f} against {coin:.2f}."
    return text[0].upper() + text[1:]


def _weight(part: Data) -> str:
    """Say how much the figures prove."""
    number = part["days"]
    if number < FEWEST:
        return FEW.format(days=f"{count(number, 'day')} {'has' if number == 1 else 'have'}")
    if part["ideas"] < number:
        return ALIKE.format(ideas=count(part["ideas"], "idea"), days=count(number, "day"))
    return ""
