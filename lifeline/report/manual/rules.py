"""What a manual says of a rule or protection: when it holds, and what it does then."""

from __future__ import annotations

from lifeline.model.words import FULL
from lifeline.report.manual.conditions import ALWAYS
from lifeline.report.manual.wording import either
from lifeline.report.phrases import CAUSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Entry = dict[str, Any]


def brief_effect(entry: Entry) -> str:
    """Say in a few words what a rule or protection does."""
    match entry["kind"]:
        case "cap":
            unless = ", unless protected" if entry["lifted_by"] else ""
            return f"{entry['clock']} at most {entry['months']} months{unless}"
        case "finding":
            return str(entry["level"])
        case _:
            return "protection"


def rule_facts(rule: Entry) -> list[str]:
    """Say when a rule or protection holds, and what it does then."""
    is_always = rule["when"] == ALWAYS
    facts = ["It always holds." if is_always else f"It holds when {rule['when']}."]
    match rule["kind"]:
        case "cap":
            cause = f"{CAUSES[rule['cause']]} ({rule['cause']})"
            lasts = f"The {rule['clock']} lasts at most {rule['months']} months"
            return [*facts, f"{lasts}. The cause: {cause}.", _lifted(rule["lifted_by"])]
        case "finding":
            return [*facts, f"It is a {rule['level']}. It takes no months."]
        case _:
            return [*facts, _lifts(rule["lifts"])]


def _lifted(lifts: list[Entry]) -> str:
    by_months: dict[int, list[str]] = {}
    for lift in sorted(lifts, key=lambda lift: lift["months"]):
        by_months.setdefault(lift["months"], []).append(f"`{lift['protection']}`")
    said = [f"{_lift(months)} where {either(ids)} holds" for months, ids in by_months.items()]
    return f"It is {'; it is '.join(said)}." if said else "No protection lifts it."


def _lifts(lifts: list[Entry]) -> str:
    said = [f"`{lift['rule']}` is {_lift(lift['months'])}" for lift in lifts]
    return f"Where it holds, {'; '.join(said)}." if said else "It lifts no cap."


def _lift(months: int) -> str:
    return "off" if months == FULL else f"lifted to {months} months"
