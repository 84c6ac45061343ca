"""Rewrites the old words of an answer into those of a question; every node keeps its place."""

from __future__ import annotations

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from lifeline.model.words import RESERVED_ANSWERS, TRUTHS
from lifeline.reading.answers import FORMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import Node

    from lifeline.model.compiled import Question

    Pair = tuple[Node, Node]
    Words = dict[str, list[str]]

VALUES = ("not-applicable", *dict.fromkeys(name for names in FORMS.values() for name in names))
"""The keys of an answer that hold what it says."""


class Rewording:
    """Rewrites one answer.

    ``met`` holds the old words found in it that stand for something, each with its place; ``lost``
    those that stand for nothing. Where something is lost, the answer is given as ``unknown``.
    """

    def __init__(self, question: Question, words: Words, *, all_old: bool) -> None:
        """Prepare it.

        Args:
            question: the one that the new words answer.
            words: what each old word stands for, one of several; nothing where it is empty.
            all_old: whether a word that is not among them is lost; else it stays as it is.
        """
        self.takes_several = question["kind"] == "choices"
        self.words = words
        self.all_old = all_old
        self.met: dict[str, Node] = {}
        self.lost: dict[str, Node] = {}

    def answer(self, node: Node) -> Node:
        """Give an answer, in its short or its long form, in the new words."""
        if type(node) is MappingNode:
            pairs = [self._form(name, value) for name, value in node.value]
            if self.lost:
                kept = [pair for pair in node.value if pair[0].value not in VALUES]
                pairs = [*kept, (_scalar("answer", node), _scalar("unknown", node))]
            return _mapping(pairs, node)
        name, value = self._form(_scalar("answer", node), node)
        if self.lost:
            return _scalar("unknown", node)
        return value if name.value == "answer" else _mapping([(name, value)], node)

    def _form(self, name: Node, node: Node) -> Pair:
        """Rewrite what stands under ``answer``, ``one-of`` and the like."""
        if type(node) is SequenceNode and name.value in VALUES:
            return self._listed(name, node)
        if type(node) is not ScalarNode or name.value != "answer":
            return name, node
        words = self._new(node)
        if words == [node.value]:
            return name, node
        found = [_scalar(word, node) for word in words]
        if self.takes_several:
            return name, _sequence(found, node)
        return _one_or_more(name, found, node)

    def _listed(self, name: Node, node: Node) -> Pair:
        found: list[Node] = []
        rewritten: set[str] = set()
        for item in node.value:
            words = self._new(item) if type(item) is ScalarNode else None
            if words is None or words == [item.value]:
                found.append(item)
            else:
                rewritten.update(words)
                found += [_scalar(word, item) for word in words]
        found = _without_repeats(found, rewritten)
        if name.value == "one-of":
            return _one_or_more(name, found, node)
        return name, _sequence(found, node)

    def _new(self, node: Node) -> list[str]:
        """Give the new words for an old one, and a word that is not old as it is."""
        written: str = node.value
        word = written if written in self.words else TRUTHS.get(written.lower(), written)
        if word in self.words:
            (self.met if self.words[word] else self.lost)[word] = node
            return self.words[word]
        if self.all_old and written not in RESERVED_ANSWERS:
            self.lost[written] = node
        return [written]


def _without_repeats(items: list[Node], words: set[str]) -> list[Node]:
    """Keep the first of each of some words; what else stands twice is told by who reads it."""
    first: dict[str, Node] = {}
    return [
        item
        for item in items
        if type(item) is not ScalarNode
        or item.value not in words
        or first.setdefault(item.value, item) is item
    ]


def _one_or_more(name: Node, found: list[Node], at: Node) -> Pair:
    """Give one value as the answer, several as those of which one is true."""
    if len(found) == 1:
        return _scalar("answer", name), found[0]
    return _scalar("one-of", name), _sequence(found, at)


def _scalar(text: str, at: Node) -> Node:
    return ScalarNode(at.tag, text, at.start_mark, at.end_mark)


def _sequence(items: list[Node], at: Node) -> Node:
    return SequenceNode(at.tag, items, at.start_mark, at.end_mark)


def _mapping(pairs: list[Pair], at: Node) -> Node:
    return MappingNode(at.tag, pairs, at.start_mark, at.end_mark)
