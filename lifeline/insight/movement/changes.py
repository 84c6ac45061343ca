"""What was changed in an idea file, and what each change does by itself.

A change is tried in two ways: alone, in the old file; and undone, in the new one. Where several act
together, what they do alone does not add up to what all of them do.
"""

from __future__ import annotations

from copy import copy

from lifeline.model.idea import OPEN
from lifeline.scoring.saying import said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from lifeline.insight.movement.state import Outcome
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.idea import Answer, Idea

    Judge = Callable[[Idea], Outcome]
    Change = tuple[str, int | str]
    """A kind, and what it is about: the number of a question, the rule of a waiver, or nothing."""

ANSWER, PROOF, CAPABILITIES, WAIVER = "answer", "evidence", "capabilities", "waiver"
UNKNOWN = "unknown"


def changes(before: Idea, after: Idea, compiled: CompiledSet, judge: Judge) -> list[dict[str, Any]]:
    """Give what was changed that can move something, in the order of the set.

    Args:
        before: the older idea, as the set understands it.
        after: the newer one.
        compiled: the set.
        judge: judges an idea.
    """
    found = [
        {
            "kind": kind,
            "id": compiled["ids"][about] if isinstance(about, int) else about or None,
            **_words(kind, about, (before, after), compiled),
            "alone": judge(_with((kind, about), before, after)),
            "undone": judge(_with((kind, about), after, before)),
        }
        for kind, about in _changed(before, after)
    ]
    ends = (judge(before), judge(after)) if found else ()
    return [change for change in found if not _is_idle(change, ends)]


def _is_idle(change: dict[str, Any], ends: tuple[Outcome, ...]) -> bool:
    """Whether a question was only written down as open, or taken out so, and that does nothing."""
    is_open = {change["old"], change["new"]} == {None, UNKNOWN}
    return is_open and (change["alone"], change["undone"]) == ends


def together(found: list[dict[str, Any]], part: dict[str, Any]) -> dict[str, int]:
    """Give the months that changes move only together: what is left of those that all move."""
    ends = ("low", "high")
    alone = {end: sum(each["alone"][end] - part["old"][end] for each in found) for end in ends}
    return {end: part[end] - alone[end] for end in ends}


def _changed(before: Idea, after: Idea) -> Iterator[Change]:
    for number in sorted({*before.answers, *after.answers}):
        old, new = before.answers.get(number), after.answers.get(number)
        if _says(old) != _says(new):
            yield ANSWER, number
        elif old is not None and new is not None and _proof(old) != _proof(new):
            yield PROOF, number
        elif old is None or new is None:
            yield ANSWER, number  # even as open it may bring in an optional rubric
    if sorted(before.capabilities) != sorted(after.capabilities):
        yield CAPABILITIES, ""
    for rule in sorted({*before.waivers, *after.waivers}):
        if _until(before, rule) != _until(after, rule):
            yield WAIVER, rule


def _says(answer: Answer | None) -> Any:
    return (OPEN, ()) if answer is None else (answer.state, answer.value)


def _proof(answer: Answer) -> list[str]:
    return sorted(map(str, answer.evidence))


def _until(idea: Idea, rule: str) -> str | None:
    return idea.waivers[rule].until.isoformat() if rule in idea.waivers else None


def _with(change: Change, idea: Idea, other: Idea) -> Idea:
    """Give an idea with one thing as another idea has it."""
    kind, about = change
    found = copy(idea)
    if kind == CAPABILITIES:
        found.capabilities = other.capabilities
    elif kind == WAIVER:
        found.waivers = _one_as(idea.waivers, other.waivers, about)
    else:
        found.answers = _one_as(idea.answers, other.answers, about)
    return found


def _one_as(mine: dict[Any, Any], other: dict[Any, Any], key: int | str) -> dict[Any, Any]:
    without = {name: value for name, value in mine.items() if name != key}
    return {**without, key: other[key]} if key in other else without


def _words(
    kind: str, about: int | str, ideas: tuple[Idea, Idea], compiled: CompiledSet
) -> dict[str, Any]:
    """Give what stood there before and what stands there now, in words."""
    if kind == CAPABILITIES:
        words = [", ".join(sorted(idea.capabilities)) or None for idea in ideas]
    elif isinstance(about, str):
        words = [_until(idea, about) for idea in ideas]
    else:
        words = [_answer_words(idea.answers.get(about), about, compiled) for idea in ideas]
    return dict(zip(("old", "new"), words, strict=True))


def _answer_words(answer: Answer | None, number: int, compiled: CompiledSet) -> str | None:
    if answer is None:
        return None
    question = compiled["deciding"]["questions"][number]
    return UNKNOWN if answer.state == OPEN else said(question, answer)
