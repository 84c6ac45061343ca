"""The quick way to a verdict: the question that settles it soonest comes first."""

from __future__ import annotations

from lifeline.insight.interview.script import interview

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from lifeline.walk.sheet import Sheet

MOVING = ("verdict", "months", "together")
"""What an answer moves that a quick verdict waits for; see ``insight.interview.worth``."""


def next_quick(sheet: Sheet, passed: Collection[int]) -> int | None:
    """Give the number of the open question that is worth most, but those passed.

    None where the verdict is clear, so that nothing open can change it any more, and where no
    answer that is left could make it clear.
    """
    if sheet.is_clear():
        return None
    deciding = sheet.assessment()["deciding"]
    told = interview(sheet.compiled, sheet.solved, sheet.idea, sheet.today, deciding)
    for asked in told["questions"]:
        number = sheet.compiled["ids"].index(asked["question"])
        if asked["effect"] in MOVING and number not in passed:
            return number
    return None
