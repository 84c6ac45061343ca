"""What is left of a condition where one question is answered and nothing else is known."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lifeline.model.compiled import Condition, Formula

    Rest = bool | Condition
    """True, false, or the condition that waits on other questions."""
    Atoms = Callable[[Condition], Rest]
    """Gives what is left of an atom that asks for the question."""


def left(condition: Condition, number: int, atoms: Atoms) -> Rest:
    """Give what is left of a condition where one question is answered."""
    operator, operand = condition[0], condition[1]
    if operator == "not":
        inner = left(operand, number, atoms)
        return not inner if isinstance(inner, bool) else ["not", inner]
    if operator in ("all", "any"):
        return _joined(operator, [left(part, number, atoms) for part in operand])
    is_asked = operator not in ("measures", "against") and operand == number
    return atoms(condition) if is_asked else condition


def _joined(operator: str, parts: list[Rest]) -> Rest:
    settles = operator == "any"
    if settles in parts:
        return settles
    rest = [part for part in parts if not isinstance(part, bool)]
    return [operator, rest] if rest else not settles


def read(condition: Condition) -> set[int]:
    """Give the numbers of the questions that a condition reads."""
    operator, operand = condition[0], condition[1]
    if operator in ("all", "any"):
        return _united(map(read, operand))
    if operator == "not":
        return read(operand)
    return _measured(operand) if operator == "measures" else {operand}


def _measured(formula: Formula) -> set[int]:
    operation, *operands = formula
    if operation == "number":
        return set()
    if operation in ("number", "parameter"):
        return set()
    return {operands[0]} if operation == "question" else _united(map(_measured, operands))


def _united(sets: Iterable[set[int]]) -> set[int]:
    return set().union(*sets)
