"""Pairs ideas of two versions of a folder: by their path, and what is left by their id."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.insight.movement.compare import Pair
    from lifeline.insight.movement.state import State


def pairs(old: dict[str, State], new: dict[str, State]) -> list[Pair]:
    """Pair states that are given by the path in their folder, in order of path.

    What has an id that several left over have is not paired by it.
    """
    found: list[Pair] = [(old[path], new[path]) for path in sorted(old.keys() & new.keys())]
    gone = [old[path] for path in sorted(old.keys() - new.keys())]
    came = [new[path] for path in sorted(new.keys() - old.keys())]
    before, after = _by_id(gone), _by_id(came)
    moved = [id_ for id_ in before if id_ in after]
    found += [(before[id_], after[id_]) for id_ in moved]
    found += [
        (state, None)
        for state in gone
        if before.get(state.id) is not state or state.id not in moved
    ]
    found += [
        (None, state) for state in came if after.get(state.id) is not state or state.id not in moved
    ]
    return found


def _by_id(states: list[State]) -> dict[str, State]:
    """Give the states that can be read and whose id no other one has."""
    ids = [state.id for state in states]
    return {s.id: s for s in states if s.idea is not None and ids.count(s.id) == 1}
