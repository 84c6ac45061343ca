"""Several choices of one question, as a set of bits: choice number n is bit n."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeVar

    Choice = TypeVar("Choice")


def chosen(choices: Iterable[Choice], mask: float) -> list[Choice]:
    """Give the choices whose bit is set, in their order; a value of an answer is such a mask."""
    bits = int(mask)
    return [choice for number, choice in enumerate(choices) if bits >> number & 1]
