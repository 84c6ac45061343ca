"""How each rubric of a set stands to an idea: judged, offered, or not about such a product."""

from __future__ import annotations

from lifeline.scoring.conditions import TRUE, judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Standing
    from lifeline.model.compiled import Deciding
    from lifeline.scoring.completions import Completions


def rubrics_told(deciding: Deciding, completions: Completions) -> dict[str, Standing]:
    """Give the standing of each rubric with questions, in the order of the set.

    ``judged``: some of its questions are asked; ``offered``: it is optional, nothing of it is
    answered, and it applies or may apply; ``not-applicable``: no question of it is asked.
    """
    found: dict[str, Standing] = {
        question["rubric"]: "not-applicable" for question in deciding["questions"]
    }
    for number in completions.asked():
        found[deciding["questions"][number]["rubric"]] = "judged"
    for optional in deciding["optional"]:
        name, when = optional["rubric"], optional["when"]
        if name in completions.left_out and _may_apply(when, completions):
            found[name] = "offered"
    return found


def _may_apply(condition: list[object] | None, completions: Completions) -> bool:
    return condition is None or bool(judge(condition, completions.possible) & TRUE)
