"""Rules with what they were found to do: ideas of one run have much in common."""

from __future__ import annotations

from lifeline.model.known import Known, key_of
from lifeline.scoring.against_clock import ClockResult, fires_at
from lifeline.scoring.conditions import TRUE, judge, parts_of
from lifeline.scoring.endings import ending_factor
from lifeline.scoring.result import SILENT
from lifeline.scoring.rules import RuleResult, cap_factor, finding_factor, lifts_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable

    from lifeline.model.compiled import Cap, Condition, Finding
    from lifeline.scoring.completions import Completions
    from lifeline.scoring.result import Result
    from lifeline.scoring.solution import Solution


class _Rule:
    """A rule with its results, by what the questions it depends on may be."""

    __slots__ = ("depends", "key", "known", "settled", "when")

    def __init__(self, when: Condition, depends: list[int]) -> None:
        self.when = when
        self.depends = depends
        self.key = key_of(depends)
        self.known: Known[object, RuleResult | None] = Known()
        self.settled: dict[Hashable, RuleResult | None] = {}

    def result(self, completions: Completions) -> RuleResult | None:
        """Give what the rule does in some completions; None where it is silent in all of them."""
        key = self.key(completions.possible)
        if key in self.known:
            found = self.known[key]
        else:
            found = self.known.keep(key, self._examined(completions))
        if found is not None and not found.exact:
            completions.exact = False
        return found

    def _examined(self, completions: Completions) -> RuleResult | None:
        truths = judge(self.when, completions.possible)
        if not truths & TRUE:
            return None
        settled = self._settled_by(completions) if truths == TRUE else None
        if settled is None:
            return self._tabulated(completions)
        if settled not in self.settled:
            self.settled[settled] = self._tabulated(completions)
        return self.settled[settled]

    def _settled_by(self, completions: Completions) -> Hashable:
        """Give what the result depends on where the rule fires in any case; None when it varies."""
        raise NotImplementedError

    def _tabulated(self, completions: Completions) -> RuleResult | None:
        exact, completions.exact = completions.exact, True
        before, completions.effort = completions.effort, 0
        found = self._solved(completions)
        found.exact, completions.exact = completions.exact, exact
        completions.effort = before + completions.effort * parts_of(self.when)
        return found if found.may_fire() else None

    def _solved(self, completions: Completions) -> RuleResult:
        raise NotImplementedError


class CapRule(_Rule):
    """A rule that caps a clock."""

    __slots__ = ("cap",)

    def __init__(self, cap: Cap, depends: list[int]) -> None:
        super().__init__(cap["when"], depends)
        self.cap = cap

    def _settled_by(self, completions: Completions) -> Hashable:
        first, possible = len(completions.questions), completions.possible
        lifts = [possible[first + number] for number, _ in self.cap["lifts"]]
        return tuple(lifts) if all(len(values) == 1 for values in lifts) else None

    def _solved(self, completions: Completions) -> RuleResult:
        rule = cap_factor(self.cap, completions)
        found = RuleResult(rule, completions, lifts_of(self.cap, completions))
        found.ending = ending_factor(self.cap, rule)
        return found


class FindingRule(_Rule):
    """A rule that tells something."""

    __slots__ = ("finding", "rubric")

    def __init__(self, finding: Finding, depends: list[int]) -> None:
        super().__init__(finding["when"], depends)
        self.finding = finding
        self.rubric = rubric_of(finding)

    def told(self, solution: Solution) -> Result | None:
        """Give what the finding does; None where it is silent."""
        return self.result(solution.completions)

    def _settled_by(self, _completions: Completions) -> Hashable:
        return ()

    def _solved(self, completions: Completions) -> RuleResult:
        return RuleResult(finding_factor(self.finding, completions), completions)


class ClockRule:
    """A rule that tells how a number of months stands against a clock.

    Where no cap is open and no condition bears on the number, it is known again when it is silent.
    """

    __slots__ = ("depends", "effort", "finding", "known", "number", "operator", "rubric")

    def __init__(self, finding: Finding, depends: list[int], effort: int) -> None:
        self.finding = finding
        self.depends = depends
        self.effort = effort
        self.rubric = rubric_of(finding)
        _, self.number, _, self.operator = finding["when"]
        self.known: Known[object, bool] = Known()

    def told(self, solution: Solution) -> Result | None:
        """Give what the finding does; None where it is silent."""
        completions, key = solution.completions, None
        if not solution.open_caps and self.number not in completions.constraints:
            values = completions.possible[self.number]
            key = (*[fires_at(self.operator, value) for value in values], solution.settled)
            if key in self.known:
                return None
        found = ClockResult(self.finding["when"], solution, self.effort)
        completions.effort += found.taken
        if found.status != SILENT:
            return found
        if key:
            self.known.keep(key, True)
        return None


def rubric_of(rule: Finding) -> str:
    """Give the rubric that a rule belongs to."""
    return rule["id"].partition("/")[0]
