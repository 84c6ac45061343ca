"""Answers in an idea file that another set asks for, and which this one passes over."""

from __future__ import annotations

from lifeline.reading.nodes import ScalarNode
from lifeline.reading.notes import of_others

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import MappingNode

    from lifeline.model.compiled import CompiledSet
    from lifeline.model.idea import Idea


def answers_for_others(
    node: MappingNode, idea: Idea, compiled: CompiledSet, others: list[str]
) -> dict[str, None]:
    """Give the questions answered here that one of the other sets asks, and note them.

    A set that extends another begins what it adds with its own name, which tells them.
    """
    prefixes = tuple([f"{name}-" for name in others])
    known = {*compiled["index"], *compiled["retired"]["questions"]}
    theirs = [
        name
        for name, _ in node.value
        if type(name) is ScalarNode and name.value.startswith(prefixes) and name.value not in known
    ]
    if theirs:
        note, mark = (
            of_others([name.value for name in theirs], compiled["set"]),
            theirs[0].start_mark,
        )
        note.line, note.column = mark.line + 1, mark.column + 1
        idea.notes.append(note)
    return {name.value: None for name in theirs}
