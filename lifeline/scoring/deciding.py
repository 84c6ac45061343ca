"""The deciding question: the open one whose answer most often settles the verdict (§5.11)."""

from __future__ import annotations

from itertools import combinations, product
from math import prod

from lifeline.scoring.elimination import Effort
from lifeline.scoring.gate import FAIL, PASS, UNCLEAR, clock_of, worst
from lifeline.scoring.lengths import LONG, SHORT, Lengths, met
from lifeline.scoring.result import FIRES, SILENCE
from lifeline.scoring.values import HIDDEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Gate
    from lifeline.scoring.result import Kept, Result
    from lifeline.scoring.solution import Solution
    from lifeline.scoring.values import Value
    from lifeline.scoring.written import Written

DECIDING = 500_000
"""Entries of tables that may be made to find the deciding question, about half a second of work.
The shipped set with every question open takes 80,000. After that no more pairs are looked at."""

ALONE = 500_000
"""Entries beyond these, after which no single question is looked at either: where many findings
count, each takes seconds. Its answers are then not known to settle anything."""

MOST_PAIRED = 80
"""Open questions of which every pair is looked at; of more, those that settle most alone."""


class Decider:
    """Judges what the verdict would be if open questions were answered."""

    def __init__(
        self,
        solution: Solution,
        gate: Gate,
        findings: list[Result],
        written: Written | None = None,
    ) -> None:
        """Take what was solved, the gate, the findings that it looks at, and what else it asks."""
        completions = solution.completions
        self.classes = completions.classes
        self.raw = completions.raw
        asks_more = written is not None and (written.involved or written.is_old)
        self.written = written if asks_more else None
        self.effort = Effort(DECIDING)
        self.lengths = Lengths(solution, gate["min_months"], clock_of(gate), self.effort)
        self.findings = findings
        self.involved = self.lengths.involved.union(*(each.variables() for each in findings))
        if self.written:
            self.involved |= self.written.involved
        self.counted: dict[tuple[int, ...], tuple[int, int]] = {}
        self.is_cut = False

    def best(self, candidates: list[int]) -> Deciding | None:
        """Find the deciding question among open ones, in rubric order.

        The best pair is added where no single question settles the verdict for sure. Where finding
        it would take too long, it is the best of those that were looked at, the likely ones first;
        of questions that were not all looked at, one only where some answer settles the verdict.
        """
        if not candidates:
            return None
        single = max(([number] for number in candidates), key=self._share)
        if self.is_cut and not self._share(single):
            return None
        pair = None
        if self._share(single) < 1 and len(candidates) > 1 and not self.is_cut:
            pair = self._settling(self._best_pair(candidates))
            pair = None if self.is_cut and not pair.clear else pair
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
        if not self.clear([number])[0]:
            return dict.fromkeys(raw, UNCLEAR)
        lengths = self.lengths.by((number,))
        fires = [finding.fires((number,), self.effort) for finding in self.findings]
        return {value: self._verdict({number: value}, lengths, fires) for value in raw}

    def _count(self, numbers: tuple[int, ...]) -> tuple[int, int]:
        if self.effort.left <= -ALONE:
            return self._cut(numbers)
        lengths = self.lengths.by(numbers)
        fires = [finding.fires(numbers, self.effort) for finding in self.findings]
        counts = [self._weights(number) for number in numbers]
        effort = len(lengths) + len(fires) + (self.written.effort if self.written else 0)
        clear = total = 0
        for values in product(*counts):
            self.effort.left -= effort
            weight = 1
            for count, value in zip(counts, values, strict=True):
                weight *= count[value]
            total += weight
            answered = dict(zip(numbers, values, strict=True))
            if self._verdict(answered, lengths, fires) != UNCLEAR:
                clear += weight
            if self.written and self.written.is_cut:
                return self._cut(numbers)
        return clear, total

    def _cut(self, numbers: tuple[int, ...]) -> tuple[int, int]:
        """Count questions of which not every answer can be looked at any more."""
        self.is_cut = True
        return 0, prod(len(self.raw[number]) for number in numbers)

    def _weights(self, number: int) -> dict[Value, int]:
        """Give values of a question that tell the others apart, and how many each stands for."""
        if self.written and number in self.written.involved:
            return dict.fromkeys(self.raw[number], 1)
        return self.classes[number].counts(self.raw[number])

    def _verdict(self, given: dict[int, Value], lengths: list[Kept], fires: list[Kept]) -> str:
        """Judge what would be if some questions were answered so."""
        answered = {number: self._standing_for(number, value) for number, value in given.items()}
        length = self.lengths.settled
        for kept in lengths:
            length = met(length, _at(kept, answered))
        verdicts = [{SHORT: FAIL, LONG: PASS}.get(length, UNCLEAR)]
        verdicts += [
            {FIRES: FAIL, SILENCE: PASS}.get(_at(kept, answered), UNCLEAR) for kept in fires
        ]
        if self.written:
            verdicts += self.written.verdicts(given)
        return worst(verdicts)

    def _standing_for(self, number: int, value: Value) -> Value:
        (found,) = self.classes[number].counts((value,))
        return found


class Deciding:
    """One question or two, how many of their joint values settle the verdict, and of how many."""

    __slots__ = ("clear", "pair", "questions", "total")

    def __init__(self, questions: list[int], clear: int, total: int, pair: Deciding | None) -> None:
        self.questions = questions
        self.clear = clear
        self.total = total
        self.pair = pair


def _at(kept: Kept, answered: dict[int, Value]) -> int:
    """Look up what is possible once questions are answered; each may be hidden all the same."""
    keep, table = kept
    found = 0
    for assignment in product(*((answered[number], HIDDEN) for number in keep)):
        found |= table.get(assignment, 0)
    return found
