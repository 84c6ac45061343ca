"""What to do about each hurdle that a plan takes away, in the words of the set."""

from __future__ import annotations

from lifeline.scoring.result import CERTAIN
from lifeline.scoring.saying import filled, places_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.insight.whatif.trials import Setting, Trials
    from lifeline.model.compiled import Cap
    from lifeline.scoring.rules import RuleResult
    from lifeline.scoring.solution import Posed, Solved


class Remedies:
    """Gives the remedies of what goes, and of the protections that are gained."""

    def __init__(self, trials: Trials) -> None:
        self.setting: Setting = trials.setting
        self.reads = trials.hurdles
        self.reasons = self.setting.compiled["texts"]["reasons"]
        self.before = frozenset(trials.standing(frozenset()))
        self.target = trials.target

    def of(self, posed: Posed, after: Solved) -> list[tuple[list[int], dict[str, Any]]]:
        """Give each remedy, with the questions of the rule or protection, once."""
        found: dict[str, list[int]] = {}
        gone = self.before.difference(self.target.standing(posed, self.before))
        firing = {cap["id"]: (cap, result) for cap, result in after.solution.caps}
        for id_ in (id_ for id_ in self.reads if id_ in gone and id_ in self.reasons):
            gained = self._gained(*firing[id_], after) if id_ in firing else {}
            found.update(gained or {id_: sorted(self.reads[id_])})
        return [(reads, {"id": id_, "remedy": self._remedy(id_)}) for id_, reads in found.items()]

    def _gained(self, cap: Cap, result: RuleResult, after: Solved) -> dict[str, list[int]]:
        """Give the protections that lift a cap of today for sure, and did not before the moves."""
        today = {c["id"]: r for c, r in self.setting.today.solution.caps}[cap["id"]]
        before = dict(today.holding())
        first, protections = len(after.deciding["questions"]), after.deciding["protections"]
        gained = [
            protections[variable - first]
            for variable, status in result.holding()
            if status == CERTAIN and before.get(variable) != CERTAIN
        ]
        return {protection["id"]: protection["reads"] for protection in gained}

    def _remedy(self, id_: str) -> str:
        remedy: str = self.reasons[id_]["remedy"]
        findings = [each for each, _ in self.setting.today.solution.findings if each["id"] == id_]
        for finding in findings:
            places = places_in(finding["when"], self.setting.idea, self.setting.today.solution)
            remedy = filled(remedy, places)
        return remedy
