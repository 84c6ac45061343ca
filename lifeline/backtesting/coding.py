"""How far the coders of the cases agreed, question by question."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from lifeline.backtesting.agreement import cohen_kappa
from lifeline.model.idea import ABSENT, GIVEN
from lifeline.scoring.saying import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.model.compiled import CompiledSet, Question
    from lifeline.model.idea import Answer
    from lifeline.reading.cases import Cases
    from lifeline.reading.codings import ReadCoding

UNKNOWN = "unknown"


def agreement(compiled: CompiledSet, cases: Cases) -> list[dict[str, Any]]:
    """Give Cohen's kappa of each question over the cases that two coders coded, unknowns included.

    Of a question with several choices each choice of each case counts as one item.
    """
    pairs = list(combinations(cases.codings.values(), 2))
    found = []
    for number, id_ in enumerate(compiled["ids"]):
        question = compiled["deciding"]["questions"][number]
        items = [item for pair in pairs for item in _items(question, number, *pair)]
        coded = (answers for read in cases.codings.values() for answers in read.answers.values())
        is_coded = any(number in answers for answers in coded)
        kappa = cohen_kappa(items) if is_coded else None
        if kappa:
            found.append({"question": id_, **kappa._asdict()})
    return found


def recognised(cases: Cases) -> set[str]:
    """Give the cases of which some coder recognised the product, or thought so."""
    return {
        case
        for read in cases.codings.values()
        for case, coded in read.coding.cases.items()
        if coded.recognised != "not-recognised"
    }


def _items(
    question: Question, number: int, one: ReadCoding, other: ReadCoding
) -> Iterator[tuple[str, str]]:
    for case in sorted(one.answers.keys() & other.answers.keys()):
        answers = (one.answers[case].get(number), other.answers[case].get(number))
        yield from zip(*(_said(question, answer) for answer in answers), strict=True)


def _said(question: Question, answer: Answer | None) -> list[str]:
    """Give what a coder said to a question, in one word or, for several choices, in one each."""
    choices = question["choices"] if question["kind"] == "choices" else [""]
    if answer is None or answer.state != GIVEN:
        word = ABSENT if answer is not None and answer.state == ABSENT else UNKNOWN
        return [word] * len(choices)
    if question["kind"] != "choices":
        return [said(question, answer)]
    surely, maybe = map(int, answer.value)
    return [
        "chosen" if surely >> n & 1 else "perhaps" if maybe >> n & 1 else "left"
        for n in range(len(choices))
    ]
