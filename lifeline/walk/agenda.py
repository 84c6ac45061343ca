"""The questions that are asked of an idea as things stand, and how far each has come."""

from __future__ import annotations

from lifeline.model.idea import ABSENT, OPEN
from lifeline.scoring.values import HIDDEN, is_settled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lifeline.model.compiled import CompiledSet
    from lifeline.model.idea import Idea
    from lifeline.scoring.solution import Solved

BLANK, LATER, UNKNOWN, NARROWED, ANSWERED, NOT_APPLICABLE = (
    "blank",
    "later",
    "unknown",
    "narrowed",
    "answered",
    "not-applicable",
)
"""How far a question has come: nothing said, put off, not known, narrowed, answered, not asked of
this product."""

SECONDS = 40
"""What a question takes to read and answer; ten minutes for the fourteen of a first walk."""


class Stop:
    """A question on the way; ``may_be_needless``: another open answer may hide it."""

    __slots__ = ("id", "may_be_needless", "number", "rubric", "state")

    def __init__(self, number: int, id_: str, state: str, *, may_be_needless: bool) -> None:
        self.number = number
        self.id = id_
        self.rubric = id_.partition("/")[0]
        self.state = state
        self.may_be_needless = may_be_needless


class Agenda:
    """The stops of a walk in the order of the set; what other answers hide is not among them."""

    def __init__(
        self, compiled: CompiledSet, idea: Idea, solved: Solved, later: frozenset[int]
    ) -> None:
        """Take an idea that is solved, and the numbers of the questions that are put off."""
        completions = solved.solution.completions
        sure = _asked_for_sure(solved)
        self.stops = [
            Stop(
                number,
                compiled["ids"][number],
                _state(idea, solved, number, later),
                may_be_needless=number not in sure,
            )
            for number in completions.asked()
        ]

    def __iter__(self) -> Iterator[Stop]:
        return iter(self.stops)

    def __len__(self) -> int:
        return len(self.stops)

    def next_after(self, here: int | None, passed: Iterable[int]) -> Stop | None:
        """Give the next stop of which nothing is said, then what was put off; None at the end.

        Args:
            here: the number of the question at which one stands; None before the first.
            passed: what was passed on this walk without a word; it is not offered again.
        """
        left = [stop for stop in self.stops if stop.number not in passed and stop.number != here]
        for state in (BLANK, LATER):
            waiting = [stop for stop in left if stop.state == state]
            ahead = [stop for stop in waiting if here is None or stop.number > here]
            for stop in ahead or waiting:
                return stop
        return None

    def before(self, here: int | None) -> Stop | None:
        """Give the stop before a question, whatever its state; None where there is none."""
        earlier = [stop for stop in self.stops if here is None or stop.number < here]
        return earlier[-1] if earlier else None

    def after(self, here: int) -> Stop | None:
        """Give the stop after a question, whatever its state; None where there is none."""
        return next((stop for stop in self.stops if stop.number > here), None)

    def at(self, number: int) -> Stop | None:
        """Give the stop of a question; None where it is not asked."""
        return next((stop for stop in self.stops if stop.number == number), None)

    def minutes_left(self) -> int:
        """Give the minutes that the questions of which nothing is said will take, rounded up."""
        blank = sum(stop.state == BLANK for stop in self.stops)
        return -(-blank * SECONDS // 60)


def _state(idea: Idea, solved: Solved, number: int, later: frozenset[int]) -> str:
    answer = idea.answers.get(number)
    if answer is None:
        return BLANK
    if answer.state == OPEN:
        return LATER if number in later else UNKNOWN
    if answer.state == ABSENT:
        return NOT_APPLICABLE
    return ANSWERED if is_settled(solved.solution.completions.raw[number]) else NARROWED


def _asked_for_sure(solved: Solved) -> set[int]:
    """Give the questions that every completion asks."""
    possible = solved.solution.completions.possible
    return {n for n in range(len(solved.deciding["questions"])) if HIDDEN not in possible[n]}
