"""How one adviser sees an idea: the result, and what each of its rules and protections does."""

from __future__ import annotations

from lifeline.insight.grounds import Grounds
from lifeline.insight.portfolio.rows import ordering_rubric
from lifeline.model.words import CAUSES, CLOCKS, FULL
from lifeline.scoring.assess import Assessor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from lifeline.model.assessment import Cap, Gate, Lifeline
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.compiled_market import CompiledMarket
    from lifeline.model.idea import Idea

    Entry = dict[str, Any]

FIRES, SILENT, ABSENT = "fires", "silent", "absent"
"""What a rule does under an adviser: it caps, or may; it says nothing; there is no such rule, or
it is switched off."""


class View:
    """One adviser's view of one idea."""

    def __init__(  # noqa: PLR0913  # what is judged, by whom, and how
        self,
        compiled: CompiledSet,
        idea: Idea,
        market: CompiledMarket | None,
        as_of: date,
        *,
        path: str,
        strict: bool,
        gate: Gate | None,
    ) -> None:
        self.compiled = compiled
        assessor = Assessor(compiled, market, gate)
        self.gate = assessor.gate
        self.found = assessor.assess(idea, as_of=as_of, path=path, strict=strict)
        self.grounds = Grounds(compiled["texts"])
        self.fires: dict[str, Cap] = {cap["rule"]: cap for cap in self.found["caps"]}
        self.rules = {cap["id"]: cap for cap in compiled["deciding"]["caps"]}
        solved = assessor.solve(idea, as_of=as_of, strict=strict).solution.completions
        self.asked = [id_ for n, id_ in enumerate(compiled["ids"]) if solved.is_asked(n)]

    @property
    def lifeline(self) -> Lifeline:
        """The result; only ideas that could be read are viewed."""
        lifeline = self.found["lifeline"]
        assert lifeline is not None
        return lifeline

    def result(self) -> Entry:
        """Give what the adviser concludes."""
        compiled, found = self.compiled, self.found
        rubric = ordering_rubric(compiled)
        return {
            "set": compiled["set"],
            "version": compiled["version"],
            "extends": compiled["extends"],
            "months": self.lifeline["months"],
            "ends": self.lifeline["ends"],
            "cause": self.lifeline["cause"],
            "verdict": found["verdict"],
            "gate": self.gate,
            "durability": rubric and found["scores"].get(rubric),
            "asked": len(self.asked),
            "answered": sum(id_ in found["answers"] for id_ in self.asked),
            "holds": self._held_by(),
        }

    def _held_by(self) -> list[str]:
        """Give the rules that stand at the low end; none at 12 months or more."""
        low = self.lifeline["months"]["low"]
        return [id_ for id_, cap in self.fires.items() if cap["value"]["low"] == low < FULL]

    def of_rule(self, id_: str) -> Entry:
        """Give what the adviser's rule of an id does here."""
        rule = self.rules.get(id_)
        if rule is None:
            return {"state": ABSENT}
        entry = {
            "state": SILENT,
            "clock": CLOCKS[rule["clock"]],
            "cause": CAUSES[rule["cause"]],
            **self.grounds.reason(id_),
        }
        cap = self.fires.get(id_)
        if cap is None:
            return entry
        lifts = [
            {key: lift[key] for key in ("protection", "months", "status", "because")}
            for lift in cap["lifted_by"]
        ]
        state = {key: cap[key] for key in ("status", "value", "waits_on")}
        return {**entry, **state, "state": FIRES, "lifted_by": lifts}

    def protections(self) -> list[str]:
        """Give the ids of the protections that the adviser knows."""
        return [protection["id"] for protection in self.compiled["deciding"]["protections"]]

    def question(self, id_: str) -> Entry:
        """Give a question that is asked, and its answer; None where it is open."""
        ask = self.compiled["texts"]["questions"][id_]["ask"]
        return {"question": id_, "ask": ask, "answer": self.found["answers"].get(id_)}
