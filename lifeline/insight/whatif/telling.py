"""Tells plans as plain data: each step with what it takes, how to begin, and what would show it."""

from __future__ import annotations

from lifeline.insight.subjects import readers_of
from lifeline.insight.whatif.moves import CHANGE, EFFORTS, SHOW
from lifeline.insight.whatif.remedies import Remedies
from lifeline.insight.whatif.words import span_told, told
from lifeline.model.chosen import written
from lifeline.model.words import RUNGS
from lifeline.scoring.judging import score_of, verdict_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.insight.whatif.moves import Move
    from lifeline.insight.whatif.ranking import Plan
    from lifeline.insight.whatif.trials import Setting, Trials
    from lifeline.model.compiled import Score
    from lifeline.scoring.solution import Posed, Solved

    Entry = dict[str, Any]


def outcome(setting: Setting, solved: Solved, score: Score | None = None) -> Entry:
    """Tell what an idea comes to: its months, its verdict and, where one is asked for, a score."""
    found: Entry = {
        "months": solved.months(),
        "verdict": verdict_of(solved, setting.idea, setting.as_of),
    }
    if score is not None:
        span = score_of(solved.solution.completions, solved.rulebook, score)
        found["score"] = span and {"low": span[0], "high": span[1]}
    return found


class PlanTeller:
    """Tells the plans of one search; ``reached`` counts those that were looked at."""

    def __init__(self, trials: Trials, score: Score | None) -> None:
        self.setting = trials.setting
        self.trials = trials
        self.score = score
        self.remedies = Remedies(trials)
        self.reached = 0
        self.questions = self.setting.today.deciding["questions"]

    def plans(self, plans: list[Plan]) -> list[Entry]:
        """Tell plans while work is left; what does not reach the target as a whole is none."""
        found = []
        for plan in plans:
            if self.trials.work.is_spent:
                break
            self.reached += 1
            posed = self.trials.posed(plan.moves)
            before = posed.completions.effort
            if self.trials.target.is_met(posed.solved()):
                found.append(self._plan(plan, posed))
            self.trials.work.take(posed.completions.effort - before)
        return found

    def _plan(self, plan: Plan, posed: Posed) -> Entry:
        after = posed.solved()
        rank = max(move.rank for move in plan.moves)
        steps = [self._step(plan, place) for place in range(len(plan.moves))]
        for reads, remedy in self.remedies.of(posed, after):
            place = self._meant_by(reads, plan.moves)
            if place is not None:
                steps[place]["remedies"].append(remedy)
        return {
            "effort": EFFORTS[rank - 1] if rank else None,
            "steps": steps,
            "gives": outcome(self.setting, after, self.score),
            "also": [self._also(moves) for moves in plan.also],
        }

    def _meant_by(self, reads: list[int], moves: list[Move]) -> int | None:
        """Give the place of the step that a remedy is about, of those that bear on its rule.

        It is rather a change than an answer that is open, and rather what few rules ask for. With
        what only has to be shown there is nothing to begin.
        """
        bearing = [
            (move.kind != CHANGE, len(readers_of(self.setting.compiled, self._id(move))), place)
            for place, move in enumerate(moves)
            if move.number in reads and move.kind != SHOW
        ]
        return min(bearing)[-1] if bearing else None

    def _id(self, move: Move) -> str:
        return self.setting.compiled["ids"][move.number]

    def _step(self, plan: Plan, place: int) -> Entry:
        move = plan.moves[place]
        question = self.questions[move.number]
        return {
            **step_head(self.setting, move),
            "value": written(question, move.answer.value),
            "span": span_told(move.span),
            "or": self._instead(plan, place),
            "remedies": [],
        }

    def _instead(self, plan: Plan, place: int) -> list[Any]:
        """Tell what else would do as well, of questions with one choice only: others are many."""
        question = self.questions[plan.moves[place].number]
        if question["kind"] != "choice":
            return []
        return [written(question, value) for value in sorted(plan.instead(place))]

    def _also(self, moves: list[Move]) -> Entry:
        return {
            self._id(move): written(self.questions[move.number], move.answer.value)
            for move in moves
        }


def step_head(setting: Setting, move: Move) -> Entry:
    """Tell a move: from which answer to which, the effort, and the evidence that would count."""
    id_ = setting.compiled["ids"][move.number]
    question = setting.today.deciding["questions"][move.number]
    text = setting.compiled["texts"]["questions"][id_]
    rung = question["evidence"]
    return {
        "question": id_,
        "kind": move.kind,
        "ask": text["ask"],
        "unit": text["unit"],
        "effort": move.effort,
        "from": told(question, text, setting.idea.answers.get(move.number)),
        "to": told(question, text, move.answer),
        "evidence": {
            "rung": RUNGS[rung - 1] if rung else None,
            "fresh_for": question["fresh_for"],
        },
    }
