"""What the results of all rules have in common: a status, and the questions it waits on."""

from __future__ import annotations

from lifeline.model.words import CAP_MONTHS, FULL
from lifeline.scoring.completions import ONE
from lifeline.scoring.elimination import eliminate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.scoring.completions import Completions
    from lifeline.scoring.elimination import Effort
    from lifeline.scoring.factors import Factor, Table

    Kept = tuple[tuple[int, ...], Table]
    """The questions that a table is keyed by, and the table."""

SILENCE, FIRES = 2, 4
"""The bits of a finding's outcomes."""

LEAVES = {months: FIRES << number for number, months in enumerate((*CAP_MONTHS, FULL))}
"""The bit of each number of months that a cap can leave where it fires."""

CERTAIN, POSSIBLE, SILENT = "certain", "possible", "silent"


def status_of(outcomes: int) -> str:
    """Give the status of a finding with these outcomes."""
    if not outcomes & FIRES:
        return SILENT
    return POSSIBLE if outcomes & SILENCE else CERTAIN


def keep_the_other(a: int, b: int) -> int:
    """Combine outcomes where all but one factor are constraints."""
    return b if a == ONE else a


class Result:
    """What a rule does: its status, the factors that say so, and the variables it hangs on.

    Those are variables of the factors, and none where only one outcome is possible. ``told`` is
    what was said of it before.
    """

    __slots__ = ("factors", "hangs_on", "status", "told")

    factors: list[Factor]
    hangs_on: set[int]
    status: str

    def __init__(self) -> None:
        self.told: Any = None

    def variables(self) -> set[int]:
        """Give all variables that the factors look at."""
        return {variable for factor in self.factors for variable in factor.scope}

    def fires(self, numbers: tuple[int, ...], effort: Effort | None = None) -> Kept:
        """Give whether a finding FIRES, or there is SILENCE, by the values of some questions."""
        variables = self.variables()
        keep = tuple(number for number in numbers if number in variables)
        return keep, eliminate(self.factors, keep, keep_the_other, ONE, effort).table

    def waits_on(self, completions: Completions) -> list[int]:
        """Give the open questions on which the outcome hangs."""
        count = len(completions.questions)
        return [v for v in sorted(self.hangs_on) if v < count and completions.is_open(v)]
