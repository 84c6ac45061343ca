"""What an idea comes to, looked up one by one: a vector asks for little of it.

Each value is the one that ``lifeline.scoring.assess`` tells; a test holds the two together. Here
nothing is worked out that nobody asks for: of an idea with much unknown, finding the deciding
question takes longer than all the rest, and a set is tried in hundreds of weakened forms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.model.words import CLOCKS
from lifeline.scoring.against_clock import ClockResult
from lifeline.scoring.completions import ONE
from lifeline.scoring.conditions import judge
from lifeline.scoring.deciding import Decider
from lifeline.scoring.elimination import eliminate
from lifeline.scoring.endings import months_of
from lifeline.scoring.gate import (
    UNCLEAR,
    finding_verdict,
    gate_of,
    gated_findings,
    range_verdict,
    worst,
)
from lifeline.scoring.points import score_range
from lifeline.scoring.resolving import condition_with
from lifeline.scoring.result import CERTAIN, POSSIBLE, SILENT, keep_the_other
from lifeline.scoring.solution import Solution, end_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifeline.authoring.testing.under_test import UnderTest
    from lifeline.model.compiled import Condition
    from lifeline.scoring.completions import Completions
    from lifeline.scoring.endings import Ending
    from lifeline.scoring.factors import Factor
    from lifeline.scoring.result import Result

LIFELINE = len(CLOCKS)
"""The number of the lifeline among what months are compared with."""


class Seen:
    """One idea solved; ``value`` looks up what somebody wants to know of it."""

    def __init__(self, tested: UnderTest, completions: Completions) -> None:
        self.deciding = tested.deciding
        self.gate = gate_of(tested.deciding["gate"])
        self.ids = tested.ids
        self.values = tested.values
        self.shares = tested.rulebook.shares
        self.decided = tested.decided
        self.completions = completions
        self.solution = Solution(tested.rulebook, completions)
        self._endings: list[Ending] = []

    def value(self, name: str) -> Any:
        """Give what came out under a name that a vector can expect, as it would expect it."""
        name, _, part = name.partition(".")
        if part:
            found: Callable[[Seen, str], Any] = _IN_PARTS[name]
            return found(self, part)
        return _WHOLE[name](self)

    @property
    def endings(self) -> list[Ending]:
        """Every way in which some completion ends."""
        self._endings = self._endings or self.solution.endings()
        return self._endings

    def months(self, clock: int) -> list[int]:
        """Give the least and the most months of a clock, or of the lifeline."""
        every = [months_of(ending, clock) for ending in self.endings]
        return [min(every), max(every)]

    def is_certain(self) -> bool:
        """Whether every completion ends by the same clock and cause."""
        return len({end_of([ending]) for ending in self.endings}) == 1

    def truths(self, condition: Condition) -> int:
        """Give the truths that a condition of the set can have."""
        found = condition_with(condition, self.values) if self.values else condition
        return judge(found, self.completions.possible)

    def caps(self, status: str) -> list[str]:
        """Give the caps that fire, in every completion or in some."""
        return [cap["id"] for cap, result in self.solution.caps if result.status == status]

    def findings(self, status: str) -> list[str]:
        """Give the findings of rules that are told, in every completion or in some."""
        return [each["id"] for each, result in self.solution.findings if result.status == status]

    def protections(self, status: str) -> list[str]:
        """Give the protections that hold, in every completion or in some."""
        every = self.deciding["protections"]
        return [each["id"] for n, each in enumerate(every) if self.protection(n) == status]

    def protection(self, number: int) -> str:
        """Whether a protection holds in every completion, in some, or in none."""
        variable = len(self.deciding["questions"]) + number
        possible = self.completions.possible[variable]
        if len(possible) > 1:
            factors = self.completions.closure([self.completions.constraints[variable]])
            table = eliminate(factors, (variable,), keep_the_other, ONE).table
            possible = tuple(value for value in possible if (value,) in table)
        if 1 not in possible:
            return SILENT
        return CERTAIN if len(possible) == 1 else POSSIBLE

    def verdict(self) -> str:
        """Judge by the gate of the set."""
        low, high = self.months(LIFELINE)
        return worst(
            [
                range_verdict(low, high, self.gate["min_months"]),
                *(finding_verdict(result.status) for result in self._gated()),
            ]
        )

    def _gated(self) -> list[Result]:
        return [
            result for _, result in gated_findings(self.solution.findings, self.deciding, self.gate)
        ]

    def score(self, rubric: str) -> list[float] | None:
        """Give the least and the greatest score by a rubric."""
        score = next(each for each in self.deciding["scores"] if each["rubric"] == rubric)
        span = score_range(score, self.completions, self.shares)
        return None if span is None else [round(end, 1) + 0.0 for end in span]

    def open(self) -> list[str]:
        """Give the questions that are asked in some completion and not settled."""
        return [self.ids[number] for number in self._open()]

    def _open(self) -> list[int]:
        numbers = range(len(self.deciding["questions"]))
        return [number for number in numbers if self.completions.is_open(number)]

    def deciding_question(self) -> str | None:
        """Give the open question that most often settles the verdict."""
        if self.verdict() != UNCLEAR:
            return None
        decider = Decider(self.solution, self.gate, self._gated())
        still_open = self._open()
        key = _what_decides(decider)
        if key is None or key not in self.decided:
            best = decider.best(still_open)
            self.decided[key] = None if best is None else self.ids[best.questions[0]]
        return self.decided[key]

    def is_exact(self) -> bool:
        """Whether the ranges are exact."""
        return self.solution.exact


def _what_decides(decider: Decider) -> object:
    """Give all that the deciding question hangs on, or None where that is not easily told.

    Weakened forms of a set often leave it as it was.
    """
    if any(type(result) is ClockResult for result in decider.findings):
        return None
    lengths = decider.lengths
    groups = [_content(group.factors) for group in lengths.groups]
    findings = tuple(_content(result.factors) for result in decider.findings)
    return lengths.months, lengths.settled, tuple(decider.raw), frozenset(groups), findings


def _content(factors: list[Factor]) -> object:
    return frozenset((factor.scope, frozenset(factor.table.items())) for factor in factors)


_IN_PARTS: dict[str, Callable[[Seen, str], Any]] = {
    "caps": Seen.caps,
    "protections": Seen.protections,
    "findings": Seen.findings,
    "scores": Seen.score,
}
_WHOLE: dict[str, Callable[[Seen], Any]] = {
    "verdict": Seen.verdict,
    "months": lambda seen: seen.months(LIFELINE),
    "advantage": lambda seen: seen.months(0),
    "necessity": lambda seen: seen.months(1),
    "ends": lambda seen: end_of(seen.endings)[0],
    "cause": lambda seen: end_of(seen.endings)[1],
    "certain": Seen.is_certain,
    "exact": Seen.is_exact,
    "open": Seen.open,
    "deciding": Seen.deciding_question,
}
