"""Assessments for people: everything about one idea, or a few lines for each of many."""

from __future__ import annotations

from lifeline.report import phrases
from lifeline.report.by_idea import ByIdea
from lifeline.report.problems import problem_lines
from lifeline.report.sections import NAME, Sections
from lifeline.report.sentences import first_sentence
from lifeline.report.settling_first import settled_first
from lifeline.report.terminal import Terminal, safe
from lifeline.report.verdict import verdict_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from lifeline.model.assessment import Assessment, Lifeline
    from lifeline.report.run import Run


class TextReporter(ByIdea):
    """Writes one idea below the other, at most 80 columns wide."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self.terminal = Terminal(stream, run.choosing)
        self.run = run
        self.sections = Sections(self.terminal, run.compiled)

    def text(self, assessment: Assessment) -> str:
        """Give the lines of one idea."""
        lines, lifeline = self._head(assessment), assessment["lifeline"]
        if lifeline is None:
            lines += problem_lines(assessment["path"], assessment["errors"])
        else:
            lines += self._told(assessment)(assessment, lifeline)
        return self.terminal.text([*lines, ""])

    def put(self, text: str) -> None:
        """Write one idea."""
        self.terminal.stream.write(text)

    def finish(self, summary: dict[str, int]) -> None:
        """Write the counts of a run with several ideas, and the fine print."""
        lines = []
        if summary["ideas"] > 1:
            lines.append(phrases.counts_text(summary))
        if self.run.brief:
            lines.append(f"The reasons, and what to do: lifeline score FILE{self.run.choosing}")
        fine_print = self.terminal.paragraph(phrases.fine_print(self.run, summary["ideas"]))
        lines += [self.terminal.paint(line, "dim") for line in fine_print]
        self.terminal.write(lines)

    def _head(self, assessment: Assessment) -> list[str]:
        verdict = assessment["verdict"]
        line = f"{phrases.VERDICTS[verdict]}: {verdict_text(assessment)}"
        first, *rest = self.terminal.paragraph(line)
        title = safe(assessment["idea"] or assessment["id"])
        return [
            self.terminal.paint(title, "bold"),
            self.terminal.paint(first, verdict),
            *rest,
            *self._settled_first(assessment),
            self.terminal.paint(safe(assessment["path"]), "dim"),
        ]

    def _settled_first(self, assessment: Assessment) -> list[str]:
        """Tell what has to be settled before everything else; of many ideas only what it is."""
        lines = []
        for sentence, _ in settled_first(assessment, self.run.compiled):
            told = first_sentence(sentence) if self.run.brief else sentence
            lines += self.terminal.paragraph(told)
        return lines

    def _told(self, assessment: Assessment) -> Callable[[Assessment, Lifeline], list[str]]:
        if "interview" in assessment:
            return self._script
        if self.run.brief:
            return self._brief
        return self._full if assessment["answers"] or self.run.full else self._early

    def _script(self, assessment: Assessment, lifeline: Lifeline) -> list[str]:
        from lifeline.report.interview import lay_out  # most runs ask nothing

        script = lay_out(assessment, assessment["interview"], self.terminal)
        return [
            "",
            *self.sections.bars(lifeline, clocks=False),
            *self.sections.scale(assessment, lifeline),
            "",
            *script,
        ]

    def _brief(self, assessment: Assessment, lifeline: Lifeline) -> list[str]:
        lines = self.sections.bars(lifeline, clocks=False)
        ahead = phrases.ahead_text(assessment)
        lines += self.terminal.paragraph(f"{phrases.sentence(ahead)}.", NAME) if ahead else []
        lines += self.sections.first_reason(assessment, lifeline)
        return lines + self.sections.next_question(assessment, NAME)

    def _early(self, assessment: Assessment, lifeline: Lifeline) -> list[str]:
        from lifeline.report.early import lay_out  # of most ideas something is answered

        return lay_out(assessment, lifeline, self.sections)

    def _full(self, assessment: Assessment, lifeline: Lifeline) -> list[str]:
        sections = self.sections
        return [
            "",
            *sections.bars(lifeline, clocks=True),
            *sections.scale(assessment, lifeline),
            "",
            *sections.summary(assessment, lifeline),
            *sections.caps(assessment, lifeline),
            *sections.lifts(assessment),
            *sections.open_questions(assessment),
            *sections.findings(assessment["findings"]),
            *sections.beside.begun(assessment),
            *sections.beside.offered(assessment),
        ]
