"""What each cause rests on, for people: days, evidence, the market, the set, and the answers."""

from __future__ import annotations

from lifeline.reading.spelling import listed
from lifeline.report.phrases import amount, bare, count, day_text, short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Data = dict[str, Any]
    Lines = list[str]

NOTHING = "not given"
ONLY_STRICT = "This moves months with --strict only."
NAMED = 6
"""Questions that are named of those whose evidence aged; JSON names all."""
TOLD = 12
"""Changes told of those that move nothing by themselves; JSON has all."""


def cause_lines(idea: Data, found: Data, terminal: Terminal) -> Lines:
    """Tell each cause of which there is something to say, in the order in which they are taken."""
    lines: Lines = []
    for cause, say in _CAUSES.items():
        if idea[cause]:
            text = f"{cause}: {say(idea[cause], found)} {_effect(idea, cause, terminal)}"
            lines += terminal.paragraph(text, 2, terminal.signs["bullet"])
    return lines + (_answers(idea, terminal) if idea["changes"] else [])


def _effect(idea: Data, cause: str, terminal: Terminal) -> str:
    """Say what a cause moved; where one could not be judged, the next tells for both."""
    part = _part(idea, cause)
    if part is None or part["old"] == part["new"]:
        return ""
    if part["causes"][-1] != cause:
        return "What this moves is told with the next cause."
    return f"This moves {_moves(part['old'], part['new'], terminal.signs['to'])}."


def _part(idea: Data, cause: str) -> Data | None:
    return next((part for part in idea["parts"] if cause in part["causes"]), None)


def _moves(old: Data, new: Data, sign: str) -> str:
    told = []
    if (old["low"], old["high"]) != (new["low"], new["high"]):
        told.append(f"months: {short(old)} {sign} {short(new)}")  # type: ignore[arg-type]
    if old["verdict"] != new["verdict"]:
        told.append(f"the verdict: {old['verdict']} {sign} {new['verdict']}")
    return " and ".join(told)


def _calendar(ground: Data, _found: Data) -> str:
    told = []
    if ground["as_of"]["old"] != ground["as_of"]["new"]:
        days = (day_text(ground["as_of"][end]) for end in ("old", "new"))
        told.append("looked at from {}, and now from {}.".format(*days))
    if ground["assessed"]["old"] != ground["assessed"]["new"]:
        told.append(f"The day that the answers describe is {_described(ground['assessed'])}.")
    left = ground["days_left"]
    if left["old"] is not None and left["new"] is not None and left["old"] != left["new"]:
        was, is_ = _away(left["old"]), _away(left["new"])
        told.append(f"With the same months, the low end was {was}, and is {is_} now.")
    told += [f"The waiver of {rule} has ended." for rule in ground["waivers_ended"]]
    return " ".join(told)


def _described(assessed: Data) -> str:
    old, new = (day_text(assessed[end]) if assessed[end] else "not given" for end in ("old", "new"))
    return f"{new} now; it was {old}"


def _away(days: int) -> str:
    return f"{count(days, 'day')} away" if days >= 0 else f"past by {count(-days, 'day')}"


def _evidence(ground: Data, found: Data) -> str:
    told = []
    if ground["aged"]:
        told.append(f"too old or too little now, or answered too long ago: {_ids(ground['aged'])}.")
    if ground["renewed"]:
        told.append(f"counts again for {_ids(ground['renewed'])}.")
    return _joined([*told, *([] if found["strict"] else [ONLY_STRICT])])


def _market(ground: Data, found: Data) -> str:
    told = []
    if ground["version"]:
        told.append("the record is {old} before, and {new} now.".format(**ground["version"]))
    told += [_figure(each) for each in ground["parameters"]]
    if ground["speaks_against"]:
        told.append(
            f"the record speaks against the answer to {_ids(ground['speaks_against'])} now."
        )
    if ground["no_longer"]:
        told.append(
            f"the record no longer speaks against the answer to {_ids(ground['no_longer'])}."
        )
    is_doubt = ground["speaks_against"] or ground["no_longer"]
    return _joined([*told, *([ONLY_STRICT] if is_doubt and not found["strict"] else [])])


def _joined(told: list[str]) -> str:
    """Join what is said behind a colon: only the first sentence begins small."""
    return " ".join([*told[:1], *(each[0].upper() + each[1:] for each in told[1:])])


def _figure(each: Data) -> str:
    old, new = (
        amount(each[end], each["unit"]) if each[end] is not None else "not known"
        for end in ("old", "new")
    )
    was = f"the figure {each['parameter']} was {old} on the day described before"
    return f"{was}, and is {new} on that of now."


def _rubric(ground: Data, _found: Data) -> str:
    old, new = (f"{ground[end]['set']} {ground[end]['version']}" for end in ("old", "new"))
    told = f"judged by {old} before, and by {new} now."
    if old == new:
        told = f"{new} was changed, with the same version."
    return told if ground["readable"] else f"{told} The older file cannot be read by the newer set."


_CAUSES = {"calendar": _calendar, "evidence": _evidence, "market": _market, "rubric": _rubric}


def _answers(idea: Data, terminal: Terminal) -> Lines:
    """Tell the changes of the file: those that do something by themselves, then the others."""
    part, sign = _part(idea, "answers"), terminal.signs["to"]
    assert part is not None, "a file that was changed has a part for that"
    lead = f"answers: {count(len(idea['changes']), 'change')} in the file."
    text = f"{lead} {_effect(idea, 'answers', terminal)}"
    lines = terminal.paragraph(text, 2, terminal.signs["bullet"])
    alone = [c for c in idea["changes"] if c["alone"] != part["old"]]
    for change in alone:
        told = f"{_change(change, sign)}. By itself it moves"
        text = f"{told} {_moves(part['old'], change['alone'], sign)}."
        lines += terminal.paragraph(text, 4, "  -")
    others = [_change(change, sign) for change in idea["changes"] if change not in alone]
    if others:
        lead = "Moving neither months nor verdict by themselves: "
        text = f"{lead if alone or len(others) > 1 else ''}{_some(others)}."
        lines += terminal.paragraph(text, 4, "  -")
    is_joint = part["old"] != part["new"] or alone
    if is_joint and any(idea["together"].values()) and len(idea["changes"]) > 1:
        lines += terminal.paragraph(_together(idea, part), 4)
    return lines


def _some(changes: list[str]) -> str:
    more = f"; and {len(changes) - TOLD} more" if len(changes) > TOLD else ""
    return f"{'; '.join(changes[:TOLD])}{more}"


def _change(change: Data, sign: str) -> str:
    old, new = (change[end] or NOTHING for end in ("old", "new"))
    name = bare(change["id"] or "")
    match change["kind"]:
        case "answer":
            return f"{name}: {old} {sign} {new}"
        case "evidence":
            return f"{name}: other evidence for {new}"
        case "capabilities":
            return f"capabilities: {old} {sign} {new}"
    return f"waiver of {change['id']}: {old} {sign} {new}"


def _together(idea: Data, part: Data) -> str:
    """Say that changes act together, and which of them it takes."""
    needed = [bare(c["id"] or c["kind"]) for c in idea["changes"] if c["undone"] != part["new"]]
    lead = "These changes act together: what each does by itself does not add up to the whole."
    if not needed:
        return f"{lead} Undoing any single one would change nothing."
    return f"{lead} Undoing one would make a difference for: {', '.join(needed)}."


def _ids(ids: list[str]) -> str:
    return listed(map(bare, ids), NAMED)
