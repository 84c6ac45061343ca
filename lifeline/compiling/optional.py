"""Rubrics that are left out until something of them is answered, and what may not look at them.

Leaving one out must not change a month: so nothing that moves months looks at its questions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.compiling.names import uses_of

if TYPE_CHECKING:
    from lifeline.compiling.conditions import Compiled
    from lifeline.compiling.names import Names, Spot
    from lifeline.model.compiled import OptionalRubric
    from lifeline.reading.set_models import SetModels

    Reader = tuple[str, list[int], Spot]
    """The rubric of something that moves months, the questions it looks at, and where it does."""

ALSO_LEFT_OUT = "is of another optional rubric, and one of the two may be left out."
MOVES = "is optional, and this can move months or the score of a rubric that is not."


def optional_rubrics(
    models: SetModels, names: Names, applies: dict[str, Compiled]
) -> list[OptionalRubric]:
    """Give the rubrics that may be left out; ``applies`` are the conditions of rubrics."""
    return [
        {
            "rubric": rubric.rubric,
            "questions": [names.numbers[each.id] for each in rubric.questions],
            "when": applies.get(rubric.rubric),
        }
        for _, rubric in models.rubrics
        if rubric.optional
    ]


def optional_protections(models: SetModels) -> set[str]:
    """Give the protections of optional rubrics; no cap may be lifted by them."""
    return {
        protection.id
        for _, rubric in models.rubrics
        if rubric.optional
        for protection in rubric.protections
    }


def check_readers(
    models: SetModels, names: Names, optional: list[OptionalRubric], readers: list[Reader]
) -> None:
    """Report whatever looks at an optional question and may not."""
    theirs = {number: rubric["rubric"] for rubric in optional for number in rubric["questions"]}
    ids = list(names.numbers)
    uses = [
        (rubric.rubric, [names.numbers.get(use.question, -1)], spot)
        for source, rubric in models.rubrics
        for use, spot in uses_of(models, source, rubric)
    ]
    for rubric_id, numbers, spot in (*readers, *uses):
        for number in sorted(theirs.keys() & set(numbers)):
            if theirs[number] != rubric_id:
                optional_too = rubric_id in theirs.values()
                spot.report(f"'{ids[number]}' {ALSO_LEFT_OUT if optional_too else MOVES}")
