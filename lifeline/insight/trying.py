"""Tries other answers to one question of an idea: what each would give in months."""

from __future__ import annotations

from lifeline.model.idea import GIVEN, OPEN, Answer
from lifeline.model.words import RUNGS
from lifeline.scoring.saying import said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Idea, Value
    from lifeline.scoring.assess import Assessor


def hidden(assessor: Assessor, idea: Idea, as_of: date, *, strict: bool = False) -> frozenset[str]:
    """Give the questions that are asked in no completion of an idea.

    Other answers hide them, or their rubric is about other products, or optional and not begun.
    """
    completions = assessor.pose(idea, as_of=as_of, strict=strict).completions
    ids = assessor.compiled["ids"]
    return frozenset([id_ for n, id_ in enumerate(ids) if not completions.is_asked(n)])


def months_by_answer(
    assessor: Assessor, idea: Idea, question: str, as_of: date, *, strict: bool = False
) -> list[dict[str, Any]]:
    """Give the months of an idea for each answer to a question, the other answers as they are.

    Of several choices each is tried alone, and none; of numbers none is. The answer that the idea
    gives is among them, ``given``, with the evidence that it has; under strict the others count as
    backed by evidence of the day one looks.
    """
    compiled = assessor.compiled
    number = compiled["ids"].index(question)
    entry = compiled["deciding"]["questions"][number]
    was = idea.answers.get(number)
    tried = [(name, backed(value, as_of)) for name, value in _values(entry)]
    if was is not None and was.state != OPEN:
        tried = _with_given(tried, said(entry, was), was)
    found = []
    for name, answer in tried:
        other = idea.with_answers({**idea.answers, number: answer})
        months = assessor.solve(other, as_of=as_of, strict=strict).months()
        found.append({"answer": name, "months": months, "given": answer is was})
    return found


def _with_given(
    tried: list[tuple[str, Answer]], words: str, given: Answer
) -> list[tuple[str, Answer]]:
    """Put the answer that is given in the place of the same one, or last."""
    is_there = any(_same(answer, given) for _, answer in tried)
    last = [] if is_there else [(words, given)]
    return [(name, given if _same(answer, given) else answer) for name, answer in tried] + last


def _same(answer: Answer, given: Answer) -> bool:
    return given.state == GIVEN and answer.value == given.value


def _values(question: Question) -> list[tuple[str, Value]]:
    """Give the answers that are tried, each by name and as ``Answer.value`` holds it."""
    names = list(question["choices"])
    match question["kind"]:
        case "choice":
            return [(name, (n,)) for n, name in enumerate(names)]
        case "yes-no":
            return [("yes", (1,)), ("no", (0,))]
        case "choices":
            none: list[tuple[str, Value]] = [("none of them", (0, 0))]
            return none + [(name, (1 << n, 0)) for n, name in enumerate(names)]
    return []


def backed(value: Value, seen: date, rung: int = len(RUNGS)) -> Answer:
    """Give an answer that is backed by evidence of a day, of the highest rung if none is named."""
    answer = Answer(0, 0)
    answer.state, answer.value = GIVEN, value
    answer.evidence = [(rung, seen)]
    return answer
