"""Reads the answers of test vectors: as an idea file has them, and the changes of near misses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.reading import fields
from lifeline.reading.answers import read_answer
from lifeline.reading.nodes import MappingNode, find, join
from lifeline.reading.saving.entries import said
from lifeline.reading.saving.writing import flow_entry
from lifeline.reading.spelling import not_among

if TYPE_CHECKING:
    from yaml.nodes import Node

    from lifeline.model.compiled import CompiledSet
    from lifeline.model.condition import Path
    from lifeline.model.idea import Answer
    from lifeline.reading.validation import Source

    Answers = dict[int, Answer]


class VectorAnswers:
    """Reads answers against one compiled set."""

    def __init__(self, compiled: CompiledSet) -> None:
        self.index = compiled["index"]
        self.questions = compiled["deciding"]["questions"]

    def read(self, source: Source, path: Path) -> Answers:
        """Give the answers that stand under a path, by the number of the question.

        What is wrong with them is recorded in the source.

        Raises:
            TooManyProblems: when so many are recorded that reading ends.
        """
        node, key = _mapping_at(source, path)
        found: Answers = {}
        entries = fields.entries(node, key, self.index, self._not_known, source.problems)
        for name, place, value in entries:
            number = self.index[name]
            inner = join(key, name)
            question = self.questions[number]
            found[number] = read_answer(question, place, value, inner, source.problems)
        return found

    def _not_known(self, name: str) -> str:
        return not_among(name, self.index, "a question of this set")


def check_change(source: Source, path: Path, inner: Path) -> None:
    """Report what a near miss names and does not change; the paths lead to vector and near miss."""
    before = {name: said(value) for name, value in _pairs(source, (*path, "answers"))}
    for name, value in _pairs(source, (*inner, "change")):
        if before.get(name) == said(value):
            message = "is answered so in the vector itself. Expected another answer."
            source.add((*inner, "change", name), message)


def told(source: Source, path: Path) -> str:
    """Give what stands under a path on one line."""
    return ", ".join(flow_entry(name, said(value)) for name, value in _pairs(source, path))


def value_at(root: Node, path: Path) -> Node:
    """Give the value at a path that validation has found to be there."""
    node = root
    for step in path:
        if isinstance(step, int):
            node = node.value[step]
        else:
            node = next(value for name, value in node.value if name.value == step)
    return node


def _mapping_at(source: Source, path: Path) -> tuple[MappingNode, str]:
    """Give the mapping at a path, and its dotted key."""
    assert source.root is not None, "a file that was validated has a root"
    node = value_at(source.root, path)
    assert isinstance(node, MappingNode), "the model asks for a mapping"
    return node, find(source.root, path)[1]


def _pairs(source: Source, path: Path) -> list[tuple[str, Node]]:
    return [(name.value, value) for name, value in _mapping_at(source, path)[0].value]
