"""The deciding question: the open one whose answer most often settles the verdict (§5.11)."""

from __future__ import annotations

from itertools import combinations, product

from lifeline.scoring.elimination import BOUND, Effort, eliminate
from lifeline.scoring.endings import endings_in, months_of
from lifeline.scoring.factors import Factor, entries, joint
from lifeline.scoring.gate import FAIL, PASS, UNCLEAR, clock_of, worst
from lifeline.scoring.result import FIRES, SILENCE
from lifeline.scoring.values import HIDDEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Gate
    from lifeline.scoring.result import Kept, Result
    from lifeline.scoring.score_gates import ScoreGates
    from lifeline.scoring.solution import Solution
    from lifeline.scoring.values import Value

SHORT, LONG = 1, 2
"""Bits of a set of lifelines: below the months that the gate asks for, and not below."""

DECIDING = 500_000
"""Entries of tables that may be made to find the deciding question, about half a second of work.
The shipped set with every question open takes 80,000."""

MOST_PAIRED = 80
"""Open questions of which every pair is looked at; of more, those that settle most alone."""

_MEETING = [[0, 0, 0, 0], [0, 1, 1, 1], [0, 1, 2, 3], [0, 1, 3, 3]]
"""How two sets of SHORT and LONG combine: a lifeline is long where both are."""


class Decider:
    """Judges what the verdict would be if open questions were answered."""

    def __init__(
        self,
        solution: Solution,
        gate: Gate,
        findings: list[Result],
        scores: ScoreGates | None = None,
    ) -> None:
        """Take what was solved, the gate, and the findings and scores that it looks at.

        How old an assessment is and how many questions are open is left aside: no answer to one
        question settles that.
        """
        completions = solution.completions
        self.classes = completions.classes
        self.raw = completions.raw
        self.months = gate["min_months"]
        self.clock = clock_of(gate)
        self.scores = scores
        self.settled = self._length(solution.settled)
        self.groups = [
            (group.variables, [self._by_length(factor) for factor in group.factors])
            for group in solution.groups
        ]
        self.findings = findings
        looked_at = [result.variables() for result in findings]
        self.involved = set().union(*looked_at, *(variables for variables, _ in self.groups))
        if scores:
            self.involved |= scores.involved
        self.effort = Effort(DECIDING)
        self.counted: dict[tuple[int, ...], tuple[int, int]] = {(): (0, 1)}
        self.kept: dict[tuple[int, tuple[int, ...]], Kept] = {}

    def best(self, candidates: list[int]) -> Deciding | None:
        """Find the deciding question among open ones, in rubric order.

        The best pair is added where no single question settles the verdict for sure. Where finding
        it would take too long, it is the best of those that were looked at, the likely ones first.
        """
        if not candidates:
            return None
        single = max(([number] for number in candidates), key=self._share)
        pair = None
        if self._share(single) < 1 and len(candidates) > 1:
            pair = self._settling(self._best_pair(candidates))
        return Deciding(single, *self.clear(single), pair)

    def _best_pair(self, candidates: list[int]) -> list[int]:
        alone = {number: self._share([number]) for number in candidates}
        likely = set(sorted(candidates, key=lambda number: -alone[number])[:MOST_PAIRED])
        in_order = combinations([number for number in candidates if number in likely], 2)
        pairs = sorted(enumerate(in_order), key=lambda each: -sum(alone[n] for n in each[1]))
        found: list[tuple[float, int, list[int]]] = []
        for place, pair in pairs:
            if found and self.effort.is_spent:
                break
            found.append((self._share(list(pair)), -place, list(pair)))
        return max(found)[2]

    def _settling(self, numbers: list[int]) -> Deciding:
        return Deciding(numbers, *self.clear(numbers), None)

    def _share(self, numbers: list[int]) -> float:
        clear, total = self.clear(numbers)
        return clear / total

    def clear(self, numbers: list[int]) -> tuple[int, int]:
        """Count the joint values of some questions: those that settle the verdict, and all."""
        kept = tuple(number for number in numbers if number in self.involved)
        if kept not in self.counted:
            self.counted[kept] = self._count(kept)
        clear, total = self.counted[kept]
        for number in numbers:
            if number not in kept:
                clear, total = clear * len(self.raw[number]), total * len(self.raw[number])
        return clear, total

    def verdicts(self, number: int) -> dict[Value, str]:
        """Give the verdict for each value that the answer to one question may have."""
        raw = self.raw[number]
        if number not in self.involved:
            return dict.fromkeys(raw, UNCLEAR)
        lengths = self._lengths((number,))
        fires = [finding.fires((number,), self.effort) for finding in self.findings]
        return {value: self._verdict({number: value}, lengths, fires) for value in raw}

    def _count(self, numbers: tuple[int, ...]) -> tuple[int, int]:
        lengths = self._lengths(numbers)
        fires = [finding.fires(numbers, self.effort) for finding in self.findings]
        counts = [self._weights(number) for number in numbers]
        clear = total = 0
        for values in product(*counts):
            self.effort.left -= len(lengths) + len(fires)
            weight = 1
            for count, value in zip(counts, values, strict=True):
                weight *= count[value]
            total += weight
            answered = dict(zip(numbers, values, strict=True))
            if self._verdict(answered, lengths, fires) != UNCLEAR:
                clear += weight
        return clear, total

    def _lengths(self, numbers: tuple[int, ...]) -> list[Kept]:
        """Give the lifelines that each group leaves possible, by the values of some questions."""
        return [self._of_group(place, numbers) for place in range(len(self.groups))]

    def _of_group(self, place: int, numbers: tuple[int, ...]) -> Kept:
        """Eliminate all but those of some questions that a group looks at: the same for many."""
        variables, factors = self.groups[place]
        keep = tuple([number for number in numbers if number in variables])
        if (place, keep) not in self.kept:
            if len(factors) > 1 and entries(factors) <= BOUND:  # multiplied once, then only united
                factors[:] = [joint(factors, _met, LONG, self.effort)]
            self.kept[place, keep] = keep, eliminate(factors, keep, _met, LONG, self.effort).table
        return self.kept[place, keep]

    def _weights(self, number: int) -> dict[Value, int]:
        """Give values of a question that tell the others apart, and how many each stands for."""
        if self.scores and number in self.scores.involved:
            return dict.fromkeys(self.raw[number], 1)
        return self.classes[number].counts(self.raw[number])

    def _verdict(self, given: dict[int, Value], lengths: list[Kept], fires: list[Kept]) -> str:
        """Judge what would be if some questions were answered so."""
        answered = {number: self._standing_for(number, value) for number, value in given.items()}
        length = self.settled
        for kept in lengths:
            length = _met(length, _at(kept, answered))
        verdicts = [{SHORT: FAIL, LONG: PASS}.get(length, UNCLEAR)]
        verdicts += [
            {FIRES: FAIL, SILENCE: PASS}.get(_at(kept, answered), UNCLEAR) for kept in fires
        ]
        if self.scores:
            verdicts += self.scores.verdicts(given)
        return worst(verdicts)

    def _standing_for(self, number: int, value: Value) -> Value:
        (found,) = self.classes[number].counts((value,))
        return found

    def _length(self, endings: int) -> int:
        """Turn a set of endings into a set of lengths."""
        found = 0
        for ending in endings_in(endings):
            found |= LONG if months_of(ending, self.clock) >= self.months else SHORT
        return found

    def _by_length(self, factor: Factor) -> Factor:
        lengths = {mask: self._length(mask) for mask in set(factor.table.values())}
        table = {assignment: lengths[mask] for assignment, mask in factor.table.items()}
        return Factor(factor.scope, table)


class Deciding:
    """One question or two, how many of their joint values settle the verdict, and of how many."""

    __slots__ = ("clear", "pair", "questions", "total")

    def __init__(self, questions: list[int], clear: int, total: int, pair: Deciding | None) -> None:
        self.questions = questions
        self.clear = clear
        self.total = total
        self.pair = pair


def _met(a: int, b: int) -> int:
    return _MEETING[a][b]


def _at(kept: Kept, answered: dict[int, Value]) -> int:
    """Look up what is possible once questions are answered; each may be hidden all the same."""
    keep, table = kept
    found = 0
    for assignment in product(*((answered[number], HIDDEN) for number in keep)):
        found |= table.get(assignment, 0)
    return found
