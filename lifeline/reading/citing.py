"""Reads the answers of dated cases: as an idea file has them, each with the facts it rests on."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from lifeline.model.idea import OPEN, Answer
from lifeline.reading import fields
from lifeline.reading.answers import read_answer
from lifeline.reading.nodes import MappingNode, ScalarNode, TooManyProblems, join
from lifeline.reading.spelling import hint, not_among

if TYPE_CHECKING:
    from yaml.nodes import Node

    from lifeline.model.case import Case
    from lifeline.model.compiled import CompiledSet, Question
    from lifeline.model.condition import Path
    from lifeline.reading.nodes import Problems
    from lifeline.reading.validation import Source

    Answers = dict[int, Answer]

FACTS = "facts"

ALWAYS_KNOWN = ("did", "when")
"""What may be cited besides the facts: what the product did, and when it is seen."""

EXAMPLE = "a list of facts, such as [f1, did]"


class CitedAnswers:
    """Reads answers against one compiled set."""

    def __init__(self, compiled: CompiledSet) -> None:
        self.index = compiled["index"]
        self.questions = compiled["deciding"]["questions"]
        retired = compiled["retired"]["questions"]
        self.off = [id_ for id_, old in retired.items() if "off" in old]
        """What the set switches off: whoever coded the cases may have been asked it."""

    def read(self, source: Source, path: Path, case: Case) -> Answers:
        """Give the answers that stand under a path, by the number of the question.

        What is wrong with them is recorded in the source.
        """
        facts = [*(fact.id for fact in case.facts), *ALWAYS_KNOWN]
        found: Answers = {}
        with suppress(TooManyProblems):
            self._read(source, path, facts, found)
        return found

    def _read(self, source: Source, path: Path, facts: list[str], found: Answers) -> None:
        key = ".".join(map(str, path))
        for name, value in _node_at(source.root, path).value:
            inner = join(key, name.value)
            number = self.index.get(name.value)
            if name.value in self.off:
                continue
            if number is None:
                message = not_among(name.value, self.index, "a question of the set")
                source.problems.add(name, inner, message)
            else:
                question = self.questions[number]
                found[number] = _answer(question, (name, value), inner, facts, source.problems)


def _answer(
    question: Question, entry: tuple[Node, Node], key: str, facts: list[str], problems: Problems
) -> Answer:
    name, value = entry
    rest, cited = _parted(value)
    wrong = _misspelt(rest)
    if wrong is not None:
        message = f"unknown key.{hint(wrong.value, [FACTS])}"
        problems.add(wrong, join(key, wrong.value), message)
        return Answer(0, 0)
    answer = read_answer(question, name, rest, key, problems)
    if cited is not None:
        _check_facts(cited, facts, join(key, FACTS), problems)
    elif answer.state != OPEN:
        message = f"rests on no fact. Expected 'facts:' with {EXAMPLE}; or unknown."
        problems.add(name, key, message)
    return answer


def _check_facts(node: Node, facts: list[str], key: str, problems: Problems) -> None:
    items = [node] if _is_word(node) else fields.items(node, key, EXAMPLE, problems)
    if items == []:
        problems.add(node, key, f"is empty. Expected {EXAMPLE}.")
    for item in items or ():
        if not _is_word(item):
            problems.add(item, key, f"is not a fact. Expected {EXAMPLE}.")
        elif item.value not in facts:
            problems.add(item, key, not_among(item.value, facts, "a fact of this case"))


def _is_word(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.value != ""


def _node_at(node: Node | None, path: Path) -> Node:
    """Give the value under keys that validation has found to be there."""
    assert node is not None, "a file that was validated has a root"
    for key in path:
        node = next(value for name, value in node.value if name.value == key)
    return node


def _parted(node: Node) -> tuple[Node, Node | None]:
    """Part an answer as an idea file has it from the facts that it cites."""
    if not isinstance(node, MappingNode):
        return node, None
    rest = [(name, value) for name, value in node.value if name.value != FACTS]
    cited = next((value for name, value in node.value if name.value == FACTS), None)
    return MappingNode(node.tag, rest, node.start_mark, node.end_mark), cited


def _misspelt(node: Node) -> Node | None:
    """Give the key that means the facts and is written otherwise, if there is one."""
    pairs = node.value if isinstance(node, MappingNode) else []
    return next((name for name, _ in pairs if hint(name.value, [FACTS])), None)
