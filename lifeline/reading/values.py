"""Reads what an answer says, by the kind of its question: choices, numbers, yes and no."""

from __future__ import annotations

import re

from lifeline.model.words import RESERVED_ANSWERS
from lifeline.reading import fields
from lifeline.reading.nodes import ScalarNode, SequenceNode
from lifeline.reading.spelling import listed, not_among

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import Node

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Value
    from lifeline.reading.nodes import Problems

PAIR = 2

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\Z")
_YES_NO = {"no": 0, "false": 0, "yes": 1, "true": 1}


class ValueReader:
    """Reads values of one question. Each method gives the value, or None: open, or with a problem.

    See ``lifeline.model.idea.Answer`` for what a value is.
    """

    __slots__ = ("key", "problems", "question")

    def __init__(self, question: Question, key: str, problems: Problems) -> None:
        self.question = question
        self.key = key
        self.problems = problems

    def short(self, node: Node, key: str) -> Value | None:
        """Read what stands behind the question's id, or under ``answer:``."""
        kind = self.question["kind"]
        if type(node) is ScalarNode and node.value in RESERVED_ANSWERS:
            return None
        if kind == "choices":
            numbers = self.choices(node, key)
            return None if numbers is None else (_mask(numbers), 0)
        if type(node) is not ScalarNode:
            self._refuse(node, key, f"is not a single value. Expected {self._expected()}.")
        elif node.value == "":
            self._refuse(node, key, f"is empty. Expected {self._expected()}, or unknown.")
        elif kind == "choice":
            return self._choice(node, key)
        elif kind == "yes-no":
            return self._yes_no(node, key)
        else:
            number = self.number(node, key)
            return None if number is None else (number, number)
        return None

    def one_of(self, forms: dict[str, Node]) -> Value | None:
        """Read several choices of which one holds."""
        node, key = forms["one-of"], f"{self.key}.one-of"
        numbers = self.choices(node, key)
        if numbers is not None and len(numbers) < PAIR:
            self._refuse(node, key, "names fewer than two choices. Expected two or more.")
            return None
        return tuple(sorted(numbers)) if numbers else None

    def maybe(self, forms: dict[str, Node]) -> Value | None:
        """Read what is surely and what is perhaps chosen."""
        masks = []
        for name in ("surely", "maybe"):
            node = forms.get(name)
            numbers = self.choices(node, f"{self.key}.{name}") if node else []
            masks.append(None if numbers is None else _mask(numbers))
        surely, maybe = masks
        if surely is None or maybe is None:
            return None
        if surely & maybe:
            message = "a choice stands under surely and under maybe. Keep one of the two."
            self._refuse(forms["maybe"], f"{self.key}.maybe", message)
            return None
        return surely, maybe

    def between(self, forms: dict[str, Node]) -> Value | None:
        """Read two numbers with the answer somewhere between them."""
        node, key = forms["between"], f"{self.key}.between"
        example = "a list of two numbers, such as [3, 9]"
        ends = fields.items(node, key, example, self.problems)
        if ends is None:
            return None
        numbers = [self.number(end, key) for end in ends]
        if len(numbers) != PAIR:
            self._refuse(node, key, f"is not a pair. Expected {example}.")
            return None
        low, high = numbers
        if low is None or high is None:
            return None
        if low > high:
            self._refuse(node, key, "begins above its end. Expected the smaller number first.")
            return None
        return low, high

    def choices(self, node: Node, key: str) -> list[int] | None:
        """Read a list of choices as their numbers."""
        if type(node) is not SequenceNode:
            example = next(iter(self.question["choices"]))
            self._refuse(node, key, f"is not a list. Expected a list such as [{example}].")
            return None
        numbers: list[int] = []
        for place, item in enumerate(node.value):
            number = self._listed(item, f"{key}[{place}]", numbers)
            if number is not None:
                numbers.append(number)
        return numbers if len(numbers) == len(node.value) else None

    def number(self, node: Node, key: str) -> float | None:
        """Read a number within the question's bounds."""
        value = node.value if type(node) is ScalarNode else ""
        if not value or not _NUMBER.match(value):
            shown = f"'{value}' is" if value else "is"
            message = f"{shown} not a number. Expected {self._expected()}, in digits only."
            self._refuse(node, key, message)
            return None
        number = float(value)
        if self.question["least"] <= number <= self.question["most"]:
            return number
        self._refuse(node, key, f"{value} is out of bounds. Expected {self._expected()}.")
        return None

    def _listed(self, node: Node, key: str, taken: list[int]) -> int | None:
        if type(node) is not ScalarNode:
            self._refuse(node, key, "is not a choice. Expected its id.")
            return None
        number = self.question["choices"].get(node.value)
        if number is None:
            self._refuse_choice(node, key)
        elif number in taken:
            self._refuse(node, key, f"'{node.value}' stands twice. Keep one.")
            return None
        return number

    def _choice(self, node: ScalarNode, key: str) -> Value | None:
        number = self.question["choices"].get(node.value)
        if number is None:
            self._refuse_choice(node, key)
            return None
        return (number,)

    def _yes_no(self, node: ScalarNode, key: str) -> Value | None:
        truth = _YES_NO.get(node.value.lower())
        if truth is None:
            self._refuse(node, key, f"'{node.value}' is neither. Expected yes, no or unknown.")
            return None
        return (truth,)

    def _expected(self) -> str:
        kind = self.question["kind"]
        if kind == "yes-no":
            return "yes or no"
        if kind == "number":
            return f"a number from {self.question['least']:g} to {self.question['most']:g}"
        return f"one of: {listed(self.question['choices'])}"

    def _refuse_choice(self, node: ScalarNode, key: str) -> None:
        known = [*self.question["choices"], *RESERVED_ANSWERS]
        noun = f"a choice of {self.question['id']}"
        self._refuse(node, key, not_among(node.value, known, noun))

    def _refuse(self, node: Node, key: str, message: str) -> None:
        self.problems.add(node, key, message)


def _mask(numbers: list[int]) -> int:
    return sum(1 << number for number in numbers)
