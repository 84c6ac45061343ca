"""Compares two versions of a set: every change that means something, the worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.authoring.difference.change import KINDS
from lifeline.authoring.difference.heads import (
    claim_changes,
    order_changes,
    other_writing,
    rubric_changes,
    set_changes,
    translation_changes,
)
from lifeline.authoring.difference.pairing import Pairing
from lifeline.authoring.difference.questions import question_changes
from lifeline.authoring.difference.raising import NOT_COMPARED, raising
from lifeline.authoring.difference.removed import removals
from lifeline.authoring.difference.retiring import retired_changes
from lifeline.authoring.difference.rules import protection_changes, rule_changes

if TYPE_CHECKING:
    from lifeline.authoring.difference.side import Side

FORMAT = 1

STEPS = (
    set_changes,
    translation_changes,
    rubric_changes,
    order_changes,
    question_changes,
    protection_changes,
    rule_changes,
    removals,
    retired_changes,
    claim_changes,
)


def compare(old: Side, new: Side) -> dict[str, Any]:
    """Give what changed between two versions of a set, as the plain data that JSON shows."""
    pairing = Pairing(old, new)
    found = [change for step in STEPS for change in step(pairing)]
    changes = [change.data() for change in found or other_writing(pairing)]
    changes.sort(key=lambda c: (KINDS.index(c["kind"]), c["path"], c["line"], c["column"]))
    counts = {kind: sum(change["kind"] == kind for change in changes) for kind in KINDS}
    worst = next((kind for kind in KINDS if counts[kind]), "")
    is_same = old.compiled["set"] == new.compiled["set"]
    versions = old.compiled["version"], new.compiled["version"]
    return {
        "format": FORMAT,
        "old": old.head(),
        "new": new.head(),
        "version": raising(*versions, worst) if is_same else dict(NOT_COMPARED),
        "counts": counts,
        "changes": changes,
        "ideas": None,
        "cases": None,
    }
