"""Puts the values of market parameters into what was compiled, as they stood on one day.

A number laid against a parameter is then laid against a plain number, and exact like any other.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled import Condition, Deciding, Formula, Question

    KnownFigures = tuple[float | None, ...]
    """The values of a set's parameters by their numbers; None where there is none yet."""

UNDEFINED: list[str] = ["undefined"]


def resolved(deciding: Deciding, values: KnownFigures) -> Deciding:
    """Give what decides with the values of its parameters in their places.

    Args:
        deciding: as it was compiled.
        values: of the parameters, in their order; None makes every condition on it undefined.
    """
    resolver = _Resolver(values)
    found: Deciding = {**deciding}
    questions = [resolver.entry(question) for question in deciding["questions"]]
    found["protections"] = [resolver.entry(each) for each in deciding["protections"]]
    found["caps"] = [resolver.entry(each) for each in deciding["caps"]]
    found["findings"] = [resolver.entry(each) for each in deciding["findings"]]
    found["questions"] = [
        resolver.noted(question, number) for number, question in enumerate(questions)
    ]
    return found


def with_values(entry: Any, values: KnownFigures) -> Any:
    """Give a rule or protection with the values of parameters in its condition."""
    return _Resolver(values).entry(entry)


def condition_with(condition: Condition, values: KnownFigures) -> Condition:
    """Give a condition with the values of parameters in their places."""
    return _Resolver(values).condition(condition)


class _Resolver:
    """Rewrites conditions, and remembers what they ask of a question by itself after that."""

    def __init__(self, values: KnownFigures) -> None:
        self.values = values
        self.atoms: dict[int, list[Condition]] = {}

    def entry(self, entry: Any) -> Any:
        when = entry["when"]
        return entry if when is None else {**entry, "when": self.condition(when)}

    def condition(self, condition: Condition) -> Condition:
        operator, operand = condition[0], condition[1]
        if operator in ("all", "any"):
            return [operator, [self.condition(part) for part in operand]]
        if operator == "not":
            return [operator, self.condition(operand)]
        if operator != "measures":
            return condition
        formula = self.formula(operand)
        return condition if formula == operand else self._measuring(formula)

    def formula(self, formula: Formula) -> Formula:
        operation, *rest = formula
        if operation == "parameter":
            value = self.values[rest[0]]
            return [*UNDEFINED] if value is None else ["number", value]
        return [operation, *(self.formula(p) if isinstance(p, list) else p for p in rest)]

    def _measuring(self, formula: Formula) -> Condition:
        """Give the simplest condition that says the same: a question against a number is one."""
        operation, *parts = formula
        if operation == "difference" and [part[0] for part in parts] == ["question", "number"]:
            atom: Condition = ["at-least", parts[0][1], parts[1][1]]
            self.atoms.setdefault(atom[1], []).append(atom)
            return atom
        return ["measures", formula]

    def noted(self, question: Question, number: int) -> Question:
        """Give a question with what is asked of it now; it need not be measured any less."""
        new = [atom for atom in self.atoms.get(number, ()) if atom not in question["atoms"]]
        if not new:
            return question
        cuts = sorted({*question["cuts"], *(atom[2] for atom in new)})
        return {**question, "atoms": [*question["atoms"], *new], "cuts": cuts}
