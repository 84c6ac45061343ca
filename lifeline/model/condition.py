"""Conditions as authors write them: a typed tree over questions and quantities.

Parsing looks only at the shape; whether ids exist and kinds fit is judged when a set is compiled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]

OPERATORS = ("is", "in", "includes", "at-least", "below")
GROUPS = ("all", "any", "not")


class ShapeError(ValueError):
    """A condition or formula of the wrong shape, with the path to the spot inside it."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path


@dataclass(frozen=True)
class All:
    """True when every part is; an empty one is true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class AnyOf:
    """True when some part is; an empty one is false."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Not:
    """True when its part is false."""

    part: Condition


@dataclass(frozen=True)
class Comparison:
    """What is asked of one question or quantity; ``path`` leads to it inside the condition."""

    subject: str
    operator: str
    operand: str | tuple[str, ...] | QuantityName
    path: Path


@dataclass(frozen=True)
class QuantityName:
    """A quantity that a number is compared with."""

    id: str


Condition = All | AnyOf | Not | Comparison


def parse_condition(raw: Any, path: Path = ()) -> Condition:
    """Turn the plain YAML of a condition into its tree.

    Raises:
        ShapeError: where the shape is not that of a condition.
    """
    if not isinstance(raw, dict) or not raw:
        raise ShapeError(path, "is not a condition. Expected a mapping such as {entry: announced}.")
    parts = tuple(_entry(key, value, (*path, key)) for key, value in raw.items())
    return parts[0] if len(parts) == 1 else All(parts)


def _entry(key: str, value: Any, path: Path) -> Condition:
    if key == "not":
        return Not(parse_condition(value, path))
    if key in ("all", "any"):
        parts = tuple(
            parse_condition(part, (*path, number))
            for number, part in enumerate(_as_list(value, path))
        )
        return All(parts) if key == "all" else AnyOf(parts)
    return _comparison(key, value, path)


def _as_list(value: Any, path: Path) -> list[Any]:
    if isinstance(value, list):
        return value
    raise ShapeError(path, "is not a list. Expected a list of conditions.")


def _comparison(subject: str, value: Any, path: Path) -> Comparison:
    if isinstance(value, str):
        return Comparison(subject, "is", value, path)
    if not isinstance(value, dict) or len(value) != 1:
        raise ShapeError(path, f"is not a comparison. Expected one of: {', '.join(OPERATORS)}.")
    ((operator, operand),) = value.items()
    if operator not in OPERATORS:
        raise ShapeError(
            (*path, operator), f"is not a comparison. Expected one of: {', '.join(OPERATORS)}."
        )
    return Comparison(subject, operator, _operand(operator, operand, (*path, operator)), path)


def _operand(operator: str, value: Any, path: Path) -> str | tuple[str, ...] | QuantityName:
    if isinstance(value, str):
        return (value,) if operator in ("in", "includes") else value
    if isinstance(value, list) and operator in ("in", "includes", "is"):
        if all(isinstance(item, str) for item in value):
            return tuple(value)
    elif isinstance(value, dict) and operator in ("at-least", "below"):
        name = value.get("quantity")
        if len(value) == 1 and isinstance(name, str):
            return QuantityName(name)
    raise ShapeError(path, "has a value of the wrong form. See the table of conditions.")
