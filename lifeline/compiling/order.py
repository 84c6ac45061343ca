"""The order in which visibility can be judged: what hides comes before what is hidden."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from lifeline.compiling.conditions import reads

if TYPE_CHECKING:
    from lifeline.compiling.names import Spot
    from lifeline.model.compiled import Question


def judging_order(questions: list[Question], spots: list[Spot]) -> list[int]:
    """Give the numbers of the questions, parents first; a circle is reported."""
    graph = {
        number: reads(question["when"]) if question["when"] else []
        for number, question in enumerate(questions)
    }
    try:
        return list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        circle: list[int] = error.args[1]
        path = " needs ".join(questions[number]["id"] for number in reversed(circle))
        spots[circle[0]].at("when").report(f"goes in a circle: {path}.")
        return []
