"""Lays ideas beside a baseline: what is worse than was accepted, and what is better."""

from __future__ import annotations

from lifeline.errors import UsageError
from lifeline.insight.baseline.changes import against, change_of, gone_idea, months_changed
from lifeline.model.words import CLOCKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lifeline.model.baseline import Accepted, Baseline, Change, Difference, Standing

VERDICTS = ("pass", "unclear", "fail", "invalid")
"""From the best to the worst."""

INVALID = VERDICTS[-1]


def compare(
    baseline: Baseline, standings: list[Standing], others: Collection[str] = ()
) -> Difference:
    """Compare ideas with what was accepted of them.

    Args:
        baseline: what was accepted.
        standings: the ideas of today, each with an id of its own.
        others: the ids of ideas that nobody looked at and that are not gone. One of the baseline
            that is neither among these nor among the ideas is; that is not said where a file cannot
            be read that may hold it.
    """
    new: list[Change] = []
    stale: list[Change] = []
    for each in standings:
        accepted = baseline["ideas"].get(each["id"])
        if accepted is None:
            new += _unknown(each)
        else:
            new += _worse(accepted, each)
            stale += _better(accepted, each)
    if not any(change["kind"] == INVALID and not change["was"] for change in new):
        stale += gone(baseline, standings, others)
    return {"new": new, "stale": stale}


def gone(
    baseline: Baseline, standings: list[Standing], others: Collection[str]
) -> Iterator[Change]:
    """Give the ideas of a baseline of which there is no file any more."""
    here = {*others, *(each["id"] for each in standings)}
    for id_, accepted in baseline["ideas"].items():
        if id_ not in here:
            yield gone_idea(id_, accepted)


def require_own_ids(standings: list[Standing]) -> None:
    """Make sure that each idea has an id of its own, as a baseline tells them apart by it.

    Raises:
        UsageError: when two files have the same.
    """
    paths: dict[str, str] = {}
    for each in standings:
        id_, path = each["id"], each["path"]
        if id_ in paths:
            message = f"{paths[id_]} and {path} have the same id, '{id_}'. A baseline tells ideas"
            raise UsageError(f"lifeline: {message} apart by it: give one of them another 'id:'.")
        paths[id_] = path


def _unknown(each: Standing) -> Iterator[Change]:
    """An idea of which nothing is accepted has to pass."""
    verdict = each["accepted"]["verdict"]
    if verdict == INVALID:
        yield change_of("invalid", each, now=verdict)
    elif verdict != VERDICTS[0]:
        yield change_of("idea", each, against(each), now=verdict)


def _worse(accepted: Accepted, each: Standing) -> Iterator[Change]:
    was, now = accepted["verdict"], each["accepted"]["verdict"]
    if was == INVALID:
        return  # whatever it says, it can be read again
    if now == INVALID:
        yield change_of("invalid", each, was=was, now=now)
        return
    for clock in CLOCKS:
        if each["accepted"]["months"][clock] < accepted["months"][clock]:
            yield months_changed(clock, accepted, each)
    if VERDICTS.index(now) > VERDICTS.index(was):
        yield change_of("verdict", each, against(each), was=was, now=now)
    known = {*accepted["findings"]}
    for written, finding in each["findings"].items():
        if written not in known:
            known_as = {"finding": written, "status": finding["status"]}
            yield change_of("finding", each, finding, now=finding["level"], **known_as)


def _better(accepted: Accepted, each: Standing) -> Iterator[Change]:
    was, now = accepted["verdict"], each["accepted"]["verdict"]
    if now == INVALID:
        return
    if was == INVALID:
        yield change_of("invalid", each, was=was, now=now)
        return
    for clock in CLOCKS:
        if each["accepted"]["months"][clock] > accepted["months"][clock]:
            yield months_changed(clock, accepted, each)
    if VERDICTS.index(now) < VERDICTS.index(was):
        yield change_of("verdict", each, was=was, now=now)
    for written in accepted["findings"]:
        if written not in each["findings"]:
            yield change_of("finding", each, finding=written)
