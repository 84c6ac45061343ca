"""Tries sets of moves on one idea, and knows what was found for what they have in common."""

from __future__ import annotations

from lifeline.insight.whatif.moves import Mover

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
    """An idea, how it is judged, and what can be tried on it."""

    def __init__(
        self,
        assessor: Assessor,
        idea: Idea,
        as_of: date,
        *,
        strict: bool = False,
        gate: Gate | None = None,
    ) -> None:
        self.assessor = assessor
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
    """Tells which hurdles stand after some moves; solves each set once that can make a difference.

    A hurdle depends only on certain questions: what other moves do to it need not be tried.
    """

    def __init__(self, setting: Setting, target: Target) -> None:
        self.setting = setting
        self.target = target
        self.hurdles = target.hurdles(setting.today)
        self.known: dict[Chosen, frozenset[str]] = {
            frozenset(): target.standing(setting.posed(())),
        }

    def numbers(self) -> list[int]:
        """Give the questions on which some hurdle depends, in the order of the set."""
        return sorted(frozenset[int]().union(*self.hurdles.values()))

    def standing(self, chosen: Chosen) -> list[str]:
        """Give the hurdles that stand after some moves."""
        return [id_ for id_, reads in self.hurdles.items() if self._stands(id_, reads, chosen)]

    def _stands(self, id_: str, reads: frozenset[int], chosen: Chosen) -> bool:
        bearing = frozenset([move for move in chosen if move.number in reads])
        if bearing not in self.known:
            self.known[bearing] = self.target.standing(self.setting.posed(bearing))
        return id_ in self.known[bearing]
