"""Why an idea moved, in a few words for each reason."""

from __future__ import annotations

from lifeline.insight.movement.steps import ANSWERS, CALENDAR, EVIDENCE, MARKET, RUBRIC
from lifeline.reading.spelling import shortened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    Data = dict[str, Any]

MOST_REASONS = 3
LONGEST_ANSWER = 60
"""Signs of an answer that a reason repeats: why a question does not apply may be long."""


def reasons(found: Data) -> list[str]:
    """Give what moved an idea, in a few words each."""
    focus = next((end for end in ("low", "high") if found["months"][end]), "verdict")
    every: list[str] = []
    for part in found["parts"]:
        if _moves(part["old"], part["new"], found, focus):
            every += _of_part(part, found, focus)
    if len(every) <= MOST_REASONS + 1:
        return every
    return [*every[:MOST_REASONS], f"{len(every) - MOST_REASONS} more changes"]


def _moves(before: Data, after: Data, found: Data, focus: str) -> bool:
    """Whether a step goes the way that the idea went."""
    if focus == "verdict":
        return bool(before["verdict"] != after["verdict"])
    return bool((after[focus] - before[focus]) * found["months"][focus] > 0)


def _of_part(part: Data, found: Data, focus: str) -> list[str]:
    told: list[str] = []
    for cause in part["causes"]:
        if cause == ANSWERS:
            told += _edits(part, found, focus)
        elif found[cause]:
            told += _CAUSES[cause](found[cause])
    return told


def _edits(part: Data, found: Data, focus: str) -> list[str]:
    """Name the changes that move it alone; else those without which it would not have moved."""
    edits = found["changes"]
    alone = [e for e in edits if _moves(part["old"], e["alone"], found, focus)]
    needed = [e for e in edits if _moves(e["undone"], part["new"], found, focus)]
    if not alone and not needed and edits:
        return [f"{count(len(edits), 'change')} to the file act together"]
    return [edit_text(edit) for edit in alone or needed]


def edit_text(edit: Data) -> str:
    """Say what was changed in a file: ``entry changed from nobody to announced``."""
    name = (edit["id"] or "").rpartition("/")[2]
    old, new = (_brief(edit[end]) for end in ("old", "new"))
    match edit["kind"]:
        case "answer" if old == new:
            return f"{name} was {'taken out' if edit['new'] is None else 'put in'} as unknown"
        case "answer":
            return f"{name} changed from {old} to {new}"
        case "evidence":
            return f"{name} has other evidence"
        case "capabilities":
            old, new = (_brief(edit[end] or "none") for end in ("old", "new"))
            return f"the capabilities changed from {old} to {new}"
    if edit["new"] is None:
        return f"{name} is waived no more"
    return f"{name} is waived until {new}"


def _brief(text: str | None) -> str:
    return "unknown" if text is None else shortened(" ".join(text.split()), LONGEST_ANSWER)


def _calendar(ground: Data) -> list[str]:
    told = [f"the waiver of {_names([rule])} ended" for rule in ground["waivers_ended"]]
    if not told and ground["as_of"]["old"] != ground["as_of"]["new"]:
        told = ["time passed"]
    return told + _described(**ground["assessed"])


def _described(old: str | None, new: str | None) -> list[str]:
    """Say that the answers describe another day; written as ISO, days compare as words do."""
    if old == new:
        return []
    if old is None or new is None:
        return [f"the answers describe {'a' if new else 'no'} day now"]
    return [f"the answers describe {'a later' if new > old else 'an earlier'} day now"]


def _evidence(ground: Data) -> list[str]:
    told = []
    if ground["aged"]:
        told.append(_answers(ground["aged"], "is too old now", "are too old now"))
    if ground["renewed"]:
        told.append(_answers(ground["renewed"], "counts again", "count again"))
    return told


def _answers(ids: list[str], one: str, several: str) -> str:
    """Say something of answers, which are old themselves or by what backs them."""
    if len(ids) == 1:
        return f"the answer to {_names(ids)} {one}"
    return f"the answers to {_names(ids)} {several}"


def _market(ground: Data) -> list[str]:
    told = [f"{each['parameter']} is another figure on that day" for each in ground["parameters"]]
    if ground["speaks_against"]:
        names = _names(ground["speaks_against"])
        told.append(f"the record of the market speaks against {names} now")
    if ground["no_longer"]:
        names = _names(ground["no_longer"])
        told.append(f"the record of the market no longer speaks against {names}")
    return told or ["the record of the market is another one"]


def _rubric(ground: Data) -> list[str]:
    (old, before), (new, after) = (ground[end].values() for end in ("old", "new"))
    if old != new:
        return [f"{old} {before} became {new} {after}"]
    return [f"{old} {before} {f'became {after}' if before != after else 'was changed'}"]


_CAUSES = {CALENDAR: _calendar, EVIDENCE: _evidence, MARKET: _market, RUBRIC: _rubric}


def _names(ids: Iterable[str]) -> str:
    names = [id_.rpartition("/")[2] for id_ in ids]
    if len(names) > MOST_REASONS:
        return f"{', '.join(names[:MOST_REASONS])} and {len(names) - MOST_REASONS} more"
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def count(number: int, noun: str) -> str:
    """Say a number of things."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
