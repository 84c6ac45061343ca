"""What an answer would do before it is given: months of both clocks, what ends first, verdict."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from lifeline.model.idea import GIVEN, Answer
from lifeline.model.words import CLOCKS
from lifeline.report.phrases import short
from lifeline.scoring.gate import UNCLEAR
from lifeline.scoring.judging import verdict_of
from lifeline.scoring.saying import months_text
from lifeline.scoring.solution import end_of

if TYPE_CHECKING:
    from datetime import date

    from lifeline.model.assessment import Months
    from lifeline.model.idea import Idea, Value
    from lifeline.scoring.solution import Solved
    from lifeline.walk.sheet import Sheet


class Outcome:
    """What answers come to: ``spans`` of months for both clocks and the lifeline."""

    __slots__ = ("ends", "spans", "verdict")

    def __init__(self, solved: Solved, idea: Idea, today: date) -> None:
        self.spans: list[Months] = [solved.months(clock) for clock in range(len(CLOCKS) + 1)]
        self.ends = end_of(solved.endings)[0]
        self.verdict = verdict_of(solved, idea, today)

    @property
    def months(self) -> Months:
        """The months of the lifeline."""
        return self.spans[-1]


def as_it_stands(sheet: Sheet) -> Outcome:
    """Give what the answers come to."""
    return Outcome(sheet.solved, sheet.idea, sheet.today)


def tried(sheet: Sheet, number: int, value: Value) -> Outcome:
    """Give what they would come to, were a question answered so; nothing is changed."""
    given = Answer(0, 0)
    given.state, given.value = GIVEN, value
    idea = copy(sheet.idea)
    idea.answers = {**idea.answers, number: given}
    return Outcome(sheet.assessor.solve(idea, as_of=sheet.today), idea, sheet.today)


def would_text(name: str, now: Outcome, then: Outcome) -> str:
    """Say what an answer, by its name, would change; briefly where it changes nothing."""
    if then.spans == now.spans and then.verdict == now.verdict:
        return f"With {name} the range stays {months_text(now.months)}."
    moved = f"{months_text(then.months)} (now {short(now.months)})"
    if then.months == now.months:
        moved = f"still {months_text(now.months)}"
    parts = [moved, *_clocks(now, then)]
    if then.ends and then.ends != now.ends:
        parts.append(f"first to end: {then.ends}")
    if now.verdict == UNCLEAR != then.verdict:
        parts.append(f"that would settle the verdict: {then.verdict}")
    return f"With {name}: {'; '.join(parts)}."


def _clocks(now: Outcome, then: Outcome) -> list[str]:
    """Say which clock moves where the lifeline does not."""
    if then.months != now.months:
        return []
    moved = zip(CLOCKS, now.spans, then.spans, strict=False)
    return [f"{name} {short(b)} (now {short(a)})" for name, a, b in moved if a != b]
