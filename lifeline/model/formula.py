"""Formulas as authors write them: arithmetic over number questions and quantities, with units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lifeline.model.condition import Path, ShapeError

PAIR = 2

MANY = ("product", "sum", "least", "greatest")
TWO = ("ratio", "difference")


@dataclass(frozen=True)
class Operand:
    """The id of a number question or quantity, or a number without a unit."""

    text: str
    path: Path


@dataclass(frozen=True)
class Operation:
    """One of ``MANY`` over two or more parts, or one of ``TWO`` over exactly two."""

    name: str
    parts: tuple[Formula, ...]
    path: Path


Formula = Operand | Operation


def parse_formula(raw: Any, path: Path = ()) -> Formula:
    """Turn the plain YAML of a formula into its tree.

    Raises:
        ShapeError: where the shape is not that of a formula.
    """
    if isinstance(raw, str):
        return Operand(raw, path)
    if not isinstance(raw, dict) or len(raw) != 1:
        raise ShapeError(path, "is not a formula. Expected a mapping such as {product: [a, b]}.")
    ((name, parts),) = raw.items()
    here = (*path, name)
    if name not in MANY + TWO:
        expected = ", ".join(MANY + TWO)
        raise ShapeError(here, f"is not an operation. Expected one of: {expected}.")
    if not isinstance(parts, list) or len(parts) < PAIR or (name in TWO and len(parts) != PAIR):
        count = "exactly two" if name in TWO else "two or more"
        raise ShapeError(here, f"has the wrong number of parts. Expected a list of {count}.")
    inner = tuple(parse_formula(part, (*here, number)) for number, part in enumerate(parts))
    return Operation(name, inner, here)


def units_of(text: str) -> dict[str, int]:
    """Read a unit such as ``USD/month`` as the power of each base unit; ``1`` has none.

    Raises:
        ValueError: when the text is not a unit.
    """
    above, *below = text.replace(" ", "").split("/")
    powers: dict[str, int] = {}
    for names, sign in ((above, 1), *((part, -1) for part in below)):
        for name in names.split("*"):
            if not name.replace("-", "").isalnum():
                raise ValueError(text)
            if name != "1":
                powers[name] = powers.get(name, 0) + sign
    return {name: power for name, power in powers.items() if power}
