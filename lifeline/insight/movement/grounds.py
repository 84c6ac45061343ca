"""What each cause rests on: the days, the evidence that aged, the figures, the versions."""

from __future__ import annotations

from lifeline.insight.movement.steps import same_set
from lifeline.scoring.calendar import months_after

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any

    from lifeline.insight.movement.steps import Steps
    from lifeline.model.idea import Idea
    from lifeline.scoring.assess import Assessor

    Ground = dict[str, Any] | None


def calendar(steps: Steps) -> Ground:
    """Give the days that moved; ``days_left`` are counted to the low end as it was."""
    old, new, was, aged = steps.old, steps.new, steps.was, steps.aged
    ended = [
        rule for rule in was.waivers if was.waives(rule, old.as_of) > was.waives(rule, new.as_of)
    ]
    if old.as_of == new.as_of and was.assessed == aged.assessed:
        return None
    months = steps.first["low"]
    return {
        "as_of": _both(old.as_of.isoformat(), new.as_of.isoformat()),
        "assessed": _both(_iso(was), _iso(aged)),
        "days_left": _both(_left(was, months, old.as_of), _left(aged, months, new.as_of)),
        "waivers_ended": ended,
    }


def evidence(steps: Steps) -> Ground:
    """Give the questions whose evidence became too old, and those where it counts again."""
    assessor = steps.old.assessor
    ids = assessor.compiled["ids"]
    before = assessor.ill_backed(steps.was, steps.old.as_of)
    after = assessor.ill_backed(steps.aged, steps.new.as_of)
    asked = steps.solved.solution.completions.is_asked
    aged, renewed = (
        [ids[number] for number in sorted(numbers) if asked(number)]
        for numbers in (after - before, before - after)
    )
    return {"aged": aged, "renewed": renewed} if aged or renewed else None


def market(steps: Steps) -> Ground:
    """Give the figures that moved, and the answers that the record speaks against now, or no more.

    What is told is what the record says; only under strict can that move months.
    """
    old = steps.old.assessor
    ids = old.compiled["ids"]
    before = old.contradicted(steps.was, steps.old.as_of)
    after = steps.between.contradicted(steps.aged, steps.new.as_of)
    found = {
        "version": _versions(old, steps.between),
        "parameters": _figures(steps),
        "speaks_against": [ids[number] for number in sorted(after - before)],
        "no_longer": [ids[number] for number in sorted(before - after)],
    }
    return found if any(found.values()) else None


def rubric(steps: Steps) -> Ground:
    """Give the two sets, where they are not the same."""
    old, new = steps.old.assessor, steps.new.assessor
    if same_set(old, new):
        return None
    one, other = ({key: a.compiled[key] for key in ("set", "version")} for a in (old, new))
    return {"old": one, "new": other, "readable": steps.reread is not None}


def _figures(steps: Steps) -> list[dict[str, Any]]:
    """Give the figures of the market that are others on the day that is described now."""
    before, after = (_by_id(solved.used) for solved in (steps.solved, steps.renewed))
    found = []
    for id_, each in {**before, **after}.items():
        values = [used[id_]["value"] if id_ in used else None for used in (before, after)]
        if values[0] != values[1]:
            found.append({"parameter": id_, "unit": each["unit"], **_both(*values)})
    return found


def _by_id(used: Iterable[Any]) -> dict[str, Any]:
    return {each["parameter"]: each for each in used if each is not None}


def _versions(old: Assessor, new: Assessor) -> dict[str, Any] | None:
    if old.market is None or new.market is None or old.market["content"] == new.market["content"]:
        return None
    return _both(old.market["version"], new.market["version"])


def _iso(idea: Idea) -> str | None:
    return idea.assessed.isoformat() if idea.assessed else None


def _left(idea: Idea, months: int, as_of: date) -> int | None:
    return (months_after(idea.assessed, months) - as_of).days if idea.assessed else None


def _both(old: Any, new: Any) -> dict[str, Any]:
    return {"old": old, "new": new}
