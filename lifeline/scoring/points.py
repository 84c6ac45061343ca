"""A rubric's 0-100 score as a range: 100 · Σ weight·share / Σ weight over the questions present."""

from __future__ import annotations

from lifeline.scoring.values import ABSENT, HIDDEN, is_absent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Question, Score
    from lifeline.scoring.completions import Completions
    from lifeline.scoring.values import Value

    Part = tuple[float, float, float, bool]
    """Weight, least share, greatest share, and whether the question may be absent."""


def score_range(score: Score, completions: Completions) -> tuple[float, float] | None:
    """Give the least and greatest score, None where no scored question is ever present.

    Questions are taken as independent of one another, so the range may be wider than exact where
    conditions tie them together; never narrower.
    """
    parts = [
        part
        for number, weight in score["parts"]
        if (part := _part(number, weight, completions)) is not None
    ]
    if not parts:
        return None
    low = _least_mean([(weight, least, absent) for weight, least, _, absent in parts])
    high = _least_mean([(weight, -greatest, absent) for weight, _, greatest, absent in parts])
    return 100 * low, 100 * -high


def _part(number: int, weight: float, completions: Completions) -> Part | None:
    if not completions.is_asked(number):
        return None
    raw = completions.raw[number]
    least, greatest = 2.0, -1.0
    for value in raw:
        if not is_absent(value):
            for share in _shares(completions.questions[number], value):
                least, greatest = min(least, share), max(greatest, share)
    if greatest < 0:
        return None
    absent = ABSENT in raw or HIDDEN in completions.possible[number]
    return weight, least, greatest, absent


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
    may = sorted((share, weight) for weight, share, optional in parts if optional)
    if not must:
        return may[0][0]
    total = sum(weight for weight, _ in must)
    earned = sum(weight * share for weight, share in must)
    for share, weight in may:
        if share * total < earned:
            earned += weight * share
            total += weight
    return earned / total
