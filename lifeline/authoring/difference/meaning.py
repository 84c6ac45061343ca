"""What conditions mean, by ids: equal where they are made of the same parts, however written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.model.chosen import chosen
from lifeline.scoring.values import is_absent

if TYPE_CHECKING:
    from lifeline.authoring.difference.renames import Renames
    from lifeline.model.compiled import Condition, Formula, Question
    from lifeline.scoring.values import Value

Meaning = Any


class Meanings:
    """Writes the compiled conditions of a version out with ids, renamed ones as they are now."""

    def __init__(self, questions: list[Question], renames: Renames) -> None:
        self.questions = questions
        self.renames = renames

    def of(self, condition: Condition) -> Meaning:
        """Give what a condition means."""
        return self._of(*condition)

    def name(self, number: int) -> str:
        """Give what a question is called now."""
        return self.renames.question(self.questions[number]["id"])

    def value(self, number: int, value: Value) -> Meaning:
        """Give what a value of a question means: the choices as they are called now."""
        kind = self.questions[number]["kind"]
        if is_absent(value) or kind == "number":
            return value
        assert isinstance(value, int), "only numbers have cells"
        return self._words(number, value if kind == "choices" else 1 << value)

    def _of(self, operator: str, operand: Any, *rest: Any) -> Meaning:
        match operator:
            case "all" | "any":
                return self._group(operator, operand)
            case "not":
                inner = self.of(operand)
                return inner[1] if inner[0] == "not" else ("not", inner)
            case "measures":
                return (operator, self._formula(operand))
            case "in" | "includes" | "equals":
                return (operator, self.name(operand), self._words(operand, *rest))
        return (operator, self.name(operand), *rest)

    def _group(self, operator: str, parts: list[Condition]) -> Meaning:
        """Give a group whose order does not matter, with groups of its own kind dissolved in it."""
        found: set[Meaning] = set()
        for part in map(self.of, parts):
            found |= part[1] if part[0] == operator else {part}
        return found.pop() if len(found) == 1 else (operator, frozenset(found))

    def _formula(self, formula: Formula) -> Meaning:
        operation, *operands = formula
        if operation == "number":
            return ("number", operands[0])
        if operation == "parameter":
            return ("parameter", operands[1])
        if operation == "question":
            return ("question", self.name(operands[0]))
        return (operation, *map(self._formula, operands))

    def _words(self, number: int, mask: int) -> frozenset[str]:
        question = self.questions[number]
        words = list(question["choices"]) or ["no", "yes"]
        return frozenset(self.renames.choice(question["id"], word) for word in chosen(words, mask))
