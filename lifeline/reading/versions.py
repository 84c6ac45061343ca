"""Compares the version that answers were given under with the set that judges them."""

from __future__ import annotations

import re
from shlex import quote

from lifeline.model.idea import Note
from lifeline.model.versions import parts_of
from lifeline.model.words import NEWER, OLDER, OTHER
from lifeline.reading.spelling import brief, hint, listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import Node

    from lifeline.model.compiled import CompiledSet
    from lifeline.model.idea import Idea
    from lifeline.reading.nodes import Problems

UPDATE = "Get the newer set; those that come with lifeline: pip install --upgrade product-lifeline"


def compare(idea: Idea, compiled: CompiledSet, places: dict[str, Node], problems: Problems) -> None:
    """Note what the record of versions says of a set other than the one that judges.

    A patch is only other wording, and nothing is said of it. Where something is wrong with a file
    that a newer set was used for, that is told beside it: it may be the reason.
    """
    name, today = _recorded(idea, compiled)
    then = idea.versions.get(name)
    if then is None and _asks_otherwise(compiled, problems):
        first = next(iter(places))
        problems.add(places[first], f"set.{brief(first)}", _answered_for(list(places), name))
        return
    if then is None:
        _add(idea, _other(list(idea.versions), name, today), next(iter(places.values())))
        return
    before, after = parts_of(then)[:2], parts_of(today)[:2]
    if before > after and problems.found:
        message = f"{then} is newer than the {name} {today} that judges here."
        problems.add(places[name], f"set.{name}", f"{message} {UPDATE}.")
    elif before > after:
        _add(idea, _newer(name, then, today), places[name])
    elif before < after:
        _add(idea, _older(idea, name, then, today), places[name])


def _asks_otherwise(compiled: CompiledSet, problems: Problems) -> bool:
    """Whether there are answers to questions that this set does not ask, nor ever did."""
    known = {*compiled["index"], *compiled["retired"]["questions"]}
    answered = (re.match(r"answers\.([^.\[]+)", problem.key) for problem in problems.found)
    return any(found and found[1] not in known for found in answered)


def _answered_for(named: list[str], name: str) -> str:
    """Say that a file may be meant for one of the other sets that it names."""
    shown, first = listed(map(brief, named)), brief(named[0])
    one = first if len(named) == 1 else "one of them"
    such = ":" if len(named) == 1 else ", such as"
    return (
        f"names {shown}, and {name} judges here. If it was answered for {one}, name that"
        f" set{such} --set {quote(first)}."
    )


def _recorded(idea: Idea, compiled: CompiledSet) -> tuple[str, str]:
    """Give the set that judges, or one it stands on if only that is recorded; and its version."""
    standing_on = compiled["extends"].items()
    known = [(compiled["set"], compiled["version"]), *standing_on]
    return next(((name, today) for name, today in known if name in idea.versions), known[0])


def _older(idea: Idea, name: str, then: str, today: str) -> Note:
    touched = listed(sorted({note.answer for note in idea.notes if note.answer}))
    message = f"The answers were given under {name} {then}, and {name} {today} judges them."
    if touched:
        told = f"{message} What it asks or offers has changed for: {touched}."
        return Note(
            OLDER, told, f"Mend these first, look at the others, then {_record(name, today)}."
        )
    told = f"{message} No answer here was retired since."
    return Note(OLDER, told, f"Look at the answers again, then {_record(name, today)}.")


def _newer(name: str, then: str, today: str) -> Note:
    message = (
        f"The answers were given under {name} {then}, and the older {name} {today} judges them."
    )
    return Note(NEWER, message, f"{UPDATE}.")


def _other(named: list[str], name: str, today: str) -> Note:
    shown = listed(map(brief, named))
    message = f"The answers were given under {shown}, and {name} judges them."
    meant = hint(name, named) and f" If you meant {name}, write it so."
    remedy = f"Look whether they mean the same here, then {_record(name, today)}.{meant}"
    return Note(OTHER, message, remedy)


def _record(name: str, version: str) -> str:
    return f"write '{name}: {version}' under 'set:'"


def _add(idea: Idea, note: Note, place: Node) -> None:
    note.line, note.column = place.start_mark.line + 1, place.start_mark.column + 1
    idea.notes.append(note)
