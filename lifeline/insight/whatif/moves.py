"""The moves of a question: one definite answer for each class of values that can matter."""

from __future__ import annotations

from lifeline.insight.trying import backed
from lifeline.insight.whatif.spans import spans_of
from lifeline.model.idea import GIVEN, OPEN, Answer
from lifeline.scoring.values import is_absent, is_settled, subsets

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.insight.whatif.spans import Span
    from lifeline.model.compiled import Question
    from lifeline.model.idea import Value as Given
    from lifeline.scoring.rulebook import Rulebook
    from lifeline.scoring.values import Value, Values

EFFORTS = ("days", "weeks", "months", "years")
"""How long it takes to change what is asked, the least first."""

CHANGE, ANSWER, SHOW, FIND_OUT = "change", "answer", "show", "find-out"
"""Kinds of moves: another answer, one to an open question, the same with evidence, and a fact that
can only turn out so."""


class Move:
    """One question gets one definite answer.

    ``others`` are values that do the same, of which one may be taken instead; ``span`` is what the
    number stands for. ``strain`` orders the moves of a question: the least asks for least.
    """

    __slots__ = ("answer", "effort", "kind", "number", "others", "span", "strain")

    def __init__(self, number: int, answer: Answer, kind: str, effort: str | None) -> None:
        self.number = number
        self.answer = answer
        self.kind = kind
        self.effort = effort
        self.others: list[Given] = []
        self.span: Span | None
        self.strain: float

    @property
    def rank(self) -> int:
        """The effort as a number; what needs no change has none."""
        return 0 if self.effort is None else 1 + EFFORTS.index(self.effort)


class Mover:
    """Gives the moves of one question, from what its answer may be today."""

    def __init__(
        self, number: int, question: Question, rulebook: Rulebook, *, scored: bool
    ) -> None:
        self.number = number
        self.question = question
        self.classes = rulebook.classes[number]
        self.shares = rulebook.shares[number]
        self.scored = scored and bool(question["points"] or question["bands"])

    def moves(
        self,
        was: Answer | None,
        today: Values,
        effort: str | None,
        seen: date,
        *,
        settling: bool,
    ) -> list[Move]:
        """Give a move for each class of values but the one that the answer is in for sure.

        What is worse than today's answer is no move.

        Args:
            was: the answer of the file, if it holds one.
            today: the values that it stands for, under strict also what is worse.
            effort: how long a change takes; None for what nobody can change.
            seen: the day of the evidence that backs the answers that are tried.
            settling: take it for a move, too, to settle what is open and makes no other difference.
        """
        now = {None if is_absent(value) else self._mark(value) for value in today}
        is_same = not settling or is_settled(today)
        found: dict[object, list[Move]] = {}
        for given, span in self._candidates(was):
            if _is_worse(self.question, was, given):
                continue
            mark = self._mark(_as_value(self.question, given))
            if now != {mark} or not is_same:
                answer = backed_as_asked(self.question, given, seen)
                move = Move(self.number, answer, *self._kind(was, given, effort))
                move.span, move.strain = span, self._strain(given, was)
                found.setdefault(mark, []).append(move)
        return [_first(members) for members in found.values()]

    def _candidates(self, was: Answer | None) -> list[tuple[Given, Span | None]]:
        """Give every definite answer, as ``Answer.value`` holds it; of numbers one of each span."""
        kind = self.question["kind"]
        if kind == "number":
            return self._numbers(was)
        if kind == "choices":
            every = subsets(0, (1 << len(self.question["choices"])) - 1)
            return [((mask, 0), None) for mask in every]
        return [((value,), None) for value in range(len(self.question["choices"]) or 2)]

    def _numbers(self, was: Answer | None) -> list[tuple[Given, Span | None]]:
        spans = spans_of(self.question, scored=self.scored)
        if self.question["measured"]:  # it is reckoned with: both ends of a span are tried
            ends = dict.fromkeys(end for span in spans for end in (span.low, span.top))
            return [((end, end), None) for end in ends]
        given = was.value if was is not None and was.state == GIVEN else None
        today = (given[0], given[1]) if given else None
        numbers = [(span.nearest(today, self.question["better"]), span) for span in spans]
        return [((number, number), span) for number, span in numbers]

    def _mark(self, value: Value) -> object:
        """Give what tells a value from those of other classes."""
        (first,) = self.classes.counts((value,))
        share = self.shares.span((value,)) if self.scored else None
        return first, share, value if "record" in self.question else None

    def _kind(self, was: Answer | None, given: Given, effort: str | None) -> tuple[str, str | None]:
        """Give the kind of a move and its effort: to show what is so already changes nothing."""
        if was is not None and was.state == GIVEN and was.value == given:
            return SHOW, None
        if effort is None:
            return FIND_OUT, None
        value = _as_value(self.question, given)
        may_be = was is None or was.state == OPEN or _allows(self.question, was, value)
        return (ANSWER if may_be else CHANGE), effort

    def _strain(self, given: Given, was: Answer | None) -> float:
        """Give how far an answer is from today's; of an open one, from the worst there is."""
        if was is None or was.state != GIVEN:
            return self._demand(given)
        first, last = was.value[0], was.value[-1]
        if self.question["kind"] == "choices":
            mask, surely, maybe = int(given[0]), int(first), int(last)
            return ((mask ^ surely) & ~maybe).bit_count()
        return max(first - given[0], given[0] - last, 0)

    def _demand(self, given: Given) -> float:
        if self.question["kind"] == "choices":
            count = int(given[0]).bit_count()
            return -count if self.question["better"] == "fewer" else count
        upwards = self.question["better"] in ("last", "higher", "yes", "none")
        return given[0] if upwards else -given[0]


def backed_as_asked(question: Question, given: Given, seen: date) -> Answer:
    """Give an answer that is backed by what the question asks for, of a day."""
    return backed(given, seen, max(question["evidence"], 1))


def _is_worse(question: Question, was: Answer | None, given: Given) -> bool:
    """Whether an answer is worse than today's at its worst: nobody is to work towards that."""
    if was is None or was.state != GIVEN:
        return False
    better, first, last = question["better"], was.value[0], was.value[-1]
    if question["kind"] == "choices":
        surely, mask = int(first), int(given[0])
        lost, added = surely & ~mask, mask & ~surely & ~int(last)
        if better == "fewer":
            lost, added = added, lost
        return better != "none" and bool(lost and not added)
    if better in ("first", "lower", "no"):
        return given[0] > last
    return better in ("last", "higher", "yes") and given[0] < first


def _allows(question: Question, was: Answer, value: Value) -> bool:
    """Whether an answer that is not settled leaves a value open."""
    if was.state != GIVEN:
        return False
    if question["kind"] == "number":
        assert isinstance(value, tuple), "a cell"
        return was.value[0] <= value[0] <= was.value[1]
    if question["kind"] == "choices":
        assert isinstance(value, int), "a mask"
        surely, maybe = map(int, was.value)
        return value & surely == surely and not value & ~(surely | maybe)
    return value in was.value


def _as_value(question: Question, given: Given) -> Value:
    if question["kind"] == "number":
        return given[0], given[1]
    return int(given[0])


def _first(members: list[Move]) -> Move:
    """Give the move of a class that asks for least, with the others that do the same."""
    first, *others = sorted(members, key=lambda move: (move.kind != SHOW, move.strain))
    first.others = [move.answer.value for move in others]
    return first
