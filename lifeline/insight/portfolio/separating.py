"""Which open question would put the most pairs of ideas in order, by months or by score."""

from __future__ import annotations

from lifeline.insight.portfolio.order import ends
from lifeline.insight.trying import backed
from lifeline.model.idea import GIVEN
from lifeline.scoring.judging import score_of
from lifeline.scoring.rulebook import Dependencies

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from typing import Any

    from lifeline.insight.portfolio.order import End
    from lifeline.insight.portfolio.rows import Row
    from lifeline.model.assessment import Assessment, Range
    from lifeline.model.compiled import CompiledSet, Question
    from lifeline.model.idea import Answer, Idea, Value
    from lifeline.scoring.assess import Assessor
    from lifeline.scoring.solution import Solved

    Ends = tuple[End, End]
    Trials = dict[str, list[Ends]]
    """By open question, the low and the high end of an idea with each of its answers."""


TRIED = 1_000_000
"""Entries of tables that may be made to try answers, of all ideas together: some seconds of work.
Those of the shipped set take hardly any, as most is known of an idea when its answers are tried."""


def trials_of(  # noqa: PLR0913  # what is tried, by what it is ordered, and how much may be
    assessor: Assessor,
    idea: Idea,
    assessment: Assessment,
    rubric: str | None,
    as_of: date,
    *,
    most: int = TRIED,
) -> Trials:
    """Try the answers to each open question that can move an idea in the order, but numbers.

    Of several choices each is tried alone, with those that are sure, and none of them. ``rubric``
    is the one whose score orders ideas of the same months. Once ``most`` entries of tables were
    made for it, no more questions are tried.
    """
    compiled = assessor.compiled
    found: Trials = {}
    for number in _moving(compiled, assessment, rubric):
        if most <= 0:
            break
        question = compiled["deciding"]["questions"][number]
        tried = []
        for value in _values(question, idea.answers.get(number)):
            other = idea.with_answers({**idea.answers, number: backed(value, as_of)})
            solved = assessor.solve(other, as_of=as_of)
            most -= solved.solution.completions.effort
            tried.append(_ends(solved, rubric))
        if tried:
            found[compiled["ids"][number]] = tried
    return found


def _moving(compiled: CompiledSet, assessment: Assessment, rubric: str | None) -> list[int]:
    """Give the open questions on which caps wait, or on which a score hangs."""
    ids, deciding = compiled["ids"], compiled["deciding"]
    found = {ids.index(id_) for cap in assessment["caps"] for id_ in cap["waits_on"]}
    parts = [
        part
        for score in deciding["scores"]
        if score["rubric"] == rubric
        for part, _ in score["parts"]
    ]
    hang_on = Dependencies(deciding).closed(parts)
    return sorted(found.union(number for number in hang_on if ids[number] in assessment["open"]))


def _values(question: Question, answer: Answer | None) -> Iterator[Value]:
    """Give what an open answer may still turn out to be, as ``Answer.value`` holds it."""
    given = answer.value if answer is not None and answer.state == GIVEN else None
    kind, many = question["kind"], len(question["choices"])
    if kind in ("choice", "yes-no"):
        every = given or range(2 if kind == "yes-no" else many)
        yield from ((int(number),) for number in every)
    elif kind == "choices":
        surely, perhaps = map(int, given or (0, -1))
        yield surely, 0
        yield from ((surely | 1 << n, 0) for n in range(many) if perhaps >> n & 1)


def _ends(solved: Solved, rubric: str | None) -> Ends:
    return ends({"months": solved.months(), "durability": _durability(solved, rubric)})


def _durability(solved: Solved, rubric: str | None) -> Range | None:
    scores = (each for each in solved.deciding["scores"] if each["rubric"] == rubric)
    spans = (score_of(solved.solution.completions, solved.rulebook, each) for each in scores)
    span = next(spans, None)
    return span and {"low": span[0], "high": span[1]}


def separating(rows: list[Row], trials: dict[str, Trials]) -> dict[str, Any] | None:
    """Give the idea and its open question whose answer puts the most pairs in order.

    Each answer counts as much as the others. None where no answer puts any pair in order.

    Args:
        rows: all ideas, in an order that does not depend on that of the files.
        trials: of some of them, by path.
    """
    every = [ends(row) for row in rows]
    found, most = None, 0.0
    for place, row in enumerate(rows):
        others = every[:place] + every[place + 1 :]
        now = _apart(every[place], others)
        for question, tried in trials.get(row["path"], {}).items():
            gained = [_apart(after, others) - now for after in tried]
            mean = sum(gained) / len(gained)
            if mean > most:
                pairs = {"low": min(gained), "high": max(gained)}
                found, most = {"path": row["path"], "question": question, "pairs": pairs}, mean
    return found


def _apart(own: Ends, others: list[Ends]) -> int:
    low, high = own
    return sum(other[0] > high or other[1] < low for other in others)
