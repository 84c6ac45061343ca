"""The numbers that a number question is tried with: one for each span that nothing tells apart."""

from __future__ import annotations

from lifeline.scoring.values import cells

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Question

    Number = tuple[float, float]
    """An answer, or what is known of it: the least and the greatest that it may be."""


class Span:
    """Numbers from ``low`` up to and, where it is the last span, with ``high``."""

    __slots__ = ("high", "is_first", "is_last", "low")

    def __init__(self, low: float, high: float, *, is_first: bool, is_last: bool) -> None:
        self.low = low
        self.high = high
        self.is_first = is_first
        self.is_last = is_last

    @property
    def top(self) -> float:
        """The greatest number that is named: a whole step below the end, where there is one."""
        if self.is_last:
            return self.high
        step = self.high - 1
        return step if step >= self.low else (self.low + self.high) / 2

    def nearest(self, today: Number | None, better: str) -> float:
        """Give the number of the span that asks for least, beginning from today's answer."""
        if today is None:
            return self.top if better == "lower" else self.low
        wanted = today[1] if better == "lower" else today[0]
        if self.low <= wanted < self.high:
            return wanted
        return min(max(wanted, self.low), self.top)


def spans_of(question: Question, *, scored: bool) -> list[Span]:
    """Cut a question's numbers where a condition tells them apart and, where scored, its points."""
    steps = [start for start, _ in question["bands"] or []] if scored else []
    cuts = sorted({*question["cuts"], *steps})
    found = cells(question["least"], question["most"], cuts)
    last = len(found) - 1
    return [
        Span(low, high, is_first=place == 0, is_last=place == last)
        for place, (low, high) in enumerate(found)
    ]
