"""Judges what became of questions and their choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.authoring.difference.change import BREAKING, COMPATIBLE, NONE, Change, Verdict
from lifeline.authoring.difference.fields import WORDING, changed_field, field_changes
from lifeline.authoring.difference.removed import (
    choice_verdict,
    lost_by_renaming,
    named_otherwise,
)
from lifeline.authoring.difference.side import Placed
from lifeline.authoring.difference.switched import COUNTS_NOW, comes, off_at
from lifeline.compiling.retired import choices_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.difference.fields import Judges
    from lifeline.authoring.difference.pairing import Pairing
    from lifeline.model.rubric import Choice, Question

ASK = Verdict(
    NONE,
    "Only wording, as far as a program can tell. If it asks something else now, retire this id and"
    " give the question a new one.",
)
KIND = Verdict(BREAKING, "Answers of the old kind cannot be read, or mean something else.")
BETTER = Verdict(BREAKING, "It says which answers are worse: --strict gives other results.")
UNIT = Verdict(BREAKING, "The same number means something else.")
POINTS = Verdict(BREAKING, "The same answers give another score.")
WHEN = Verdict(BREAKING, "It is asked of other ideas than before, and counts for other ideas.")
ORDER = Verdict(BREAKING, "The order says which choice is better, and so does 'better'.")
NO_ORDER = Verdict(NONE, "No choice of this question is better by its place in the list.")
NEW_QUESTION = Verdict(COMPATIBLE, "Files without an answer to it stay valid. It is open in them.")
NEW_SCORED = Verdict(
    COMPATIBLE, "Files without an answer to it stay valid. It is open, so their score may widen."
)
NEW_CHOICE = Verdict(
    COMPATIBLE, "Answers stay valid. Where the question is open, results may widen."
)
RECORD = Verdict(BREAKING, "It says which answers --strict doubts.")
RAISED = Verdict(BREAKING, "Evidence that was enough no longer is.")
LOWERED = Verdict(COMPATIBLE, "Evidence that was enough still is.")
NARROWED = Verdict(BREAKING, "Answers that were allowed cannot be read any more.")
WIDENED = Verdict(COMPATIBLE, "Answers stay valid. Where the question is open, results may widen.")
NOT_APPLICABLE = Verdict(BREAKING, "Files that say it does not apply cannot be read any more.")
MAY_NOT_APPLY = Verdict(COMPATIBLE, "Answers stay valid, and one more is allowed.")


def _evidence(before: int, after: int) -> Verdict:
    return RAISED if after > before else LOWERED


def _fresh(before: int | None, after: int | None) -> Verdict:
    is_longer = after is None or (before is not None and after > before)
    return LOWERED if is_longer else RAISED


def _least(before: float | None, after: float | None) -> Verdict:
    return NARROWED if before is None or after is None or after > before else WIDENED


def _most(before: float | None, after: float | None) -> Verdict:
    return NARROWED if before is None or after is None or after < before else WIDENED


def _may_not_apply(_before: bool, after: bool) -> Verdict:
    return MAY_NOT_APPLY if after else NOT_APPLICABLE


QUESTION: Judges = {
    "id": None,
    "choices": None,
    "ask": ASK,
    "why": WORDING,
    "ask_whom": WORDING,
    "claims": WORDING,
    "changeable": WORDING,
    "kind": KIND,
    "better": BETTER,
    "record": RECORD,
    "when": WHEN,
    "unit": UNIT,
    "weight": POINTS,
    "bands": POINTS,
    "evidence": _evidence,
    "fresh_for": _fresh,
    "min": _least,
    "max": _most,
    "may_not_apply": _may_not_apply,
}
CHOICE: Judges = {"id": None, "label": ASK, "points": POINTS}


def question_changes(pairing: Pairing) -> Iterator[Change]:
    """Give what became of the questions that both versions have, and of those that are new."""
    old, new = pairing.questions
    for id_, entry in new.items():
        if id_ in old:
            yield from _kept(old[id_], entry, pairing)
        else:
            yield _come(entry, pairing)


def _come(entry: Placed, pairing: Pairing) -> Change:
    """Tell of a question that only the newer version asks."""
    verdict = NEW_SCORED if entry.model.is_scored else NEW_QUESTION  # type: ignore[attr-defined]
    if off_at(pairing.old, "questions", entry.id):
        verdict = COUNTS_NOW
    message = comes(pairing, "questions", entry)
    return Change(verdict, pairing.new.name, entry.spot, message)


def _kept(old: Placed, new: Placed, pairing: Pairing) -> Iterator[Change]:
    folder = pairing.new.name
    yield from named_otherwise(old, new, folder)
    yield from lost_by_renaming(pairing, old, new)
    if old.decides["rubric"] != new.decides["rubric"]:
        message = f"{new.name} stood in rubric {old.decides['rubric']}."
        reason = "Reports call it by the rubric it stands in, whose score it counts towards."
        yield Change(Verdict(BREAKING, reason), folder, new.spot.at("id"), message)
    yield from field_changes(old, new, folder, QUESTION)
    yield from _choice_changes(old, new, pairing)


def _choice_changes(old: Placed, new: Placed, pairing: Pairing) -> Iterator[Change]:
    was, is_ = _choices(old), _choices(new)
    named = {pairing.renames.choice(old.id, word): word for word in was}
    for word, choice in is_.items():
        if word in named:
            before = was[named[word]]
            if named[word] != word:
                yield from named_otherwise(before, choice, pairing.new.name)
            yield from field_changes(before, choice, pairing.new.name, CHOICE)
        elif was:
            message = f"{choice.name} is new."
            yield Change(NEW_CHOICE, pairing.new.name, choice.spot, message)
    yield from _gone(old, new, pairing, list(is_))
    if [word for word in named if word in is_] != [word for word in is_ if word in named]:
        yield changed_field(old, new, pairing.new.name, "choices", _order_verdict(new.model))


def _order_verdict(question: Any) -> Verdict:
    return ORDER if question.kind == "choice" and question.better != "none" else NO_ORDER


def _gone(old: Placed, new: Placed, pairing: Pairing, known: list[str]) -> Iterator[Change]:
    """Tell of the words that answered a question and do so no more."""
    before: Any = old.model
    after: Any = new.model
    gone = [word for word in choices_of(before) if word not in choices_of(after)]
    choices = _choices(old)
    for word in gone:
        if pairing.renames.choice(old.id, word) in known:
            continue
        name, spot = f"choice {old.id}.{word}", old.spot
        verdict, told, hint = choice_verdict(pairing, old, word)
        if word in choices:
            spot = choices[word].spot
        yield Change(verdict, pairing.old.name, spot, f"{name} {told}", hint=hint)


def _choices(entry: Placed) -> dict[str, Placed]:
    """Give the choices of a question by their ids."""
    question: Question = entry.model  # type: ignore[assignment]
    return {
        choice.id: _placed(entry, place, choice)
        for place, choice in enumerate(question.choices or ())
    }


def _placed(entry: Placed, place: int, choice: Choice) -> Placed:
    name = f"choice {entry.id}.{choice.id}"
    return Placed(name, choice.id, choice, entry.spot.at("choices", place), {})
