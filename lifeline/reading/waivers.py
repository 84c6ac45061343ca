"""Reads waivers, findings accepted on purpose. Imported where an idea file has some."""

from __future__ import annotations

import re

from lifeline.model.idea import Note, Waiver
from lifeline.model.words import PROGRAM_FINDINGS, UNKNOWN
from lifeline.reading import fields
from lifeline.reading.limits import LONGEST_WORD, MOST_TOLD
from lifeline.reading.nodes import ScalarNode
from lifeline.reading.spelling import any_of, brief, hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import Node

    from lifeline.model.compiled import CompiledSet
    from lifeline.model.idea import Idea
    from lifeline.reading.nodes import Problems

WAIVER = "{reason: …, until: 2026-12-31}"

_SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
_ID = rf"{_SLUG}/{_SLUG}\Z"


class WaiverReader:
    """Reads waivers into one idea."""

    def __init__(
        self, compiled: CompiledSet, idea: Idea, problems: Problems, others: list[str]
    ) -> None:
        self.compiled = compiled
        self.findings = compiled["waivable"]
        self.idea = idea
        self.problems = problems
        self.others = tuple([f"{name}-" for name in others])
        """What the rubrics of other sets begin with that the file names: theirs are passed over."""

    def read(self, node: Node) -> None:
        """Read what stands under ``waivers:``."""
        example = f"lines such as 'RUBRIC/FINDING: {WAIVER}'"
        if fields.is_empty(node) or not fields.is_mapping(node, "waivers", example, self.problems):
            return
        retired, places = self.compiled["retired"]["rules"], {}
        others, strange = self._of_others(node), self._strange(node)
        known = [*self.findings, *retired, *others, *strange]
        for word, word_node, value in fields.entries(
            node, "waivers", known, self._not_a_finding, self.problems
        ):
            waiver = self._waiver(word_node, value, f"waivers.{word}")
            if word in retired:
                places[word] = word_node
            if waiver and (word in self.findings or word in retired):
                self.idea.waivers[word] = waiver
            elif waiver and word in strange and word not in others:
                self._note_unknown(word, waiver)
        if places:
            from lifeline.reading.retired import RetiredReader

            RetiredReader(self.compiled, self.idea, self.problems).waivers(places)

    def _of_others(self, node: Node) -> list[str]:
        if not self.others:
            return []
        words = [name.value for name, _ in node.value if type(name) is ScalarNode]
        return [word for word in words if word.startswith(self.others)]

    def _strange(self, node: Node) -> list[str]:
        """Give what can only be meant for another set: its rubric is none of this one's.

        Only the first of very many are looked at, as looking for what was meant takes time.
        """
        program = {id_.partition("/")[0] for id_ in (*PROGRAM_FINDINGS, UNKNOWN)}
        rubrics = {*self.compiled["texts"]["rubrics"], *program}
        words = [name.value for name, _ in node.value if type(name) is ScalarNode]
        strange = [word for word in words if _is_id(word) and word.partition("/")[0] not in rubrics]
        known = [*self.findings, *self.compiled["retired"]["rules"]]
        return [word for word in strange[:MOST_TOLD] if word not in known and not hint(word, known)]

    def _note_unknown(self, word: str, waiver: Waiver) -> None:
        message = f"{self.compiled['set']} does not know '{word}', so the waiver does nothing."
        note = Note(UNKNOWN, message, "Take it out of the file, or look for what you meant.")
        note.line, note.column = waiver.line, waiver.column
        self.idea.notes.append(note)

    def _not_a_finding(self, name: str) -> str:
        if any(name == cap["id"] for cap in self.compiled["deciding"]["caps"]):
            return f"'{name}' is a cap. Caps cannot be waived, only findings can."
        rules = [id_ for id_ in self.findings if id_ not in PROGRAM_FINDINGS]
        told = f"'{brief(name)}' is not a finding that can be waived."
        own = f"{'or ' if rules else ''}one of the program's own, such as {PROGRAM_FINDINGS[0]}"
        expected = f"{any_of(rules)}, {own}" if rules else own
        return f"{told} Expected {expected}.{hint(name, self.findings)}"

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
            mark = name.start_mark
            return Waiver(reason, until, mark.line + 1, mark.column + 1)
        for word in ("reason", "until"):
            if word not in seen:
                self.problems.add(name, f"{key}.{word}", f"is missing. Expected {WAIVER}.")
        return None


def _is_id(word: str) -> bool:
    return len(word) <= LONGEST_WORD and re.match(_ID, word) is not None
