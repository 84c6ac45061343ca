"""Reads what backs the answers of an idea file in its words, for what shows them to people.

Scoring needs of evidence only its rung and its day, so that is all that an ``Idea`` keeps.
"""

from __future__ import annotations

from lifeline.reading.nodes import MappingNode, Problems, compose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.nodes import Node

    from lifeline.model.idea import Idea

    Item = dict[str, str]

ANSWERS, EVIDENCE = "answers", "evidence"


def backing_of(data: bytes, idea: Idea) -> dict[int, list[Item]]:
    """Give the evidence of each answer that has any, by the number of its question.

    Args:
        data: the bytes that the idea was read from.
        idea: the same, read without a problem: it knows where each answer stands in the file.

    Returns:
        Items in the order of the file, each with those of ``says``, ``link``, ``measurement`` and
        ``date`` that it has, as text.
    """
    root = compose(data, Problems())
    assert root is not None, "the idea was read from it"
    places = {(a.line, a.column): number for number, a in idea.answers.items()}
    found = {}
    for name, node in _answers(root):
        mark = name.start_mark
        number = places.get((mark.line + 1, mark.column + 1))
        items = _items(node)
        if number is not None and items:
            found[number] = items
    return found


def _answers(root: MappingNode) -> Iterator[tuple[Node, Node]]:
    for name, node in root.value:
        if name.value == ANSWERS:
            yield from node.value  # pairs, or no text at all


def _items(node: Node) -> list[Item]:
    if type(node) is not MappingNode:
        return []
    evidence = [value for name, value in node.value if name.value == EVIDENCE]
    items = [item for value in evidence for item in value.value]  # a list, or no text at all
    return [{name.value: value.value for name, value in item.value} for item in items]
