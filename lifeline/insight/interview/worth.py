"""What it is worth to have an open question answered: the verdict, months, points of a score."""

from __future__ import annotations

from lifeline.insight.interview.ranges import Ranges, span_of
from lifeline.model.words import CLOCKS
from lifeline.scoring.deciding import Decider
from lifeline.scoring.gate import UNCLEAR, range_verdict, worst
from lifeline.scoring.judging import (
    gate_parts,
    standing_findings,
    verdict_beside,
)
from lifeline.scoring.result import POSSIBLE
from lifeline.scoring.written import Written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.model.assessment import Months
    from lifeline.model.idea import Idea
    from lifeline.scoring.result import Result
    from lifeline.scoring.solution import Solved
    from lifeline.scoring.values import Value

VERDICT, MONTHS, TOGETHER, BESIDE = "verdict", "months", "together", "beside"
"""What the answer to a question moves: some answer settles the verdict; some makes the range of
months narrower; only together with others it may do either; neither, whatever the others are."""


class Worth:
    """What is gained by one question alone; ``outcomes`` are verdict and months by its value."""

    __slots__ = ("effect", "mean", "number", "outcomes", "points", "settling", "worst")

    def __init__(
        self, number: int, outcomes: dict[Value, tuple[str, Months]], effect: str, points: float
    ) -> None:
        widths = [months["high"] - months["low"] for _, months in outcomes.values()]
        self.number = number
        self.outcomes = outcomes
        self.effect = effect
        self.points = points
        self.settling = sum(verdict != UNCLEAR for verdict, _ in outcomes.values())
        self.mean = sum(widths) / len(widths)
        self.worst = max(widths)

    def rank(self, pair: frozenset[int]) -> tuple[bool, float, bool, float, float, float, int]:
        """Give what questions are ordered by, where two of them settle the verdict together."""
        share = self.settling / len(self.outcomes)
        gain = (self.mean, float(self.worst), -self.points)
        return self.effect == BESIDE, -share, self.number not in pair, *gain, self.number


class Weigher:
    """Weighs the open questions of one solved idea, each with all others left as they are."""

    def __init__(self, solved: Solved, idea: Idea, as_of: date) -> None:
        self.solved = solved
        parts = gate_parts(solved, idea, as_of)
        self.written = Written(solved, parts)
        self.verdict = verdict_beside(parts)
        self.ranges = Ranges(solved.solution)
        self.months = span_of(self.ranges.all)
        self.movable = self.ranges.movable
        self.decider: Decider | None = None
        gated = [result for _, result in standing_findings(solved, idea, as_of)]
        if self.verdict == UNCLEAR:
            self._look_beside_the_months([r for r in gated if r.status == POSSIBLE])
        self.points = _points_left_open(solved)

    def _look_beside_the_months(self, gated: list[Result]) -> None:
        """Take in what the gate looks at besides the months, if there is anything."""
        gate = self.solved.gate
        if not gated and not gate["min_score"] and gate["clock"] not in CLOCKS:
            return
        self.decider = Decider(self.solved.solution, gate, gated, self.written)
        self.movable = self.decider.involved

    def worth(self, number: int) -> Worth:
        """Weigh one question."""
        months = self.ranges.months(number)
        verdicts = self._verdicts(number, months)
        beside = {value: self.written.beside({number: value}) for value in months}
        outcomes = {v: (worst((beside[v], verdicts[v])), months[v]) for v in months}
        effect = self._effect(number, outcomes)
        return Worth(number, outcomes, effect, self.points.get(number, 0.0))

    def _verdicts(self, number: int, months: dict[Value, Months]) -> dict[Value, str]:
        if self.verdict != UNCLEAR:
            return dict.fromkeys(months, self.verdict)
        if self.decider:
            return self.decider.verdicts(number)
        wanted = self.solved.gate["min_months"]
        return {v: range_verdict(span["low"], span["high"], wanted) for v, span in months.items()}

    def _effect(self, number: int, outcomes: dict[Value, tuple[str, Months]]) -> str:
        is_unclear = worst((self.verdict, self.written.beside({}))) == UNCLEAR
        if is_unclear and any(v != UNCLEAR for v, _ in outcomes.values()):
            return VERDICT
        if any(months != self.months for _, months in outcomes.values()):
            return MONTHS
        is_counted = is_unclear and number in self.written.counted
        return TOGETHER if number in self.movable or is_counted else BESIDE


def _points_left_open(solved: Solved) -> dict[int, float]:
    """Give how many points of scores each question leaves open, of 100 in each score."""
    found: dict[int, float] = {}
    raw, shares = solved.solution.completions.raw, solved.rulebook.shares
    for score in solved.deciding["scores"]:
        whole = sum(weight for _, weight in score["parts"])
        for number, weight in score["parts"]:
            span = shares[number].span(raw[number])
            if span is not None:
                points = 100 * weight * (span[1] - span[0]) / whole
                found[number] = found.get(number, 0.0) + points
    return found
