"""Compiles formulas: ids become numbers, quantities are written out, units cancel."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lifeline.compiling.order import in_order
from lifeline.model.formula import Formula, Operand, Operation, ParameterOperand, units_of
from lifeline.reading.spelling import not_among

if TYPE_CHECKING:
    from lifeline.compiling.names import Names, Spot
    from lifeline.model.rubric import Quantity

Units = dict[str, int]
FREE: Units = {}

MOST_PARTS = 100
"""Of a formula with its quantities written out; they could double at each step, endlessly."""


@dataclass(frozen=True)
class Measured:
    """A compiled formula with its unit, and of how many ids and numbers it consists."""

    formula: list[Any]
    units: Units
    parts: int = 1


def compile_quantities(names: Names) -> None:
    """Compile the quantities of a set into ``names.measured``, each after the ones it needs."""
    needs = {
        id_: [text for text in _words(quantity.formula) if text in names.quantities]
        for id_, (quantity, _) in names.quantities.items()
    }

    def report(circle: list[str]) -> None:
        _, spot = names.quantities[circle[0]]
        spot.at("formula").report(f"goes in a circle: {' needs '.join(circle)}.")

    for id_ in in_order(needs, report):
        found = _quantity(*names.quantities[id_], names)
        if found:
            names.measured[id_] = found


def _words(formula: Formula) -> list[str]:
    if isinstance(formula, Operand):
        return [formula.text]
    if isinstance(formula, ParameterOperand):
        return []
    return [word for part in formula.parts for word in _words(part)]


def _quantity(quantity: Quantity, spot: Spot, names: Names) -> Measured | None:
    inside = spot.at("formula")
    found = _compile(quantity.formula, inside, names)
    if found is None:
        return None
    if found.parts > MOST_PARTS:
        inside.report(f"is too long. Expected at most {MOST_PARTS} parts, quantities written out.")
        return None
    units = units_of(quantity.unit)
    if found.units != units:
        spot.at("unit").report(
            f"is {quantity.unit}, but the formula gives {written(found.units)}. Units must cancel."
        )
    return Measured(found.formula, units, found.parts)


def _compile(formula: Formula, spot: Spot, names: Names) -> Measured | None:
    if isinstance(formula, Operand):
        return compile_operand(formula, spot, names)
    if isinstance(formula, ParameterOperand):
        return compile_parameter(formula.id, spot.at(*formula.path), names)
    parts = [_compile(part, spot, names) for part in formula.parts]
    found = [part for part in parts if part]
    if len(found) < len(parts):
        return None
    units = _combined(formula, [part.units for part in found], spot)
    if units is None:
        return None
    compiled = [formula.name, *(part.formula for part in found)]
    return Measured(compiled, units, sum(part.parts for part in found))


def compile_operand(operand: Operand, spot: Spot, names: Names) -> Measured | None:
    """Compile a number, or the id of a number question or quantity.

    It is None where a problem was reported, also where that was in the quantity itself.
    """
    text = operand.text
    if text in names.quantities:
        return names.measured.get(text)
    if text in names.questions:
        question = names.questions[text]
        if question.kind == "number" and question.unit:
            return Measured(["question", names.numbers[text]], units_of(question.unit))
        message = f"'{text}' is a question of kind {question.kind}. Expected kind number."
        spot.at(*operand.path).report(message)
        return None
    value = number_in(text)
    if value is not None:
        return Measured(["number", value], FREE)
    known = [q for q, question in names.questions.items() if question.kind == "number"]
    noun = "a number, a number question or a quantity"
    spot.at(*operand.path).report(names.unknown(text, [*known, *names.quantities], noun))
    return None


def compile_parameter(id_: str, spot: Spot, names: Names) -> Measured | None:
    """Compile the name of a market parameter; None where no rubric declares it."""
    if id_ not in names.parameters:
        known = [*names.parameters]
        declare = "" if known else " Declare it under 'parameters:'."
        spot.report(f"{not_among(id_, known, 'a parameter of this set')}{declare}")
        return None
    number = list(names.parameters).index(id_)
    return Measured(["parameter", number, id_], units_of(names.parameters[id_].unit))


def number_in(text: str) -> float | None:
    """Give the finite number that a text stands for, or None."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


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
    if formula[0] in ("number", "parameter"):
        return set()
    return set().union(*(questions_in(part) for part in formula[1:]))


def parameters_in(tree: Any) -> set[int]:
    """Give the numbers of the parameters anywhere in a compiled condition or formula."""
    if not isinstance(tree, list):
        return set()
    own = {tree[1]} if tree[:1] == ["parameter"] else set()
    return own.union(*map(parameters_in, tree))
