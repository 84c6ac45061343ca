"""Interval arithmetic over the cells of number questions.

A result encloses every value the formula takes. It may be wider when a question stands in it twice.
The bounds are computed with the same float operations as a single value would be; these round
monotonically, so no value falls outside.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from lifeline.model.compiled import Formula
    from lifeline.scoring.values import Values

    Bounds = tuple[float, float]

EVERYTHING = (float("-inf"), float("inf"))

ROUNDING = 1e-12
"""What a difference of two numbers is less than, as a share of them, where only their binary form
differs: 0.7 + 0.1 is 0.8 to whoever writes a threshold."""


class Interval:
    """Least and greatest value, None if always undefined; and whether it may be undefined."""

    __slots__ = ("bounds", "may_be_undefined")

    def __init__(self, bounds: Bounds | None, *, may_be_undefined: bool) -> None:
        self.bounds = bounds
        self.may_be_undefined = may_be_undefined


NOWHERE = Interval(None, may_be_undefined=True)


def interval_of(formula: Formula, possible: list[Values]) -> Interval:
    """Give the values of a formula where each question may have any of its possible values."""
    operation = formula[0]
    if operation == "number":
        return Interval((formula[1], formula[1]), may_be_undefined=False)
    if operation == "question":
        return _question(possible[formula[1]])
    if operation == "parameter":  # a set that is checked without a market: it may be anything
        return Interval(EVERYTHING, may_be_undefined=True)
    if operation == "undefined":
        return NOWHERE
    found = interval_of(formula[1], possible)
    for part in formula[2:]:
        found = _combined(operation, found, interval_of(part, possible))
    return found


def _combined(operation: str, a: Interval, b: Interval) -> Interval:
    if a.bounds is None or b.bounds is None:
        return NOWHERE
    if operation == "ratio" and b.bounds[0] <= 0 <= b.bounds[1]:
        return _over_zero(b.bounds)
    bounds = _sound(_OPERATIONS[operation](a.bounds, b.bounds))
    return Interval(bounds, may_be_undefined=a.may_be_undefined or b.may_be_undefined)


def _question(values: Values) -> Interval:
    numbers = [value for value in values if isinstance(value, tuple)]
    if not numbers:
        return NOWHERE
    low, high = min(low for low, _ in numbers), max(high for _, high in numbers)
    return Interval((low, high), may_be_undefined=len(numbers) < len(values))


def _over_zero(below: Bounds) -> Interval:
    return NOWHERE if below == (0, 0) else Interval(EVERYTHING, may_be_undefined=True)


def _sound(bounds: Bounds) -> Bounds:
    """Widen what overflowed to everything: infinities do not multiply into bounds."""
    return bounds if bounds[0] - bounds[0] == bounds[1] - bounds[1] == 0 else EVERYTHING


def _corners(operate: Callable[[float, float], float], a: Bounds, b: Bounds) -> Bounds:
    found = [operate(x, y) for x in a for y in b]
    return min(found), max(found)


def _apart(a: float, b: float) -> float:
    """Subtract two numbers; 0 where they are the same but for how decimals are kept in binary."""
    found = a - b
    return 0.0 if abs(found) < ROUNDING * max(abs(a), abs(b)) else found


_OPERATIONS: dict[str, Callable[[Bounds, Bounds], Bounds]] = {
    "product": lambda a, b: _corners(lambda x, y: x * y, a, b),
    "ratio": lambda a, b: _corners(lambda x, y: x / y, a, b),
    "sum": lambda a, b: (_apart(a[0], -b[0]), _apart(a[1], -b[1])),
    "difference": lambda a, b: (_apart(a[0], b[1]), _apart(a[1], b[0])),
    "least": lambda a, b: (min(a[0], b[0]), min(a[1], b[1])),
    "greatest": lambda a, b: (max(a[0], b[0]), max(a[1], b[1])),
}
