"""What another version of a set does to idea files: months, verdict, scores before and after."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from lifeline.errors import InvalidFile
from lifeline.reading.idea import read_idea

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from lifeline.errors import Problem
    from lifeline.model import assessment as told
    from lifeline.scoring.assess import Assessor

    Read = Callable[[str], tuple[bytes, str]]
    Both = tuple[Assessor, Assessor]
    """What judges by the older version, and by the newer one, asking the same of an idea."""
    Outcome = dict[str, Any] | list[Problem]
    """What comes out, or what is in the way."""

SAME, SCORE = "same", "other-score"
SHORTER, LONGER, WIDER, NARROWER = "shorter", "longer", "wider", "narrower"
UNREADABLE, READABLE, NEVER = "unreadable", "readable", "never-readable"


def effects(
    paths: Iterable[str], both: Callable[[str], Both], as_of: date, read: Read
) -> dict[str, Any]:
    """Judge idea files by both versions.

    Args:
        paths: the files.
        both: gives what judges a file.
        as_of: the day one looks, for both.
        read: gives the bytes of a file and the name it is shown under, or raises InvalidFile.
    """
    ideas = [_effect(path, both(path), as_of, read) for path in paths]
    sums = Counter(effect["change"] for effect in ideas)
    return {"as_of": as_of.isoformat(), "sums": dict(sorted(sums.items())), "ideas": ideas}


def _effect(path: str, both: Both, as_of: date, read: Read) -> dict[str, Any]:
    """Judge one file by both versions; it is read once, as it may be a pipe."""
    strict = both[1].strict
    try:
        data, name = read(path)
    except InvalidFile as error:
        return _compared(path, *[error.problems] * 2, strict=strict)
    outcomes = (_outcome(data, name, assessor, as_of) for assessor in both)
    return _compared(name, *outcomes, strict=strict)


def _outcome(data: bytes, name: str, assessor: Assessor, as_of: date) -> Outcome:
    try:
        idea = read_idea(data, name, assessor.compiled)
    except InvalidFile as error:
        return error.problems
    return _told(assessor.assess(idea, as_of=as_of, path=name))


def _told(assessment: told.Assessment) -> dict[str, Any]:
    lifeline = assessment["lifeline"]
    assert lifeline is not None, "an idea that was read can be assessed"
    return {
        "months": lifeline["months"],
        "verdict": assessment["verdict"],
        "scores": assessment["scores"],
    }


def _compared(path: str, old: Outcome, new: Outcome, *, strict: bool) -> dict[str, Any]:
    before, after = (outcome if isinstance(outcome, dict) else None for outcome in (old, new))
    return {
        "path": path,
        "strict": strict,
        "change": change_between(before, after),
        "old": before,
        "new": after,
        "errors": {"old": _problems(old), "new": _problems(new)},
    }


def _problems(outcome: Outcome) -> list[told.Problem]:
    return [problem.data() for problem in outcome] if isinstance(outcome, list) else []


def change_between(old: dict[str, Any] | None, new: dict[str, Any] | None) -> str:
    """Name what matters most: whether it can be read, then its verdict, months and scores."""
    if new is None:
        return NEVER if old is None else UNREADABLE
    if old is None:
        return READABLE
    if old["verdict"] != new["verdict"]:
        return f"now-{new['verdict']}"
    if old["months"] != new["months"]:
        return _span_change(old["months"], new["months"])
    return SAME if old["scores"] == new["scores"] else SCORE


def _span_change(old: dict[str, int], new: dict[str, int]) -> str:
    low, high = new["low"] - old["low"], new["high"] - old["high"]
    if low <= 0 and high <= 0:
        return SHORTER
    if low >= 0 and high >= 0:
        return LONGER
    return WIDER if low < 0 else NARROWER
