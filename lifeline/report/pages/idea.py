"""The page about one idea, as plain data: what stands on top, and its sections in order."""

from __future__ import annotations

from lifeline.report import phrases
from lifeline.report.begin import begin_text
from lifeline.report.formats.overview import title_of
from lifeline.report.pages.sections import IdeaSections
from lifeline.report.problems import problem_lines
from lifeline.report.settling_first import settled_first
from lifeline.report.verdict import verdict_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Assessment, Lifeline
    from lifeline.report.pages.beyond import Beyond
    from lifeline.report.run import Run

    Data = dict[str, Any]

SIGNS = {"pass": "✓", "fail": "✕", "unclear": "?", "invalid": "!"}

NOT_ASSESSED = "No day of assessment is given yet. Seen on {as_of}."
DATES = "The answers describe {assessed}. Seen on {as_of}."


class IdeaPage:
    """Puts one idea together; ``beyond`` is what is known besides its assessment, if anything."""

    def __init__(
        self, assessment: Assessment, run: Run, beyond: Beyond | None = None, number: int = 1
    ) -> None:
        self.found = assessment
        self.run = run
        self.beyond = beyond
        self.number = number

    def told(self) -> Data:
        """Give everything."""
        found, verdict = self.found, self.found["verdict"]
        lifeline = found["lifeline"]
        told: Data = {
            "anchor": f"idea-{self.number}",
            "title": title_of(found),
            "summary": self.beyond.idea.summary if self.beyond else "",
            "path": found["path"],
            "verdict": verdict,
            "sign": SIGNS[verdict],
            "word": phrases.VERDICTS[verdict],
            "sentence": phrases.sentence(verdict_text(found)),
            "errors": [],
            "notices": [],
            "sections": [],
        }
        if lifeline is None:
            return {**told, "errors": problem_lines(found["path"], found["errors"])}
        return told | {
            "dates": self._dates(),
            "notices": self._notices(lifeline),
            "months": phrases.short(lifeline["months"]),
            "unit": "months",
            "sections": IdeaSections(found, self.run, self.beyond, self.number).told(lifeline),
        }

    def _notices(self, lifeline: Lifeline) -> list[str]:
        """Give what has to be known before anything else is read."""
        begin = "" if self.found["answers"] else begin_text(self.found, self.run.choosing)
        passed = phrases.passed_text(lifeline, self.found["as_of"])
        first = [sentence for sentence, _ in settled_first(self.found, self.run.compiled)]
        return [text for text in (begin, *first, passed) if text]

    def _dates(self) -> str:
        as_of = phrases.day_text(self.found["as_of"])
        if self.found["assessed"] is None:
            return NOT_ASSESSED.format(as_of=as_of)
        return DATES.format(assessed=phrases.day_text(self.found["assessed"]), as_of=as_of)
