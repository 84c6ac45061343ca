"""Compiles conditions into nested lists; an unknown id or a misfit comparison is reported."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from lifeline.compiling.formulas import Measured, compile_operand, questions_in, written
from lifeline.model.condition import All, AnyOf, Comparison, Condition, Not, QuantityName
from lifeline.model.formula import Operand
from lifeline.reading.spelling import listed, not_among

if TYPE_CHECKING:
    from lifeline.compiling.names import Names, Spot
    from lifeline.model.rubric import Question

Compiled = list[Any]
ALWAYS: Compiled = ["all", []]
OPERATORS = {
    "choice": ("is", "in"),
    "choices": ("includes", "is"),
    "yes-no": ("is",),
    "number": ("at-least", "below"),
}


def compile_condition(condition: Condition | None, spot: Spot, names: Names) -> Compiled:
    """Compile a condition; one with a reported problem, and none at all, always hold."""
    match condition:
        case None:
            return ALWAYS
        case All(parts):
            return ["all", [compile_condition(part, spot, names) for part in parts]]
        case AnyOf(parts):
            return ["any", [compile_condition(part, spot, names) for part in parts]]
        case Not(part):
            return ["not", compile_condition(part, spot, names)]
        case Comparison():
            return _comparison(condition, spot.at(*condition.path), names)


def _comparison(comparison: Comparison, spot: Spot, names: Names) -> Compiled:
    subject, operator = comparison.subject, comparison.operator
    question = names.questions.get(subject)
    if question is None and subject not in names.quantities:
        spot.report(not_among(subject, [*names.questions, *names.quantities], "a question"))
        return ALWAYS
    kind = question.kind if question else "number"
    if operator not in OPERATORS[kind]:
        spot.report(f"{operator} does not fit. Expected: {listed(OPERATORS[kind])}.")
        return ALWAYS
    if kind == "number":
        return _numeric(comparison, spot, names)
    assert question is not None, "quantities are numeric"
    return _chosen(comparison, question, names.numbers[subject], spot)


def _chosen(comparison: Comparison, question: Question, number: int, spot: Spot) -> Compiled:
    """Compile a comparison of a choice, several choices, or yes and no."""
    operand = comparison.operand
    wanted = (operand,) if isinstance(operand, str) else operand
    assert isinstance(wanted, tuple), "only numbers are compared with quantities"
    if question.kind == "yes-no":
        return _yes_no(wanted, number, spot)
    known = [choice.id for choice in question.choices or ()]
    strange = [word for word in wanted if word not in known]
    for word in strange:
        spot.report(not_among(word, known, f"a choice of {question.id}"))
    mask = sum(1 << known.index(word) for word in set(wanted) - set(strange))
    if question.kind == "choice":
        return ["in", number, mask]
    return ["equals" if comparison.operator == "is" else "includes", number, mask]


def _yes_no(wanted: tuple[str, ...], number: int, spot: Spot) -> Compiled:
    masks = {"false": 1, "no": 1, "true": 2, "yes": 2}
    word = wanted[0].lower() if len(wanted) == 1 else ""
    if word in masks:
        return ["in", number, masks[word]]
    spot.report("is neither. Expected true or false.")
    return ALWAYS


def _numeric(comparison: Comparison, spot: Spot, names: Names) -> Compiled:
    """Compile at-least and below; below is "not at least", which keeps the undefined undefined."""
    left = compile_operand(Operand(comparison.subject, ()), spot, names)
    right = _right_side(comparison.operand, left, spot, names)
    if left is None or right is None:
        return ALWAYS
    if left.formula[0] == "question" and right.formula[0] == "number":
        atom = ["at-least", left.formula[1], right.formula[1]]
    else:
        atom = ["measures", ["difference", left.formula, right.formula]]
    return atom if comparison.operator == "at-least" else ["not", atom]


def _right_side(
    operand: str | tuple[str, ...] | QuantityName, left: Measured | None, spot: Spot, names: Names
) -> Measured | None:
    if isinstance(operand, QuantityName):
        if operand.id not in names.quantities:
            spot.report(not_among(operand.id, names.quantities, "a quantity"))
            return None
        right = compile_operand(Operand(operand.id, ()), spot, names)
        if left and right and left.units != right.units:
            spot.report(f"compares {written(left.units)} with {written(right.units)}.")
        return right
    try:
        value = float(operand)  # type: ignore[arg-type]  # a tuple fails like any other non-number
    except (TypeError, ValueError):
        value = math.nan
    if math.isfinite(value):
        return Measured(["number", value], left.units if left else {})
    spot.report("is not a number. Expected a number, or {quantity: its-id}.")
    return None


def atoms_in(condition: Compiled) -> list[Compiled]:
    """Give the atoms of a compiled condition, left to right."""
    operator, *rest = condition
    if operator in ("all", "any"):
        return [atom for part in rest[0] for atom in atoms_in(part)]
    return atoms_in(rest[0]) if operator == "not" else [condition]


def reads(condition: Compiled) -> list[int]:
    """Give the numbers of the questions that a compiled condition reads, in order, once each."""
    found: dict[int, None] = {}
    for atom in atoms_in(condition):
        inner = sorted(questions_in(atom[1])) if atom[0] == "measures" else [atom[1]]
        found.update(dict.fromkeys(inner))
    return list(found)
