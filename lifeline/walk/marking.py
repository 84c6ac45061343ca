"""Choices that are marked on a list, as the values of an answer and back."""

from __future__ import annotations

from lifeline.model.chosen import chosen
from lifeline.model.idea import GIVEN
from lifeline.walk.typed import choices_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer, Value


def labels_of(question: Question, labels: dict[str, str]) -> list[str]:
    """Give what each choice says, in the order in which they are offered."""
    return [labels.get(id_, id_.capitalize()) for id_ in choices_of(question)]


def value_marked(question: Question, marked: Collection[int]) -> Value:
    """Give the answer that marks mean: of several choices all are true, else one of them is.

    Of yes and no, which are offered in that order, yes has the value 1.
    """
    if question["kind"] == "choices":
        return sum(1 << place for place in marked), 0
    values = {1 - place for place in marked} if question["kind"] == "yes-no" else set(marked)
    return tuple(sorted(values))


def marked_by(question: Question, answer: Answer | None) -> frozenset[int]:
    """Give the places on the list that an answer marks; of perhaps chosen ones none."""
    if answer is None or answer.state != GIVEN:
        return frozenset()
    value = [int(number) for number in answer.value]
    if question["kind"] == "choices":
        return frozenset(chosen(range(len(question["choices"])), value[0]))
    places = {1 - number for number in value} if question["kind"] == "yes-no" else set(value)
    return frozenset(places)
