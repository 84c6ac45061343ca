"""YAML as nodes with positions: composed by libyaml; nothing is resolved, constructed or executed.

Every scalar stays text. PyYAML's own resolver costs more than half of its parsing time and decides
what ``3:30`` or ``no`` means; leaving it out is both faster and what our formats ask for.
"""

from __future__ import annotations

import re

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from lifeline.errors import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from yaml.nodes import Node

    Path = tuple[str | int, ...]

__all__ = ["MappingNode", "Problems", "ScalarNode", "SequenceNode", "compose", "is_text", "plain"]

_SPOT = re.compile(rb"[&*!]")


class _Composer(CParser):
    """libyaml's composer with the resolver replaced by "it is text"."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> None:
        """Give no node a tag; one that has a tag then got it from the file."""

    def descend_resolver(self, _node: object, _index: object) -> None:
        """Keep no path: nothing is resolved."""

    def ascend_resolver(self) -> None:
        """Keep no path: nothing is resolved."""


class Problems:
    """Collects what is wrong in one file, so that all of it can be told at once."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(self, place: Any, key: str, message: str) -> None:
        """Record a problem at a node (or mark), under the dotted path of its key."""
        mark = getattr(place, "start_mark", place)
        self.found.append(Problem(mark.line + 1, mark.column + 1, key, message))


def compose(data: bytes, problems: Problems) -> MappingNode | None:
    """Give the one mapping that a file holds, or None with the problems that prevent it."""
    try:
        root = _Composer(data).get_single_node()
    except yaml.YAMLError as error:
        problems.found.append(_syntax_problem(error, data))
        return None
    if not isinstance(root, MappingNode):
        problems.found.append(Problem(1, 1, "", "is not a mapping. Expected 'key: value' lines."))
        return None
    if _SPOT.search(data):
        _refuse_shared_and_tagged(data, problems)
    return root


def _syntax_problem(error: yaml.YAMLError, data: bytes) -> Problem:
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        what = getattr(error, "problem", None) or "cannot be read"
        return Problem(mark.line + 1, mark.column + 1, "", f"is not valid YAML: {what}.")
    position = getattr(error, "position", 0) or 0
    before = data[:position]
    reason = getattr(error, "reason", None) or str(error)
    column = position - (before.rfind(b"\n") + 1) + 1
    return Problem(before.count(b"\n") + 1, column, "", f"cannot be read: {reason}.")


def _refuse_shared_and_tagged(data: bytes, problems: Problems) -> None:
    """Name every anchor, alias and tag; looked for only in files that hold one of their signs."""
    parser = _Composer(data)
    while parser.check_event():
        event: Any = parser.get_event()
        if isinstance(event, yaml.AliasEvent):
            problems.add(event.start_mark, "", f"alias '*{event.anchor}'. Write the value out.")
        elif getattr(event, "anchor", None):
            problems.add(event.start_mark, "", f"anchor '&{event.anchor}'. Leave it out.")
        if getattr(event, "tag", None):
            problems.add(event.start_mark, "", f"tag '{event.tag}'. Leave it out.")


def is_text(node: Node) -> bool:
    """Whether a node is a scalar with something in it."""
    return type(node) is ScalarNode and (node.value != "" or bool(node.style))


def plain(node: Node, problems: Problems, key: str = "") -> Any:
    """Give a node as dict, list and str; a key twice in one mapping is a problem."""
    if isinstance(node, ScalarNode):
        return node.value
    if isinstance(node, SequenceNode):
        return [plain(item, problems, f"{key}[{n}]") for n, item in enumerate(node.value)]
    result: dict[str, Any] = {}
    for name, value in node.value:
        inner = join(key, str(name.value)) if isinstance(name, ScalarNode) else key
        if not is_text(name):
            problems.add(name, key, "a key is not a word.")
        elif name.value in result:
            problems.add(name, inner, "this key stands twice. Keep one of the two.")
        else:
            result[name.value] = plain(value, problems, inner)
    return result


def join(key: str, name: str) -> str:
    """Extend a dotted key path."""
    return f"{key}.{name}" if key else name


def find(root: Node, path: Path) -> tuple[Node, str]:
    """Give the node that a path leads to and its dotted key; as far as the path goes.

    The last step of a path names a key where there is one: an unknown key is shown at the key.
    """
    node, place, key = root, root, ""
    for step in path:
        if isinstance(node, MappingNode):
            entry = next((pair for pair in node.value if pair[0].value == step), None)
            if entry is None:
                break
            place, node = entry
            key = join(key, str(step))
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            place = node = node.value[step]
            key = f"{key}[{step}]"
        else:
            break
    return place, key
