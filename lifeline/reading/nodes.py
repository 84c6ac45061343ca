"""YAML as nodes with positions: composed by libyaml; nothing is resolved, constructed or executed.

Every scalar stays text. PyYAML's own resolver costs more than half of its parsing time and decides
what ``3:30`` or ``no`` means; leaving it out is both faster and what our formats ask for.
"""

from __future__ import annotations

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from lifeline.errors import InvalidFile, Problem
from lifeline.reading.limits import (
    DEEPEST,
    FILE_BYTES,
    LONGEST_MESSAGE,
    LONGEST_TEXT,
    MOST_FOUND,
    MOST_TOLD,
    MOST_VALUES,
)
from lifeline.reading.spelling import brief, shortened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from yaml.nodes import Node

    Path = tuple[str | int, ...]

__all__ = ["MappingNode", "Problems", "ScalarNode", "SequenceNode", "compose", "is_text", "plain"]

NO_KEY = "this cannot be a key. Expected a word before the ':'."

TOO_LONG = f"is longer than {LONGEST_TEXT:,} characters, too long to be read."

_INDENTATION = b" " * DEEPEST
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""What a file in UTF-16 begins with; every other byte of its signs is another."""

_TEXT = "".format
"""Answers every question with "": a C function that takes any arguments. It is asked three times
for each node, and a Python function that does nothing takes a tenth of the time of parsing."""


class _Composer(CParser):
    """libyaml's composer with the resolver replaced by "it is text": no node gets a tag."""

    resolve = descend_resolver = ascend_resolver = _TEXT


class TooManyProblems(Exception):
    """So much is wrong with a file that reading on would help nobody."""


class Problems:
    """Collects what is wrong in one file, so that all of it can be told at once."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(self, place: Any, key: str, message: str) -> None:
        """Record a problem at a node (or event), under the dotted path of its key.

        Raises:
            TooManyProblems: when so many are recorded that reading ends.
        """
        mark = place.start_mark
        key, message = shortened(key, LONGEST_MESSAGE), shortened(message, LONGEST_MESSAGE)
        self.found.append(Problem(mark.line + 1, mark.column + 1, key, message))
        if self.is_full:
            raise TooManyProblems

    @property
    def is_full(self) -> bool:
        """Whether so many are recorded that reading ends."""
        return len(self.found) >= MOST_FOUND

    def add_new(self, problem: Problem) -> None:
        """Record a problem unless something is already known to be wrong at its place."""
        place = (problem.line, problem.column)
        if all((known.line, known.column) != place for known in self.found):
            self.found.append(problem)

    def error(self, path: str) -> InvalidFile:
        """Give what was recorded as an error: the first problems, and how many more there are."""
        every = InvalidFile(path, self.found).problems
        more = len(every) - MOST_TOLD
        if more <= 0:
            return InvalidFile(path, every)
        first = every[MOST_TOLD]
        least = "at least " if self.is_full else ""
        noun = "problem" if more == 1 else "problems"
        message = f"{least}{more} more {noun} from here on. Mend those above first."
        return InvalidFile(
            path, [*every[:MOST_TOLD], Problem(first.line, first.column, "", message)]
        )


def compose(data: bytes, problems: Problems) -> MappingNode | None:
    """Give the one mapping that a file holds, or None with the problems that prevent it.

    Raises:
        TooManyProblems: when so many are recorded that reading ends.
    """
    if len(data) > FILE_BYTES:
        message = f"is larger than {FILE_BYTES:,} bytes, too large to be one of our files."
        problems.found.append(Problem(1, 1, "", message))
        return None
    try:
        if _needs_a_closer_look(data):
            from lifeline.reading.suspects import can_be_composed

            if not can_be_composed(data, problems):
                return None
        root = _Composer(data).get_single_node()
    except yaml.YAMLError as error:
        from lifeline.reading.syntax import syntax_problem

        problems.add_new(syntax_problem(error, data))
        return None
    if not isinstance(root, MappingNode):
        problems.found.append(Problem(1, 1, "", _not_keys(root)))
        return None
    if problems.found:
        from lifeline.reading.suspects import drop_repeated

        drop_repeated(root)
    return root


def _needs_a_closer_look(data: bytes) -> bool:
    """Whether a file may share or type its values, be nested too deeply or hold too many of them.

    It is told by its bytes; every value takes one at least.
    """
    return (
        b"&" in data
        or b"*" in data
        or b"!" in data
        or data.count(b"[") + data.count(b"{") + data.count(b"- ") + data.count(b"? ") >= DEEPEST
        or _INDENTATION in data
        or len(data) > MOST_VALUES
        or data.startswith(_UTF_16)
    )


def _not_keys(root: Node | None) -> str:
    what = {ScalarNode: "holds only text", SequenceNode: "holds a list"}.get(type(root))
    if root is None or root.value == "":
        what = "is empty"
    return f"{what}. Expected lines such as 'key: value'."


def is_text(node: Node) -> bool:
    """Whether a node is a scalar with something in it."""
    return type(node) is ScalarNode and (node.value != "" or bool(node.style))


def plain(node: Node, problems: Problems, key: str = "") -> Any:
    """Give a node as dict, list and str; a key twice in one mapping is a problem.

    Raises:
        TooManyProblems: when so many are recorded that reading ends.
    """
    if isinstance(node, ScalarNode):
        if len(node.value) > LONGEST_TEXT:
            problems.add(node, key, TOO_LONG)
        return node.value
    if isinstance(node, SequenceNode):
        return [plain(item, problems, f"{key}[{n}]") for n, item in enumerate(node.value)]
    assert isinstance(node, MappingNode), "a node of no other kind is composed"
    result: dict[str, Any] = {}
    first: dict[str, Node] = {}
    for name, value in node.value:
        inner = join(key, brief(name.value)) if isinstance(name, ScalarNode) else key
        if not is_text(name):
            problems.add(name, key, NO_KEY)
        elif name.value in result:
            problems.add(name, inner, twice(first[name.value]))
        else:
            first[name.value] = name
            result[name.value] = plain(value, problems, inner)
    return result


def twice(first: Node) -> str:
    """Say that a key of a mapping stands twice, and where the first is."""
    return f"this key stands twice, first on line {first.start_mark.line + 1}. Keep one of the two."


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
            key = join(key, brief(str(step)))
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            place = node = node.value[step]
            key = f"{key}[{step}]"
        else:
            break
    return place, key
