"""What a baseline holds after a run: everything as it stands, or only what became better."""

from __future__ import annotations

from lifeline.insight.baseline.comparing import INVALID, VERDICTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from lifeline.model.baseline import Accepted, Baseline, Change, Standing
    from lifeline.model.compiled import CompiledSet


def written(
    compiled: CompiledSet,
    standings: list[Standing],
    old: Baseline | None = None,
    stale: Collection[Change] = (),
) -> Baseline:
    """Accept ideas as they stand.

    What the ``old`` baseline holds of others is kept, but for those that are ``stale``: gone.
    """
    gone = _gone(stale)
    kept = {id_: idea for id_, idea in old["ideas"].items() if id_ not in gone} if old else {}
    ideas = {**kept, **{each["id"]: each["accepted"] for each in standings}}
    return {
        "set": compiled["set"],
        "version": compiled["version"],
        "deciding": compiled["hashes"]["deciding"],
        "ideas": {id_: ideas[id_] for id_ in sorted(ideas)},
    }


def tightened(baseline: Baseline, standings: list[Standing], stale: list[Change]) -> Baseline:
    """Take out of a baseline what is ``stale``, and nothing else: no idea, no finding is added.

    A file that can be judged again is held to what it says now.
    """
    now = {each["id"]: each["accepted"] for each in standings}
    gone = _gone(stale)
    ideas = {
        id_: _tighter(accepted, now.get(id_, accepted))
        for id_, accepted in baseline["ideas"].items()
        if id_ not in gone
    }
    return {**baseline, "ideas": ideas}


def _gone(stale: Collection[Change]) -> set[str]:
    return {change["id"] for change in stale if change["kind"] == "idea"}


def _tighter(accepted: Accepted, now: Accepted) -> Accepted:
    if now["verdict"] == INVALID:
        return accepted
    if accepted["verdict"] == INVALID:
        return now
    months = {
        clock: max(least, now["months"][clock]) for clock, least in accepted["months"].items()
    }
    return {
        **now,
        "verdict": min(accepted["verdict"], now["verdict"], key=VERDICTS.index),
        "months": months,
        "findings": [each for each in accepted["findings"] if each in {*now["findings"]}],
    }
