"""The small readers that every part of an idea file is made of: entries, text, dates, links."""

from __future__ import annotations

import re
from datetime import date

from lifeline.reading.limits import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST_LINE,
    LONGEST_TEXT,
    MOST_DIGITS,
)
from lifeline.reading.nodes import (
    NO_KEY,
    TOO_LONG,
    MappingNode,
    ScalarNode,
    SequenceNode,
    join,
    twice,
)
from lifeline.reading.spelling import brief, cut, not_among

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from typing import TypeGuard

    from yaml.nodes import Node

    from lifeline.reading.nodes import Problems

    Noun = str | Callable[[str], str]

NO_TEXT = "is not text. Expected words, in quotes if they hold ': ' or begin with '[' or '{'."
MERGE = "'<<' takes keys from elsewhere. Write them out here."

_PART = rf"\d{{1,{MOST_DIGITS}}}"
_VERSION = rf"{_PART}\.{_PART}\.{_PART}\Z"
_NEARLY_A_DATE = r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\Z"


def entries(
    node: MappingNode, key: str, known: Collection[str], noun: Noun, problems: Problems
) -> Iterator[tuple[str, Node, Node]]:
    """Give (name, key node, value node) of each known entry; report the others, and repetitions.

    ``noun`` is what a known name is, or says itself what is wrong with a name that is none.
    """
    seen: dict[str, Node] = {}
    for name_node, value in node.value:
        name = name_node.value
        if type(name_node) is not ScalarNode or not name:
            problems.add(name_node, key, NO_KEY)
        elif name not in known:
            message = noun(name) if callable(noun) else not_among(name, known, noun)
            message += cut(name, is_empty=is_empty(value))
            problems.add(name_node, join(key, brief(name)), MERGE if name == "<<" else message)
        elif name in seen:
            problems.add(name_node, join(key, brief(name)), twice(seen[name]))
        else:
            seen[name] = name_node
            yield name, name_node, value


def are_known(node: MappingNode, known: Collection[str]) -> bool:
    """Whether a missing key is really missing, and not one of those that were misspelt."""
    return all(name.value in known for name, _ in node.value)


def is_empty(node: Node) -> bool:
    """Whether nothing stands behind a key."""
    return type(node) is ScalarNode and node.value == ""


def is_not(node: Node, noun: str) -> str:
    """Say that a value is not what it should be."""
    if is_empty(node):
        return "is empty."
    shown = f"'{brief(node.value)}' " if type(node) is ScalarNode else ""
    return f"{shown}is not {noun}."


def is_mapping(node: Node, key: str, example: str, problems: Problems) -> TypeGuard[MappingNode]:
    """Whether a node holds keys; anything else is told."""
    if type(node) is MappingNode:
        return True
    what = "is a list" if type(node) is SequenceNode else "is only text"
    dashes = " Leave the '- ' out." if type(node) is SequenceNode and not node.flow_style else ""
    message = f"{'is empty' if is_empty(node) else what}. Expected {example}.{dashes}"
    problems.add(node, key, message)
    return False


def items(node: Node, key: str, example: str, problems: Problems) -> list[Node] | None:
    """Give the items of a list, or None with a problem."""
    if type(node) is SequenceNode:
        return list(node.value)
    what = "is empty" if is_empty(node) else "is not a list"
    problems.add(node, key, f"{what}. Expected {example}.")
    return None


def text(node: Node, key: str, problems: Problems) -> str:
    """Give a text that is not empty, or "" with a problem."""
    if type(node) is not ScalarNode:
        problems.add(node, key, NO_TEXT)
        return ""
    value: str = node.value.strip()
    if not value:
        problems.add(node, key, "is empty. Expected text.")
    elif len(value) > LONGEST_TEXT:
        problems.add(node, key, TOO_LONG)
        return ""
    return value


def line(node: Node, key: str, problems: Problems) -> str:
    """Give a text of one line, or "" with a problem."""
    value = text(node, key, problems)
    if len(value.splitlines()) > 1:
        problems.add(node, key, "has several lines. Expected one line.")
        return ""
    if len(value) > LONGEST_LINE:
        message = f"is longer than {LONGEST_LINE} characters. Expected a short line."
        problems.add(node, key, message)
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
    noun, hint = _not_a_day(value)
    problems.add(node, key, f"{is_not(node, noun)} {hint}")
    return None


def _not_a_day(value: str) -> tuple[str, str]:
    """Say what a text is not that should be a date, and what was expected or perhaps meant."""
    nearly = re.match(_NEARLY_A_DATE, value, re.ASCII)
    if not nearly:
        return "a date", "Expected year-month-day, such as 2026-11-22."
    year, month, day_ = map(int, nearly.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return "a likely date", f"Expected a year from {FIRST_YEAR} to {LAST_YEAR}."
    try:
        meant = date(year, month, day_)
    except ValueError:
        return "a day of the calendar", "Expected one such as 2026-11-22."
    return "in the form year-month-day", f"Did you mean {meant.isoformat()}?"


def version(node: Node, key: str, problems: Problems) -> str:
    """Give a version written as 1.0.0, or "" with a problem."""
    value = node.value if type(node) is ScalarNode else ""
    if not re.match(_VERSION, value, re.ASCII):
        expected = "Expected three numbers, such as 1.0.0."
        problems.add(node, key, f"{is_not(node, 'a version')} {expected}")
        return ""
    return value


def link(node: Node, key: str, problems: Problems) -> str:
    """Give a web address, or "" with a problem."""
    value = text(node, key, problems)
    if value and not value.startswith(("https://", "http://")):
        expected = "Expected one that begins with https:// or http://."
        problems.add(node, key, f"{is_not(node, 'a web address')} {expected}")
        return ""
    return value
