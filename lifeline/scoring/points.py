"""A rubric's 0-100 score as a range: 100 · Σ weight·share / Σ weight over the questions present."""

from __future__ import annotations

from lifeline.model.known import Known
from lifeline.scoring.completions import ONE
from lifeline.scoring.elimination import eliminate
from lifeline.scoring.factors import Factor
from lifeline.scoring.values import ABSENT, HIDDEN, NOT_ASKED, is_absent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Question, Score
    from lifeline.scoring.completions import Completions
    from lifeline.scoring.values import Value, Values

    Part = tuple[float, float, bool]
    """The least and the greatest share, and whether the question may be absent."""


class Shares:
    """The least and greatest share of the points of one question, by what its answer may be."""

    __slots__ = ("known", "parts", "question", "rubric")

    def __init__(self, question: Question) -> None:
        self.question = question
        self.rubric = question["rubric"]
        self.known: Known[Values, tuple[float, float] | None] = Known()
        self.parts: Known[tuple[Values, Values], Part | None] = Known()

    def span(self, values: Values) -> tuple[float, float] | None:
        """Give the span over some values; None where the question is absent in all of them."""
        if values in self.known:
            return self.known[values]
        present = [value for value in values if not is_absent(value)]
        shares = [share for value in present for share in _shares(self.question, value)]
        return self.known.keep(values, (min(shares), max(shares)) if shares else None)

    def part(self, key: tuple[Values, Values]) -> Part | None:
        """Give what the question adds to a score; None where it is not there.

        ``key`` is what its answer may be, and what counts of that.
        """
        if key in self.parts:
            return self.parts[key]
        raw, possible = key
        span = self.span(raw)
        if span is None or possible == NOT_ASKED:
            return self.parts.keep(key, None)
        return self.parts.keep(key, (*span, ABSENT in raw or HIDDEN in possible))


def score_range(
    score: Score, completions: Completions, shares: list[Shares]
) -> tuple[float, float] | None:
    """Give the least and greatest score, None where no scored question is ever present.

    Questions of other rubrics do not make up a score by themselves: where a rubric has scored
    questions of its own, one of these has to be there.

    Questions are taken as independent of one another, so the range may be wider than exact where
    conditions tie them together; never narrower.
    """
    raw, possible, rubric = completions.raw, completions.possible, score["rubric"]
    lows, highs = [], []
    has_own = is_own_there = False
    for number, weight in score["parts"]:
        asked = shares[number]
        is_own = asked.rubric == rubric
        has_own |= is_own
        part = asked.part((raw[number], possible[number]))
        if part is not None:
            is_own_there |= is_own
            low, high, absent = part
            lows.append((weight, low, absent))
            highs.append((weight, -high, absent))
    if not lows or (has_own and not is_own_there):
        return None
    return 100 * _least_mean(lows), 100 * -_least_mean(highs)


def may_be_none(score: Score, completions: Completions, shares: list[Shares]) -> bool:
    """Whether some completion has no score, where others have one."""
    numbers = [number for number, _ in score["parts"]]
    own = [number for number in numbers if shares[number].rubric == score["rubric"]] or numbers
    asked = [number for number in own if ABSENT not in completions.raw[number]]
    if any(HIDDEN not in completions.possible[number] for number in asked):
        return False
    hiding = [completions.constraints[n] for n in asked if n in completions.constraints]
    factors = [_with_none_of(asked, factor) for factor in completions.closure(hiding)]
    found = eliminate(factors, (), min, ONE).table
    return any(found.values())


def _with_none_of(numbers: list[int], factor: Factor) -> Factor:
    """Keep of a constraint what leaves some questions hidden."""
    places = [place for place, variable in enumerate(factor.scope) if variable in numbers]
    kept = {
        assignment: outcomes
        for assignment, outcomes in factor.table.items()
        if all(assignment[place] == HIDDEN for place in places)
    }
    return Factor(factor.scope, kept)


def _shares(question: Question, value: Value) -> list[float]:
    """Give the shares of a value; of a cell of numbers, those of every band it touches."""
    points = question["points"]
    if isinstance(value, tuple):
        return _banded(question["bands"] or [], value)
    assert points is not None, "only scored questions come here"
    if question["kind"] == "choices":
        return [min(1.0, sum(p for number, p in enumerate(points) if value >> number & 1))]
    return [points[value]]


def _banded(bands: list[tuple[float, float]], cell: tuple[float, float]) -> list[float]:
    low, high = cell
    ends = [start for start, _ in bands[1:]] + [float("inf")]
    return [
        points
        for (start, points), end in zip(bands, ends, strict=True)
        if start <= high and end > low
    ]


def _least_mean(parts: list[tuple[float, float, bool]]) -> float:
    """Give the least weighted mean over the parts that must count and any of those that may.

    Taking the optional parts by rising share, each one below the mean so far lowers it. Where all
    are optional, the least share alone is the least mean.
    """
    must = [(weight, share) for weight, share, optional in parts if not optional]
    may = sorted([(share, weight) for weight, share, optional in parts if optional])
    if not must:
        return may[0][0]
    total = sum([weight for weight, _ in must])
    earned = sum([weight * share for weight, share in must])
    for share, weight in may:
        if share * total < earned:
            earned += weight * share
            total += weight
    return earned / total
