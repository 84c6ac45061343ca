"""Tries sets of moves on one idea, and knows what was found for what they have in common."""

from __future__ import annotations

from copy import copy

from lifeline.insight.whatif.moves import Mover
from lifeline.insight.whatif.work import LAID, Work
from lifeline.model.known import Known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from lifeline.insight.whatif.moves import Move
    from lifeline.insight.whatif.targets import Target
    from lifeline.model.assessment import Gate
    from lifeline.model.idea import Answer, Idea
    from lifeline.scoring.assess import Assessor
    from lifeline.scoring.solution import Posed

    Chosen = frozenset[Move]


class Setting:
    """An idea, how it is judged, and what can be tried on it.

    What other ideas took to solve is not known here, so that what is counted is always the same.
    """

    def __init__(
        self,
        assessor: Assessor,
        idea: Idea,
        as_of: date,
        *,
        strict: bool = False,
        gate: Gate | None = None,
    ) -> None:
        self.assessor = assessor.anew()
        self.compiled = assessor.compiled
        self.idea = idea
        self.as_of = as_of
        self.strict = strict
        self.gate = gate
        self.today = self.posed(()).solved()

    def posed(self, chosen: Iterable[Move]) -> Posed:
        """Lay the idea out with some moves made; the other answers stay as they are."""
        idea = self._with({move.number: move.answer for move in chosen})
        return self.assessor.pose(idea, as_of=self.as_of, strict=self.strict, gate=self.gate)

    def answered(self, answers: dict[int, Answer]) -> Setting:
        """Give the same with some answers in the place of those that the idea has."""
        other = self._with(answers)
        return Setting(self.assessor, other, self.as_of, strict=self.strict, gate=self.gate)

    def effort(self, number: int) -> str | None:
        """Give how long it takes to change what a question asks; None where nobody can."""
        text = self.compiled["texts"]["questions"][self.compiled["ids"][number]]
        effort: str | None = text["changeable"]
        return effort

    def moves(self, number: int, *, scored: bool, settling: bool) -> list[Move]:
        """Give the moves of one question; see ``Mover``."""
        completions, entry = self.today.solution.completions, self.today.deciding["questions"]
        mover = Mover(number, entry[number], self.today.rulebook, scored=scored)
        was, today = self.idea.answers.get(number), completions.raw[number]
        return mover.moves(was, today, self.effort(number), self.as_of, settling=settling)

    def _with(self, answers: dict[int, Answer]) -> Idea:
        """Give the idea with some answers; its others stay as they are."""
        return self.idea.with_answers({**self.idea.answers, **answers})

    def is_open_fact(self, number: int) -> bool:
        """Whether nobody can change what a question asks, and its answer is not known."""
        return self.effort(number) is None and self.today.solution.completions.is_open(number)


class Trials:
    """Tells which hurdles stand after some moves; looks at each once for what bears on it.

    A hurdle depends only on certain questions: what other moves do to it need not be tried.
    """

    def __init__(self, setting: Setting, target: Target, work: Work | None = None) -> None:
        self.setting = setting
        self.target = target
        self.work = work or Work()
        self.hurdles = target.hurdles(setting.today)
        self.laid_out: Known[Chosen, Posed] = Known()
        self.known: dict[tuple[str, Chosen], bool] = {}
        self.standing(frozenset())

    def alone(self, id_: str) -> Trials:
        """Give trials of one hurdle, which share what is known."""
        found = copy(self)
        found.hurdles = {id_: self.hurdles[id_]}
        return found

    def numbers(self) -> list[int]:
        """Give the questions on which some hurdle depends, in the order of the set."""
        return sorted(frozenset[int]().union(*self.hurdles.values()))

    def standing(self, chosen: Chosen) -> list[str]:
        """Give the hurdles that stand after some moves."""
        bearing = [
            (id_, frozenset([move for move in chosen if move.number in reads]))
            for id_, reads in self.hurdles.items()
        ]
        unknown: dict[Chosen, list[str]] = {}
        for id_, moves in bearing:
            if (id_, moves) not in self.known:
                unknown.setdefault(moves, []).append(id_)
        for moves, ids in unknown.items():
            self._try(moves, ids)
        return [key[0] for key in bearing if self.known[key]]

    def _try(self, moves: Chosen, ids: list[str]) -> None:
        posed = self.laid_out.get(moves)
        if posed is None:
            posed = self.laid_out.keep(moves, self.posed(moves))
        before = posed.completions.effort
        standing = self.target.standing(posed, ids)
        self.work.take(posed.completions.effort - before + len(ids))
        self.known.update({(id_, moves): id_ in standing for id_ in ids})

    def posed(self, moves: Iterable[Move]) -> Posed:
        """Lay the idea out with some moves made, and count what that takes."""
        posed = self.setting.posed(moves)
        self.work.take(posed.completions.effort + LAID * len(posed.deciding["questions"]))
        return posed
