"""Judges what an older version has and the newer one has no more, by what is retired there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.authoring.difference.change import BREAKING, COMPATIBLE, Change, Verdict
from lifeline.authoring.difference.switched import switched_off
from lifeline.compiling.retired import choices_of
from lifeline.reading.spelling import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.difference.pairing import Pairing
    from lifeline.authoring.difference.side import Placed
    from lifeline.model.compiled import RetiredQuestion

UNREADABLE = Verdict(BREAKING, "Idea files that hold it cannot be read any more.")
UNKEPT = Verdict(BREAKING, "Results that name it mean nothing any more, and nothing says so.")
COUNTS_NO_MORE = Verdict(BREAKING, "It is retired and nothing takes its place: it counts no more.")
LOST = Verdict(BREAKING, "These answers of older idea files count no more.")
KEPT = Verdict(COMPATIBLE, "It is retired, so older idea files are read as before.")

GONE = "is not there any more."
RETIRE = "List it under 'retired' in set.yaml, with what takes its place."
MAP = "Add them to its 'map' under 'retired' in set.yaml."
RENAMED = "{new} says the same. Was it renamed? Then list the old id under 'retired': use: {new}."

Found = tuple[Verdict, str, str]
"""A verdict, what is told after the name, and a hint."""


def removals(pairing: Pairing) -> Iterator[Change]:
    """Give the questions, rules and protections that are gone."""
    old, new = pairing.questions
    for id_, entry in old.items():
        if id_ not in new:
            off = switched_off(pairing, "questions", entry)
            yield off or _gone(pairing, entry, *_question_verdict(pairing, entry))
    for kind, (was, is_) in (("rules", pairing.rules), ("protections", pairing.protections)):
        for id_, entry in was.items():
            if id_ not in is_:
                off = switched_off(pairing, kind, entry)
                yield off or _gone(pairing, entry, *_rule_verdict(pairing, entry, was, is_))


def _gone(pairing: Pairing, entry: Placed, verdict: Verdict, told: str, hint: str) -> Change:
    return Change(verdict, pairing.old.name, entry.spot, f"{entry.name} {told}", hint=hint)


def named_otherwise(old: Placed, new: Placed, folder: str) -> Iterator[Change]:
    """Tell where an entry only has another name."""
    if old.id != new.id:
        yield Change(KEPT, folder, new.spot.at("id"), f"{old.name} is called {new.id} now.")


def _question_verdict(pairing: Pairing, entry: Placed) -> Found:
    retired = pairing.new.compiled["retired"]["questions"].get(entry.id)
    if retired is None:
        old, new = pairing.questions
        return UNREADABLE, GONE, _hint(entry, {id_: e for id_, e in new.items() if id_ not in old})
    if retired["use"] is None or retired["words"] == {}:
        return COUNTS_NO_MORE, GONE, ""
    taken = pairing.new.compiled["deciding"]["questions"][retired["use"]]["id"]
    told = f"{GONE} Its answers count for {taken}."
    lost = lost_words(entry.model, retired)
    if lost:
        return LOST, f"{told} Not those with {listed(lost)}.", MAP
    return KEPT, told, ""


def lost_by_renaming(pairing: Pairing, old: Placed, new: Placed) -> Iterator[Change]:
    """Tell which answers to a question that has another name now stand for nothing."""
    if old.id != new.id:
        lost = lost_words(old.model, pairing.new.compiled["retired"]["questions"][old.id])
        if lost:
            message = f"{old.name}: answers with {listed(lost)} stand for nothing in its 'map'."
            spot = new.spot.at("id")
            yield Change(LOST, pairing.new.name, spot, message, hint=MAP)


def lost_words(question: Any, retired: RetiredQuestion) -> list[str]:
    """Give the answers to a retired question that stand for nothing."""
    words = retired["words"]
    return [] if words is None else [w for w in choices_of(question) if not words.get(w)]


def choice_verdict(pairing: Pairing, question: Placed, word: str) -> Found:
    """Judge a choice that is gone from a question that is still there."""
    new_id = pairing.renames.question(question.id)
    retired = pairing.new.compiled["retired"]
    renamed = retired["questions"].get(question.id)
    if renamed is not None:  # the question was renamed, and its 'map' says what it stands for
        words = renamed["words"] or {}
        return (KEPT, GONE, "") if words.get(word) else (COUNTS_NO_MORE, GONE, "")
    choice = retired["choices"].get(new_id, {}).get(word)
    if choice is None:
        return UNREADABLE, GONE, _choice_hint(pairing, question, word)
    if not choice["use"]:
        return COUNTS_NO_MORE, GONE, ""
    return KEPT, f"{GONE} It counts as {' or '.join(choice['use'])}.", ""


def _choice_hint(pairing: Pairing, question: Placed, word: str) -> str:
    before: Any = question.model
    after: Any = pairing.questions[1][pairing.renames.question(question.id)].model
    labels = {choice.id: choice.label for choice in before.choices or ()}
    for choice in after.choices or ():
        if choice.id not in labels and choice.label == labels.get(word):
            return RENAMED.format(new=f"{after.id}.{choice.id}")
    return RETIRE


def _rule_verdict(
    pairing: Pairing, entry: Placed, was: dict[str, Placed], is_: dict[str, Placed]
) -> Found:
    retired = pairing.new.compiled["retired"]["rules"].get(entry.id)
    if retired is None:
        new = {id_: each for id_, each in is_.items() if id_ not in was}
        return UNKEPT, GONE, _hint(entry, new)
    if retired["use"] is None:
        return COUNTS_NO_MORE, GONE, ""
    return KEPT, f"{GONE} {retired['use']} takes its place.", ""


def _hint(entry: Placed, new: dict[str, Placed]) -> str:
    """Ask whether an entry was renamed, where a new one has the same words."""
    for other in new.values():
        if _words(other) == _words(entry):
            return RENAMED.format(new=other.id)
    return RETIRE


def _words(entry: Placed) -> str | None:
    return getattr(entry.model, "ask", None) or getattr(entry.model, "because", None)
