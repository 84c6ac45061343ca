"""What the value of an answer chooses; of several choices number n is bit n."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, TypeVar

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Value

    Choice = TypeVar("Choice")

YES_NO = ("no", "yes")
"""Their values are 0 and 1."""


def chosen(choices: Iterable[Choice], mask: float) -> list[Choice]:
    """Give the choices whose bit is set, in their order; a value of an answer is such a mask."""
    bits = int(mask)
    return [choice for number, choice in enumerate(choices) if bits >> number & 1]


def written(question: Question, value: Value) -> Any:
    """Give a definite answer as the idea file holds it: an id, ids, a number, ``yes`` or ``no``."""
    if question["kind"] == "number":
        return int(value[0]) if value[0] == int(value[0]) else value[0]
    if question["kind"] == "choices":
        return chosen(question["choices"], value[0])
    return (list(question["choices"]) or YES_NO)[int(value[0])]
