"""Formulas as authors write them: arithmetic over number questions and quantities, with units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lifeline.model.condition import Path, ShapeError, Wrong

PAIR = 2
PARAMETER = "parameter"

MANY = ("product", "sum", "least", "greatest")
TWO = ("ratio", "difference")
OPERATIONS = MANY + TWO

_BASE_UNIT = re.compile(r"1|[^\W\d_][\w-]*")


@dataclass(frozen=True)
class Operand:
    """The id of a number question or quantity, or a number without a unit."""

    text: str
    path: Path


@dataclass(frozen=True)
class ParameterOperand:
    """The id of a market parameter."""

    id: str
    path: Path


@dataclass(frozen=True)
class Operation:
    """One of ``MANY`` over two or more parts, or one of ``TWO`` over exactly two."""

    name: str
    parts: tuple[Formula, ...]
    path: Path


Formula = Operand | ParameterOperand | Operation


def parse_formula(raw: Any) -> Formula:
    """Turn the plain YAML of a formula into its tree.

    Raises:
        ShapeError: where the shape is not that of a formula.
    """
    problems: list[Wrong] = []
    formula = _parsed(raw, (), problems)
    if problems:
        raise ShapeError(problems)
    return formula


def _parsed(raw: Any, path: Path, problems: list[Wrong]) -> Formula:
    """Parse a formula or a part of one; what is wrong is noted, and goes on as an operand."""
    if isinstance(raw, str):
        return Operand(raw, path)
    if not isinstance(raw, dict) or len(raw) != 1:
        problems.append(Wrong(path, "is not a formula. Expected one such as {product: [a, b]}."))
        return Operand("", path)
    ((name, parts),) = raw.items()
    here = (*path, name)
    if name == PARAMETER and isinstance(parts, str):
        return ParameterOperand(parts, here)
    wrong = _misuse(name, parts, here)
    if wrong:
        problems.append(wrong)
        return Operand("", path)
    inner = (_parsed(part, (*here, place), problems) for place, part in enumerate(parts))
    return Operation(name, tuple(inner), here)


def _misuse(name: str, parts: Any, path: Path) -> Wrong | None:
    if name not in OPERATIONS:
        expected = ", ".join(OPERATIONS)
        message = f"is not an operation. Expected one of: {expected}."
        return Wrong(path, message, name, OPERATIONS)
    count = len(parts) if isinstance(parts, list) else 0
    if count < PAIR or (name in TWO and count > PAIR):
        expected = "exactly two" if name in TWO else "two or more"
        return Wrong(path, f"does not fit. Expected a list of {expected} parts.")
    return None


def units_of(text: str) -> dict[str, int]:
    """Read a unit such as ``USD/month`` as the power of each base unit; ``1`` has none.

    Raises:
        ValueError: when the text is not a unit.
    """
    above, *below = text.split("/")
    powers: dict[str, int] = {}
    for names, sign in ((above, 1), *((part, -1) for part in below)):
        for name in map(str.strip, names.split("*")):
            if not _BASE_UNIT.fullmatch(name):
                raise ValueError(text)
            if name != "1":
                powers[name] = powers.get(name, 0) + sign
    return {name: power for name, power in powers.items() if power}


def operands_of(formula: Formula) -> set[str]:
    """Give the words that a formula reckons with: ids, and numbers without a unit."""
    if isinstance(formula, Operand):
        return {formula.text}
    if isinstance(formula, ParameterOperand):
        return set()
    return set().union(*map(operands_of, formula.parts))
