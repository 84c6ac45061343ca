"""Reads a baseline: what somebody accepts of ideas as they stand, one line for each thing."""

from __future__ import annotations

import re

from lifeline.model.words import CAP_MONTHS, CLOCKS, FULL
from lifeline.reading import fields
from lifeline.reading.nodes import MappingNode, Problems, ScalarNode, TooManyProblems, compose
from lifeline.reading.spelling import any_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import Node

    from lifeline.model.assessment import Verdict
    from lifeline.model.baseline import Accepted, Baseline

FORMAT = "1"
INVALID: Verdict = "invalid"
VERDICTS: tuple[Verdict, ...] = ("pass", "unclear", "fail", INVALID)
MONTHS = {str(months): months for months in (*CAP_MONTHS, FULL)}

HEAD = ("baseline", "set", "version", "deciding", "ideas")
ENTRY = ("verdict", "months", "findings", "file")

_AGAIN = "Write it anew: lifeline baseline write"
_IDEAS = "the ids of ideas, each with what is accepted of it"
_MONTHS = "{advantage: 6, necessity: 6}"
_FINDINGS = "a list, one finding a line"

_ID = r"[^\s/]+/[^\s/]+"
_FINDING = rf"{_ID}( at {_ID})?\Z"
_SET = r"[a-z0-9]+(-[a-z0-9]+)*\Z"
_DIGEST = r"[0-9a-f]{1,128}\Z"


def read_baseline(data: bytes, path: str) -> Baseline:
    """Read a baseline.

    Args:
        data: the file's bytes.
        path: its name, for messages.

    Raises:
        InvalidFile: with every problem in the file.
    """
    problems, found = Problems(), None
    try:
        root = compose(data, problems)
        if root is not None:
            found = _BaselineReader(problems).read(root)
    except TooManyProblems:
        pass  # enough of them are recorded
    if found is None or problems.found:
        raise problems.error(path)
    return found


class _BaselineReader:
    """Reads one baseline; what it gives counts only where there is no problem."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems

    def read(self, root: MappingNode) -> Baseline:
        nodes = self._entries(root, "", HEAD, "a key of a baseline")
        for name in HEAD:
            if name not in nodes and fields.are_known(root, HEAD):
                self.problems.add(root, name, f"is missing. {_AGAIN}")
        if "baseline" in nodes and nodes["baseline"].value != FORMAT:
            told = fields.is_not(nodes["baseline"], "a format that this version reads")
            self.problems.add(nodes["baseline"], "baseline", f"{told} Expected {FORMAT}.")
        version = nodes.get("version")
        return {
            "set": self._matching(nodes.get("set"), "set", _SET, "the id of a set"),
            "version": fields.version(version, "version", self.problems) if version else "",
            "deciding": self._matching(nodes.get("deciding"), "deciding", _DIGEST, "a digest"),
            "ideas": self._ideas(nodes["ideas"]) if "ideas" in nodes else {},
        }

    def _entries(
        self, node: MappingNode, key: str, known: tuple[str, ...], noun: str
    ) -> dict[str, Node]:
        found = fields.entries(node, key, known, noun, self.problems)
        return {name: value for name, _, value in found}

    def _matching(self, node: Node | None, key: str, pattern: str, noun: str) -> str:
        if node is None:
            return ""
        if type(node) is ScalarNode and re.match(pattern, node.value):
            return str(node.value)
        self.problems.add(node, key, f"{fields.is_not(node, noun)} {_AGAIN}")
        return ""

    def _ideas(self, node: Node) -> dict[str, Accepted]:
        if fields.is_empty(node) or not fields.is_mapping(node, "ideas", _IDEAS, self.problems):
            return {}
        every = {name.value for name, _ in node.value if type(name) is ScalarNode}
        entries = fields.entries(node, "ideas", every, "an idea", self.problems)
        return {id_: self._idea(name, value, f"ideas.{id_}") for id_, name, value in entries}

    def _idea(self, name: Node, node: Node, key: str) -> Accepted:
        found: Accepted = {"verdict": INVALID, "months": {}, "findings": []}
        if not fields.is_mapping(node, key, "verdict, months and findings below it", self.problems):
            return found
        nodes = self._entries(node, key, ENTRY, "a key of an accepted idea")
        if "file" in nodes and (file := fields.line(nodes["file"], f"{key}.file", self.problems)):
            found["file"] = file
        lacking = name if fields.are_known(node, ENTRY) else None
        if self._is_there("verdict", any_of(VERDICTS), nodes, lacking, key):
            found["verdict"] = self._verdict(nodes["verdict"], f"{key}.verdict")
            if nodes["verdict"].value == INVALID:
                self._refuse_rest(nodes, key)
                return found
            if nodes["verdict"].value not in VERDICTS:
                lacking = None  # perhaps it should say invalid, and then nothing is
        if self._is_there("months", _MONTHS, nodes, lacking, key):
            found["months"] = self._months(nodes["months"], f"{key}.months")
        if "findings" in nodes:
            found["findings"] = self._findings(nodes["findings"], f"{key}.findings")
        return found

    def _is_there(
        self, word: str, expected: str, nodes: dict[str, Node], lacking: Node | None, key: str
    ) -> bool:
        """Say whether a key is there; what lacks it is told, where it is not merely misspelt."""
        if word not in nodes and lacking is not None:
            self.problems.add(lacking, f"{key}.{word}", f"is missing. Expected {expected}.")
        return word in nodes

    def _refuse_rest(self, nodes: dict[str, Node], key: str) -> None:
        for word in ("months", "findings"):
            if word in nodes:
                message = "is not known of an idea whose file is invalid. Take it out."
                self.problems.add(nodes[word], f"{key}.{word}", message)

    def _verdict(self, node: Node, key: str) -> Verdict:
        for verdict in VERDICTS:
            if node.value == verdict:
                return verdict
        told = fields.is_not(node, "a verdict")
        self.problems.add(node, key, f"{told} Expected {any_of(VERDICTS)}.")
        return INVALID

    def _months(self, node: Node, key: str) -> dict[str, int]:
        if not fields.is_mapping(node, key, _MONTHS, self.problems):
            return {}
        nodes = self._entries(node, key, CLOCKS, "a clock")
        for clock in CLOCKS:
            if clock not in nodes and fields.are_known(node, CLOCKS):
                self.problems.add(node, f"{key}.{clock}", f"is missing. Expected {_MONTHS}.")
        return {clock: self._number(value, f"{key}.{clock}") for clock, value in nodes.items()}

    def _number(self, node: Node, key: str) -> int:
        if type(node) is ScalarNode and node.value in MONTHS:
            return MONTHS[node.value]
        told = fields.is_not(node, "a number of months")
        self.problems.add(node, key, f"{told} Expected {any_of(MONTHS)}.")
        return 0

    def _findings(self, node: Node, key: str) -> list[str]:
        found: list[str] = []
        known: set[str] = set()
        for place, item in enumerate(fields.items(node, key, _FINDINGS, self.problems) or ()):
            inner = f"{key}[{place}]"
            if type(item) is not ScalarNode or not re.match(_FINDING, item.value):
                told = fields.is_not(item, "a finding")
                self.problems.add(item, inner, f"{told} Expected RULE at QUESTION.")
            elif item.value in known:
                self.problems.add(item, inner, f"'{item.value}' stands twice. Keep one.")
            else:
                known.add(item.value)
                found.append(item.value)
        return found
