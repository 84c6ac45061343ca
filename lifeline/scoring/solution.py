"""Solves an idea: what every rule does, and every way its completions can end."""

from __future__ import annotations

from lifeline.model.words import CAUSES, CLOCKS, FULL
from lifeline.scoring.completions import ONE
from lifeline.scoring.conditions import TRUE, judge
from lifeline.scoring.endings import combined, ending_factor, endings_in, grouped
from lifeline.scoring.rules import RuleResult, cap_factor, finding_factor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Cap, Deciding, Finding
    from lifeline.scoring.completions import Completions
    from lifeline.scoring.endings import Ending


class Solution:
    """The rules that can fire, with their results, and the endings of all completions.

    ``settled`` is the set of endings that no open question changes; ``groups`` hold the others.
    """

    __slots__ = ("caps", "completions", "findings", "groups", "settled")

    def __init__(self, deciding: Deciding, completions: Completions) -> None:
        self.completions = completions
        self.caps: list[tuple[Cap, RuleResult]] = []
        self.findings: list[tuple[Finding, RuleResult]] = []
        self.settled = ONE
        open_factors = []
        for cap in deciding["caps"]:
            if not judge(cap["when"], completions.possible) & TRUE:
                continue
            rule = cap_factor(cap, completions)
            self.caps.append((cap, RuleResult(rule, completions)))
            factor = ending_factor(cap, rule)
            if factor.scope:
                open_factors.append(factor)
            else:
                self.settled = combined(self.settled, factor.table[()])
        for finding in deciding["findings"]:
            if judge(finding["when"], completions.possible) & TRUE:
                rule = finding_factor(finding, completions)
                self.findings.append((finding, RuleResult(rule, completions)))
        self.groups = grouped(open_factors, completions)

    def endings(self) -> list[Ending]:
        """Give every way in which some completion ends."""
        mask = self.settled
        for group in self.groups:
            mask = combined(mask, group.endings)
        return endings_in(mask)


def end_of(endings: list[Ending]) -> tuple[str | None, str | None]:
    """Give the clock and the cause that the low end of some endings speaks of (§5.12)."""
    low = min(min(ending[:2]) for ending in endings)
    if low == FULL:
        return None, None
    lowest = [ending for ending in endings if min(ending[:2]) == low]
    ends = CLOCKS[1] if any(ending[1] == low for ending in lowest) else CLOCKS[0]
    return ends, CAUSES[min(ending[2] for ending in lowest)]
