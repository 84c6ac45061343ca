"""Puts plans in order: least effort first, those of the same questions as one."""

from __future__ import annotations

from lifeline.insight.whatif.searching import effort_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifeline.insight.whatif.moves import Move
    from lifeline.insight.whatif.trials import Chosen
    from lifeline.model.idea import Value


class Plan:
    """The plan of some questions that asks for least; ``also`` are others of the same questions."""

    __slots__ = ("also", "moves")

    def __init__(self, alike: list[Chosen]) -> None:
        first, *others = sorted((_in_order(chosen) for chosen in alike), key=_demand)
        self.moves = first
        self.also = others

    def instead(self, place: int) -> list[Value]:
        """Give what may take the place of one answer while the other moves stay as they are."""
        own = self.moves[place]
        found = list(own.others)
        for other in self.also:
            if _but(self.moves, place) == _but(other, place):
                found += [other[place].answer.value, *other[place].others]
        return found

    def key(self) -> tuple[object, ...]:
        """Give what orders plans: effort, size, then the order of the questions."""
        return (*effort_key(self.moves), [move.number for move in self.moves])


def ranked(plans: Iterable[Chosen]) -> list[Plan]:
    """Give plans, one for each set of questions, least effort first."""
    alike: dict[frozenset[int], list[Chosen]] = {}
    for chosen in plans:
        alike.setdefault(frozenset(move.number for move in chosen), []).append(chosen)
    return sorted(map(Plan, alike.values()), key=Plan.key)


def _but(moves: list[Move], place: int) -> list[Move]:
    return [*moves[:place], *moves[place + 1 :]]


def _in_order(chosen: Chosen) -> list[Move]:
    return sorted(chosen, key=lambda move: move.number)


def _demand(moves: list[Move]) -> tuple[object, ...]:
    """Give what puts first what asks for least: the effort, then how far answers are from today."""
    strain = sum(move.strain for move in moves)
    return (*effort_key(moves), strain, [move.answer.value for move in moves])
