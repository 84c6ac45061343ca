"""Says an answer in words: ``announced``; ``could or announced``; ``3 to 9 months``."""

from __future__ import annotations

from lifeline.model.idea import ABSENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer


def said(question: Question, answer: Answer) -> str:
    """Say an answer that is not open."""
    if answer.state == ABSENT:
        return f"does not apply: {answer.reason}"
    low, high = answer.value[0], answer.value[-1]
    kind = question["kind"]
    if kind == "number":
        return f"{low:.15g}" if low == high else f"{low:.15g} to {high:.15g}"
    if kind == "yes-no":
        return "yes" if low else "no"
    names = list(question["choices"])
    if kind == "choice":
        return " or ".join([names[int(number)] for number in answer.value])
    surely = [name for number, name in enumerate(names) if int(low) >> number & 1]
    maybe = [f"perhaps {name}" for number, name in enumerate(names) if int(high) >> number & 1]
    return ", ".join(surely + maybe) or "none of them"
