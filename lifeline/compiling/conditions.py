"""Compiles conditions into nested lists; an unknown id or a misfit comparison is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.compiling.formulas import (
    FREE,
    Measured,
    compile_operand,
    compile_parameter,
    number_in,
    questions_in,
    written,
)
from lifeline.model.condition import (
    All,
    AnyOf,
    ClockName,
    Comparison,
    Condition,
    Not,
    ParameterName,
    QuantityName,
)
from lifeline.model.formula import Operand
from lifeline.reading.spelling import not_among

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
EXAMPLES = {
    "choice": "one choice; for several {in: [one, another]}",
    "choices": "{includes: one} or {is: [one]}",
}
NO_CLOCK = "compares with a clock. Only a finding may do that, and only as its whole condition."
NO_NUMBER = "is not a number. Expected a number, {quantity: its-id} or {parameter: its-id}."
YES_NO = {"false": 1, "no": 1, "true": 2, "yes": 2}
"""The bit of each answer."""


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
            return _comparison(condition, spot, names)


def _comparison(comparison: Comparison, spot: Spot, names: Names) -> Compiled:
    subject, operator = comparison.subject, comparison.operator
    if isinstance(comparison.operand, ClockName):
        spot.at(*comparison.operand_path).report(NO_CLOCK)
        return ALWAYS
    question = names.questions.get(subject)
    if question is None and subject not in names.quantities:
        known = [*names.questions, *names.quantities]
        spot.at(*comparison.path).report(names.unknown(subject, known, "a question or quantity"))
        return ALWAYS
    inside = spot.at(*comparison.operand_path)
    kind = question.kind if question else "number"
    if operator not in OPERATORS[kind]:
        expected = " or ".join(OPERATORS[kind])
        inside.report(f"'{operator}' does not fit kind {kind}. Expected {expected}.")
        return ALWAYS
    if question is None or kind == "number":
        return _numeric(comparison, inside, names)
    return _chosen(comparison, question, names.numbers[subject], inside)


def _chosen(comparison: Comparison, question: Question, number: int, spot: Spot) -> Compiled:
    """Compile a comparison of a choice, several choices, or yes and no."""
    operand = comparison.operand
    if question.kind == "yes-no":
        return _yes_no(operand, number, spot)
    if comparison.operator == "is" and isinstance(operand, str) != (question.kind == "choice"):
        spot.report(f"does not fit kind {question.kind}. Expected {EXAMPLES[question.kind]}.")
        return ALWAYS
    words = (operand,) if isinstance(operand, str) else operand
    assert isinstance(words, tuple), "only numbers are compared with quantities"
    mask = _mask(words, question, spot)
    if question.kind == "choice":
        return ["in", number, mask]
    return ["equals" if comparison.operator == "is" else "includes", number, mask]


def _mask(words: tuple[str, ...], question: Question, spot: Spot) -> int:
    """Give the bits of some choices; a word that is no choice is reported."""
    known = [choice.id for choice in question.choices or ()]
    mask = 0
    for place, word in enumerate(words):
        if word in known:
            mask |= 1 << known.index(word)
        else:
            spot.at(place).report(not_among(word, known, f"a choice of {question.id}"))
    return mask


def _yes_no(operand: object, number: int, spot: Spot) -> Compiled:
    word = operand.lower() if isinstance(operand, str) else ""
    if word in YES_NO:
        return ["in", number, YES_NO[word]]
    spot.report("is neither true nor false.")
    return ALWAYS


def _numeric(comparison: Comparison, spot: Spot, names: Names) -> Compiled:
    """Compile at-least and below; below is "not at least", which keeps the undefined undefined."""
    left = compile_operand(Operand(comparison.subject, ()), spot, names)
    right = _right_side(comparison.operand, spot, names)
    if left is None or right is None:
        return ALWAYS
    is_named = isinstance(comparison.operand, QuantityName | ParameterName)
    if is_named and left.units != right.units:
        mixed = f"{written(left.units)} with {written(right.units)}"
        spot.report(f"compares {mixed}. Expected the same unit.")
        return ALWAYS
    if left.formula[0] == "question" and right.formula[0] == "number":
        atom = ["at-least", left.formula[1], right.formula[1]]
    else:
        atom = ["measures", ["difference", left.formula, right.formula]]
    return atom if comparison.operator == "at-least" else ["not", atom]


def _right_side(operand: object, spot: Spot, names: Names) -> Measured | None:
    if isinstance(operand, QuantityName):
        if operand.id in names.quantities:
            return names.measured.get(operand.id)
        spot.at("quantity").report(names.unknown(operand.id, names.quantities, "a quantity"))
        return None
    if isinstance(operand, ParameterName):
        return compile_parameter(operand.id, spot.at("parameter"), names)
    value = number_in(str(operand))
    if value is not None:
        return Measured(["number", value], FREE)
    spot.report(NO_NUMBER)
    return None


def atoms_in(condition: Compiled) -> list[Compiled]:
    """Give the atoms of a compiled condition, left to right."""
    operator, *rest = condition
    if operator in ("all", "any"):
        return [atom for part in rest[0] for atom in atoms_in(part)]
    return atoms_in(rest[0]) if operator == "not" else [condition]


def reads(condition: Compiled) -> list[int]:
    """Give the numbers of the questions that a compiled condition reads, in the set's order."""
    found: set[int] = set()
    for atom in atoms_in(condition):
        found |= questions_in(atom[1]) if atom[0] == "measures" else {atom[1]}
    return sorted(found)
