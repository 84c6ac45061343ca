"""Compiles formulas: ids become numbers, quantities are written out, units cancel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lifeline.model.formula import Formula, Operand, Operation, units_of
from lifeline.reading.spelling import not_among

if TYPE_CHECKING:
    from lifeline.compiling.names import Names, Spot

Units = dict[str, int]
FREE: Units = {}


@dataclass(frozen=True)
class Measured:
    """A compiled formula with its unit."""

    formula: list[Any]
    units: Units


def compile_quantity(id_: str, names: Names, within: tuple[str, ...] = ()) -> Measured | None:
    """Compile a quantity by its id, or give None where a problem was reported.

    Args:
        id_: the quantity's id; it must exist.
        names: the ids of the set.
        within: the quantities being written out around it, to find circles.
    """
    quantity, spot = names.quantities[id_]
    if id_ in within:
        spot.at("formula").report(f"goes in a circle: {' needs '.join((*within, id_))}.")
        return None
    found = _compile(quantity.formula, spot.at("formula"), names, (*within, id_))
    if found and found.units != units_of(quantity.unit):
        spot.at("unit").report(
            f"the formula gives {written(found.units)}, not {quantity.unit}. Units must cancel."
        )
        return None
    return found


def _compile(
    formula: Formula, spot: Spot, names: Names, within: tuple[str, ...]
) -> Measured | None:
    if isinstance(formula, Operand):
        return compile_operand(formula, spot, names, within)
    parts = [_compile(part, spot, names, within) for part in formula.parts]
    found = [part for part in parts if part]
    if len(found) < len(parts):
        return None
    units = _combined(formula, [part.units for part in found], spot)
    if units is None:
        return None
    return Measured([formula.name, *(part.formula for part in found)], units)


def compile_operand(
    operand: Operand, spot: Spot, names: Names, within: tuple[str, ...] = ()
) -> Measured | None:
    """Compile a number, or the id of a number question or quantity."""
    text = operand.text
    if text in names.quantities:
        return compile_quantity(text, names, within)
    if text in names.questions:
        question = names.questions[text]
        if question.kind == "number" and question.unit:
            return Measured(["question", names.numbers[text]], units_of(question.unit))
        spot.at(*operand.path).report(f"'{text}' is no number question.")
        return None
    try:
        return Measured(["number", float(text)], FREE)
    except ValueError:
        known = [q for q, question in names.questions.items() if question.kind == "number"]
        noun = "a number, a number question or a quantity"
        spot.at(*operand.path).report(not_among(text, [*known, *names.quantities], noun))
        return None


def _combined(operation: Operation, units: list[Units], spot: Spot) -> Units | None:
    if operation.name in ("product", "ratio"):
        signs = [1, -1] if operation.name == "ratio" else [1] * len(units)
        return _multiplied(units, signs)
    if all(unit == units[0] for unit in units):
        return units[0]
    shown = ", ".join(map(written, units))
    spot.at(*operation.path).report(f"mixes units: {shown}. Expected the same unit in each part.")
    return None


def _multiplied(units: list[Units], signs: list[int]) -> Units:
    total: Units = {}
    for powers, sign in zip(units, signs, strict=True):
        for name, power in powers.items():
            total[name] = total.get(name, 0) + sign * power
    return {name: power for name, power in total.items() if power}


def written(units: Units) -> str:
    """Write a unit as authors do: ``USD/month``; ``1`` for none."""
    above = [name for name, power in units.items() for _ in range(power)]
    below = [name for name, power in units.items() for _ in range(-power)]
    return "/".join(["*".join(above) or "1", *below])


def questions_in(formula: list[Any]) -> set[int]:
    """Give the numbers of the questions that a compiled formula reads."""
    if formula[0] == "question":
        return {formula[1]}
    if formula[0] == "number":
        return set()
    return set().union(*(questions_in(part) for part in formula[1:]))
