"""What takes months of an idea: each cap with its reason, what gives back, and what it rests on."""

from __future__ import annotations

from lifeline.insight.explaining import cap_entries
from lifeline.report.explanation import answers_text, back_text, claim_text
from lifeline.report.history import rule_text
from lifeline.report.phrases import bare, count, head_of, reason_text, sentence, taking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Assessment, Cap
    from lifeline.model.compiled import CompiledSet

    Data = dict[str, Any]

RESTS = "What this rests on: {claims}"


def caps_told(assessment: Assessment, compiled: CompiledSet) -> list[Data]:
    """Give the caps that take months, or may, least months first; a claim is told in full once."""
    entries = {entry["id"]: entry for entry in cap_entries(compiled, assessment)}
    told: set[str] = set()
    return [_cap(cap, entries[cap["rule"]], told) for cap in taking(assessment["caps"])]


def _cap(cap: Cap, entry: Data, told: set[str]) -> Data:
    return {
        "id": cap["rule"],
        "months": cap["value"],
        "head": sentence(head_of(cap)),
        "status": cap["status"],
        "because": reason_text(cap),
        "answers": answers_text(entry["answers"]),
        "remedy": cap["remedy"],
        "gives_back": [sentence(back_text(back)) for back in entry["gives_back"]],
        "rests": RESTS.format(claims=count(len(_claims_of(entry)), "claim")),
        "claims": _claims(entry, told),
        "ids": ", ".join(bare(claim["id"]) for claim in _claims_of(entry)),
        "history": rule_text(entry["history"], entry["demanded_by"]),
    }


def _claims_of(entry: Data) -> list[Data]:
    """Give each claim once."""
    claims = [*entry["claims"], *(c for back in entry["gives_back"] for c in back["claims"])]
    return list({claim["id"]: claim for claim in claims}.values())


def _claims(entry: Data, told: set[str]) -> list[str]:
    """Tell the claims that a cap and what lifts it rest on; those told above only by name."""
    new: list[Data] = []
    again: list[Data] = []
    for claim in _claims_of(entry):
        (again if claim["id"] in told else new).append(claim)
        told.add(claim["id"])
    above = ", ".join(bare(claim["id"]) for claim in again)
    return [*map(claim_text, new), *([f"{above}, as above."] if above else [])]
