"""How far apart two products are by their answers: Gower's coefficient, as a distance.

Each question that both answer gives a dissimilarity from 0 to 1, and the distance is their weighted
mean (J. C. Gower, "A general coefficient of similarity and some of its properties", Biometrics 27,
1971, 857-871). Choices that stand in an order are apart by their ranks, others are alike or not;
numbers are apart by their share of the range that the question allows; several choices by Jaccard's
distance: what only one of the two has, of what either has, and two that have none are alike. The
weight of a question is the one it has in its rubric's score, 1 where the rubric gives none.
"""

from __future__ import annotations

from lifeline.model.chosen import YES_NO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled import CompiledSet, Question

    Words = dict[str, Any]
    """Settled answers by ``RUBRIC/ID``, as ``compiling.cases.settled_word`` gives them."""

NAME = "Gower"


def dissimilarity(question: Question, one: Any, other: Any) -> float:
    """Give how far apart two settled answers to a question are, from 0 to 1."""
    kind = question["kind"]
    if kind == "number":
        span = question["most"] - question["least"]
        return min(1.0, abs(one - other) / span) if span else 0.0
    if kind == "choices":
        either = {*one, *other}
        return len({*one} ^ {*other}) / len(either) if either else 0.0
    ranks = question["choices"]
    if kind == "choice" and question["better"] != "none":
        return float(abs(ranks[one] - ranks[other]) / (len(ranks) - 1))
    return float(one != other)


def shared(compiled: CompiledSet, one: Words, other: Words) -> list[tuple[Question, str]]:
    """Give the questions of a set that both answer with words that it knows, in its order."""
    questions = zip(compiled["deciding"]["questions"], compiled["ids"], strict=True)
    return [
        (question, id_)
        for question, id_ in questions
        if id_ in one and id_ in other and _knows(question, one[id_], other[id_])
    ]


def distance(compiled: CompiledSet, one: Words, other: Words) -> float | None:
    """Give the weighted mean over the shared questions, from 0 to 1; None where there are none."""
    parts = [
        (question["weight"], dissimilarity(question, one[id_], other[id_]))
        for question, id_ in shared(compiled, one, other)
    ]
    if not parts:
        return None
    return sum(weight * apart for weight, apart in parts) / sum(weight for weight, _ in parts)


def _knows(question: Question, *answers: Any) -> bool:
    """Whether some answers fit a question that a set of another version may ask otherwise."""
    if question["kind"] == "number":
        return all(isinstance(answer, float | int) for answer in answers)
    if question["kind"] == "choices":
        return all(isinstance(a, list) and question["choices"].keys() >= {*a} for a in answers)
    names = question["choices"] or YES_NO
    return all(isinstance(answer, str) and answer in names for answer in answers)
