"""Rubrics that are left out until something of them is answered, and what may not look at them.

Leaving one out must not change a month: so nothing that moves months looks at its questions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.compiling.names import Spot

if TYPE_CHECKING:
    from lifeline.compiling.conditions import Compiled
    from lifeline.compiling.names import Names
    from lifeline.model.compiled import OptionalRubric
    from lifeline.reading.set_models import SetModels

    Reader = tuple[str, list[int], Spot]
    """The rubric of something that moves months, the questions it looks at, and where it does."""

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


def check_readers(
    models: SetModels, names: Names, optional: list[OptionalRubric], readers: list[Reader]
) -> None:
    """Report whatever looks at an optional question and may not."""
    theirs = {number for rubric in optional for number in rubric["questions"]}
    left = {rubric["rubric"] for rubric in optional}
    ids = list(names.numbers)
    uses = [
        (
            rubric.rubric,
            [names.numbers.get(use.question, -1)],
            Spot(source, ("uses", place, "question")),
        )
        for source, rubric in models.rubrics
        for place, use in enumerate(rubric.uses)
    ]
    for rubric_id, numbers, spot in (*readers, *uses):
        if rubric_id not in left:
            for number in sorted(theirs & set(numbers)):
                spot.report(f"'{ids[number]}' {MOVES}")
