"""A rule that two advisers do not share, for people: what it does under each, and why."""

from __future__ import annotations

from lifeline.report.phrases import bare
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Entry = dict[str, Any]

CLAIMS_SHOWN = 2
"""Claims of a rule that are told in their own words."""


def rule_lines(entry: Entry, names: list[str], advisers: list[Entry], terminal: Terminal) -> Lines:
    """Give the lines of a rule that does not do the same under both advisers."""
    telling = next(each for each in entry["under"] if each["state"] == "fires")
    title = f"{bare(entry['rule'])} ({telling['clock']}, {telling['cause']})"
    lines = terminal.paragraph(title, 2, terminal.signs["bullet"])
    for place, (name, each) in enumerate(zip(names, entry["under"], strict=True)):
        is_off = advisers[1 - place]["set"] in advisers[place]["extends"]
        lines += terminal.paragraph(_does(name, each, is_off=is_off), 4)
        for lift in each.get("lifted_by", ()):
            lines += terminal.paragraph(_lift(lift), 6)
    lines += terminal.paragraph(telling["because"], 4)
    return lines + _claims(telling["claims"], terminal)


def _claims(claims: list[Entry], terminal: Terminal) -> Lines:
    """Tell what a rule rests on, in the words of the claims."""
    lines: Lines = []
    for claim in claims[:CLAIMS_SHOWN]:
        source = claim["source"]
        text = f"It rests on {claim['id']}: {claim['says']}"
        lines += terminal.paragraph(f"{text} ({source['author']}, {source['date']})", 4)
    rest = [claim["id"] for claim in claims[CLAIMS_SHOWN:]]
    return lines + (terminal.paragraph(f"and on {', '.join(rest)}.", 4) if rest else [])


def _does(name: str, entry: Entry, *, is_off: bool) -> str:
    """Say what a rule does under an adviser; ``is_off``: if it has none, it switched it off."""
    if entry["state"] == "absent":
        return f"{name} has {'switched this rule off' if is_off else 'no such rule'}."
    if entry["state"] == "silent":
        return f"{name} has the rule, and it takes no months here."
    perhaps = "perhaps " if entry["status"] == "possible" else ""
    waits = ", ".join(map(bare, entry["waits_on"]))
    told = f"Under {name} it {perhaps}leaves {months_text(entry['value'])}."
    return f"{told} That depends on what is open: {waits}." if waits else told


def _lift(lift: Entry) -> str:
    perhaps = "perhaps lifted" if lift["status"] == "possible" else "lifted"
    months = months_text({"low": lift["months"], "high": lift["months"]})
    return f"{perhaps} to {months} by {bare(lift['protection'])}: {lift['because']}"
