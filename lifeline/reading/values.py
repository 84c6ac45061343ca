"""Reads what an answer says, by the kind of its question: choices, numbers, yes and no."""

from __future__ import annotations

import re

from lifeline.model.words import RESERVED_ANSWERS
from lifeline.reading import fields
from lifeline.reading.limits import LONGEST_WORD
from lifeline.reading.nodes import ScalarNode, SequenceNode
from lifeline.reading.spelling import any_of, brief, not_among

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import Node

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Value
    from lifeline.reading.nodes import Problems

PAIR = 2

ALWAYS_APPLIES = "this question always applies. Expected an answer to it, or unknown."
NO_REASON = "needs a reason. Expected {not-applicable: the reason}."

_NUMBER = r"(?a)[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\Z"
_GROUPED = r"(?a)\d{1,3}([,_ ']\d{3})+\Z"
"""Patterns are compiled when first used: not every run meets a number. ``(?a)`` stands for
``re.ASCII``, which would be looked up again for every number."""
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
            what = "is a list" if type(node) is SequenceNode else "holds keys"
            self._refuse(node, key, f"{what}. Expected {self._expected()}.{self._several()}")
        elif kind == "choice":
            return self._choice(node, key)
        elif kind == "yes-no":
            return self._yes_no(node, key)
        else:
            number = self.number(node, key, or_open=True)
            return None if number is None else (number, number)
        return None

    def one_of(self, forms: dict[str, Node]) -> Value | None:
        """Read several choices of which one holds."""
        node, key = forms["one-of"], f"{self.key}.one-of"
        numbers = self.choices(node, key, least=PAIR)
        if numbers is not None and len(numbers) < PAIR:
            self._refuse(node, key, "holds fewer than two choices. Expected two or more.")
            return None
        return tuple(sorted(numbers)) if numbers else None

    def maybe(self, forms: dict[str, Node]) -> Value | None:
        """Read what is surely and what is perhaps chosen."""
        masks = []
        for name in ("surely", "maybe"):
            node = forms.get(name)
            numbers = self.choices(node, f"{self.key}.{name}", least=1) if node else []
            masks.append(None if numbers is None else _mask(numbers))
        surely, maybe = masks
        if surely is None or maybe is None:
            return None
        if surely & maybe:
            for place, item in enumerate(forms["maybe"].value):
                if surely >> self.question["choices"][item.value] & 1:
                    message = f"'{item.value}' stands under surely too. Keep one of the two."
                    self._refuse(item, f"{self.key}.maybe[{place}]", message)
            return None
        return surely, maybe

    def between(self, forms: dict[str, Node]) -> Value | None:
        """Read two numbers with the answer somewhere between them."""
        node, key = forms["between"], f"{self.key}.between"
        example = "a list of two numbers, such as [3, 9]"
        ends = fields.items(node, key, example, self.problems)
        if ends is None:
            return None
        if len(ends) != PAIR:
            digits = " Write 1000 for 1,000." if len(ends) > PAIR else ""
            self._refuse(node, key, f"does not hold two values. Expected {example}.{digits}")
            return None
        low, high = (self.number(end, f"{key}[{place}]") for place, end in enumerate(ends))
        if low is None or high is None:
            return None
        if low > high:
            self._refuse(node, key, "begins above its end. Expected the smaller number first.")
            return None
        return low, high

    def choices(self, node: Node, key: str, least: int = 0) -> list[int] | None:
        """Read a list of choices as their numbers; ``least`` of them are shown as an example."""
        if type(node) is not SequenceNode:
            self._refuse_list(node, key, least)
            return None
        numbers: list[int] = []
        for place, item in enumerate(node.value):
            number = self._listed(item, f"{key}[{place}]", numbers)
            if number is not None:
                numbers.append(number)
        return numbers if len(numbers) == len(node.value) else None

    def number(self, node: Node, key: str, *, or_open: bool = False) -> float | None:
        """Read a number within the question's bounds."""
        value = node.value if type(node) is ScalarNode else ""
        if not value or not re.match(_NUMBER, value):
            expected = f"Expected digits only: {self._expected(or_open=or_open)}."
            is_grouped = len(value) <= LONGEST_WORD and re.match(_GROUPED, value)
            meant = re.sub(r"\D", "", value) if is_grouped else ""
            hint = f" Did you mean {meant}?" if meant else ""
            self._refuse(node, key, f"{fields.is_not(node, 'a number')} {expected}{hint}")
            return None
        number = float(value)
        if self.question["least"] <= number <= self.question["most"]:
            return number
        message = f"'{brief(value)}' is out of bounds. Expected {self._expected(or_open=or_open)}."
        self._refuse(node, key, message)
        return None

    def _listed(self, node: Node, key: str, taken: list[int]) -> int | None:
        if type(node) is not ScalarNode:
            expected = self._expected(or_open=False)
            self._refuse(node, key, f"is not a choice. Expected {expected}.")
            return None
        number = self.question["choices"].get(node.value)
        if number is None:
            self._refuse_choice(node, key, or_open=False)
        elif number in taken:
            self._refuse(node, key, f"'{node.value}' stands twice. Keep one.")
            return None
        return number

    def _choice(self, node: ScalarNode, key: str) -> Value | None:
        number = self.question["choices"].get(node.value)
        if number is None:
            self._refuse_choice(node, key, or_open=True)
            return None
        return (number,)

    def _yes_no(self, node: ScalarNode, key: str) -> Value | None:
        truth = _YES_NO.get(node.value.lower())
        if truth is None:
            told = fields.is_not(node, "yes or no")
            self._refuse(node, key, f"{told} Expected {self._expected()}.")
            return None
        return (truth,)

    def _expected(self, *, or_open: bool = True) -> str:
        kind = self.question["kind"]
        if kind == "yes-no":
            return "yes, no or unknown"
        if kind == "number":
            span = f"a number from {self.question['least']:.15g} to {self.question['most']:.15g}"
            return f"{span}, or unknown" if or_open else span
        return any_of([*self.question["choices"], *(RESERVED_ANSWERS if or_open else ())])

    def _several(self) -> str:
        """Say how to give several values of which one holds, where there is a way."""
        match self.question["kind"]:
            case "choice":
                first, second, *_ = self.question["choices"]
                return f" If it may be one of several, write {{one-of: [{first}, {second}]}}."
            case "number":
                return " If it lies between two numbers, write {between: [3, 9]}."
            case _:
                return ""

    def _refuse_list(self, node: Node, key: str, least: int) -> None:
        every = list(self.question["choices"])
        if type(node) is ScalarNode and node.value in every:
            every.sort(key=lambda choice: choice != node.value)
        example = (
            f"[{', '.join(every[: least or 1])}]{'' if least else ', [] for none, or unknown'}"
        )
        what = "is empty" if fields.is_empty(node) else "is not a list"
        self._refuse(node, key, f"{what}. Expected a list such as {example}.")

    def _refuse_choice(self, node: ScalarNode, key: str, *, or_open: bool) -> None:
        known = [*self.question["choices"], *(RESERVED_ANSWERS if or_open else ())]
        message = not_among(node.value, known, f"a choice of {self.question['id']}")
        if fields.is_empty(node):
            message = f"is empty. Expected {self._expected(or_open=or_open)}."
        elif not or_open and node.value in RESERVED_ANSWERS:
            message = f"'{node.value}' cannot stand in a list. Expected it alone, without brackets."
        self._refuse(node, key, message)

    def _refuse(self, node: Node, key: str, message: str) -> None:
        if type(node) is ScalarNode and node.value == "not-applicable":
            message = NO_REASON if self.question["may_not_apply"] else ALWAYS_APPLIES
        self.problems.add(node, key, message)


def _mask(numbers: list[int]) -> int:
    return sum(1 << number for number in numbers)
