"""What a gate asks of scores, if open questions were answered."""

from __future__ import annotations

from lifeline.scoring.judging import score_verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.scoring.solution import Solved
    from lifeline.scoring.values import Value

PER_QUESTION = 5
"""Entries of tables that could be made while the completions learn of one question's answer."""


class ScoreGates:
    """Judges the scores that a gate asks for.

    ``involved`` are the questions that they count, and those that can hide these; ``effort`` is
    what judging takes, in entries of tables.
    """

    def __init__(self, solved: Solved) -> None:
        wanted = solved.gate["min_score"]
        scores = [score for score in solved.deciding["scores"] if score["rubric"] in wanted]
        counted = [number for score in scores for number, _ in score["parts"]]
        self.solved = solved
        self.involved = set(solved.rulebook.depends.closed(counted))
        self.effort = PER_QUESTION * len(solved.rulebook.classes)

    def verdicts(self, answered: dict[int, Value]) -> list[str]:
        """Give the verdict on each score once some questions are answered."""
        completions = self.solved.solution.completions
        if not self.involved.isdisjoint(answered):
            completions = completions.answered(answered, self.solved.rulebook)
        return [
            score_verdict(self.solved, completions, *wanted)[0]
            for wanted in self.solved.gate["min_score"].items()
        ]
