"""Judges conditions in one completion, or in many at once: the set of Kleene values that occur.

A truth is a bit mask of TRUE, FALSE and UNDEFINED. In a single completion exactly one bit is set,
except where a quantity's interval straddles a threshold.
"""

from __future__ import annotations

from lifeline.scoring.values import is_settled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from lifeline.model.compiled import Condition
    from lifeline.scoring.values import Values

TRUE, FALSE, UNDEFINED = 1, 2, 4
_NOT = [0, 2, 1, 3, 4, 6, 5, 7]
"""The negation of every set of Kleene values."""


def judge(condition: Condition, possible: list[Values]) -> int:
    """Give the truths of a condition where each question may have any of its possible values.

    Exact when every question it reads has one value; with several it may name too many truths
    (parts are taken as independent), never too few.
    """
    operator = condition[0]
    if operator == "all":
        return _all(condition[1], possible)
    if operator == "any":
        return _NOT[_all(condition[1], possible, are_negated=True)]
    if operator == "not":
        return _NOT[judge(condition[1], possible)]
    if operator == "measures":
        return _measures(condition, possible)
    test, operand = _TESTS[operator], condition[2]
    truths = 0
    for value in possible[condition[1]]:
        truths |= test(value, operand)
    return truths


def _all(conditions: list[Condition], possible: list[Values], *, are_negated: bool = False) -> int:
    """Join the truths of conditions, or of their negations, by Kleene's "and".

    False beats undefined, and undefined beats true; one that is false for sure settles it.
    """
    every, some = TRUE, 0
    for condition in conditions:
        part = judge(condition, possible)
        if are_negated:
            part = _NOT[part]
        if part == FALSE:
            return FALSE
        every &= part
        some |= part & ~TRUE
    return every | some


def _in(value: int, mask: int) -> int:
    if value < 0:
        return UNDEFINED
    return TRUE if mask >> value & 1 else FALSE


def _includes(value: int, mask: int) -> int:
    if value < 0:
        return UNDEFINED
    return TRUE if mask & value else FALSE


def _equals(value: int, mask: int) -> int:
    if value < 0:
        return UNDEFINED
    return TRUE if mask == value else FALSE


def _at_least(value: int | tuple[float, float], threshold: float) -> int:
    if isinstance(value, int):
        return UNDEFINED
    return TRUE if value[0] >= threshold else FALSE


_TESTS: dict[str, Callable[[Any, Any], int]] = {
    "in": _in,
    "includes": _includes,
    "equals": _equals,
    "at-least": _at_least,
}


def _measures(condition: Condition, possible: list[Values]) -> int:
    from lifeline.scoring.quantities import interval_of  # few rubrics have quantities

    found = interval_of(condition[1], possible)
    truths = UNDEFINED if found.may_be_undefined else 0
    if found.bounds:
        low, high = found.bounds
        truths |= (TRUE if high >= 0 else 0) | (FALSE if low < 0 else 0)
    return truths


def reads_open(condition: Condition, possible: list[Values]) -> set[int]:
    """Give the unsettled questions on which the truth of a condition may still hang."""
    truths = judge(condition, possible)
    if truths in (TRUE, FALSE, UNDEFINED):
        return set()
    operator = condition[0]
    if operator in ("all", "any"):
        return set().union(*(reads_open(part, possible) for part in condition[1]))
    if operator == "not":
        return reads_open(condition[1], possible)
    if operator == "measures":
        return {n for n in _named(condition[1]) if not is_settled(possible[n])}
    return {condition[1]}  # of one value there would be one truth


def parts_of(condition: Condition) -> int:
    """Count the parts of a condition: what judging it may take."""
    operator = condition[0]
    if operator in ("all", "any"):
        return 1 + sum(map(parts_of, condition[1]))
    if operator == "not":
        return 1 + parts_of(condition[1])
    return 1 + len(_named(condition[1])) if operator == "measures" else 1


def _named(formula: list[object]) -> set[int]:
    if formula[0] == "question":
        return {formula[1]}  # type: ignore[arg-type]
    parts = [part for part in formula[1:] if isinstance(part, list)]
    return set().union(*map(_named, parts))
