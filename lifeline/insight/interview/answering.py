"""What each answer to an open question would come to, in as few rows as tell it."""

from __future__ import annotations

from lifeline.model.chosen import chosen
from lifeline.scoring.values import ABSENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Months, PossibleAnswer
    from lifeline.model.compiled import Question
    from lifeline.scoring.values import Value, Values

    Outcomes = dict[Value, tuple[str, Months]]
    """The verdict and the months by the value of the answer."""

NOT_APPLICABLE = "not-applicable"


def possible_answers(
    question: Question, labels: dict[str, str], outcomes: Outcomes
) -> list[PossibleAnswer]:
    """Give the answers that are still possible, in the order of the question.

    Of several choices those that are sure are taken together with each other one, and alone; of
    numbers, neighbours that come to the same are one row.
    """
    values = tuple(outcomes)
    present = tuple(value for value in values if value != ABSENT)
    rows = _numbers(present, outcomes) if question["kind"] == "number" else []
    if not rows:
        told = _alone(present) if question["kind"] == "choices" else present
        rows = [_row(*_named(question, value, labels), outcomes[value]) for value in told]
    if ABSENT in values:
        rows.append(_row(NOT_APPLICABLE, None, outcomes[ABSENT]))
    return rows


def _row(answer: str, label: str | None, outcome: tuple[str, Months]) -> PossibleAnswer:
    verdict, months = outcome
    told: Any = {"answer": answer, "label": label, "verdict": verdict, "months": months}
    found: PossibleAnswer = told
    return found


def _named(question: Question, value: Any, labels: dict[str, str]) -> tuple[str, str | None]:
    """Give a value as an idea file has it, and its label."""
    if question["kind"] == "yes-no":
        return ("no", "yes")[value], None
    names = list(question["choices"])
    if question["kind"] == "choice":
        return names[value], labels[names[value]]
    these = chosen(names, value)
    return ", ".join(these) or "none of them", "; ".join(labels[name] for name in these) or None


def _alone(values: Values) -> Values:
    """Give what is chosen for sure, and that with each one choice more."""
    least: Any = values[0]
    masks: list[Any] = list(values)
    return tuple(mask for mask in masks if (mask ^ least).bit_count() <= 1)


def _numbers(cells: Values, outcomes: Outcomes) -> list[PossibleAnswer]:
    """Give a row for each run of numbers that come to the same."""
    runs: list[list[Any]] = []
    for cell in cells:
        if runs and outcomes[runs[-1][-1]] == outcomes[cell]:
            runs[-1].append(cell)
        else:
            runs.append([cell])
    last = len(runs) - 1
    return [
        _row(_span(run[0][0], run[-1][1], is_last=place == last), None, outcomes[run[0]])
        for place, run in enumerate(runs)
    ]


def _span(low: float, high: float, *, is_last: bool) -> str:
    if low == high:
        return f"{low:.15g}"
    return f"{low:.15g} to {'' if is_last else 'below '}{high:.15g}"
