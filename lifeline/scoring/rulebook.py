"""The rules of one set, with all that is known of it from the ideas before."""

from __future__ import annotations

from lifeline.model.known import Known, key_of
from lifeline.scoring.classes import ValueClasses
from lifeline.scoring.elimination import EFFORT
from lifeline.scoring.points import Shares
from lifeline.scoring.remembering import CapRule, ClockRule, FindingRule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Cap, Condition, Deciding
    from lifeline.scoring.factors import Factor
    from lifeline.scoring.values import Values

    Tied = tuple[Values, Factor | None, bool, int]
    """The values of a variable, the constraint on them, whether both are exact, and the entries of
    tables that it took to find them."""

TABULATED = 100_000
"""Entries of all tables of rules, about a second of work."""

FEWEST = 1_000
"""What one table may have in any case; those of the shipped set have up to 576."""

ELIMINATED = 1_000_000
"""Entries of all tables that are made to find what single variables and rules may be."""

EASY = 5_000
"""What one of these may take in any case; those of the shipped set take up to 2,100."""


class Tie:
    """How a variable is tied to a condition, by what the questions that decide it may be.

    ``depends`` are the questions whose answers it is looked up by, ``moved_by`` these and those
    that can hide them.
    """

    __slots__ = ("key", "known", "moved_by", "when")

    def __init__(
        self, when: Condition, depends: list[int], moved_by: list[int] | None = None
    ) -> None:
        self.when = when
        self.moved_by = frozenset(depends if moved_by is None else moved_by)
        self.key = key_of(depends)
        self.known: Known[object, Tied] = Known()


class Rulebook:
    """All rules of a set, in its order, and what is known of its questions' values.

    ``hiding`` has the number and the tie of each question that has a condition, in the order in
    which they are decided, ``protecting`` those of the protections; ``bound`` is the most entries
    of the table of a rule, ``effort`` what it may take to find what one rule or one variable may
    be: they come from the set alone, so that no idea makes another less exact.
    """

    __slots__ = (
        "bound",
        "caps",
        "classes",
        "depends",
        "effort",
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
            (number, Tie(each["when"], each["reads"], depends.closed(each["reads"])))
            for number, each in enumerate(deciding["protections"], len(self.classes))
        ]
        self.caps = [CapRule(cap, depends.of_cap(cap)) for cap in deciding["caps"]]
        of_clocks = [number for rule in self.caps for number in rule.depends]
        clocks = sum(finding["when"][0] == "against" for finding in deciding["findings"])
        of_clock = max(FEWEST, 3 * EFFORT // max(1, clocks))
        self.findings = [
            ClockRule(finding, depends.closed([*finding["reads"], *of_clocks]), of_clock)
            if finding["when"][0] == "against"
            else FindingRule(finding, depends.closed(finding["reads"]))
            for finding in deciding["findings"]
        ]
        tables = len(self.hiding) + len(self.protecting) + len(self.caps) + len(self.findings)
        self.bound = max(FEWEST, TABULATED // max(1, tables))
        self.effort = min(EFFORT, max(EASY, ELIMINATED // max(1, tables)))

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
