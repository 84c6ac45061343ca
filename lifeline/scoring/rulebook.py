"""The rules of one set, and what each was found to do: ideas of one run have much in common."""

from __future__ import annotations

from lifeline.model.known import Known, key_of
from lifeline.scoring.against_clock import ClockResult, fires_at
from lifeline.scoring.classes import ValueClasses
from lifeline.scoring.conditions import TRUE, judge
from lifeline.scoring.elimination import EFFORT
from lifeline.scoring.endings import ending_factor
from lifeline.scoring.points import Shares
from lifeline.scoring.result import SILENT
from lifeline.scoring.rules import RuleResult, cap_factor, finding_factor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable

    from lifeline.model.compiled import Cap, Condition, Deciding, Finding
    from lifeline.scoring.completions import Completions
    from lifeline.scoring.elimination import Factor
    from lifeline.scoring.result import Result
    from lifeline.scoring.solution import Solution
    from lifeline.scoring.values import Values

    Tied = tuple[Values, Factor | None, bool]
    """The values of a variable, the constraint on them, and whether both are exact."""


TABULATED = 100_000
"""Entries of all tables of rules, about a second of work."""

FEWEST = 1_000
"""What one table may have in any case; those of the shipped set have up to 576."""


class Tie:
    """How a variable is tied to a condition, by what the questions that decide it may be."""

    __slots__ = ("key", "known", "when")

    def __init__(self, when: Condition, depends: list[int]) -> None:
        self.when = when
        self.key = key_of(depends)
        self.known: Known[object, Tied] = Known()


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
        found = self._solved(completions)
        found.exact, completions.exact = completions.exact, exact
        return found if found.outcomes else None

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
        found = RuleResult(rule, completions)
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
        if found.status != SILENT:
            return found
        if key:
            self.known.keep(key, True)
        return None


def rubric_of(rule: Finding) -> str:
    """Give the rubric that a rule belongs to."""
    return rule["id"].partition("/")[0]


class Rulebook:
    """All rules of a set, in its order, and what is known of its questions' values.

    ``hiding`` has the number and the tie of each question that has a condition, in the order in
    which they are decided, ``protecting`` those of the protections; ``bound`` is the most entries
    of the table of a rule: it comes from the set alone, so that no idea makes another less exact.
    """

    __slots__ = (
        "bound",
        "caps",
        "classes",
        "depends",
        "findings",
        "hiding",
        "optional",
        "protecting",
        "shares",
    )

    def __init__(self, deciding: Deciding) -> None:
        self.classes = [ValueClasses(question) for question in deciding["questions"]]
        self.shares = [Shares(question) for question in deciding["questions"]]
        depends = self.depends = Dependencies(deciding)
        self.optional = {rubric["rubric"]: rubric["questions"] for rubric in deciding["optional"]}
        whens = ((number, deciding["questions"][number]["when"]) for number in deciding["order"])
        self.hiding = [
            (number, Tie(when, depends.closed([number]))) for number, when in whens if when
        ]
        self.protecting = [
            (number, Tie(protection["when"], protection["reads"]))
            for number, protection in enumerate(deciding["protections"], len(self.classes))
        ]
        self.caps = [CapRule(cap, depends.of_cap(cap)) for cap in deciding["caps"]]
        of_clocks = [number for rule in self.caps for number in rule.depends]
        clocks = sum(finding["when"][0] == "against" for finding in deciding["findings"])
        effort = max(FEWEST, 3 * EFFORT // max(1, clocks))
        self.findings = [
            ClockRule(finding, depends.closed([*finding["reads"], *of_clocks]), effort)
            if finding["when"][0] == "against"
            else FindingRule(finding, depends.closed(finding["reads"]))
            for finding in deciding["findings"]
        ]
        tables = len(self.hiding) + len(self.protecting) + len(self.caps) + len(self.findings)
        self.bound = max(FEWEST, TABULATED // max(1, tables))

    def needless(self, left_out: frozenset[str]) -> set[int]:
        """Give the questions of the optional rubrics that are left out."""
        return {number for rubric in left_out for number in self.optional[rubric]}


class Dependencies:
    """Which questions have a say in a rule: those it reads, and those that can hide these."""

    def __init__(self, deciding: Deciding) -> None:
        self.protections = [protection["reads"] for protection in deciding["protections"]]
        self.hiding = [question["hidden_by"] for question in deciding["questions"]]

    def of_cap(self, cap: Cap) -> list[int]:
        """Give the questions that have a say in a cap, or in what lifts it."""
        lifting = [n for number, _ in cap["lifts"] for n in self.protections[number]]
        return self.closed([*cap["reads"], *lifting])

    def closed(self, numbers: list[int]) -> list[int]:
        """Give some questions and, with them, those that can hide them."""
        found: set[int] = set()
        pending = list(numbers)
        while pending:
            number = pending.pop()
            if number not in found:
                found.add(number)
                pending.extend(self.hiding[number])
        return sorted(found)
