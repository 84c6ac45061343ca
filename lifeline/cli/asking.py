"""Judges ideas and adds to each what to ask next, for ``lifeline score --ask``."""

from __future__ import annotations

from lifeline.cli.judge import Judge
from lifeline.insight.interview.script import interview

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment
    from lifeline.model.idea import Idea


class AskingJudge(Judge):
    """A judge whose assessments also hold the interview."""

    __slots__ = ()

    def assessed(self, idea: Idea, name: str) -> Assessment:
        """Assess an idea, and put its open questions in order."""
        found = super().assessed(idea, name)
        solved = self.assessor.solve(idea, as_of=self.as_of, strict=self.strict, gate=self.gate)
        compiled, deciding = self.assessor.compiled, found["deciding"]
        found["interview"] = interview(compiled, solved, idea, self.as_of, deciding)
        return found
