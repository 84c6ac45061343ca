"""A set laid out to be tested: where its entries stand, and everything it can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.compiling.names import entries_of, rubric_spot
from lifeline.scoring.completions import Completions
from lifeline.scoring.rulebook import Rulebook
from lifeline.scoring.solution import Solution

if TYPE_CHECKING:
    from lifeline.compiling.names import Spot
    from lifeline.model.compiled import Cap, CompiledSet, Deciding
    from lifeline.reading.set_models import SetModels
    from lifeline.scoring.rules import RuleResult

RUBRICS = "rubrics"
KINDS = ("questions", "protections", "rules")


class Bench:
    """A set with all its answers open.

    ``firing`` holds what the caps that can fire do, ``telling`` the findings that can; all other
    rules are silent in every completion. Where the search is not exact it finds too much, so what
    it does not find cannot happen.
    """

    def __init__(self, models: SetModels, compiled: CompiledSet) -> None:
        self.models = models
        self.deciding: Deciding = {**compiled["deciding"], "optional": []}  # nothing is left out
        self.optional = [rubric["rubric"] for rubric in compiled["deciding"]["optional"]]
        self.decides = compiled["hashes"]["deciding"]
        self.ids = compiled["ids"]
        self.spots = _spots(models)
        self.rulebook = Rulebook(self.deciding)
        solution = _solved(self.deciding, self.rulebook)
        self.completions = solution.completions
        self.firing: dict[str, RuleResult] = {cap["id"]: found for cap, found in solution.caps}
        self.telling = {finding["id"] for finding, _ in solution.findings}
        self.scored = {part for score in self.deciding["scores"] for part, _ in score["parts"]}

    def spot(self, kind: str, id_: str, *steps: str | int) -> Spot:
        """Give where an entry stands, by ``RUBRIC/ID``, or a rubric, or something inside."""
        return self.spots[kind, id_].at(*steps)

    def is_own(self, spot: Spot, id_: str) -> bool:
        """Whether an entry is the set's own, or one of the set it extends that it changes."""
        return spot.source.name in self.models.own_files or id_ in self.models.set.overrides

    def beside(self, cap: Cap) -> list[Cap]:
        """Give the other caps on a cap's clock."""
        caps = self.deciding["caps"]
        return [c for c in caps if c["clock"] == cap["clock"] and c["id"] != cap["id"]]

    def against(self, cap: Cap, others: list[Cap], variant: Deciding) -> set[tuple[int, int]]:
        """Give the months that a cap and the least of others have in completions of a variant."""
        laid: Deciding = {
            **variant,
            "caps": [_on(cap, 0), *(_on(other, 1) for other in others)],
            "findings": [],
            "scores": [],
        }
        endings = _solved(laid, Rulebook(laid)).endings()
        return {(own, least) for own, least, _ in endings}


def _solved(deciding: Deciding, rulebook: Rulebook) -> Solution:
    return Solution(rulebook, Completions(deciding, {}, frozenset(), rulebook))


def _on(cap: Cap, clock: int) -> Cap:
    """Give a cap on another clock, so that endings tell it from the others."""
    return {**cap, "clock": clock, "cause": 0}


def _spots(models: SetModels) -> dict[tuple[str, str], Spot]:
    found = {(RUBRICS, r.rubric): rubric_spot(models, source, r) for source, r in models.rubrics}
    return found | {
        (kind, f"{rubric.rubric}/{entry.id}"): spot
        for source, rubric in models.rubrics
        for kind in KINDS
        for entry, spot in entries_of(models, source, rubric, kind)
    }
