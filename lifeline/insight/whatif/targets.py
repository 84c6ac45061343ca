"""What an idea is to reach, and the hurdles in the way: each with the questions it depends on."""

from __future__ import annotations

from lifeline.model.words import CLOCKS
from lifeline.scoring.gate import (
    PASS,
    clock_of,
    finding_verdict,
    gated_findings,
    optional_rubrics,
)
from lifeline.scoring.judging import (
    age_part,
    is_too_much_open,
    open_part,
    score_of,
    score_verdict,
    verdict_of,
)
from lifeline.scoring.remembering import ClockRule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from typing import Any

    from lifeline.model.assessment import Gate
    from lifeline.model.compiled import Score
    from lifeline.model.idea import Idea
    from lifeline.scoring.remembering import FindingRule
    from lifeline.scoring.result import Result
    from lifeline.scoring.solution import Posed, Solved

    Hurdles = dict[str, frozenset[int]]
    """The questions on which each hurdle depends, by its id; on no other, whatever is answered."""

OPEN, AGE = "open", "age"
"""Parts of the gate that are hurdles by themselves."""

MOST = 4
"""Moves of a plan: with more than so many none is looked for."""

EITHER = len(CLOCKS)
"""Stands for both clocks, of which the one that ends first counts."""


class Target:
    """What is wanted. The target is reached exactly where no hurdle stands."""

    scored = False
    """Whether points matter, so that values with other points are other moves."""

    counts_open = False
    """Whether it matters how many questions are open, so that any answer to one is a move."""

    def hurdles(self, solved: Solved) -> Hurdles:
        """Give every hurdle that can ever stand."""
        raise NotImplementedError

    def standing(self, posed: Posed, ids: Collection[str]) -> list[str]:
        """Give those of some hurdles that stand in some completion, looking at no other."""
        raise NotImplementedError

    def is_met(self, solved: Solved) -> bool:
        """Whether the target is reached for sure, by the result as it is told."""
        raise NotImplementedError

    def data(self) -> dict[str, Any]:
        """Give the target as plain data."""
        raise NotImplementedError


class MonthsTarget(Target):
    """The low end of the lifeline is at least so many months."""

    def __init__(self, months: int) -> None:
        self.months = months

    def hurdles(self, solved: Solved) -> Hurdles:
        """Give the caps below the target."""
        return _caps_below(solved, self.months)

    def standing(self, posed: Posed, ids: Collection[str]) -> list[str]:
        """Give the caps that can leave fewer months: each alone shortens the low end."""
        return _standing_caps(posed, ids, self.months)

    def is_met(self, solved: Solved) -> bool:
        """Whether the range as it is told begins at the target."""
        return low_of(solved) >= self.months

    def data(self) -> dict[str, Any]:
        """Give the target as plain data."""
        return {"kind": "months", "at_least": self.months}


class ScoreTarget(Target):
    """The low end of the score of a rubric is at least so many of 100."""

    scored = True

    def __init__(self, score: Score, at_least: float) -> None:
        self.score = score
        self.at_least = at_least

    def hurdles(self, solved: Solved) -> Hurdles:
        """Give the score itself, which depends on every question that counts."""
        return {self.score["rubric"]: _read_by(self.score, solved)}

    def standing(self, posed: Posed, ids: Collection[str]) -> list[str]:
        """Give the score while it may be lower."""
        found = score_of(posed.completions, posed.rulebook, self.score)
        enough = found is not None and found[0] >= self.at_least
        return [] if enough else [*ids]

    def is_met(self, solved: Solved) -> bool:
        """Whether the score as it is told begins at the target."""
        found = score_of(solved.solution.completions, solved.rulebook, self.score)
        return found is not None and found[0] >= self.at_least

    def data(self) -> dict[str, Any]:
        """Give the target as plain data."""
        return {"kind": "score", "rubric": self.score["rubric"], "at_least": self.at_least}


class VerdictTarget(Target):
    """The verdict is a pass: every part of the gate is met."""

    def __init__(self, idea: Idea, as_of: date, gate: Gate) -> None:
        self.idea = idea
        self.as_of = as_of
        self.gate = gate
        self.scored = bool(gate["min_score"])
        self.counts_open = gate["max_open"] is not None

    def hurdles(self, solved: Solved) -> Hurdles:
        """Give the caps below the gate, the findings it looks at, and its other parts."""
        deciding = solved.deciding
        found = _caps_below(solved, self.gate["min_months"], clock_of(self.gate))
        gated = self._gated(solved)
        for rule in solved.rulebook.findings:
            if rule.finding["id"] in gated:
                found[rule.finding["id"]] = frozenset(rule.depends)
        for score in deciding["scores"]:
            found[f"score/{score['rubric']}"] = _read_by(score, solved)
        return {**found, OPEN: self._counted(solved), AGE: frozenset()}

    def standing(self, posed: Posed, ids: Collection[str]) -> list[str]:
        """Give what every part of the gate that is not met is not met by."""
        found = _standing_caps(posed, ids, self.gate["min_months"])
        return [*found, *self._findings(posed, ids), *self._parts(posed, ids)]

    def _findings(self, posed: Posed, ids: Collection[str]) -> list[str]:
        """Give the findings that may be made and that nobody waived."""
        asked = [rule for rule in posed.rulebook.findings if rule.finding["id"] in ids]
        made = [(rule.finding["id"], _made(rule, posed)) for rule in asked]
        return [
            id_
            for id_, result in made
            if result is not None
            and finding_verdict(result.status) != PASS
            and not self.idea.waives(id_, self.as_of)
        ]

    def _parts(self, posed: Posed, ids: Collection[str]) -> list[str]:
        """Give the scores that may be too low, and the parts that count questions or days."""
        gate, completions = self.gate, posed.completions
        verdicts = {
            f"score/{rubric}": score_verdict(posed, completions, rubric, wanted)[0]
            for rubric, wanted in gate["min_score"].items()
            if f"score/{rubric}" in ids
        }
        if OPEN in ids and gate["max_open"] is not None:
            part = open_part(posed.deciding, completions, gate["max_open"])
            verdicts[OPEN] = part["verdict"]
        if AGE in ids and gate["max_age"] is not None:
            verdicts[AGE] = age_part(self.idea, self.as_of, gate["max_age"])["verdict"]
        return [id_ for id_, verdict in verdicts.items() if verdict != PASS]

    def _gated(self, posed: Solved) -> list[str]:
        """Give the findings that the gate looks at, whether or not they are made."""
        unjudged: Any = [(rule.finding, None) for rule in posed.rulebook.findings]
        return [each["id"] for each, _ in gated_findings(unjudged, posed.deciding, self.gate)]

    def _counted(self, solved: Solved) -> frozenset[int]:
        """Give the questions that count as open; none where too many are for any plan.

        A move settles one question, and may hide some of those that are not always asked.
        """
        deciding, most = solved.deciding, self.gate["max_open"]
        completions = solved.solution.completions
        if most is not None and is_too_much_open(deciding, completions, most, MOST):
            return frozenset()
        optional = optional_rubrics(deciding)
        every = enumerate(deciding["questions"])
        return frozenset(number for number, each in every if each["rubric"] not in optional)

    def is_met(self, solved: Solved) -> bool:
        """Whether the verdict is a pass."""
        return verdict_of(solved, self.idea, self.as_of) == PASS

    def data(self) -> dict[str, Any]:
        """Give the target as plain data."""
        return {"kind": "verdict", "verdict": PASS}


def _made(rule: FindingRule | ClockRule, posed: Posed) -> Result | None:
    """Give what a finding does; the idea is solved only for a number laid against a clock."""
    if isinstance(rule, ClockRule):
        return rule.told(posed.solved().solution)
    return rule.result(posed.completions)


def low_of(solved: Solved) -> int:
    """Give the low end of the lifeline in months."""
    return solved.months()["low"]


def _read_by(score: Score, solved: Solved) -> frozenset[int]:
    """Give the questions that have a say in a score: also those that begin its rubric."""
    numbers = [number for number, _ in score["parts"]]
    for optional in solved.deciding["optional"]:
        if optional["rubric"] == score["rubric"]:
            numbers += optional["questions"]
    return frozenset(solved.rulebook.depends.closed(numbers))


def _caps_below(solved: Solved, months: int, clock: int = EITHER) -> Hurdles:
    return {
        rule.cap["id"]: frozenset(rule.depends)
        for rule in solved.rulebook.caps
        if rule.cap["months"] < months and clock in (EITHER, rule.cap["clock"])
    }


def _standing_caps(posed: Posed, ids: Collection[str], months: int) -> list[str]:
    found = []
    for rule in posed.rulebook.caps:
        if rule.cap["id"] in ids:
            result = rule.result(posed.completions)
            if result is not None and result.months()[0] < months:
                found.append(rule.cap["id"])
    return found
