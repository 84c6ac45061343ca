"""What a gate asks of answers once they are written: scores, few open questions, and a day."""

from __future__ import annotations

from lifeline.scoring.gate import PASS, UNCLEAR
from lifeline.scoring.judging import is_too_much_open, open_questions, score_verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from lifeline.model.assessment import GatePart
    from lifeline.scoring.completions import Completions
    from lifeline.scoring.solution import Solved
    from lifeline.scoring.values import Value

PER_QUESTION = 5
"""Entries of tables that could be made while the completions learn of one question's answer."""

TRIED = 1_500_000
"""Entries of tables, beyond these, after which no more answers are written: where many hidden
questions are tangled, each takes seconds. The shipped set with every question open takes up to
700,000."""


class Written:
    """Judges the parts of a gate that need the completions in which some answers are written.

    ``is_old``: too much time has passed, which no answer changes; ``counted`` are the questions
    whose answers leave fewer open, where too many are. ``involved`` are these and those that the
    wanted scores count, with all that can hide them; ``effort`` is what judging them takes in any
    case, in entries of tables, and ``taken`` what it took so far beside that. ``is_cut``: after
    that there were answers of which nothing is known.
    """

    def __init__(self, solved: Solved, parts: list[GatePart]) -> None:
        """Take an idea that is solved, and the parts of its gate."""
        unclear = [part["part"] for part in parts if part["verdict"] == UNCLEAR]
        self.solved = solved
        self.completions = solved.solution.completions
        self.is_old = "age" in unclear
        self.counted = self._counted() if "open" in unclear else set()
        self.involved = self.counted | self._scored()
        self.effort = PER_QUESTION * len(self.completions.questions) if self.involved else 0
        self.taken = 0
        self.is_cut = False
        self.known: dict[tuple[tuple[int, Value], ...], list[str]] = {}

    def _counted(self) -> set[int]:
        still_open = open_questions(self.solved.deciding, self.completions)
        return set(self.solved.rulebook.depends.closed(still_open))

    def _scored(self) -> set[int]:
        wanted = self.solved.gate["min_score"]
        scores = [score for score in self.solved.deciding["scores"] if score["rubric"] in wanted]
        parts = [number for score in scores for number, _ in score["parts"]]
        return set(self.solved.rulebook.depends.closed(parts))

    def is_out_of_reach(self, answers: int) -> bool:
        """Whether so many answers cannot be enough for the day, or for the questions left open."""
        if self.is_old or not self.counted:
            return self.is_old
        deciding = self.solved.deciding
        return is_too_much_open(deciding, self.completions, self._most(), answers)

    def verdicts(self, answered: dict[int, Value]) -> list[str]:
        """Give the verdict on each of these parts once some questions are answered so.

        Past the bound on the work they are unclear, but for answers that were looked at before.
        """
        key = tuple(answered.items())
        if key not in self.known:
            if self.taken >= TRIED and not self.involved.isdisjoint(answered):
                self.is_cut = True
                return [UNCLEAR]
            self.known[key] = self._verdicts(answered)
        return self.known[key]

    def _verdicts(self, answered: dict[int, Value]) -> list[str]:
        completions = self._with(answered)
        scores = [
            score_verdict(self.solved, completions, *wanted)[0]
            for wanted in self.solved.gate["min_score"].items()
        ]
        return [self._beside(completions, answered), *scores]

    def beside(self, answered: dict[int, Value]) -> str:
        """Give the verdict of what counts questions and days once some are answered so."""
        return self.verdicts(answered)[0]

    def _with(self, answered: dict[int, Value]) -> Completions:
        if self.involved.isdisjoint(answered):
            return self.completions
        completions = self.completions.answered(answered, self.solved.rulebook)
        self.taken += completions.taken
        return completions

    def _beside(self, completions: Completions, answered: Collection[int]) -> str:
        is_met = len(self._open(completions, answered)) <= self._most()
        return PASS if is_met and not self.is_old else UNCLEAR

    def _open(self, completions: Completions, answered: Collection[int]) -> list[int]:
        """Give the questions that count as open; a value stands for numbers, and for one answer."""
        if not self.counted:
            return []
        still_open = open_questions(self.solved.deciding, completions)
        return [number for number in still_open if number not in answered]

    def _most(self) -> int:
        return self.solved.gate["max_open"] or 0
