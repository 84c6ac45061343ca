"""The leaves of a compiled condition, as an author would write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.compiling.conditions import reads
from lifeline.model.chosen import chosen
from lifeline.model.words import COMPARABLE

if TYPE_CHECKING:
    from lifeline.model.compiled import Condition, Question

GROUPS = ("all", "any")
YES_NO = ("false", "true")


def leaves_in(condition: Condition) -> list[Condition]:
    """Give what a condition compares, left to right; ``below`` is a leaf of its own."""
    operator, operand = condition[0], condition[1]
    if operator in GROUPS:
        return [leaf for part in operand for leaf in leaves_in(part)]
    return [condition] if is_leaf(condition) else leaves_in(operand)


def is_leaf(condition: Condition) -> bool:
    """Whether a condition is one comparison: it compiles to an atom, or ``below`` to "not" one."""
    operator, operand = condition[0], condition[1]
    if operator == "not":
        return operand[0] in ("at-least", "measures")
    return operator not in GROUPS


def written(leaf: Condition, questions: list[Question]) -> str:
    """Give a leaf as it may stand in a rubric: ``entry: announced``."""
    operator = leaf[0]
    if operator == "not":
        return _numeric(leaf[1], "below", questions)
    if operator in ("at-least", "measures"):
        return _numeric(leaf, "at-least", questions)
    question, operand = questions[leaf[1]], leaf[2]
    if operator == "against":
        return f"{question['id']}: {{{leaf[3]}: {{clock: {COMPARABLE[operand]}}}}}"
    words = list(question["choices"]) or YES_NO
    these = chosen(words, operand)
    listed = f"[{', '.join(these)}]"
    if operator == "equals":
        return f"{question['id']}: {{is: {listed}}}"
    if operator == "includes":
        return f"{question['id']}: {{includes: {these[0] if len(these) == 1 else listed}}}"
    return f"{question['id']}: {these[0] if len(these) == 1 else f'{{in: {listed}}}'}"


def _numeric(atom: Condition, operator: str, questions: list[Question]) -> str:
    if atom[0] == "measures":
        names = ", ".join(questions[number]["id"] for number in reads(atom))
        return f"a quantity of {names}: {{{operator}: …}}"
    return f"{questions[atom[1]]['id']}: {{{operator}: {atom[2]:.15g}}}"
