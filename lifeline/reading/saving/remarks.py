"""Finds comments on lines of their own inside a list: they stay also where all its items go."""

from __future__ import annotations

from lifeline.reading.nodes import MappingNode, Problems, SequenceNode, compose
from lifeline.reading.saving.layout import Layout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from yaml.nodes import Node


def has_remarks(data: bytes, keys: Iterable[str]) -> bool:
    """Whether such comments are in a list that stands in rows.

    Args:
        data: a file that can be read.
        keys: those that lead to the list, from the outermost on.
    """
    name, node = None, compose(data, Problems())
    for key in keys:
        entries = node.value if isinstance(node, MappingNode) else []
        name, node = next((each for each in entries if each[0].value == key), (None, None))
    if not isinstance(node, SequenceNode) or node.flow_style:
        return False
    assert name is not None, "a list stands below a key"
    return any(line.lstrip().startswith("#") for line in _lines(Layout(data), name, node))


def _lines(layout: Layout, name: Node, node: Node) -> list[str]:
    """Give the lines behind and below a key, as far as they belong to it."""
    end = layout.below(layout.end(node), name.start_mark.column)
    return layout.text[name.end_mark.index : end].split(layout.newline)
