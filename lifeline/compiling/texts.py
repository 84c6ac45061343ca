"""The words of a set, by id and apart from what decides: a translation can lie over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lifeline.model.rubric import Protection, Question, Rule
    from lifeline.reading.set_models import SetModels

Texts = dict[str, Any]


def texts_of(models: SetModels, decides: str) -> Texts:
    """Give all texts of a set: its title, then per kind of entry a mapping from ``RUBRIC/ID``.

    ``history`` is what a back-test found, or None where it was found with other rules than those
    of which ``decides`` is the digest.
    """
    texts: Texts = {"title": models.set.title, "rubrics": {}, "questions": {}, "reasons": {}}
    for _, rubric in models.rubrics:
        head = {"title": rubric.title, "about": rubric.about, "score": rubric.score}
        texts["rubrics"][rubric.rubric] = head
        for question in rubric.questions:
            texts["questions"][f"{rubric.rubric}/{question.id}"] = _question(question)
        reasoned: list[Protection | Rule] = [*rubric.protections, *rubric.rules]
        for entry in reasoned:
            texts["reasons"][f"{rubric.rubric}/{entry.id}"] = _reason(entry)
    for kind in ("claims", "sources"):
        entries = getattr(models.claims, kind)
        texts[kind] = {entry.id: entry.model_dump(mode="json") for entry in entries}
    history = models.history
    is_current = history is not None and history.deciding == decides
    texts["history"] = history.model_dump(mode="json") if history and is_current else None
    return texts


def _question(question: Question) -> Texts:
    return {
        "ask": question.ask,
        "why": question.why,
        "ask_whom": question.ask_whom,
        "claims": question.claims,
        "labels": {choice.id: choice.label for choice in question.choices or ()},
        "unit": question.unit,
        "changeable": None if question.changeable == "false" else question.changeable,
    }


def _reason(entry: Protection | Rule) -> Texts:
    return {
        "because": entry.because,
        "remedy": entry.remedy,
        "claims": entry.claims,
        "demanded_by": entry.demanded_by,
    }
