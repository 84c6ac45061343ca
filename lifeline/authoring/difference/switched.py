"""Tells what a set that extends another switched off or on: nothing of that is gone, or new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.authoring.difference.change import BREAKING, COMPATIBLE, Change, Verdict
from lifeline.compiling.names import Spot
from lifeline.model.retirement import CHOICE, kind_of

if TYPE_CHECKING:
    from lifeline.authoring.difference.pairing import Pairing
    from lifeline.authoring.difference.side import Placed, Side

COUNTS_NO_MORE = Verdict(BREAKING, "It counts no more. Idea files that hold it are still read.")
COUNTS_NOW = Verdict(
    COMPATIBLE,
    "Files stay valid: an answer to it counts now. Where it is open, results may widen.",
)


def off_at(side: Side, kind: str, id_: str) -> Spot | None:
    """Give where something is switched off, a question by its bare id; None where it is not."""
    for full, off in side.models.standing.off.items():
        if off.kind == kind and id_ == (full.partition("/")[2] if kind == "questions" else full):
            return Spot(off.source, off.path)
    return None


def switched_off(
    pairing: Pairing, kind: str, entry: Placed, verdict: Verdict = COUNTS_NO_MORE
) -> Change | None:
    """Give the change of an entry that the newer version switches off, if it does."""
    spot = off_at(pairing.new, kind, entry.id)
    if spot is None:
        return None
    return Change(verdict, pairing.new.name, spot, f"{entry.name} is switched off.")


def comes(pairing: Pairing, kind: str, entry: Placed) -> str:
    """Say of what only the newer version has whether it is new or was switched off before."""
    was_off = off_at(pairing.old, kind, entry.id)
    return f"{entry.name} is {'switched on' if was_off else 'new'}."


def is_passed_over(side: Side, id_: str) -> bool:
    """Whether a retired id is a choice of a question that is off: it is passed over with that."""
    if kind_of(id_) != CHOICE:
        return False
    return off_at(side, "questions", id_.partition(".")[0]) is not None
