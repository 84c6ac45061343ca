"""What each rule does over all completions: certain, possible or silent, and what lifts it."""

from __future__ import annotations

from itertools import product

from lifeline.scoring.conditions import reads_open
from lifeline.scoring.result import (
    CERTAIN,
    FIRES,
    POSSIBLE,
    SILENCE,
    Result,
    keep_the_other,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Cap, Condition, Finding
    from lifeline.scoring.completions import Completions
    from lifeline.scoring.factors import Factor

    Outcome = tuple[int, tuple[int, ...]] | None
    """Months and the protections that hold, where a cap fires; None where it is silent."""


class RuleFactor:
    """A rule as a factor of its own: bit n + 1 of an outcome stands for ``outcomes[n]``."""

    __slots__ = ("factor", "outcomes")

    def __init__(self, outcomes: list[Outcome]) -> None:
        self.outcomes = outcomes
        self.factor: Factor

    def bit(self, outcome: Outcome) -> int:
        """Give the bit of an outcome, a new one where it is new."""
        if outcome not in self.outcomes:
            self.outcomes.append(outcome)
        return 2 << self.outcomes.index(outcome)


def cap_factor(cap: Cap, completions: Completions) -> RuleFactor:
    """Tabulate what a cap does over the variables that it hangs on."""
    first = len(completions.questions)
    lifts = [(first + number, months) for number, months in cap["lifts"]]
    rule = RuleFactor([])

    def outcomes() -> int:
        fires, silent = completions.holds(cap["when"])
        found = rule.bit(None) if silent else 0
        if fires:
            for holding in _holding([variable for variable, _ in lifts], completions):
                lifted = [months for variable, months in lifts if variable in holding]
                found |= rule.bit((max(lifted, default=cap["months"]), holding))
        return found

    unsettled = [v for v, _ in lifts if len(completions.possible[v]) > 1]
    rule.factor = completions.factor(_scope(cap["when"], unsettled, completions), outcomes)
    return rule


def _holding(variables: list[int], completions: Completions) -> list[tuple[int, ...]]:
    """Give each combination of protections that can hold; one, where all are settled."""
    choices = product(*(completions.possible[variable] for variable in variables))
    return [
        tuple(variable for variable, held in zip(variables, held_each, strict=True) if held)
        for held_each in choices
    ]


def finding_factor(finding: Finding, completions: Completions) -> RuleFactor:
    """Tabulate where a finding fires."""
    rule = RuleFactor([None, (0, ())])

    def outcomes() -> int:
        fires, silent = completions.holds(finding["when"])
        return (FIRES if fires else 0) | (SILENCE if silent else 0)

    rule.factor = completions.factor(_scope(finding["when"], [], completions), outcomes)
    return rule


def _scope(
    condition: Condition, protections: list[int], completions: Completions
) -> tuple[int, ...]:
    return (*protections, *sorted(reads_open(condition, completions.possible)))


class RuleResult(Result):
    """What a rule does by itself, with its possible outcomes where it fires.

    ``factors`` are the rule and the constraints that bear on it. Who asks for it says whether it is
    ``exact``, and gives a cap its ``ending``: its factor with endings for outcomes.
    """

    __slots__ = ("ending", "exact", "outcomes")

    def __init__(self, rule: RuleFactor, completions: Completions) -> None:
        super().__init__()
        self.factors = [rule.factor]
        mask = rule.factor.table.get((), 0)
        if rule.factor.scope:
            self.factors = completions.closure(self.factors)
            mask = _reachable(self.factors, completions)
        found = [o for n, o in enumerate(rule.outcomes) if mask & 2 << n]
        self.outcomes = [outcome for outcome in found if outcome is not None]
        self.status = POSSIBLE if None in found else CERTAIN
        several = len({outcome and outcome[0] for outcome in found}) > 1  # not: lifted by what
        self.hangs_on = self.variables() if several else set()
        self.exact: bool
        self.ending: Factor

    def months(self) -> tuple[int, int]:
        """Give the least and most months of a cap where it fires."""
        values = [outcome[0] for outcome in self.outcomes]
        return min(values), max(values)

    def holding(self) -> list[tuple[int, str]]:
        """Give each protection that can hold where the cap fires, and its status there."""
        holding = [outcome[1] for outcome in self.outcomes]
        return [
            (number, CERTAIN if all(number in held for held in holding) else POSSIBLE)
            for number in sorted({number for held in holding for number in held})
        ]


def _reachable(factors: list[Factor], completions: Completions) -> int:
    return completions.eliminated(factors, (), keep_the_other).table.get((), 0)
