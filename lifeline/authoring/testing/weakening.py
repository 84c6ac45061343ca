"""Small changes to a condition after which something should come out otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.authoring.testing.wording import GROUPS, is_leaf, leaves_in, written
from lifeline.compiling.conditions import ALWAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.model.compiled import Condition, Question

    Change = tuple[str, Condition]

NEVER: Condition = ["any", []]
OTHER = {"all": "any", "any": "all"}


def changes_to(condition: Condition, questions: list[Question]) -> list[Change]:
    """Give each change to a condition, in words and as what the condition is after it.

    Each comparison is taken as always true and as never true, each number is put where the next
    one stands that something asks about (or where the question begins or ends), and each group of
    two or more parts asks for all in the place of any, or the reverse. Of changes that come to the
    same the first is given.
    """
    found: dict[str, Change] = {}
    for told, changed in _changes(condition, questions):
        simple = simplified(changed)
        if simple != simplified(condition):
            found.setdefault(repr(simple), (told, simple))
    return list(found.values())


def _changes(condition: Condition, questions: list[Question]) -> Iterator[Change]:
    operator, operand = condition[0], condition[1]
    if is_leaf(condition):
        text = written(condition, questions)
        yield f"takes '{text}' as always true", ALWAYS
        yield f"takes '{text}' as never true", NEVER
        yield from _moved(condition, questions)
    elif operator in GROUPS:
        if len(operand) > 1:
            other = OTHER[operator]
            parts = ", ".join(f"'{written(leaf, questions)}'" for leaf in leaves_in(condition))
            yield f"asks for {other}, not {operator}, of {parts}", [other, operand]
        for place, part in enumerate(operand):
            for told, changed in _changes(part, questions):
                yield told, [operator, [*operand[:place], changed, *operand[place + 1 :]]]
    else:
        for told, changed in _changes(operand, questions):
            yield told, ["not", changed]


def _moved(leaf: Condition, questions: list[Question]) -> Iterator[Change]:
    """Put a number where the next one stands, below and above."""
    atom = leaf[1] if leaf[0] == "not" else leaf
    if atom[0] != "at-least":
        return
    _, number, threshold = atom
    stops = _stops(questions[number])
    beside = [stop for stop in stops if stop < threshold][-1:]
    beside += [stop for stop in stops if stop > threshold][:1]
    for stop in beside:
        moved = ["at-least", number, stop]
        told = f"has {stop:.15g} for the number of '{written(leaf, questions)}'"
        yield told, ["not", moved] if leaf[0] == "not" else moved


def _stops(question: Question) -> list[float]:
    """Give where a number may be put.

    At the least of a question that is always answered it is always reached: that is tried anyway.
    """
    is_always_there = question["when"] is None and not question["may_not_apply"]
    least = set() if is_always_there else {question["least"]}
    return sorted({*least, *question["cuts"], question["most"]})


def simplified(condition: Condition) -> Condition:
    """Give a condition without parts that decide nothing; it has the same truth everywhere."""
    operator, operand = condition[0], condition[1]
    if operator == "not":
        part = simplified(operand)
        return {"all": NEVER, "any": ALWAYS}[part[0]] if part in (ALWAYS, NEVER) else ["not", part]
    if operator not in GROUPS:
        return condition
    idle, decisive = (ALWAYS, NEVER) if operator == "all" else (NEVER, ALWAYS)
    parts = [part for part in map(simplified, operand) if part != idle]
    if decisive in parts:
        return decisive
    return parts[0] if len(parts) == 1 else [operator, parts]
