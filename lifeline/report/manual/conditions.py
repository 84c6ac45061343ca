"""Conditions as a manual says them: also those that always hold, and those against a clock."""

from __future__ import annotations

from lifeline.model.words import COMPARABLE
from lifeline.report.conditions import GROUPS, condition_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Condition, Question

ALWAYS = "always"
LIFELINE = COMPARABLE[-1]
AGAINST = {"at-least": "is at least", "below": "is below"}


def when_text(condition: Condition, questions: list[Question]) -> str:
    """Say when a condition holds: ``always``, or what has to be so."""
    if condition == ["all", []]:
        return ALWAYS
    if condition[0] == "against":
        _, number, clock, operator = condition
        name = COMPARABLE[clock]
        months = "months of the lifeline" if name == LIFELINE else f"months of {name}"
        return f"`{questions[number]['id']}` {AGAINST[operator]} the {months}"
    operator, parts = condition[0], condition[1]
    if operator == "all" and len(parts) > 1:  # with commas, as "is a or b and" could be misread
        return ", and ".join(_enclosed(condition_text(part, questions)) for part in parts)
    return condition_text(condition, questions)


def _enclosed(said: str) -> str:
    is_joined = any(word in said for word in GROUPS.values())
    return f"({said})" if is_joined else said
