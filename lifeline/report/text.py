"""Assessments for people: everything about one idea, or a few lines for each of many."""

from __future__ import annotations

from lifeline.report import phrases
from lifeline.report.problems import problem_lines
from lifeline.report.sections import NAME, Sections
from lifeline.report.terminal import Terminal, safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from lifeline.model.assessment import Assessment, Lifeline
    from lifeline.report.run import Run


class TextReporter:
    """Writes one idea below the other, at most 80 columns wide."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self.terminal = Terminal(stream)
        self.run = run
        self.sections = Sections(self.terminal, run.compiled)

    def add(self, assessment: Assessment) -> None:
        """Write one idea."""
        lines, lifeline = self._head(assessment), assessment["lifeline"]
        if lifeline is None:
            lines += problem_lines(assessment["path"], assessment["errors"])
        else:
            told = self._brief if self.run.brief else self._full
            lines += told(assessment, lifeline)
        self.terminal.write([*lines, ""])

    def finish(self, summary: dict[str, int]) -> None:
        """Write the counts of a run with several ideas, and the fine print."""
        lines = []
        if summary["ideas"] > 1:
            counted = [name for name in phrases.VERDICTS if summary[name]]
            counts = ", ".join(f"{summary[name]} {name}" for name in counted)
            lines.append(f"{phrases.count(summary['ideas'], 'idea')}: {counts}.")
        if self.run.brief:
            lines.append("The reasons, and what to do: lifeline score FILE")
        compiled = self.run.compiled
        fine_print = self.terminal.paragraph(
            f"Judged by {compiled['set']} {compiled['version']}, lifeline {self.run.version},"
            f" as seen on {phrases.day_text(self.run.as_of.isoformat())}."
            " Not judged: team, size of the market, price. Not investment advice."
        )
        lines += [self.terminal.paint(line, "dim") for line in fine_print]
        self.terminal.write(lines)

    def _head(self, assessment: Assessment) -> list[str]:
        verdict = assessment["verdict"]
        months = self.run.compiled["deciding"]["gate"]["min_months"]
        line = f"{phrases.VERDICTS[verdict]}: {phrases.gate_text(assessment, months)}"
        first, *rest = self.terminal.paragraph(line)
        title = safe(assessment["idea"] or assessment["id"])
        return [
            self.terminal.paint(title, "bold"),
            self.terminal.paint(first, verdict),
            *rest,
            self.terminal.paint(safe(assessment["path"]), "dim"),
        ]

    def _brief(self, assessment: Assessment, lifeline: Lifeline) -> list[str]:
        lines = self.sections.bars(lifeline, clocks=False)
        lines += self.sections.first_reason(assessment, lifeline)
        return lines + self.sections.next_question(assessment, NAME)

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
