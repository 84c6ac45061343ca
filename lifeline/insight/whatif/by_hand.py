"""Tries answers that somebody names by hand, in the words of the idea file."""

from __future__ import annotations

from lifeline.errors import UsageError
from lifeline.insight.whatif.moves import backed_as_asked
from lifeline.insight.whatif.words import told
from lifeline.model.chosen import YES_NO
from lifeline.model.idea import Answer
from lifeline.model.words import RESERVED_ANSWERS, TRUTHS
from lifeline.reading.spelling import brief, not_among

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any

    from lifeline.insight.whatif.trials import Setting
    from lifeline.model.compiled import CompiledSet, Question
    from lifeline.model.idea import Value

    Entry = dict[str, Any]

OR, AND, NONE = "|", ",", "none"
LEAD = "lifeline: --try"


def answers_named(compiled: CompiledSet, named: Iterable[str], seen: date) -> dict[int, Answer]:
    """Read answers such as ``payers=few``; the last one counts where a question is named twice.

    Args:
        compiled: the set whose questions they answer.
        named: each QUESTION=ANSWER, with or without the question's rubric: a choice, several of
            which all (``a,b``; ``none``) or one (``a|b``) are true, a number, two numbers that it
            lies between (``3|9``), yes, no, unknown.
        seen: the day of the evidence that they count as backed by.

    Raises:
        UsageError: when a question or an answer is none of this set.
    """
    found = {}
    for words in named:
        name, equals, answer = words.partition("=")
        if not equals:
            raise UsageError(f"{LEAD}: '{brief(words)}' names no answer. Expected QUESTION=ANSWER.")
        number = _number_of(compiled, name.strip())
        found[number] = _answer(compiled["deciding"]["questions"][number], answer.strip(), seen)
    return found


def tried(setting: Setting, base: Setting) -> Entry:
    """Tell what the answers do that ``setting`` has and ``base`` has not."""
    compiled = setting.compiled
    answers, before = setting.idea.answers, base.idea.answers
    changed = [number for number in sorted(answers) if before.get(number) is not answers[number]]
    return {"steps": [_step(compiled, number, setting, base) for number in changed]}


def _step(compiled: CompiledSet, number: int, setting: Setting, base: Setting) -> Entry:
    id_ = compiled["ids"][number]
    question, text = compiled["deciding"]["questions"][number], compiled["texts"]["questions"][id_]
    return {
        "question": id_,
        "ask": text["ask"],
        "unit": text["unit"],
        "effort": text["changeable"],
        "asked": setting.today.solution.completions.is_asked(number),
        "from": told(question, text, base.idea.answers.get(number)),
        "to": told(question, text, setting.idea.answers[number]),
    }


def _number_of(compiled: CompiledSet, name: str) -> int:
    if name in compiled["ids"]:
        return compiled["ids"].index(name)
    if name not in compiled["index"]:
        told_so = not_among(name, compiled["index"], f"a question of {compiled['set']}")
        raise UsageError(f"{LEAD}: {told_so}")
    return compiled["index"][name]


def _answer(question: Question, words: str, seen: date) -> Answer:
    if words in RESERVED_ANSWERS:
        return Answer(0, 0)
    kind = question["kind"]
    if kind == "number":
        return backed_as_asked(question, _numbers(question, words), seen)
    if kind == "choices":
        names = [] if words in ("", NONE) else words.split(AND)
        mask = sum({1 << _choice(question, name) for name in names})
        return backed_as_asked(question, (mask, 0), seen)
    every = {_choice(question, name) for name in words.split(OR)}
    return backed_as_asked(question, tuple(sorted(every)), seen)


def _choice(question: Question, name: str) -> int:
    name = name.strip()
    known = question["choices"] or {word: number for number, word in enumerate(YES_NO)}
    if not question["choices"]:
        name = TRUTHS.get(name.lower(), name)
    if name not in known:
        told_so = not_among(name, [*known, *RESERVED_ANSWERS], f"an answer to {question['id']}")
        raise UsageError(f"{LEAD}: {told_so}")
    return known[name]


def _numbers(question: Question, words: str) -> Value:
    """Read a number, or two that the answer lies between."""
    ends = sorted(_number(question, word.strip()) for word in words.split(OR, 1))
    return ends[0], ends[-1]


def _number(question: Question, word: str) -> float:
    least, most = question["least"], question["most"]
    try:
        number = float(word)
    except ValueError:
        number = most + 1
    if not least <= number <= most:
        span = f"a number from {least:.15g} to {most:.15g}, or unknown"
        raise UsageError(
            f"{LEAD}: '{brief(word)}' is no answer to {question['id']}. Expected {span}."
        )
    return number
