"""What an idea file says as plain data: where new keys go, and which take each other's place."""

from __future__ import annotations

import re

from lifeline.reading.answers import ABOUT, LONG, RUNGS
from lifeline.reading.nodes import MappingNode, ScalarNode
from lifeline.reading.saving.writing import Rows, Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yaml.nodes import Node

    from lifeline.reading.saving.writing import Tree

    Entries = dict[str, Tree]

KEYS = (
    "lifeline",
    "idea",
    "id",
    "summary",
    "assessed",
    "set",
    "capabilities",
    "answers",
    "waivers",
)
"""The keys of an idea file, in the order in which new ones are written."""

FORMS = frozenset(LONG) - frozenset(ABOUT)
"""The keys of a long answer that say the answer itself, and take each other's place."""

ALIKE = FORMS | RUNGS.keys()
"""All keys that take each other's place: also those that say what backs an answer."""

_WORD = r"[\w.+-]+"


def said(node: Node) -> Tree:
    """Give what a node says, its texts stripped: the readers do that too.

    A word without quotes keeps that, wherever it moves.
    """
    if isinstance(node, ScalarNode):
        text = node.value.strip()
        is_word = not node.style and re.fullmatch(_WORD, text)
        return Word(text) if is_word else str(text)
    if isinstance(node, MappingNode):
        entries = {str(name.value): said(value) for name, value in node.value}
        return entries if node.flow_style else Rows(entries)
    return [said(item) for item in node.value]


def is_same(one: Tree, other: Tree) -> bool:
    """Whether two say the same, keys in any order; no entries are as good as nothing."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return one == other or (one in ("", {}) and other in ("", {}))


def without(entries: Entries, name: str) -> Entries:
    """Give entries without one of them."""
    return type(entries)({other: value for other, value in entries.items() if other != name})


def placed(entries: Entries, name: str, value: Tree, order: Sequence[str] = ()) -> Entries:
    """Give entries with one more, or with another value of one.

    A new one comes after the last of those that are before it in an order; else at the end.
    """
    if name in entries or name not in order:
        return type(entries)({**entries, name: value})
    names = list(entries)
    before = [names.index(other) for other in order[: order.index(name)] if other in entries]
    at = max(before) + 1 if before else len(names)
    names.insert(at, name)
    return type(entries)({other: entries.get(other, value) for other in names})


def reworded(entry: Entries, form: Entries) -> Entries:
    """Give a long answer that says something else; what is told about it stays."""
    fresh = [name for name in form if name not in entry]
    new: Entries = type(entry)()
    for name, value in entry.items():
        if name in form:
            new[name] = form[name]
        elif name not in FORMS:
            new[name] = value
        elif fresh:
            first, *fresh = fresh
            new[first] = form[first]
    for name in fresh:
        new = placed(new, name, form[name], LONG)
    return new


def is_bare(entry: Tree) -> bool:
    """Whether an answer says no more than the answer, and not in rows."""
    return not isinstance(entry, Rows) and not any(name in entry for name in ABOUT)
