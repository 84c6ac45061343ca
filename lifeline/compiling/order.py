"""The order in which things that need one another can be judged."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Name = TypeVar("Name", bound="Hashable")


def in_order(needs: dict[Name, list[Name]], report: Callable[[list[Name]], None]) -> list[Name]:
    """Give names, each after the ones that it needs.

    Args:
        needs: for each name, the names that it needs.
        report: is told every circle: each name needs the next, and the last is the first again.
    """
    while True:
        try:
            return list(TopologicalSorter(needs).static_order())
        except CycleError as error:
            circle = error.args[1][::-1]
            report(circle)
            needs = {**needs, circle[0]: []}
