"""Conditions as authors write them: a typed tree over questions and quantities.

Parsing looks only at the shape; whether ids exist and kinds fit is judged when a set is compiled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Path = tuple[str | int, ...]

OPERATORS = ("is", "in", "includes", "at-least", "below")
GROUPS = ("all", "any", "not")
NUMERIC = (
    "Expected a number, {quantity: its-id}, {parameter: its-id}, or in a finding {clock: lifeline}."
)
OPERANDS = {
    "is": "Expected a choice, a list of choices, or true or false.",
    "in": "Expected a list of one or more choices.",
    "includes": "Expected a choice, or a list of one or more.",
    "at-least": NUMERIC,
    "below": NUMERIC,
}


class Wrong(NamedTuple):
    """A problem inside an entry: the path to it, and for a strange word the ones that are known."""

    path: Path
    message: str
    word: str = ""
    known: tuple[str, ...] = ()


class ShapeError(ValueError):
    """A condition or formula of the wrong shape, with every problem in it."""

    def __init__(self, problems: list[Wrong]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class All:
    """True when every part is; an empty one is true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class AnyOf:
    """True when some part is; an empty one is false."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Not:
    """True when its part is false."""

    part: Condition


@dataclass(frozen=True)
class Comparison:
    """What is asked of one question or quantity; the paths lead to it and to its operand."""

    subject: str
    operator: str
    operand: Operand
    path: Path
    operand_path: Path


@dataclass(frozen=True)
class QuantityName:
    """A quantity that a number is compared with."""

    id: str


@dataclass(frozen=True)
class ClockName:
    """A clock that a number of months is laid against."""

    word: str


@dataclass(frozen=True)
class ParameterName:
    """A market parameter that a number is compared with."""

    id: str


Operand = str | tuple[str, ...] | QuantityName | ParameterName | ClockName
Condition = All | AnyOf | Not | Comparison


NAMES: dict[str, type[QuantityName | ParameterName | ClockName]] = {
    "quantity": QuantityName,
    "parameter": ParameterName,
    "clock": ClockName,
}
"""What a number is compared with by name, under the key that says so."""


def parse_condition(raw: Any) -> Condition:
    """Turn the plain YAML of a condition into its tree.

    Raises:
        ShapeError: where the shape is not that of a condition.
    """
    reader = _Reader()
    condition = reader.condition(raw, ())
    if reader.problems:
        raise ShapeError(reader.problems)
    return condition


class _Reader:
    """Reads one condition; what has the wrong shape is noted and stands for "always"."""

    def __init__(self) -> None:
        self.problems: list[Wrong] = []

    def condition(self, raw: Any, path: Path) -> Condition:
        """Read a mapping; its entries are sorted, as their order must not matter."""
        if not isinstance(raw, dict) or not raw:
            return self._wrong(path, "is not a condition. Expected one such as {entry: announced}.")
        parts = [self._entry(key, value, (*path, key)) for key, value in sorted(raw.items())]
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _entry(self, key: str, value: Any, path: Path) -> Condition:
        if key == "not":
            return Not(self.condition(value, path))
        if key not in GROUPS:
            return self._comparison(key, value, path)
        if not isinstance(value, list):
            return self._wrong(path, "is not a list. Expected a list of conditions.")
        parts = tuple(self.condition(part, (*path, place)) for place, part in enumerate(value))
        return All(parts) if key == "all" else AnyOf(parts)

    def _comparison(self, subject: str, value: Any, path: Path) -> Condition:
        if isinstance(value, str):
            return Comparison(subject, "is", value, path, path)
        if isinstance(value, dict) and len(value) > 1 and {*value} <= {*OPERATORS}:
            return self._wrong(path, _apart(subject, value))
        expected = f"Expected one of: {', '.join(OPERATORS)}."
        if not isinstance(value, dict) or len(value) != 1:
            return self._wrong(path, f"needs one comparison. {expected}", subject, GROUPS)
        ((operator, raw),) = value.items()
        inner = (*path, operator)
        if operator not in OPERATORS:
            return self._wrong(inner, f"is not a comparison. {expected}", operator, OPERATORS)
        operand = _operand(operator, raw)
        if operand is None:
            return self._wrong(inner, f"does not fit. {OPERANDS[operator]}")
        return Comparison(subject, operator, operand, path, inner)

    def _wrong(
        self, path: Path, message: str, word: str = "", known: tuple[str, ...] = ()
    ) -> Condition:
        self.problems.append(Wrong(path, message, word, known))
        return All(())


def _apart(subject: str, operators: Iterable[str]) -> str:
    """Say how to write several comparisons of one thing, as each needs to stand by itself."""
    parts = ", ".join(f"{{{subject}: {{{operator}: …}}}}" for operator in operators)
    return f"needs one comparison. Where all are to hold, write all: [{parts}]."


def _operand(operator: str, value: Any) -> Operand | None:
    if isinstance(value, str):
        return None if operator == "in" else (value,) if operator == "includes" else value
    if isinstance(value, list) and operator in ("in", "includes", "is"):
        if all(isinstance(item, str) for item in value) and (value or operator == "is"):
            return tuple(value)
    elif isinstance(value, dict) and operator in ("at-least", "below") and len(value) == 1:
        ((kind, name),) = value.items()
        if kind in NAMES and isinstance(name, str):
            return NAMES[kind](name)
    return None


def subjects_of(condition: Condition) -> set[str]:
    """Give the ids of the questions and quantities that a condition looks at."""
    match condition:
        case Comparison(operand=QuantityName(id=quantity)):
            return {condition.subject, quantity}
        case Comparison():
            return {condition.subject}
        case Not(part=part):
            return subjects_of(part)
        case _:
            return set().union(*map(subjects_of, condition.parts))
