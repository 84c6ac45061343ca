"""Gathers ideas one by one, keeps a row of each, and compares the rows."""

from __future__ import annotations

from lifeline.insight.portfolio.events import events_of, months_if_shipped
from lifeline.insight.portfolio.order import listed, ordered_pairs
from lifeline.insight.portfolio.rows import ordering_rubric, row_of
from lifeline.insight.portfolio.separating import TRIED, separating, trials_of
from lifeline.insight.portfolio.threats import causes_of, rules_of
from lifeline.scoring.assess import Assessor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from lifeline.insight.portfolio.rows import Row
    from lifeline.insight.portfolio.separating import Trials
    from lifeline.model.assessment import Gate
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.compiled_market import CompiledMarket
    from lifeline.model.idea import Idea

FORMAT = 1

MOST_TRIED = 100
"""Ideas up to which the question is looked for that puts most pairs in order."""


class Portfolio:
    """Ideas to compare, judged by one set on one day; how many there are is known before.

    ``gate`` is what they have to meet, where it is not what the set asks for. Of single ideas may
    be asked otherwise.
    """

    def __init__(  # noqa: PLR0913  # what is judged by, and how
        self,
        compiled: CompiledSet,
        market: CompiledMarket,
        as_of: date,
        *,
        many: int,
        strict: bool = False,
        gate: Gate | None = None,
    ) -> None:
        self.compiled = compiled
        self.market = market
        self.as_of = as_of
        self.assessor = Assessor(compiled, market, gate, strict=strict)
        self.rubric = ordering_rubric(compiled)
        self.rows: list[Row] = []
        self.is_small = many <= MOST_TRIED
        self.most = TRIED // max(1, many)
        self.trials: dict[str, Trials] = {}

    def add(self, idea: Idea, path: str, assessor: Assessor | None = None) -> None:
        """Judge an idea and keep its row.

        Args:
            idea: as read from its file.
            path: the file's name.
            assessor: what judges it by the same set, where it is not what judges all.
        """
        judging = assessor or self.assessor
        found = judging.assess(idea, as_of=self.as_of, path=path)
        known = [word for word in self.market["capabilities"] if word in idea.capabilities]
        shipped = months_if_shipped(judging, idea, self.as_of) if known else None
        row = {**row_of(found, self.rubric, known, shipped), "strict": judging.strict}
        self.rows.append(row)
        if self.is_small:
            trials = trials_of(judging, idea, found, self.rubric, self.as_of, most=self.most)
            self.trials[path] = trials

    def compared(self) -> dict[str, Any]:
        """Give the comparison; the order in which the ideas were added does not matter."""
        rows = listed(self.rows)
        many, compiled = len(rows), self.compiled
        names = compiled["texts"]["rubrics"]
        return {
            "format": FORMAT,
            "mode": "portfolio",
            "set": {"id": compiled["set"], "version": compiled["version"]},
            "as_of": self.as_of.isoformat(),
            "strict": self._is_strict(),
            "score": self.rubric and {"rubric": self.rubric, "name": names[self.rubric]["score"]},
            "pairs": {"all": many * (many - 1) // 2, "ordered": ordered_pairs(rows)},
            "separating": separating(rows, self.trials),
            "causes": causes_of(rows),
            "rules": rules_of(rows, compiled),
            "events": events_of(rows, self.market, self.as_of),
            "ideas": rows,
            "invalid": [],
        }

    def _is_strict(self) -> bool:
        """Whether all ideas are judged strictly."""
        return all(row["strict"] for row in self.rows) if self.rows else self.assessor.strict
