"""What a gate asks of scores, if open questions were answered."""

from __future__ import annotations

from lifeline.scoring.judging import score_verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.scoring.solution import Solved
    from lifeline.scoring.values import Value


class ScoreGates:
    """Judges the scores that a gate asks for; ``involved`` are the questions that they count."""

    def __init__(self, solved: Solved) -> None:
        wanted = solved.gate["min_score"]
        scores = [score for score in solved.deciding["scores"] if score["rubric"] in wanted]
        self.solved = solved
        self.involved = {number for score in scores for number, _ in score["parts"]}

    def verdicts(self, answered: dict[int, Value]) -> list[str]:
        """Give the verdict on each score once some questions are answered.

        What an answer hides or shows is left out of account, so that a verdict may be unclear
        which is not, and never the other way round.
        """
        raw = self.solved.solution.completions.raw
        saved = {number: raw[number] for number in answered}
        for number, value in answered.items():
            raw[number] = (value,)
        try:
            return [
                score_verdict(self.solved, *wanted)[0]
                for wanted in self.solved.gate["min_score"].items()
            ]
        finally:
            for number, values in saved.items():
                raw[number] = values
