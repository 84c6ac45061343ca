"""Reads an idea file against a compiled set, and reports every problem of it."""

from __future__ import annotations

import re
from os.path import basename, splitext

from lifeline.errors import InvalidFile, Problem
from lifeline.model.idea import OPEN, Idea, Waiver
from lifeline.reading import fields
from lifeline.reading.answers import read_answer
from lifeline.reading.nodes import Problems, ScalarNode, compose
from lifeline.reading.spelling import brief, not_among

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.nodes import MappingNode, Node

    from lifeline.model.compiled import CompiledSet

FORMAT = "1"
WAIVER = "{reason: …, until: 2026-12-31}"
_SLUG = r"[a-z0-9]+(-[a-z0-9]+)*\Z"


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
        self.caps = compiled["deciding"]["caps"]
        self.problems = problems
        self.idea = Idea()
        self.is_answered = False

    def read(self, root: MappingNode) -> Idea:
        seen = set()
        for name, name_node, node in fields.entries(
            root, "", _KEYS, self._not_a_key, self.problems
        ):
            seen.add(name)
            _KEYS[name](self, name_node, node)
        self._require(seen)
        return self.idea

    def _not_a_key(self, name: str) -> str:
        if name in self.index:
            return f"'{name}' is a question. Expected it under 'answers:', two spaces further in."
        return not_among(name, _KEYS, "a key of an idea file")

    def _not_a_finding(self, name: str) -> str:
        if any(name == cap["id"] for cap in self.caps):
            return f"'{name}' is a cap. Caps cannot be waived, only findings can."
        return not_among(name, self.findings, "a finding that can be waived")

    def _require(self, seen: set[str]) -> None:
        for name, example in (("lifeline", "lifeline: 1"), ("idea", "idea: its name")):
            if name not in seen:
                self._miss(1, 1, name, f"is missing. Expected '{example}'.")
        if self.is_answered and "assessed" not in seen:
            line, column = self.idea.answers_at
            message = "is missing. Expected the day that the answers describe, such as 2026-11-22."
            self._miss(line, column, "assessed", message)

    def _miss(self, line: int, column: int, key: str, message: str) -> None:
        self.problems.found.append(Problem(line, column, key, message))

    def read_format(self, _name: Node, node: Node) -> None:
        if node.value != FORMAT:
            told = fields.is_not(node, "a format that this version reads")
            self.problems.add(node, "lifeline", f"{told} Expected {FORMAT}.")

    def read_title(self, _name: Node, node: Node) -> None:
        self.idea.title = fields.line(node, "idea", self.problems)

    def read_id(self, _name: Node, node: Node) -> None:
        self.idea.id = fields.line(node, "id", self.problems)
        if self.idea.id and not re.match(_SLUG, self.idea.id):
            self.problems.add(node, "id", _not_an_id(self.idea.id))

    def read_summary(self, _name: Node, node: Node) -> None:
        self.idea.summary = fields.text(node, "summary", self.problems)

    def read_assessed(self, _name: Node, node: Node) -> None:
        self.idea.assessed = fields.day(node, "assessed", self.problems)

    def read_set(self, _name: Node, node: Node) -> None:
        if fields.is_empty(node):
            return
        example = "a set and its version, such as {ngc: 1.0.0}"
        if not fields.is_mapping(node, "set", example, self.problems):
            return
        names = {name.value for name, _ in node.value if type(name) is ScalarNode}
        for name, _, version in fields.entries(node, "set", names, "a set", self.problems):
            self.idea.versions[name] = fields.version(version, f"set.{brief(name)}", self.problems)

    def read_capabilities(self, _name: Node, node: Node) -> None:
        if fields.is_empty(node):
            return
        found = fields.items(node, "capabilities", "a list such as [file-chat]", self.problems)
        self.idea.capabilities = [
            fields.line(item, f"capabilities[{place}]", self.problems)
            for place, item in enumerate(found or ())
        ]

    def read_answers(self, name: Node, node: Node) -> None:
        self.idea.answers_at = (name.start_mark.line + 1, name.start_mark.column + 1)
        problems, index, questions = self.problems, self.index, self.questions
        if fields.is_empty(node) or not fields.is_mapping(
            node, "answers", "lines such as 'question: answer'", problems
        ):
            return
        known = len(problems.found)
        for word, word_node, value in fields.entries(
            node, "answers", index, "a question of this set", problems
        ):
            number = index[word]
            answer = read_answer(questions[number], word_node, value, f"answers.{word}", problems)
            self.idea.answers[number] = answer
        given = any(answer.state != OPEN for answer in self.idea.answers.values())
        self.is_answered = given or len(problems.found) > known

    def read_waivers(self, _name: Node, node: Node) -> None:
        example = f"lines such as 'RUBRIC/FINDING: {WAIVER}'"
        if fields.is_empty(node) or not fields.is_mapping(node, "waivers", example, self.problems):
            return
        for word, word_node, value in fields.entries(
            node, "waivers", self.findings, self._not_a_finding, self.problems
        ):
            waiver = self._waiver(word_node, value, f"waivers.{word}")
            if waiver:
                self.idea.waivers[word] = waiver

    def _waiver(self, name: Node, node: Node, key: str) -> Waiver | None:
        if not fields.is_mapping(node, key, WAIVER, self.problems):
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
        for word in ("reason", "until"):
            if word not in seen:
                self.problems.add(name, f"{key}.{word}", f"is missing. Expected {WAIVER}.")
        return None


def _not_an_id(value: str) -> str:
    slug = "-".join(re.findall(r"[a-z0-9]+", value.lower()))
    meant = f" Did you mean '{brief(slug)}'?" if slug else ""
    return f"'{brief(value)}' is not an id. Expected lower-case words joined by hyphens.{meant}"


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
