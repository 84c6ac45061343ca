"""Ids that only have another name now, as the retired ids of the newer version say."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifeline.model.compiled import CompiledSet, Question


class Renames:
    """What each id of an older version is called in a newer one; by itself, the same.

    An id was renamed where it is retired, one id takes its place and that of no other, and the
    older version did not have that one.
    """

    def __init__(self) -> None:
        self.questions: dict[str, str] = {}
        self.choices: dict[tuple[str, str], str] = {}
        self.rules: dict[str, str] = {}

    def question(self, id_: str) -> str:
        """Give what a question is called."""
        return self.questions.get(id_, id_)

    def choice(self, question: str, word: str) -> str:
        """Give what a choice of a question is called; the question by its older id."""
        return self.choices.get((question, word), word)

    def rule(self, id_: str) -> str:
        """Give what a rule or protection is called, as ``RUBRIC/ID``."""
        return self.rules.get(id_, id_)


def renames(old: CompiledSet, new: CompiledSet) -> Renames:
    """Find what was renamed between two versions."""
    found, retired = Renames(), new["retired"]
    for question in old["deciding"]["questions"]:
        target = _target(question, old, new)
        if target:
            found.questions[question["id"]] = target
    found.questions = _one_to_one(found.questions)
    for question in old["deciding"]["questions"]:
        for word, new_word in _one_to_one(_new_words(question, new, found)).items():
            found.choices[question["id"], word] = new_word
    rules = _rules(old)
    used = {id_: rule["use"] for id_, rule in retired["rules"].items() if id_ in rules}
    found.rules = _one_to_one({id_: use for id_, use in used.items() if use and use not in rules})
    return found


def _one_to_one(names: dict[str, str]) -> dict[str, str]:
    """Leave out those that several ids were put together into: they mean something else."""
    times = Counter(names.values())
    return {old: new for old, new in names.items() if times[new] == 1}


def _target(question: Question, old: CompiledSet, new: CompiledSet) -> str | None:
    """Give the question that took the place of one, if it is new and of the same kind."""
    retired = new["retired"]["questions"].get(question["id"])
    if retired is None or retired["use"] is None or retired["words"] == {}:
        return None
    target = new["deciding"]["questions"][retired["use"]]
    is_new = target["id"] not in old["index"] and target["kind"] == question["kind"]
    return target["id"] if is_new else None


def _new_words(question: Question, new: CompiledSet, found: Renames) -> dict[str, str]:
    """Give the one new word of each choice that has another, of those that are new."""
    if question["id"] in found.questions:
        words = new["retired"]["questions"][question["id"]]["words"] or {}
        return {word: uses[0] for word, uses in words.items() if len(uses) == 1}
    retired = new["retired"]["choices"].get(question["id"], {})
    uses = {word: choice["use"] for word, choice in retired.items() if word in _words(question)}
    return {
        word: use[0]
        for word, use in uses.items()
        if len(use) == 1 and use[0] not in question["choices"]
    }


def _words(question: Question) -> list[str]:
    return list(question["choices"]) or ["yes", "no"]


def _rules(compiled: CompiledSet) -> set[str]:
    deciding = compiled["deciding"]
    rules = (*deciding["caps"], *deciding["findings"], *deciding["protections"])
    return {entry["id"] for entry in rules}
