"""Reads an idea file against a compiled set, and reports every problem of it."""

from __future__ import annotations

import re
from os.path import basename, splitext

from lifeline.errors import Problem
from lifeline.model.idea import GIVEN, OPEN, Idea
from lifeline.model.known import Known
from lifeline.reading import fields
from lifeline.reading.answers import given_answer, read_answer
from lifeline.reading.nodes import Problems, ScalarNode, TooManyProblems, compose
from lifeline.reading.spelling import brief, not_among

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.nodes import MappingNode, Node

    from lifeline.model.compiled import CompiledSet
    from lifeline.reading.answers import Words
    from lifeline.reading.retired import RetiredReader

FORMAT = "1"


def words_for(compiled: CompiledSet) -> list[Words]:
    """Give room for what short answers are found to say, for ``read_idea``."""
    return [Known() for _ in compiled["deciding"]["questions"]]


_SLUG = r"[a-z0-9]+(-[a-z0-9]+)*\Z"


def read_idea(
    data: bytes, path: str, compiled: CompiledSet, words: list[Words] | None = None
) -> Idea:
    """Read an idea file.

    Args:
        data: the file's bytes.
        path: its name, for messages and for the id where the file gives none.
        compiled: the set whose questions it answers.
        words: what short answers were found to say in other files, by question; it is added to.

    Raises:
        InvalidFile: with every problem in the file.
    """
    problems, idea = Problems(), None
    try:
        root = compose(data, problems)
        if root is not None:
            idea = _IdeaReader(compiled, problems, words).read(root)
    except TooManyProblems:
        pass  # enough of them are recorded
    if idea is None or problems.found:
        raise problems.error(path)
    idea.id = idea.id or splitext(basename(path))[0]
    return idea


class _IdeaReader:
    """Fills one idea, key by key, in the order of the file."""

    def __init__(
        self, compiled: CompiledSet, problems: Problems, words: list[Words] | None
    ) -> None:
        self.compiled = compiled
        self.words = words or words_for(compiled)
        self.index = compiled["index"]
        self.questions = compiled["deciding"]["questions"]
        self.retired = compiled["retired"]
        self.problems = problems
        self.idea = Idea()
        self.is_answered = False
        self.set_places: dict[str, Node] = {}
        self.others: list[str] = []

    def read(self, root: MappingNode) -> Idea:
        seen = set()
        self.others = _other_sets(root, self.compiled["set"])
        for name, name_node, node in fields.entries(
            root, "", _KEYS, self._not_a_key, self.problems
        ):
            seen.add(name)
            _KEYS[name](self, name_node, node)
        self._require(seen)
        if self.set_places or self.idea.notes:
            self._finish_notes()
        return self.idea

    def _finish_notes(self) -> None:
        """Note what the record of versions says; put notes into the order of the set."""
        idea = self.idea
        if self.set_places and idea.versions.get(self.compiled["set"]) != self.compiled["version"]:
            from lifeline.reading.versions import compare

            compare(idea, self.compiled, self.set_places, self.problems)
        last = len(self.questions)
        idea.notes.sort(
            key=lambda n: (n.rule, last if n.question is None else n.question, n.message)
        )

    def _not_a_key(self, name: str) -> str:
        if name in self.index:
            return f"'{name}' is a question. Expected it under 'answers:', two spaces further in."
        return not_among(name, _KEYS, "a key of an idea file")

    def _not_a_question(self, name: str) -> str:
        return not_among(name, self.index, "a question of this set")

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
        for name, place, version in fields.entries(node, "set", names, "a set", self.problems):
            found = fields.version(version, f"set.{brief(name)}", self.problems)
            if found:
                self.idea.versions[name] = found
                self.set_places[name] = place

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
        example, problems = "lines such as 'question: answer'", self.problems
        if fields.is_empty(node) or not fields.is_mapping(node, "answers", example, problems):
            return
        known = len(problems.found)
        self._read_each(node)
        given = any(answer.state != OPEN for answer in self.idea.answers.values())
        self.is_answered = given or len(problems.found) > known

    def _read_each(self, node: MappingNode) -> None:
        problems, index, retired = self.problems, self.index, self.retired
        words = {**index, **retired["questions"]} if retired["questions"] else index
        if self.others:
            words = {**words, **self._for_others(node)}
        old: dict[str, tuple[Node, Node]] = {}
        for word, place, value in fields.entries(
            node, "answers", words, self._not_a_question, problems
        ):
            number = index.get(word)
            if number is None:
                if word in retired["questions"]:
                    old[word] = place, value  # for later: that of today may stand further down
                continue
            words_known = self.words[number]
            if type(value) is ScalarNode and value.value in words_known:
                self.idea.answers[number] = given_answer(place, words_known[value.value])
                continue
            known = len(problems.found)
            answer = read_answer(self.questions[number], place, value, f"answers.{word}", problems)
            self.idea.answers[number] = answer
            if type(value) is ScalarNode and answer.state == GIVEN:
                words_known.keep(value.value, answer.value)
            if len(problems.found) > known and word in retired["choices"]:
                self._retired().reread(number, (place, value), known)
        if old:
            self._retired().carry(old)

    def _for_others(self, node: MappingNode) -> dict[str, None]:
        from lifeline.reading.elsewhere import answers_for_others  # most files are for one set

        return answers_for_others(node, self.idea, self.compiled, self.others)

    def _retired(self) -> RetiredReader:
        from lifeline.reading.retired import RetiredReader  # not every file has something retired

        return RetiredReader(self.compiled, self.idea, self.problems)

    def read_waivers(self, _name: Node, node: Node) -> None:
        from lifeline.reading.waivers import WaiverReader  # most files have none

        WaiverReader(self.compiled, self.idea, self.problems, self.others).read(node)


def _other_sets(root: MappingNode, judging: str) -> list[str]:
    """Give the sets that a file names beside the one that judges."""
    for name, node in root.value:
        if name.value == "set" and type(node) is not ScalarNode:
            named = [pair[0] for pair in node.value if type(pair) is tuple]
            return [key.value for key in named if type(key) is ScalarNode and key.value != judging]
    return []


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
