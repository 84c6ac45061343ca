"""The completions of an idea, as variables with possible values and constraints between them.

Variables are the questions, then the protections. A question that one answer hides takes the value
HIDDEN exactly where its condition is not true; a protection is 1 exactly where its condition is.
Values that no condition tells apart stand for one another.
"""

from __future__ import annotations

from itertools import product
from math import prod

from lifeline.scoring.conditions import TRUE, judge, parts_of, reads_open
from lifeline.scoring.elimination import BOUND, EFFORT, Effort, eliminate
from lifeline.scoring.factors import Factor
from lifeline.scoring.values import HIDDEN, NOT_ASKED, is_settled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from lifeline.model.compiled import Condition, Deciding
    from lifeline.model.idea import Answer
    from lifeline.scoring.elimination import Eliminated
    from lifeline.scoring.factors import Combine
    from lifeline.scoring.rulebook import Rulebook, Tie
    from lifeline.scoring.values import Value, Values

ONE = 1
"""The set of outcomes of a constraint: it only says that an assignment can occur."""

ALONE = 2
"""Variables of a constraint by which one question alone decides whether another one is asked."""


def rubrics_left_out(deciding: Deciding, answers: dict[int, Answer]) -> frozenset[str]:
    """Give the optional rubrics of which no question stands among some answers, even as open."""
    return frozenset(
        [
            rubric["rubric"]
            for rubric in deciding["optional"]
            if answers.keys().isdisjoint(rubric["questions"])
        ]
    )


class Completions:
    """What each variable may be in an idea's completions.

    ``raw`` holds the values of each question's answer, ``possible`` those that count in some
    completion, with HIDDEN among them, one for each class; ``constraints`` are keyed by the
    variable that they determine. ``left_out`` are the optional rubrics of which nothing is
    answered; their questions are not asked. ``effort`` counts the entries of tables that were
    made for them, each as often as its condition has parts; ``taken`` those that it takes to find
    what some answers ``tried`` change, known or not, so that it does not hang on what came before.
    """

    def __init__(
        self,
        deciding: Deciding,
        answers: dict[int, Answer],
        doubted: frozenset[int],
        rulebook: Rulebook,
    ) -> None:
        self.questions = deciding["questions"]
        self.left_out = rubrics_left_out(deciding, answers)
        self.exact = True
        self.effort = self.taken = 0
        self.tried: Collection[int] = ()
        self.constraints: dict[int, Factor] = {}
        self.classes = rulebook.classes
        self.bound = rulebook.bound
        self.most = rulebook.effort
        needless = rulebook.needless(self.left_out)
        self.raw: list[Values] = []
        self.possible: list[Values] = []
        for number, classes in enumerate(self.classes):
            if number in needless:
                values = possible = NOT_ASKED
            else:
                is_doubted = number in doubted if doubted else False
                values, possible = classes.of_answer(answers.get(number), doubted=is_doubted)
            self.raw.append(values)
            self.possible.append(possible)
        self.tie_all(rulebook)

    def answered(self, answers: dict[int, Value], rulebook: Rulebook) -> Completions:
        """Give the completions in which some questions have these values, or are not asked."""
        from copy import copy  # few gates ask for scores

        other = copy(self)
        other.constraints, other.raw = {}, list(self.raw)
        other.tried, other.taken = answers, 0
        for number, value in answers.items():
            other.raw[number] = (value,)
        other.possible = [
            raw if raw is NOT_ASKED else tuple(classes.counts(raw))
            for classes, raw in zip(self.classes, other.raw, strict=True)
        ]
        other.tie_all(rulebook)
        return other

    def tie_all(self, rulebook: Rulebook) -> None:
        """Take in what questions that are hidden, and protections, have to do with answers."""
        given = list(self.possible)
        for number, tie in rulebook.hiding:
            if given[number] is not NOT_ASKED:
                self._tie(number, tie, given, self._hide)
        for number, tie in rulebook.protecting:
            self.possible.append((0, 1))
            self._tie(number, tie, self.possible, self._protect)

    def _tie(
        self,
        number: int,
        tie: Tie,
        decided_by: list[Values],
        find: Callable[[int, Condition], None],
    ) -> None:
        """Find a variable's values and constraint, or look up what was found for the same."""
        key = tie.key(decided_by)
        tied = tie.known.get(key)
        if tied is None:
            exact, self.exact = self.exact, True
            before, self.effort = self.effort, 0
            find(number, tie.when)
            taken = self.effort and self.effort * parts_of(tie.when)
            self.effort = before + taken
            tied = (self.possible[number], self.constraints.get(number), self.exact, taken)
            tie.known.keep(key, tied)
            self.exact = exact
        self.possible[number], constraint, is_exact, taken = tied
        if self.tried and not tie.moved_by.isdisjoint(self.tried):
            self.taken += taken
        if not is_exact:
            self.exact = False
        if constraint is not None:
            self.constraints[number] = constraint

    def _hide(self, number: int, condition: Condition) -> None:
        shown = judge(condition, self.possible)
        if shown == TRUE:
            return
        if not shown & TRUE:
            self.possible[number] = NOT_ASKED
            return
        self.possible[number] = (*self.possible[number], HIDDEN)
        self._constrain(number, condition, lambda value: value != HIDDEN)
        if number in self.constraints:
            self._prune(number)

    def _protect(self, number: int, condition: Condition) -> None:
        truths = judge(condition, self.possible)
        if truths == TRUE or not truths & TRUE:
            self.possible[number] = (1 if truths == TRUE else 0,)
            return
        self._constrain(number, condition, bool)

    def _constrain(
        self, number: int, condition: Condition, is_true: Callable[[Value], bool]
    ) -> None:
        """Tie a variable's values to the truth of a condition."""
        scope = (number, *sorted(reads_open(condition, self.possible)))

        def outcomes() -> int:
            true, other = self.holds(condition)
            return ONE if (true if is_true(self.possible[number][0]) else other) else 0

        self.constraints[number] = self.factor(scope, outcomes)

    def holds(self, condition: Condition) -> tuple[bool, bool]:
        """Whether a condition can be true, and whether it can be otherwise; both is not exact."""
        truths = judge(condition, self.possible)
        true, other = bool(truths & TRUE), bool(truths & ~TRUE)
        self.exact = self.exact and not (true and other)
        return true, other

    def _prune(self, number: int) -> None:
        """Drop the values that occur in no completion: conditions may exclude one another.

        Those of one other question all occur, as they were pruned before.
        """
        constraint = self.constraints[number]
        if len(constraint.scope) <= ALONE:
            self.effort += len(constraint.table)
            occur = {assignment[0] for assignment in constraint.table}
            self.possible[number] = tuple(v for v in self.possible[number] if v in occur)
            return
        factors = self.closure([constraint])
        found = self.eliminated(factors, (number,), lambda a, b: a & b, self.most)
        self.possible[number] = tuple(v for v in self.possible[number] if (v,) in found.table)

    def eliminated(
        self, factors: list[Factor], keep: tuple[int, ...], combine: Combine, most: int = EFFORT
    ) -> Eliminated:
        """Unite the outcomes over all variables but the kept ones, and count what it takes."""
        found = eliminate(factors, keep, combine, ONE, Effort(most))
        self.exact = self.exact and found.exact
        self.effort += found.effort
        return found

    def factor(self, scope: tuple[int, ...], outcomes: Callable[[], int]) -> Factor:
        """Tabulate outcomes over the values of some variables; 0 leaves an assignment out.

        Past the bound on work the last variables stay as they are, with all their values at once.
        """
        if not scope:
            found = outcomes()
            return Factor(scope, {(): found} if found else {})
        scope = self._affordable(scope)
        saved = [self.possible[variable] for variable in scope]
        self.effort += prod(map(len, saved))
        table = {}
        for assignment in product(*saved):
            for variable, value in zip(scope, assignment, strict=True):
                self.possible[variable] = (value,)
            found = outcomes()
            if found:
                table[assignment] = found
        for variable, values in zip(scope, saved, strict=True):
            self.possible[variable] = values
        return Factor(scope, table)

    def _affordable(self, scope: tuple[int, ...]) -> tuple[int, ...]:
        """Give as many of some variables, and at least the first, as the bound allows."""
        entries = 1
        for place, variable in enumerate(scope):
            entries *= len(self.possible[variable])
            if place and entries > min(BOUND, self.bound):
                self.exact = False
                return scope[:place]
        return scope

    def closure(self, factors: Iterable[Factor]) -> list[Factor]:
        """Add to some factors every constraint on their variables, and on those of these."""
        found = list(factors)
        pending = [variable for factor in found for variable in factor.scope]
        constraints = {id(factor) for factor in found}
        while pending:
            factor = self.constraints.get(pending.pop())
            if factor is not None and id(factor) not in constraints:
                constraints.add(id(factor))
                found.append(factor)
                pending.extend(factor.scope)
        return found

    def is_asked(self, number: int) -> bool:
        """Whether a question is visible in some completion."""
        return self.possible[number] != NOT_ASKED

    def asked(self) -> list[int]:
        """Give the questions that are visible in some completion, in the order of the set."""
        possible = self.possible[: len(self.questions)]
        return [number for number, values in enumerate(possible) if values != NOT_ASKED]

    def is_open(self, number: int) -> bool:
        """Whether a question is visible in some completion and its answer not settled."""
        return not is_settled(self.raw[number]) and self.is_asked(number)
