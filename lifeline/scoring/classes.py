"""Which values of a question no condition tells apart: one of each class stands for the others."""

from __future__ import annotations

from bisect import bisect_right

from lifeline.model.idea import GIVEN, OPEN
from lifeline.model.known import Known
from lifeline.scoring.conditions import judge
from lifeline.scoring.values import values_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer
    from lifeline.scoring.values import Value, Values


class ValueClasses:
    """The classes of one question's values; each is stood for by the value of it seen first."""

    __slots__ = ("answered", "atoms", "first", "known", "measured", "question")

    def __init__(self, question: Question) -> None:
        self.question = question
        self.atoms = [[atom[0], 0, *atom[2:]] for atom in question["atoms"]]
        self.measured = question["measured"]
        self.first: dict[object, Value] = {}
        self.known: Known[Values, dict[Value, int]] = Known()
        self.answered: Known[object, tuple[Values, Values]] = Known()

    def of_answer(self, answer: Answer | None, *, doubted: bool) -> tuple[Values, Values]:
        """Give the values that an answer stands for, and those that stand for their classes."""
        key: object = None
        if answer is not None and answer.state != OPEN:
            is_sure = answer.state == GIVEN and not doubted
            key = answer.value if is_sure else (answer.state, answer.value, doubted)
        found = self.answered.get(key)
        if found is None:
            values = values_of(self.question, answer, doubted=doubted)
            found = self.answered.keep(key, (values, tuple(self.counts(values))))
        return found

    def counts(self, values: Values) -> dict[Value, int]:
        """Give the value that stands for each class in some values, with the number in it."""
        found = self.known.get(values)
        if found is None:
            found = self.known.keep(values, self._counted(values))
        return found

    def _counted(self, values: Values) -> dict[Value, int]:
        counts: dict[Value, int] = {}
        for value in values:
            first = value if self.measured else self.first.setdefault(self._mark(value), value)
            counts[first] = counts.get(first, 0) + 1
        return counts

    def _mark(self, value: Value) -> object:
        """Give the truth of everything that conditions ask of a value.

        Of numbers that is how many thresholds they reach: each with each would be thousands.
        """
        if self.atoms and isinstance(value, tuple):
            return bisect_right(self.question["cuts"], value[0])
        return tuple(judge(atom, [(value,)]) for atom in self.atoms)
