"""A set, as it is or weakened, on which vectors are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.authoring.testing.seeing import Seen
from lifeline.model.idea import Answer
from lifeline.scoring import evidence
from lifeline.scoring.completions import Completions
from lifeline.scoring.resolving import resolved
from lifeline.scoring.rulebook import Rulebook

if TYPE_CHECKING:
    from lifeline.model.compiled import CompiledSet, Deciding
    from lifeline.reading.vectors import Vector
    from lifeline.scoring.resolving import KnownFigures


class UnderTest:
    """A set on which vectors are tried.

    ``decided`` holds the deciding questions that were found, by what they hang on; ``values`` are
    those of its parameters, which are in ``deciding`` already.
    """

    def __init__(
        self,
        ids: list[str],
        deciding: Deciding,
        rulebook: Rulebook,
        decided: dict[object, str | None],
        values: KnownFigures = (),
    ) -> None:
        self.ids = ids
        self.deciding = deciding
        self.rulebook = rulebook
        self.decided = decided
        self.values = values

    def completions(self, vector: Vector) -> Completions:
        """Give the completions of a vector's answers."""
        idea, doubted = vector.idea, frozenset[int]()
        questions = self.deciding["questions"]
        if vector.strict:
            assessed = idea.assessed or vector.as_of
            doubted = evidence.doubted(questions, idea.answers, assessed, vector.as_of)
        return Completions(self.deciding, idea.answers, doubted, self.rulebook)

    def all_open(self) -> Completions:
        """Give the completions where nothing is known, and rubrics that may be left out are not."""
        questions = range(len(self.deciding["questions"]))
        unknown = {number: Answer(1, 1) for number in questions}
        return Completions(self.deciding, unknown, frozenset(), self.rulebook)

    def seen(self, completions: Completions) -> Seen:
        """Solve what is known."""
        return Seen(self, completions)


def under_test(compiled: CompiledSet, values: KnownFigures = ()) -> UnderTest:
    """Give a compiled set as vectors are tried on it, with the values of its parameters."""
    deciding = resolved(compiled["deciding"], values) if values else compiled["deciding"]
    return UnderTest(compiled["ids"], deciding, Rulebook(deciding), {}, values)
