"""What is told of one thing in which an idea is not as it was accepted."""

from __future__ import annotations

from lifeline.model.words import CLOCKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Finding
    from lifeline.model.baseline import Accepted, Change, Ground, Kind, Standing

    Reason = Ground | Finding


def months_changed(clock: str, accepted: Accepted, each: Standing) -> Change:
    """Tell that a clock has fewer or more months than were accepted, and what holds it down."""
    was, now = accepted["months"][clock], each["accepted"]["months"][clock]
    return change_of("months", each, each["grounds"][clock], was=was, now=now, clock=clock)


def against(each: Standing) -> Reason | None:
    """Give what a verdict comes from: of the first part of the gate that has it."""
    verdict = each["accepted"]["verdict"]
    part = next(part for part in each["gates"] if part["verdict"] == verdict)
    name, _, clock = part["part"].partition("/")
    if name == "months":
        months = each["accepted"]["months"]
        ground = each["grounds"][clock or min(CLOCKS, key=months.__getitem__)]
        return ground if verdict == "fail" else {**ground, "remedy": ""}  # it may not hold at all
    findings = each["findings"].values()
    return next((finding for finding in findings if finding["rule"] in part["rules"]), None)


def gone_idea(id_: str, accepted: Accepted) -> Change:
    """Tell that there is no file of an idea any more."""
    return _change("idea", id_, was=accepted["verdict"])


def change_of(kind: Kind, each: Standing, reason: Reason | None = None, **more: Any) -> Change:
    """Tell something about an idea that is there, with the place of its reason."""
    known: dict[str, Any] = {key: each[key] for key in ("idea", "path", "errors")}
    if kind in {"idea", "verdict"}:
        known |= {"gates": each["gates"], "deciding": each["deciding"]}
    return _change(kind, each["id"], reason, **known, **more)


def _change(kind: Kind, id_: str, reason: Reason | None = None, **more: Any) -> Change:
    """Give a change; what is not said of it is empty."""
    change: Any = {"kind": kind, "id": id_, "idea": "", "path": None}
    change |= dict.fromkeys(("clock", "finding", "was", "now", "status", "rule"))
    change |= {"message": "", "remedy": "", "line": 1, "column": 1}
    change |= {"gates": [], "deciding": None, "errors": []}
    if reason is not None:
        keys = ("rule", "message", "remedy", "line", "column")
        change |= {key: reason[key] for key in keys}  # type: ignore[literal-required]
    change |= more
    found: Change = change
    return found
