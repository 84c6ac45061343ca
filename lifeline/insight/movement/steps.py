"""Goes from one state of an idea to another, one cause after the other.

The order is fixed, so that the parts of the causes add up to the whole: the calendar; the evidence,
which ages; the market, its figures and its record; the set; and the answers. What a cause moves
depends on those before it: so each part is one of several that could be told, always the same one.
"""

from __future__ import annotations

from lifeline.insight.movement.state import described_on, outcome, read_by
from lifeline.scoring.completions import Completions
from lifeline.scoring.solution import Posed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.insight.movement.state import Outcome, State
    from lifeline.model.idea import Idea
    from lifeline.scoring.assess import Assessor
    from lifeline.scoring.solution import Solved

CAUSES = CALENDAR, EVIDENCE, MARKET, RUBRIC, ANSWERS = (
    "calendar",
    "evidence",
    "market",
    "rubric",
    "answers",
)


class Steps:
    """The states between an old and a new one that can both be read.

    ``aged`` is the old idea on the new day; ``reread`` the same as the new set understands it, None
    where it does not; ``outcomes`` what comes out after each cause.
    """

    def __init__(self, old: State, new: State, between: Assessor) -> None:
        """Take the states, and an assessor with the old set and the new record of the market."""
        assert old.idea is not None, "it can be read"
        assert new.idea is not None, "it can be read"
        self.old = old
        self.new = new
        self.between = between
        self.was, self.idea = old.idea, new.idea
        self.aged = described_on(old.idea, new.idea.assessed)
        self.solved = old.solved()
        self.renewed = between.solve(self.aged, as_of=new.as_of, strict=new.strict)
        self.reread = self._reread(between)
        self.first = outcome(self.solved, old.idea, old.as_of)
        self.outcomes = self._outcomes()

    def _outcomes(self) -> dict[str, Outcome | None]:
        """Give what comes out after each cause; None where that cannot be judged."""
        old, new = self.old, self.new
        market: Outcome | None = outcome(self.renewed, self.aged, new.as_of)
        is_same = self.reread is self.aged
        rubric = market if is_same else None
        if not is_same and self.reread is not None:
            rubric = self.judged(self.reread)
        is_unchanged = is_same and old.content == new.content
        return {
            CALENDAR: outcome(self.solved, self.aged, new.as_of),
            EVIDENCE: outcome(self._with_old_evidence(), self.aged, new.as_of),
            MARKET: market,
            RUBRIC: rubric,
            ANSWERS: market if is_unchanged else self.judged(self.idea),
        }

    def _reread(self, between: Assessor) -> Idea | None:
        """Give the old idea as the new set understands it."""
        if same_set(between, self.new.assessor):
            return self.aged
        found = read_by(self.new.assessor, self.old.content, self.old.path)
        return found and described_on(found, self.idea.assessed)

    def judged(self, idea: Idea) -> Outcome:
        """Judge an idea as the new one is."""
        solved = self.new.assessor.solve(idea, as_of=self.new.as_of, strict=self.new.strict)
        return outcome(solved, idea, self.new.as_of)

    def _with_old_evidence(self) -> Solved:
        """Solve the old idea with evidence as old as it is now, and with the market as it was."""
        if not self.new.strict:
            return self.solved  # evidence is told, and moves nothing
        solved, assessor = self.solved, self.old.assessor
        open_ = assessor.contradicted(self.was, self.old.as_of)
        open_ |= assessor.ill_backed(self.aged, self.new.as_of)
        deciding, rulebook = solved.deciding, solved.rulebook
        completions = Completions(deciding, self.aged.answers, open_, rulebook)
        return Posed(deciding, rulebook, completions, solved.used, solved.gate).solved()

    def parts(self) -> list[dict[str, Any]]:
        """Give what moved from step to step; where one cannot be judged, the next tells both."""
        found: list[dict[str, Any]] = []
        before = self.first
        together: list[str] = []
        for cause in CAUSES:
            together.append(cause)
            after = self.outcomes[cause]
            if after is None:
                continue
            moved = {end: after[end] - before[end] for end in ("low", "high")}
            found.append({"causes": together, **moved, "old": before, "new": after})
            before, together = after, []
        return found


def same_set(one: Assessor, other: Assessor) -> bool:
    """Whether two sets judge alike, and ask the same."""
    return one.compiled["hashes"]["content"] == other.compiled["hashes"]["content"]
