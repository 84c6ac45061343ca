"""Says in words what a set's texts do not: answers such as ``could or announced``, and months."""

from __future__ import annotations

from lifeline.model.chosen import chosen
from lifeline.model.idea import ABSENT, GIVEN
from lifeline.model.words import FULL
from lifeline.scoring.endings import months_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Months
    from lifeline.model.compiled import Condition, Question
    from lifeline.model.idea import Answer, Idea
    from lifeline.scoring.solution import Solution
    from lifeline.scoring.values import Values

NOT_KNOWN = "an unknown number of months"
TO = " to "


def said(question: Question, answer: Answer) -> str:
    """Say an answer that is not open."""
    if answer.state == ABSENT:
        return f"does not apply: {answer.reason}" if answer.reason else "does not apply"
    low, high = answer.value[0], answer.value[-1]
    kind = question["kind"]
    if kind == "number":
        return _range(low, high)
    if kind == "yes-no":
        return "yes or no" if low != high else "yes" if low else "no"
    names = list(question["choices"])
    if kind == "choice":
        return " or ".join([names[int(number)] for number in answer.value])
    surely = chosen(names, low)
    maybe = [f"perhaps {name}" for name in chosen(names, high)]
    return ", ".join(surely + maybe) or "none of them"


AS_IS = ("s", "percent")
"""What a unit ends with that is the same for one and for several."""


def with_unit(number: str, unit: str | None) -> str:
    """Put its unit behind a number as it is written: ``9 months``, ``1 month``, ``60,000 USD``."""
    if unit is None or unit == "1":
        return number
    is_counted = unit.isalpha() and unit.islower() and number != "1" and not unit.endswith(AS_IS)
    return f"{number} {unit}s" if is_counted else f"{number} {unit}"


def in_unit(answer: str, unit: str | None) -> str:
    """Put its unit behind an answer that is a number or two: ``60,000 USD``, ``3 to 9 months``.

    Args:
        answer: as ``said`` gives it; words, such as that it does not apply, stay as they are.
        unit: the unit of the question; None where it asks for no number.
    """
    ends = [f"{end:,.15g}" for end in ends_of(answer)] if unit is not None else []
    return with_unit(TO.join(ends), unit) if ends else answer


def ends_of(answer: str) -> list[float]:
    """Give the number or the two that ``said`` put into words; none where it is no number."""
    try:
        return [float(end) for end in answer.split(TO)]
    except ValueError:
        return []


def _range(low: float, high: float) -> str:
    return f"{low:.15g}" if low == high else f"{low:.15g}{TO}{high:.15g}"


def months_text(months: Months) -> str:
    """Say a range of months: ``3 months``, ``3 to 6 months``, ``12 months or more``."""
    low, high = months["low"], months["high"]
    if low == FULL:
        return f"{FULL} months or more"
    if low == high:
        return f"{low} months"
    return f"{low} to {high}{' or more' if high == FULL else ''} months"


def places_in(condition: Condition, idea: Idea, solution: Solution) -> dict[str, str]:
    """Give what stands at the named places in the texts of a finding with this condition.

    Only one that lays a number against a clock has any: the answer, as what it stands for here,
    which under strict may be more than it says, and the clock.
    """
    if condition[0] != "against":
        return {}
    _, number, clock, _ = condition
    answer = idea.answers.get(number)
    is_given = answer is not None and answer.state == GIVEN
    months = [months_of(ending, clock) for ending in solution.endings()]
    return {
        "answer": _number_of_months(solution.completions.raw[number]) if is_given else NOT_KNOWN,
        "clock": months_text({"low": min(months), "high": max(months)}),
    }


def _number_of_months(values: Values) -> str:
    numbers = [value for value in values if isinstance(value, tuple)]
    low, high = numbers[0][0], numbers[-1][1]
    return f"{_range(low, high)} {'month' if low == high == 1 else 'months'}"


def filled(text: str, places: dict[str, str]) -> str:
    """Give a text with its ``{named places}`` filled in."""
    for name, said_there in places.items():
        text = text.replace(f"{{{name}}}", said_there)
    return text
