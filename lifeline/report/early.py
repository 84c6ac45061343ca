"""An idea of which nothing is answered: what to do next, and of all that may come up the number."""

from __future__ import annotations

from lifeline.report import phrases
from lifeline.report.begin import begin_text, file_text
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment, Lifeline
    from lifeline.report.sections import Sections

REST = "{reasons} may come up, as long as nothing is answered: lifeline score --full {file}"


def lay_out(assessment: Assessment, lifeline: Lifeline, sections: Sections) -> list[str]:
    """Give the months, the next question, how to begin, what is sure, and count the rest."""
    paragraph, choosing = sections.terminal.paragraph, sections.terminal.choosing
    until = phrases.until_text(lifeline, assessment["as_of"])
    sure = [each for each in assessment["findings"] if each["status"] == "certain"]
    may = len(phrases.taking(assessment["caps"])) + len(assessment["findings"]) - len(sure)
    file = file_text(assessment, choosing)
    rest = REST.format(reasons=phrases.count(may, "reason"), file=file)
    return [
        "",
        *sections.bars(lifeline, clocks=False),
        *sections.scale(assessment, lifeline),
        "",
        *paragraph(f"Lifeline: {months_text(lifeline['months'])}. {until}"),
        *sections.next_question(assessment),
        *paragraph(begin_text(assessment, choosing)),
        *sections.findings(sure),
        *(["", *paragraph(rest)] if may else []),
    ]
