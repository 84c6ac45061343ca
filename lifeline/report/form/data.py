"""What the page of a form is made from: the questions of a set, their conditions, and all words."""

from __future__ import annotations

from lifeline.report.form.words import direction_of, words_in
from lifeline.report.template import numbers_asked
from lifeline.report.terminal import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import Any

    from lifeline.model.compiled import CompiledSet, Question

SECONDS = 40
"""What a question takes to read and answer: as long as on a walk; the tests hold both to it."""


def form_of(compiled: CompiledSet, wanted: Collection[str] = ()) -> dict[str, Any]:
    """Give the data of a form.

    The questions of every optional rubric are among it: a file that somebody opens may answer them.

    Args:
        compiled: the set, in the language of its texts.
        wanted: the optional rubrics that are asked of everybody.
    """
    deciding, texts = compiled["deciding"], compiled["texts"]
    language, words = words_in(compiled["language"])
    optional = {rubric["rubric"] for rubric in deciding["optional"]}
    ids = zip(compiled["ids"], deciding["questions"], strict=True)
    return {
        "format": 1,
        "set": compiled["set"],
        "version": compiled["version"],
        "title": safe(texts["title"]),
        "language": compiled["language"],
        "words_language": language,
        "direction": direction_of(language),
        "words": words,
        "rubrics": [
            _rubric(compiled, id_, is_optional=id_ in optional, is_wanted=id_ in wanted)
            for id_ in _rubrics(deciding["questions"])
        ],
        "questions": [_question(question, texts["questions"][id_]) for id_, question in ids],
        "order": deciding["order"],
        "takes": _takes(compiled, wanted),
    }


def _takes(compiled: CompiledSet, wanted: Collection[str]) -> dict[str, int]:
    """Give how many questions everybody is asked, and the minutes that they take, rounded up."""
    questions = len(numbers_asked(compiled, wanted))
    return {"questions": questions, "minutes": -(-questions * SECONDS // 60)}


def _rubrics(questions: list[Question]) -> list[str]:
    """Give the rubrics that ask something, in the order of the set."""
    return list(dict.fromkeys(question["rubric"] for question in questions))


def _rubric(
    compiled: CompiledSet, id_: str, *, is_optional: bool, is_wanted: bool
) -> dict[str, Any]:
    questions = compiled["deciding"]["questions"]
    text = compiled["texts"]["rubrics"][id_]
    return {
        "id": id_,
        "title": safe(text["title"]),
        "about": safe(text["about"]),
        "optional": is_optional,
        "wanted": is_wanted or not is_optional,
        "questions": [n for n, question in enumerate(questions) if question["rubric"] == id_],
    }


def _question(question: Question, text: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": question["id"],
        "rubric": question["rubric"],
        "kind": question["kind"],
        "ask": safe(text["ask"]),
        "why": safe(text["why"]),
        "whom": safe(text["ask_whom"] or ""),
        "choices": [
            {"id": choice, "label": safe(label)} for choice, label in text["labels"].items()
        ],
        "unit": safe(text["unit"] or "1"),
        "least": question["least"],
        "most": question["most"],
        "cuts": question["cuts"],
        "when": question["when"],
        "absent": question["may_not_apply"],
        "evidence": question["evidence"],
        "fresh": question["fresh_for"] or 0,
    }
