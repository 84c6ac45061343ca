"""Compares two states of ideas: what moved, the part of each cause, and a sentence that says so."""

from __future__ import annotations

from lifeline.insight.movement import grounds
from lifeline.insight.movement.changes import changes, together
from lifeline.insight.movement.moved import is_anything, moved
from lifeline.insight.movement.sentence import sentence, sentence_of_all
from lifeline.insight.movement.steps import ANSWERS, CALENDAR, EVIDENCE, MARKET, RUBRIC, Steps
from lifeline.scoring.assess import Assessor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.insight.movement.state import State

    Data = dict[str, Any]
    Pair = tuple[State | None, State | None]

SAME, TIME, OTHER, MONTHS, VERDICT = "same", "time", "other", "months", "verdict"
ADDED, DELETED = "added", "deleted"
UNREADABLE, READABLE, NEVER = "unreadable", "readable", "never-readable"

CHANGES = (UNREADABLE, NEVER, MONTHS, VERDICT, READABLE, ADDED, DELETED, OTHER, TIME, SAME)
"""What can become of an idea, the most urgent first."""


class Comparison:
    """Compares ideas, each as its states are judged; what it takes for one is known for the next.

    ``known`` has, by what judges an old and a new state, what has the set of the old one and the
    record of the market of the new one.
    """

    def __init__(self) -> None:
        self.known: dict[tuple[Assessor, Assessor], Assessor] = {}

    def between(self, old: Assessor, new: Assessor) -> Assessor:
        """Give what judges by the old set and the new record of the market."""
        if old.market is new.market:
            return old
        if (old, new) not in self.known:
            self.known[old, new] = Assessor(old.compiled, new.market, old.gate)
        return self.known[old, new]

    def all(self, pairs: list[Pair]) -> Data:
        """Compare pairs of states; of an idea that came or is gone there is one only."""
        ideas = [self.one(old, new) for old, new in pairs]
        ideas.sort(key=_urgency)
        counts = {name: sum(idea["change"] == name for idea in ideas) for name in CHANGES}
        return {
            "sentence": sentence_of_all(ideas),
            "low_end_fell": sum(low_end_fell(idea) for idea in ideas),
            "counts": counts,
            "ideas": ideas,
        }

    def one(self, old: State | None, new: State | None) -> Data:
        """Compare two states of an idea."""
        state = new or old
        assert state is not None, "there is at least one"
        name = next((s for s in (new, old) if s and s.idea), state)
        found: Data = {
            "id": name.id,
            "idea": name.assessment["idea"],
            "old": old and old.data(),
            "new": new and new.data(),
            "errors": {"old": _errors(old), "new": _errors(new)},
            "months": None,
            "parts": [],
            **dict.fromkeys((CALENDAR, EVIDENCE, MARKET, RUBRIC)),
            "changes": [],
            "together": None,
            "moved": None,
        }
        if old and new and old.idea and new.idea:
            found |= self._both(old, new)
        found["change"] = change_of(found)
        return {"sentence": sentence(found), "change": found.pop("change"), **found}

    def _both(self, old: State, new: State) -> Data:
        steps = Steps(old, new, self.between(old.assessor, new.assessor))
        parts = steps.parts()
        found: Data = {
            "months": {end: sum(part[end] for part in parts) for end in ("low", "high")},
            CALENDAR: grounds.calendar(steps),
            EVIDENCE: grounds.evidence(steps),
            MARKET: grounds.market(steps),
            RUBRIC: grounds.rubric(steps),
            "moved": moved(old.assessment, new.assessment),
        }
        if steps.reread is not None:
            edited = changes(steps.reread, steps.idea, new.assessor.compiled, steps.judged)
            found["changes"] = edited
            found["together"] = together(edited, parts[-1])
        found["parts"] = [part for part in parts if _is_told(part, found)]
        return found


def _is_told(part: Data, found: Data) -> bool:
    """Whether a part moved something, or there is something to say of its cause."""
    said = {**found, ANSWERS: found.get("changes")}
    return part["old"] != part["new"] or any(said[cause] for cause in part["causes"])


def change_of(found: Data) -> str:
    """Name what matters most: whether it is there and can be read, then its months and verdict."""
    old, new = found["old"], found["new"]
    if new is None:
        return DELETED
    if new["lifeline"] is None:
        return UNREADABLE if old and old["lifeline"] else NEVER
    if old is None or old["lifeline"] is None:
        return ADDED if old is None else READABLE
    if any(found["months"].values()):
        return MONTHS
    return VERDICT if old["verdict"] != new["verdict"] else _quiet(found)


def _quiet(found: Data) -> str:
    """Name what moved beside the months and the verdict."""
    if found[MARKET] or found[RUBRIC] or found["changes"] or _assessed_moved(found):
        return OTHER
    if found[CALENDAR] or found[EVIDENCE]:
        return TIME
    return OTHER if is_anything(found["moved"]) else SAME


def _assessed_moved(found: Data) -> bool:
    return bool(found["old"]["assessed"] != found["new"]["assessed"])


def low_end_fell(idea: Data) -> bool:
    """Whether an idea lasts less long at the least than it did."""
    return idea["months"] is not None and idea["months"]["low"] < 0


def _errors(state: State | None) -> Any:
    return state.assessment["errors"] if state else []


def _urgency(idea: Data) -> tuple[int, int, int, str]:
    """Give what sorts ideas: what became of it, how far the low end and the high end moved."""
    months = idea["months"] or {"low": 0, "high": 0}
    path = (idea["new"] or idea["old"])["path"]
    return CHANGES.index(idea["change"]), months["low"], months["high"], path
