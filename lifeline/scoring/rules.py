"""What each rule does over all completions: certain, possible or silent, and what lifts it."""

from __future__ import annotations

from lifeline.scoring.conditions import reads_open
from lifeline.scoring.result import (
    CERTAIN,
    FIRES,
    LEAVES,
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

    Lifts = list[tuple[int, int]]
    """The variables of protections, and the months to which each lifts a cap."""

_HOLDS, _LACKS = (max(LEAVES.values()) << place for place in (1, 2))
"""The bits of the first protection that lifts a cap, where that fires; the next have the next."""

_MONTHS = sum(LEAVES.values())


def lifts_of(cap: Cap, completions: Completions) -> Lifts:
    """Give what lifts a cap."""
    first = len(completions.questions)
    return [(first + number, months) for number, months in cap["lifts"]]


def cap_factor(cap: Cap, completions: Completions) -> Factor:
    """Tabulate what a cap does over the variables that it hangs on.

    Outcomes are SILENCE and, where it fires, what it LEAVES and which protections hold then.
    """
    lifts = lifts_of(cap, completions)

    def outcomes() -> int:
        fires, silent = completions.holds(cap["when"])
        found = _left(cap["months"], lifts, completions) if fires else 0
        return found | SILENCE if silent else found

    unsettled = [v for v, _ in lifts if len(completions.possible[v]) > 1]
    return completions.factor(_scope(cap["when"], unsettled, completions), outcomes)


def _left(months: int, lifts: Lifts, completions: Completions) -> int:
    """Give what a cap that fires may leave: each open protection may hold or not.

    They are not taken in all their combinations: of twenty there are a million.
    """
    held = [completions.possible[variable] for variable, _ in lifts]
    least = max(
        [to for (_, to), each in zip(lifts, held, strict=True) if each == (1,)], default=months
    )
    found = LEAVES[least]
    for place, (_, to) in enumerate(lifts):
        if 1 in held[place]:
            found |= LEAVES[max(least, to)] | _HOLDS << 2 * place
        if 0 in held[place]:
            found |= _LACKS << 2 * place
    return found


def finding_factor(finding: Finding, completions: Completions) -> Factor:
    """Tabulate where a finding fires."""

    def outcomes() -> int:
        fires, silent = completions.holds(finding["when"])
        return (FIRES if fires else 0) | (SILENCE if silent else 0)

    return completions.factor(_scope(finding["when"], [], completions), outcomes)


def _scope(
    condition: Condition, protections: list[int], completions: Completions
) -> tuple[int, ...]:
    return (*protections, *sorted(reads_open(condition, completions.possible)))


class RuleResult(Result):
    """What a rule does by itself, with its possible outcomes.

    ``factors`` are the rule and the constraints that bear on it, ``lifting`` the protections that
    may lift a cap. Who asks for it says whether it is ``exact``, and gives a cap its ``ending``:
    its factor with endings for outcomes.
    """

    __slots__ = ("ending", "exact", "lifting", "outcomes")

    def __init__(self, rule: Factor, completions: Completions, lifts: Lifts | None = None) -> None:
        super().__init__()
        self.factors = [rule]
        self.outcomes = rule.table.get((), 0)
        if rule.scope:
            self.factors = completions.closure(self.factors)
            self.outcomes = _reachable(self.factors, completions)
        self.lifting = [variable for variable, _ in lifts or ()]
        self.status = POSSIBLE if self.outcomes & SILENCE else CERTAIN
        several = (self.outcomes & (SILENCE | _MONTHS)).bit_count() > 1  # not: lifted by what
        self.hangs_on = self.variables() if several else set()
        self.exact: bool
        self.ending: Factor

    def may_fire(self) -> bool:
        """Whether there is a completion in which it is not silent."""
        return bool(self.outcomes & _MONTHS)

    def months(self) -> tuple[int, int]:
        """Give the least and most months of a cap where it fires."""
        values = [months for months, bit in LEAVES.items() if self.outcomes & bit]
        return values[0], values[-1]

    def holding(self) -> list[tuple[int, str]]:
        """Give each protection that can hold where the cap fires, and its status there."""
        return sorted(
            (variable, POSSIBLE if self.outcomes & _LACKS << 2 * place else CERTAIN)
            for place, variable in enumerate(self.lifting)
            if self.outcomes & _HOLDS << 2 * place
        )


def _reachable(factors: list[Factor], completions: Completions) -> int:
    return completions.eliminated(factors, (), keep_the_other, completions.most).table.get((), 0)
