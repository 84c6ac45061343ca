"""The small readers that every part of an idea file is made of: entries, text, dates, links."""

from __future__ import annotations

from datetime import date

from lifeline.reading.nodes import MappingNode, ScalarNode, SequenceNode, join
from lifeline.reading.spelling import not_among

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import TypeGuard

    from yaml.nodes import Node

    from lifeline.reading.nodes import Problems

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Dates outside are typing errors; every month counted from one inside is a date."""


def entries(
    node: MappingNode, key: str, known: Collection[str], noun: str, problems: Problems
) -> Iterator[tuple[str, Node, Node]]:
    """Give (name, key node, value node) of each known entry; report the others, and repetitions."""
    seen = set()
    for name_node, value in node.value:
        name = name_node.value
        if type(name_node) is not ScalarNode:
            problems.add(name_node, key, "a key is not a word.")
        elif name not in known:
            problems.add(name_node, join(key, name), not_among(name, known, noun))
        elif name in seen:
            problems.add(name_node, join(key, name), "this key stands twice. Keep one of the two.")
        else:
            seen.add(name)
            yield name, name_node, value


def is_mapping(node: Node, key: str, example: str, problems: Problems) -> TypeGuard[MappingNode]:
    """Whether a node is a mapping; an empty value counts as none given, anything else is told."""
    if type(node) is MappingNode:
        return True
    if not (type(node) is ScalarNode and node.value == ""):
        problems.add(node, key, f"is not a mapping. Expected {example}.")
    return False


def items(node: Node, key: str, example: str, problems: Problems) -> list[Node] | None:
    """Give the items of a list, or None with a problem."""
    if type(node) is SequenceNode:
        return list(node.value)
    problems.add(node, key, f"is not a list. Expected {example}.")
    return None


def text(node: Node, key: str, problems: Problems) -> str:
    """Give a text that is not empty, or "" with a problem."""
    if type(node) is not ScalarNode:
        problems.add(node, key, "is not text. Expected words, in quotes if they hold ': ' or '#'.")
        return ""
    value: str = node.value.strip()
    if not value:
        problems.add(node, key, "is empty. Expected text.")
    return value


def line(node: Node, key: str, problems: Problems) -> str:
    """Give a text of one line, or "" with a problem."""
    value = text(node, key, problems)
    if "\n" in value:
        problems.add(node, key, "has several lines. Expected one line.")
        return ""
    return value


def day(node: Node, key: str, problems: Problems) -> date | None:
    """Give a date written as 2026-11-22, or None with a problem."""
    value = node.value if type(node) is ScalarNode else ""
    try:
        if len(value) == len("2026-11-22") and value[4] == value[7] == "-":
            found = date.fromisoformat(value)
            if FIRST_YEAR <= found.year <= LAST_YEAR:
                return found
    except ValueError:
        pass
    shown = f"'{value}'" if value else "this"
    problems.add(node, key, f"{shown} is not a date. Expected year-month-day, such as 2026-11-22.")
    return None


def link(node: Node, key: str, problems: Problems) -> str:
    """Give a web address, or "" with a problem."""
    value = text(node, key, problems)
    if value and not value.startswith(("https://", "http://")):
        problems.add(node, key, f"'{value}' is not a web address. Expected https://….")
        return ""
    return value
