"""Solves an idea: what every rule does, and every way its completions can end."""

from __future__ import annotations

from lifeline.model.words import CAUSES, CLOCKS, FULL
from lifeline.scoring.completions import ONE
from lifeline.scoring.endings import combined, endings_in, grouped, months_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model import assessment as told
    from lifeline.model.compiled import Cap, Deciding, Finding
    from lifeline.scoring.completions import Completions
    from lifeline.scoring.endings import Ending
    from lifeline.scoring.factors import Factor
    from lifeline.scoring.result import Result
    from lifeline.scoring.rulebook import Rulebook
    from lifeline.scoring.rules import RuleResult


class Solution:
    """The rules that can fire, with their results, and the endings of all completions.

    ``exact``: whether these are no more than can happen; of findings that is not said.
    ``settled`` is the set of endings that no open question changes; ``open_caps`` bring about the
    others, and ``groups`` hold them.
    """

    __slots__ = ("caps", "completions", "exact", "findings", "groups", "open_caps", "settled")

    def __init__(self, rulebook: Rulebook, completions: Completions) -> None:
        self.completions = completions
        self.caps: list[tuple[Cap, RuleResult]] = []
        self.findings: list[tuple[Finding, Result]] = []
        self.settled = ONE
        self.open_caps: list[Factor] = []
        for rule in rulebook.caps:
            result = rule.result(completions)
            if result is None:
                continue
            self.caps.append((rule.cap, result))
            if result.ending.scope:
                self.open_caps.append(result.ending)
            else:
                self.settled = combined(self.settled, result.ending.table[()])
        self.groups = grouped(self.open_caps, completions)
        self.exact = completions.exact
        for teller in rulebook.findings:
            if teller.rubric not in completions.left_out:
                told = teller.told(self)
                if told is not None:
                    self.findings.append((teller.finding, told))

    def endings(self) -> list[Ending]:
        """Give every way in which some completion ends."""
        mask = self.settled
        for group in self.groups:
            mask = combined(mask, group.endings)
        return endings_in(mask)


class Posed:
    """An idea before it is solved: its completions, and the rules with the figures ``used``."""

    __slots__ = ("_solved", "completions", "deciding", "gate", "rulebook", "used")

    def __init__(
        self,
        deciding: Deciding,
        rulebook: Rulebook,
        completions: Completions,
        used: list[told.ParameterUsed | None],
        gate: told.Gate,
    ) -> None:
        self.deciding = deciding
        self.rulebook = rulebook
        self.completions = completions
        self.used = used
        self.gate = gate
        self._solved: Solved | None = None

    def solved(self) -> Solved:
        """Solve the idea, once."""
        if self._solved is None:
            self._solved = Solved(self)
        return self._solved


class Solved:
    """An idea solved: the rules with the figures of the market ``used``, and what they do.

    ``solution`` holds the caps and findings that can fire, ``endings`` every way in which it can
    end; ``gate`` is what it is judged by.
    """

    __slots__ = ("deciding", "endings", "gate", "rulebook", "solution", "used")

    def __init__(self, posed: Posed) -> None:
        self.deciding = posed.deciding
        self.rulebook = posed.rulebook
        self.used = posed.used
        self.gate = posed.gate
        self.solution = Solution(posed.rulebook, posed.completions)
        self.endings = self.solution.endings()

    def months(self, clock: int = len(CLOCKS)) -> told.Months:
        """Give the months that it can last: by a clock, or by the one that ends first."""
        every = [months_of(ending, clock) for ending in self.endings]
        return {"low": min(every), "high": max(every)}


def end_of(endings: list[Ending]) -> tuple[str | None, str | None]:
    """Give the clock and the cause that the low end of some endings speaks of (§5.12)."""
    low = min(min(ending[:2]) for ending in endings)
    if low == FULL:
        return None, None
    lowest = [ending for ending in endings if min(ending[:2]) == low]
    ends = CLOCKS[1] if any(ending[1] == low for ending in lowest) else CLOCKS[0]
    return ends, CAUSES[min(ending[2] for ending in lowest)]
