"""Judges what became of rules and protections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.authoring.difference.change import BREAKING, COMPATIBLE, Change, Verdict
from lifeline.authoring.difference.fields import WORDING, changed_field, field_changes
from lifeline.authoring.difference.removed import named_otherwise
from lifeline.authoring.difference.switched import comes
from lifeline.scoring.gate import gated_levels, optional_rubrics

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.difference.fields import Judges
    from lifeline.authoring.difference.pairing import Pairing
    from lifeline.authoring.difference.side import Placed, Side

WHEN = Verdict(BREAKING, "It holds for other ideas than before, so the same answers mean other.")
CAP = Verdict(BREAKING, "Where it holds, the same answers give other months or another cause.")
LIFTS = Verdict(BREAKING, "Where it holds, the same protections give other months.")
EFFECT = Verdict(BREAKING, "It does something else than before where it holds.")
VERDICTS = Verdict(BREAKING, "The gate looks at it, so verdicts may become other.")
LEVEL = Verdict(COMPATIBLE, "The gate looks at it neither before nor now: verdicts stay.")

NEW_CAP = Verdict(COMPATIBLE, "Files stay valid. It may shorten results.")
NEW_BLOCKER = Verdict(COMPATIBLE, "Files stay valid. Ideas may fail by it.")
NEW_FINDING = Verdict(COMPATIBLE, "Files stay valid. It only tells something.")
NEW_PROTECTION = Verdict(COMPATIBLE, "Files stay valid. It may lengthen what it lifts.")

TEXTS: Judges = dict.fromkeys(("because", "remedy", "claims", "demanded_by"), WORDING)
PROTECTION: Judges = {"id": None, "when": WHEN, **TEXTS}
RULE: Judges = {"id": None, "when": WHEN, "cap": None, "finding": None, "unless": LIFTS, **TEXTS}


def rule_changes(pairing: Pairing) -> Iterator[Change]:
    """Give what became of the rules that both versions have, and of those that are new."""
    old, new = pairing.rules
    for id_, entry in new.items():
        if id_ not in old:
            yield _new(pairing, "rules", entry, _new_rule(entry, pairing))
            continue
        yield from named_otherwise(old[id_], entry, pairing.new.name)
        yield from field_changes(old[id_], entry, pairing.new.name, RULE)
        yield from _effect_changes(old[id_], entry, pairing)


def protection_changes(pairing: Pairing) -> Iterator[Change]:
    """Give what became of the protections that both versions have, and of those that are new."""
    old, new = pairing.protections
    for id_, entry in new.items():
        if id_ in old:
            yield from named_otherwise(old[id_], entry, pairing.new.name)
            yield from field_changes(old[id_], entry, pairing.new.name, PROTECTION)
        else:
            yield _new(pairing, "protections", entry, NEW_PROTECTION)


def _new(pairing: Pairing, kind: str, entry: Placed, verdict: Verdict) -> Change:
    return Change(verdict, pairing.new.name, entry.spot, comes(pairing, kind, entry))


def _new_rule(entry: Placed, pairing: Pairing) -> Verdict:
    rule: Any = entry.model
    if rule.cap:
        return NEW_CAP
    return NEW_BLOCKER if _is_gated(pairing.new, entry, rule.finding) else NEW_FINDING


def _is_gated(side: Side, rule: Placed, level: str) -> bool:
    """Whether the gate of a version looks at a finding: not where one may leave its rubric out."""
    deciding = side.compiled["deciding"]
    is_optional = rule.id.partition("/")[0] in optional_rubrics(deciding)
    return level in gated_levels(deciding["gate"]) and not is_optional


def _effect_changes(old: Placed, new: Placed, pairing: Pairing) -> Iterator[Change]:
    """Tell what changed in a cap or in a finding, or that a rule is the other now."""
    before: Any = old.model
    after: Any = new.model
    folder = pairing.new.name
    if before.cap and after.cap:
        for field in type(after.cap).model_fields:
            if getattr(before.cap, field) != getattr(after.cap, field):
                yield changed_field(old, new, folder, f"cap.{field}", CAP)
    elif before.cap or after.cap:
        yield changed_field(old, new, folder, "cap" if after.cap else "finding", EFFECT)
    elif before.finding != after.finding:
        was = _is_gated(pairing.old, old, before.finding)
        verdict = VERDICTS if was or _is_gated(pairing.new, new, after.finding) else LEVEL
        yield changed_field(old, new, folder, "finding", verdict)
