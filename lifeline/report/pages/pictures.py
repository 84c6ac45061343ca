"""The pictures of an idea, each where there is something to draw; "" elsewhere."""

from __future__ import annotations

from datetime import date

from lifeline.report.phrases import count
from lifeline.report.pictures.beside import events_of, months_against
from lifeline.report.pictures.caps import caps
from lifeline.report.pictures.clocks import clocks
from lifeline.report.pictures.scores import scores
from lifeline.report.pictures.surroundings import placed
from lifeline.report.pictures.survival import survival
from lifeline.report.pictures.telling import what_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment
    from lifeline.model.compiled import CompiledSet
    from lifeline.report.pages.beyond import Beyond
    from lifeline.report.pictures.surroundings import Placed


CURVE = "If it is at the {end} end ({products})"


class Pictures:
    """Draws one idea that could be read.

    ``prefix`` keeps the names in its pictures apart from those of other ideas on the page.
    """

    def __init__(
        self,
        assessment: Assessment,
        compiled: CompiledSet,
        beyond: Beyond | None,
        prefix: str,
    ) -> None:
        self.found = assessment
        self.compiled = compiled
        self.beyond = beyond
        self.prefix = prefix
        self.near = self._near()
        """What happened near the idea, in the order of its letters; none without the file."""

    def _near(self) -> Placed:
        if self.beyond is None or self.beyond.market is None:
            return []
        idea, as_of = self.beyond.idea, date.fromisoformat(self.found["as_of"])
        return placed(idea.assessed, events_of(idea, self.beyond.market, as_of))

    def clocks(self) -> str:
        """Draw the two clocks; with events and the idea's own months where the file is at hand."""
        if self.beyond is None:
            return clocks(self.found, self.prefix)
        against = months_against(self.beyond.idea, self.compiled)
        return clocks(self.found, self.prefix, self.near, against)

    def events(self) -> list[str]:
        """Tell what happened at the letters beside the clocks, whose days and names stand there."""
        return [what_text(sign) for _, sign in self.near]

    def caps(self) -> str:
        """Draw the caps in order of months, and what lifted each."""
        return caps(self.found, self.prefix)

    def survival(self) -> list[dict[str, str]]:
        """Draw how long the cases lasted that were judged like this one, at both of its ends.

        Of an open range two curves, each with a title; else one, without.
        """
        lifeline = self.found["lifeline"]
        if self.beyond is None or lifeline is None:
            return []
        months, drawn = lifeline["months"], []
        for end, number in (("low", months["low"]), ("high", months["high"])):
            curve = self.beyond.curves.get(number)
            picture = survival(curve, f"{self.prefix}-{end}", months) if curve else ""
            if curve and picture and (end == "low" or number != months["low"]):
                title = CURVE.format(end=end, products=count(curve["cases"], "product"))
                drawn.append({"title": title, "picture": picture})
        return drawn if len(drawn) > 1 else [{**each, "title": ""} for each in drawn]

    def scores(self) -> str:
        """Draw every score that there is."""
        rubrics = self.compiled["texts"]["rubrics"]
        names = {
            rubric: rubrics[rubric]["score"]
            for rubric, score in self.found["scores"].items()
            if score
        }
        return scores(self.found["scores"], names, self.prefix) if names else ""
