"""Reads an idea file against a compiled set, and reports every problem of it."""

from __future__ import annotations

import re
from os.path import basename, splitext

from lifeline.errors import InvalidFile, Problem
from lifeline.model.idea import ABSENT, GIVEN, Idea, Waiver
from lifeline.reading import fields
from lifeline.reading.answers import read_answer
from lifeline.reading.nodes import Problems, compose, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.nodes import MappingNode, Node

    from lifeline.model.compiled import CompiledSet

FORMAT = "1"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


def read_idea(data: bytes, path: str, compiled: CompiledSet) -> Idea:
    """Read an idea file.

    Args:
        data: the file's bytes.
        path: its name, for messages and for the id where the file gives none.
        compiled: the set whose questions it answers.

    Raises:
        InvalidFile: with every problem in the file.
    """
    problems = Problems()
    root = compose(data, problems)
    if root is None:
        raise InvalidFile(path, problems.found)
    reader = _IdeaReader(compiled, problems)
    idea = reader.read(root)
    if problems.found:
        raise InvalidFile(path, problems.found)
    idea.id = idea.id or splitext(basename(path))[0]
    return idea


class _IdeaReader:
    """Fills one idea, key by key, in the order of the file."""

    def __init__(self, compiled: CompiledSet, problems: Problems) -> None:
        self.index = compiled["index"]
        self.questions = compiled["deciding"]["questions"]
        self.findings = compiled["waivable"]
        self.problems = problems
        self.idea = Idea()

    def read(self, root: MappingNode) -> Idea:
        seen = set()
        for name, name_node, node in fields.entries(
            root, "", _KEYS, "a key of an idea file", self.problems
        ):
            seen.add(name)
            _KEYS[name](self, name_node, node)
        self._require(seen)
        return self.idea

    def _require(self, seen: set[str]) -> None:
        for name, example in (("lifeline", "lifeline: 1"), ("idea", "idea: its name")):
            if name not in seen:
                self._miss(1, 1, name, f"is missing. Expected '{example}'.")
        given = [answer for answer in self.idea.answers.values() if answer.state in (GIVEN, ABSENT)]
        if given and "assessed" not in seen:
            line, column = self.idea.answers_at
            message = "is missing. Expected the day the answers describe, as 2026-11-22."
            self._miss(line, column, "assessed", message)

    def _miss(self, line: int, column: int, key: str, message: str) -> None:
        self.problems.found.append(Problem(line, column, key, message))

    def read_format(self, _name: Node, node: Node) -> None:
        if node.value != FORMAT:
            self.problems.add(node, "lifeline", f"is not a format known here. Expected {FORMAT}.")

    def read_title(self, _name: Node, node: Node) -> None:
        self.idea.title = fields.line(node, "idea", self.problems)

    def read_id(self, _name: Node, node: Node) -> None:
        self.idea.id = fields.line(node, "id", self.problems)
        if self.idea.id and not _SLUG.match(self.idea.id):
            message = "is not an id. Expected lower-case words joined by hyphens: my-product."
            self.problems.add(node, "id", message)

    def read_summary(self, _name: Node, node: Node) -> None:
        self.idea.summary = fields.text(node, "summary", self.problems)

    def read_assessed(self, _name: Node, node: Node) -> None:
        self.idea.assessed = fields.day(node, "assessed", self.problems)

    def read_set(self, _name: Node, node: Node) -> None:
        if fields.is_mapping(node, "set", "a set and its version: {ngc: 1.0.0}", self.problems):
            versions = plain(node, self.problems, "set")
            self.idea.versions = {name: str(version) for name, version in versions.items()}

    def read_capabilities(self, _name: Node, node: Node) -> None:
        found = fields.items(node, "capabilities", "a list such as [file-chat]", self.problems)
        self.idea.capabilities = [
            fields.line(item, f"capabilities[{place}]", self.problems)
            for place, item in enumerate(found or ())
        ]

    def read_answers(self, name: Node, node: Node) -> None:
        self.idea.answers_at = (name.start_mark.line + 1, name.start_mark.column + 1)
        if not fields.is_mapping(
            node, "answers", "answers such as 'entry: announced'", self.problems
        ):
            return
        problems, index, questions = self.problems, self.index, self.questions
        for word, word_node, value in fields.entries(
            node, "answers", index, "a question of this set", problems
        ):
            number = index[word]
            answer = read_answer(questions[number], word_node, value, f"answers.{word}", problems)
            self.idea.answers[number] = answer

    def read_waivers(self, _name: Node, node: Node) -> None:
        if not fields.is_mapping(node, "waivers", "a finding and {reason, until}", self.problems):
            return
        for word, word_node, value in fields.entries(
            node, "waivers", self.findings, "a finding that can be waived", self.problems
        ):
            waiver = self._waiver(word_node, value, f"waivers.{word}")
            if waiver:
                self.idea.waivers[word] = waiver

    def _waiver(self, name: Node, node: Node, key: str) -> Waiver | None:
        if not fields.is_mapping(node, key, "{reason: …, until: 2026-12-31}", self.problems):
            return None
        reason, until, seen = "", None, set()
        for word, _, value in fields.entries(
            node, key, ("reason", "until"), "a key of a waiver", self.problems
        ):
            seen.add(word)
            if word == "reason":
                reason = fields.text(value, f"{key}.reason", self.problems)
            else:
                until = fields.day(value, f"{key}.until", self.problems)
        if reason and until:
            return Waiver(reason, until)
        if len(seen) < 2:  # noqa: PLR2004  # reason and until
            self.problems.add(name, key, "needs both. Expected {reason: …, until: 2026-12-31}.")
        return None


_KEYS: dict[str, Callable[[_IdeaReader, Node, Node], None]] = {
    "lifeline": _IdeaReader.read_format,
    "idea": _IdeaReader.read_title,
    "id": _IdeaReader.read_id,
    "summary": _IdeaReader.read_summary,
    "assessed": _IdeaReader.read_assessed,
    "set": _IdeaReader.read_set,
    "capabilities": _IdeaReader.read_capabilities,
    "answers": _IdeaReader.read_answers,
    "waivers": _IdeaReader.read_waivers,
}
