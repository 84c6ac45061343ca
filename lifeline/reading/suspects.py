"""A closer look at files that hold signs of what is not allowed; most files are never looked at."""

from __future__ import annotations

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from lifeline.reading.limits import DEEPEST, MOST_VALUES
from lifeline.reading.nodes import join
from lifeline.reading.spelling import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from yaml.nodes import Node

    from lifeline.reading.nodes import Problems

QUOTE = "If it is text, put it in quotes."


def can_be_composed(data: bytes, problems: Problems) -> bool:
    """Report every anchor, alias and tag, and whether the nesting is shallow enough to go on.

    Raises:
        YAMLError: where the file cannot be parsed.
        TooManyProblems: when so many are recorded that reading ends.
    """
    parser, trail, values = CParser(data), _Trail(), 0
    while parser.check_event():
        event: Any = parser.get_event()
        trail.follow(event)
        values += isinstance(event, yaml.NodeEvent)
        for message in _refusals(event):
            problems.add(event, trail.key(), message)
        if len(trail.steps) > DEEPEST:
            message = f"more than {DEEPEST} lists or brackets inside each other."
            problems.add(event, "", f"{message} Expected far fewer.")
            return False
        if values > MOST_VALUES:
            message = f"more than {MOST_VALUES:,} keys and values. Expected far fewer."
            problems.add(event, "", message)
            return False
    return True


class _Trail:
    """The way to where an event stands: a key or a position for each list and mapping around it."""

    def __init__(self) -> None:
        self.steps: list[str | int] = []
        self.wait_for_key: list[bool] = []

    def follow(self, event: Any) -> None:
        """Go on to an event."""
        if isinstance(event, yaml.CollectionEndEvent):
            self.steps.pop()
            self.wait_for_key.pop()
        elif isinstance(event, yaml.NodeEvent):
            self._enter(event)
            if isinstance(event, yaml.CollectionStartEvent):
                is_mapping = isinstance(event, yaml.MappingStartEvent)
                self.steps.append("" if is_mapping else -1)
                self.wait_for_key.append(is_mapping)

    def _enter(self, event: Any) -> None:
        if not self.steps:
            return
        step = self.steps[-1]
        if isinstance(step, int):
            self.steps[-1] = step + 1
            return
        if self.wait_for_key[-1]:
            self.steps[-1] = brief(getattr(event, "value", ""))
        self.wait_for_key[-1] = not self.wait_for_key[-1]

    def key(self) -> str:
        """Give the dotted key of the last value."""
        key = ""
        for step in self.steps:
            if isinstance(step, int):
                key += f"[{step}]" if step >= 0 else ""
            elif step:
                key = join(key, step)
        return key


def _refusals(event: Any) -> list[str]:
    anchor, tag = getattr(event, "anchor", None) or "", getattr(event, "tag", None) or ""
    name, kind = brief(anchor), brief(tag.replace("tag:yaml.org,2002:", "!!"))
    found = []
    if isinstance(event, yaml.AliasEvent):
        found.append(f"'*{name}' repeats a value from elsewhere. Write the value out. {QUOTE}")
    elif anchor:
        found.append(f"'&{name}' gives a name to a value. Leave it out. {QUOTE}")
    if tag:
        found.append(f"'{kind}' gives a type to a value. Leave it out. {QUOTE}")
    return found


def drop_repeated(root: MappingNode) -> None:
    """Take out the lists and mappings that aliases repeat: none is read twice or holds itself."""
    seen: set[int] = {id(root)}
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, MappingNode):
            node.value = [pair for pair in node.value if _is_first(pair[1], seen)]
            waiting += [value for _, value in node.value]
        elif isinstance(node, SequenceNode):
            node.value = [item for item in node.value if _is_first(item, seen)]
            waiting += node.value


def _is_first(node: Node, seen: set[int]) -> bool:
    if isinstance(node, ScalarNode):
        return True
    is_first = id(node) not in seen
    seen.add(id(node))
    return is_first
