"""Interval arithmetic over the cells of number questions.

A result encloses every value the formula takes. It may be wider when a question stands in it twice.
The bounds are computed with the same float operations as a single value would be; these round
monotonically, so no value falls outside.
"""

from __future__ import annotations

from collections import namedtuple
from math import isfinite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from lifeline.model.compiled import Formula
    from lifeline.scoring.values import Values

    Bounds = tuple[float, float]

EVERYTHING = (float("-inf"), float("inf"))

Interval = namedtuple("Interval", ("bounds", "may_be_undefined"))
"""Least and greatest value, None if always undefined; and whether it may be undefined."""

NOWHERE = Interval(None, may_be_undefined=True)


def interval_of(formula: Formula, possible: list[Values]) -> Interval:
    """Give the values of a formula where each question may have any of its possible values."""
    operation = formula[0]
    if operation == "number":
        return Interval((formula[1], formula[1]), may_be_undefined=False)
    if operation == "question":
        return _question(possible[formula[1]])
    parts = [interval_of(part, possible) for part in formula[1:]]
    if any(part.bounds is None for part in parts):
        return NOWHERE
    undefined = any(part.may_be_undefined for part in parts)
    bounds = parts[0].bounds
    for part in parts[1:]:
        if operation == "ratio" and part.bounds[0] <= 0 <= part.bounds[1]:
            return _over_zero(part.bounds)
        bounds = _sound(_OPERATIONS[operation](bounds, part.bounds))
    return Interval(bounds, undefined)


def _question(values: Values) -> Interval:
    numbers = [value for value in values if isinstance(value, tuple)]
    if not numbers:
        return NOWHERE
    low, high = min(low for low, _ in numbers), max(high for _, high in numbers)
    return Interval((low, high), len(numbers) < len(values))


def _over_zero(below: Bounds) -> Interval:
    return NOWHERE if below == (0, 0) else Interval(EVERYTHING, may_be_undefined=True)


def _sound(bounds: Bounds) -> Bounds:
    """Widen what overflowed to everything: infinities do not multiply into bounds."""
    return bounds if isfinite(bounds[0]) and isfinite(bounds[1]) else EVERYTHING


def _corners(operate: Callable[[float, float], float], a: Bounds, b: Bounds) -> Bounds:
    found = [operate(x, y) for x in a for y in b]
    return min(found), max(found)


_OPERATIONS: dict[str, Callable[[Bounds, Bounds], Bounds]] = {
    "product": lambda a, b: _corners(lambda x, y: x * y, a, b),
    "ratio": lambda a, b: _corners(lambda x, y: x / y, a, b),
    "sum": lambda a, b: (a[0] + b[0], a[1] + b[1]),
    "difference": lambda a, b: (a[0] - b[1], a[1] - b[0]),
    "least": lambda a, b: (min(a[0], b[0]), min(a[1], b[1])),
    "greatest": lambda a, b: (max(a[0], b[0]), max(a[1], b[1])),
}
