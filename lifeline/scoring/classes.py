"""Which values of a question no condition tells apart: one of each class stands for the others."""

from __future__ import annotations

from lifeline.scoring.conditions import judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Question
    from lifeline.scoring.values import Value, Values

MOST_KNOWN = 200
"""Sets of values kept for each question; numbers could make them as many as there are files."""


class ValueClasses:
    """The classes of one question's values; each is stood for by the value of it seen first."""

    __slots__ = ("atoms", "first", "known", "measured")

    def __init__(self, question: Question) -> None:
        self.atoms = [[atom[0], 0, *atom[2:]] for atom in question["atoms"]]
        self.measured = question["measured"]
        self.first: dict[object, Value] = {}
        self.known: dict[Values, dict[Value, int]] = {}

    def counts(self, values: Values) -> dict[Value, int]:
        """Give the value that stands for each class in some values, with the number in it."""
        found = self.known.get(values)
        if found is None:
            if len(self.known) >= MOST_KNOWN:
                self.known.clear()
            found = self.known[values] = self._counted(values)
        return found

    def _counted(self, values: Values) -> dict[Value, int]:
        counts: dict[Value, int] = {}
        for value in values:
            first = value if self.measured else self.first.setdefault(self._mark(value), value)
            counts[first] = counts.get(first, 0) + 1
        return counts

    def _mark(self, value: Value) -> tuple[int, ...]:
        """Give the truth of everything that conditions ask of a value."""
        return tuple(judge(atom, [(value,)]) for atom in self.atoms)
