"""The rules of one set, and what each was found to do: ideas of one run have much in common."""

from __future__ import annotations

from lifeline.scoring.against_clock import ClockResult
from lifeline.scoring.classes import ValueClasses
from lifeline.scoring.conditions import TRUE, judge
from lifeline.scoring.endings import ending_factor
from lifeline.scoring.points import Shares
from lifeline.scoring.result import SILENT
from lifeline.scoring.rules import RuleResult, cap_factor, finding_factor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Cap, Condition, Deciding, Finding
    from lifeline.scoring.completions import Completions
    from lifeline.scoring.elimination import Factor
    from lifeline.scoring.result import Result
    from lifeline.scoring.solution import Solution
    from lifeline.scoring.values import Values

    Tied = tuple[Values, Factor | None, bool]
    """The values of a variable, the constraint on them, and whether both are exact."""

MOST_KNOWN = 200
"""Results kept for each rule; with more, memory would grow with the files of a run."""


class Tie:
    """How a variable is tied to others, by what the questions that decide it may be."""

    __slots__ = ("depends", "known")

    def __init__(self, depends: list[int]) -> None:
        self.depends = depends
        self.known: dict[tuple[Values, ...], Tied] = {}

    def keep(self, key: tuple[Values, ...], found: Tied) -> None:
        """Keep what was found."""
        if len(self.known) >= MOST_KNOWN:
            self.known.clear()
        self.known[key] = found


class _Rule:
    """A rule with its results, by what the questions it depends on may be."""

    __slots__ = ("depends", "known", "when")

    def __init__(self, when: Condition, depends: list[int]) -> None:
        self.when = when
        self.depends = depends
        self.known: dict[tuple[Values, ...], RuleResult | None] = {}

    def result(self, completions: Completions) -> RuleResult | None:
        """Give what the rule does in some completions; None where it is silent in all of them."""
        key = tuple([completions.possible[number] for number in self.depends])
        if key not in self.known:
            if len(self.known) >= MOST_KNOWN:
                self.known.clear()
            self.known[key] = self._examined(completions)
        found = self.known[key]
        if found is not None and not found.exact:
            completions.exact = False
        return found

    def _examined(self, completions: Completions) -> RuleResult | None:
        if not judge(self.when, completions.possible) & TRUE:
            return None
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

    def _solved(self, completions: Completions) -> RuleResult:
        rule = cap_factor(self.cap, completions)
        found = RuleResult(rule, completions)
        found.ending = ending_factor(self.cap, rule)
        return found


class FindingRule(_Rule):
    """A rule that tells something."""

    __slots__ = ("finding",)

    def __init__(self, finding: Finding, depends: list[int]) -> None:
        super().__init__(finding["when"], depends)
        self.finding = finding

    def told(self, solution: Solution) -> Result | None:
        """Give what the finding does; None where it is silent."""
        return self.result(solution.completions)

    def _solved(self, completions: Completions) -> RuleResult:
        return RuleResult(finding_factor(self.finding, completions), completions)


class ClockRule:
    """A rule that tells how a number of months stands against a clock; nothing is remembered."""

    __slots__ = ("depends", "finding")

    def __init__(self, finding: Finding, depends: list[int]) -> None:
        self.finding = finding
        self.depends = depends

    def told(self, solution: Solution) -> Result | None:
        """Give what the finding does; None where it is silent."""
        found = ClockResult(self.finding["when"], solution)
        return None if found.status == SILENT else found


class Rulebook:
    """All rules of a set, in its order, and what is known of its questions' values.

    ``hiding`` has the tie of each question, by its number, ``protecting`` those of protections.
    """

    __slots__ = ("caps", "classes", "depends", "findings", "hiding", "protecting", "shares")

    def __init__(self, deciding: Deciding) -> None:
        self.classes = [ValueClasses(question) for question in deciding["questions"]]
        self.shares = [Shares(question) for question in deciding["questions"]]
        depends = self.depends = Dependencies(deciding)
        self.hiding = [Tie(depends.closed([number])) for number in range(len(self.classes))]
        self.protecting = [Tie(protection["reads"]) for protection in deciding["protections"]]
        self.caps = [CapRule(cap, depends.of_cap(cap)) for cap in deciding["caps"]]
        of_clocks = [number for rule in self.caps for number in rule.depends]
        self.findings = [
            ClockRule(finding, depends.closed([*finding["reads"], *of_clocks]))
            if finding["when"][0] == "against"
            else FindingRule(finding, depends.closed(finding["reads"]))
            for finding in deciding["findings"]
        ]


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
