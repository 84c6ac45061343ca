"""The order of ideas: partial, as ranges that overlap are not put in order.

One idea stands before another where its whole range of months lies above the other's. Two whose
months are settled and the same are ordered by their scores, where these do not overlap either. Both
together are one order of intervals: their ends are compared by months, then by score.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.insight.portfolio.rows import Row

    End = tuple[int, float]

BELOW, ABOVE = -1.0, 101.0
"""Beyond every score: where months are not settled, or there is no score, none orders anything."""


def ends(row: Row) -> tuple[End, End]:
    """Give the low and the high end of an idea, to be compared with those of others."""
    low, high, score = row["months"]["low"], row["months"]["high"], row["durability"]
    if low == high and score:
        return (low, score["low"]), (high, score["high"])
    return (low, BELOW), (high, ABOVE)


def listed(rows: list[Row]) -> list[Row]:
    """Give the ideas so that none stands before one that is before it; by path where all is same.

    Each gets the ``place`` that it has at best and at worst, and the ``group`` it belongs to.
    """
    if not rows:
        return []
    found = sorted(rows, key=lambda row: (*_sinking(row), row["path"]))
    lows, highs = (sorted(end) for end in zip(*map(ends, found), strict=True))
    groups = _groups([(row["months"]["low"], row["months"]["high"]) for row in found])
    return [
        {**row, "place": _place(row, lows, highs), "group": group}
        for row, group in zip(found, groups, strict=True)
    ]


def _sinking(row: Row) -> tuple[float, ...]:
    (low, score_low), (high, score_high) = ends(row)
    return -low, -high, -score_low, -score_high


def _place(row: Row, lows: list[End], highs: list[End]) -> dict[str, int]:
    low, high = ends(row)
    before = len(lows) - bisect_right(lows, high)
    return {"low": before + 1, "high": len(highs) - bisect_left(highs, low)}


def _groups(spans: list[tuple[int, int]]) -> list[int]:
    """Number groups of months: all of one last longer, for sure, than all of those after it.

    The spans, one or more, sink by their low end. A group goes on as long as one further down
    reaches into it.
    """
    reach = [*accumulate((high for _, high in reversed(spans)), max)][::-1]
    pairs = zip(spans[:-1], reach[1:], strict=True)
    return [*accumulate((highest < low for (low, _), highest in pairs), initial=1)]


def ordered_pairs(rows: list[Row]) -> int:
    """Count the pairs of ideas that are in order, of rows that ``listed`` gave."""
    return sum(row["place"]["low"] - 1 for row in rows)
