"""What a question's answer may be, as a set of values.

A value is the number of a choice (no is 0, yes is 1), the bit mask of several choices, a cell of
numbers (low, high), or one of the two ways of being absent.
"""

from __future__ import annotations

from lifeline.model.idea import ABSENT as NOT_APPLICABLE
from lifeline.model.idea import OPEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer

    Value = int | tuple[float, float]
    Values = tuple[Value, ...]

ABSENT, HIDDEN = -1, -2
"""Does not apply; is not asked. Both leave every condition on the question undefined."""

NOT_ASKED: Values = (HIDDEN,)


def open_set(question: Question) -> Values:
    """Give every value that a question's answer may take while nothing is known (§5.2)."""
    absent = (ABSENT,) if question["may_not_apply"] else ()
    kind = question["kind"]
    if kind == "number":
        return (*cells(question["least"], question["most"], question["cuts"]), *absent)
    if kind == "choices":
        return (*subsets(0, (1 << len(question["choices"])) - 1), *absent)
    count = 2 if kind == "yes-no" else len(question["choices"])
    return (*range(count), *absent)


def cells(low: float, high: float, cuts: list[float]) -> tuple[tuple[float, float], ...]:
    """Cut [low, high] where a threshold tells its numbers apart; each cell holds its lower end."""
    if low == high:
        return ((low, high),)
    starts = [low, *(cut for cut in cuts if low < cut <= high)]
    return tuple(zip(starts, [*starts[1:], high], strict=True))


def subsets(surely: int, maybe: int) -> tuple[int, ...]:
    """Give every bit mask that holds all of ``surely`` and any of ``maybe``."""
    found = [surely]
    bit = 1
    while bit <= maybe:
        if bit & maybe:
            found += [mask | bit for mask in found]
        bit <<= 1
    return tuple(found)


def given_set(question: Question, answer: Answer) -> Values:
    """Give the values that an answer which says something leaves open; mostly just one."""
    if answer.state == NOT_APPLICABLE:
        return (ABSENT,)
    value = answer.value
    if question["kind"] == "number":
        return cells(value[0], value[1], question["cuts"])
    if question["kind"] == "choices":
        return subsets(int(value[0]), int(value[1]))
    return tuple(map(int, value))


def worse_set(question: Question, answer: Answer) -> Values:
    """Give an answer's values and everything worse (§5.13); all of them where nothing is better."""
    better = question["better"]
    if better == "none" or answer.state == NOT_APPLICABLE:
        return open_set(question)
    first, last = answer.value[0], answer.value[-1]
    if better in ("higher", "lower"):
        low, high = (question["least"], last) if better == "higher" else (first, question["most"])
        return cells(low, high, question["cuts"])
    if better == "more":
        return subsets(0, int(first) | int(last))
    if better == "fewer":
        every = (1 << len(question["choices"])) - 1
        return subsets(int(first), every & ~int(first))
    if better in ("first", "no"):
        count = 2 if better == "no" else len(question["choices"])
        return tuple(range(int(first), count))
    return tuple(range(int(last) + 1))


def values_of(question: Question, answer: Answer | None, *, doubted: bool) -> Values:
    """Give what an answer may be; ``doubted`` answers stand for everything worse as well."""
    if answer is None or answer.state == OPEN:
        return open_set(question)
    return worse_set(question, answer) if doubted else given_set(question, answer)


def is_absent(value: Value) -> bool:
    """Whether a value is one of the two ways of being absent."""
    return isinstance(value, int) and value < 0


def is_settled(values: Values) -> bool:
    """Whether only one value is left: not several, and not a cell of many numbers."""
    value = values[0]
    return len(values) == 1 and (isinstance(value, int) or value[0] == value[1])
