"""The sections about one idea, as plain data: each a method that gives what stands in it."""

from __future__ import annotations

from lifeline.report import headings, interview, kindly, phrases, precedents
from lifeline.report.advice import advised_text, against_the_clock
from lifeline.report.begin import begin_text
from lifeline.report.beside import SEPARATE
from lifeline.report.history import tier_text
from lifeline.report.pages.answers import answer_tables
from lifeline.report.pages.flow import Flow, blocks
from lifeline.report.pages.pictures import Pictures
from lifeline.report.pages.takes import caps_told
from lifeline.report.sections import Sections
from lifeline.report.whatif import brief
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Assessment, Lifeline
    from lifeline.report.pages.beyond import Beyond
    from lifeline.report.pages.flow import Block
    from lifeline.report.run import Run

    Data = dict[str, Any]

HOW_LONG = "How long such products lasted"
SCORES = "Scores"
OTHERS = "Other rubrics"
ANSWERS = "All answers"

NOTHING_OPEN = "Nothing is open."
NO_SCORE = "Nothing is answered yet that earns points."

FIRST = 3
"""Questions that are told of an idea of which nothing is answered."""

IN_PART = "In part: more than one answer is still possible."
MORE = "{number} more {noun} asked after these."


class IdeaSections:
    """Tells one idea that could be read; ``beyond`` is what is known besides, if anything.

    ``number`` is that of the idea on the page, to keep its names apart from those of others.
    """

    def __init__(
        self, assessment: Assessment, run: Run, beyond: Beyond | None, number: int
    ) -> None:
        self.found = assessment
        self.compiled = compiled = run.compiled
        self.beyond = beyond
        self.number = number
        self.flow = Flow(run.choosing)
        self.begin = begin_text(assessment, run.choosing)
        self.sections = Sections(self.flow, compiled)
        self.draw = Pictures(assessment, compiled, beyond, f"idea-{number}")

    def told(self, lifeline: Lifeline) -> list[Data]:
        """Give the sections of which there is something to say, in order."""
        each = self._each(lifeline) if self.found["answers"] else self._of_any(lifeline)
        return [
            {"id": f"{name}-{self.number}", "title": title, "picture": picture, **body}
            for name, title, picture, body in each
            if any(body.values()) or picture
        ]

    def _of_any(self, lifeline: Lifeline) -> list[tuple[str, str, str, Data]]:
        """Give what there is of an idea of which nothing is answered: it is so of any product."""
        until = phrases.until_text(lifeline, "")  # that a day has passed stands on top
        lines = self.flow.paragraph(f"Lifeline: {months_text(lifeline['months'])}. {until}")
        return [
            ("lifeline", headings.LIFELINE, self.draw.clocks(), {"blocks": blocks(lines)}),
            ("open", headings.ASK, "", self._open()),
        ]

    def _each(self, lifeline: Lifeline) -> list[tuple[str, str, str, Data]]:
        draw = self.draw
        return [
            ("lifeline", headings.LIFELINE, draw.clocks(), self._lifeline(lifeline)),
            ("has", headings.HAS, "", self._kindly()),
            ("takes", headings.TAKES, draw.caps(), self._takes()),
            ("holds", headings.HOLDS, "", self._holds()),
            ("open", headings.ASK, "", self._open()),
            ("steps", headings.STEPS, "", self._steps()),
            ("like", headings.LIKE, "", self._nearest()),
            ("lasted", HOW_LONG, "", self._tier(lifeline)),
            ("scores", SCORES, draw.scores(), self._scores()),
            ("also", headings.ALSO, "", self._also()),
            ("beside", OTHERS, "", self._beside()),
            ("answers", ANSWERS, "", self._answers()),
        ]

    def _lifeline(self, lifeline: Lifeline) -> Data:
        lines = self.sections.summary(self.found, lifeline, says_past=False)
        advised = advised_text(lifeline)
        lines += self.flow.paragraph(advised) if advised else []
        for finding in against_the_clock(self.found, self.compiled):
            lines += self.flow.paragraph(finding["message"])
        return {"events": self.draw.events(), "blocks": blocks(lines)}

    def _kindly(self) -> Data:
        if self.beyond is None:
            return {}
        idea, further = self.beyond.idea, self.beyond.further
        begin = self.begin
        lines = kindly.lay_out(self.found, idea, self.compiled, further, self.flow, begin=begin)
        return {"blocks": blocks(lines)}

    def _takes(self) -> Data:
        caps = caps_told(self.found, self.compiled)
        return {"caps": caps, "blocks": [] if caps else self._said(headings.NOTHING_TAKES)}

    def _holds(self) -> Data:
        lines = _untitled(self.sections.lifts(self.found))
        nothing = headings.NOTHING_HOLDS_YET if self.beyond else headings.NOTHING_HOLDS
        if not phrases.taking(self.found["caps"]):
            nothing = headings.NOTHING_TAKES
        return {"blocks": blocks(lines) or self._said(nothing)}

    def _open(self) -> Data:
        """Give the script, where one was written; else what is open, and what to answer next."""
        script = self.found.get("interview")
        if self.beyond is not None:
            script = self.beyond.further.script
        if script is None and not self.found["answers"]:
            return {"blocks": blocks(self.sections.next_question(self.found))}
        if script is None:
            lines = _untitled(self.sections.open_questions(self.found))
            return {"blocks": blocks(lines) or self._said(NOTHING_OPEN)}
        more = 0 if self.found["answers"] else len(script["questions"]) - FIRST
        if more > 0:
            script = {**script, "questions": script["questions"][:FIRST]}
        lines = interview.lay_out(self.found, script, self.flow, every=True)
        if any(each["effect"] != "beside" for each in script["questions"]):
            lines = lines[1:]  # the section has that title
        if more > 0:
            noun = "question is" if more == 1 else "questions are"
            told = MORE.format(number=more, noun=noun)
            lines += ["", *self.flow.paragraph(told)]
        return {"blocks": blocks(lines)}

    def _steps(self) -> Data:
        if self.beyond is None:
            return {}
        return {
            "blocks": blocks(
                brief.lay_out(
                    self.beyond.further.search,
                    self.flow,
                    begin_text(self.found, self.flow.choosing),
                )
            )
        }

    def _nearest(self) -> Data:
        if self.beyond is None:
            return {}
        nearest = self.beyond.further.nearest
        if nearest is None:
            return {"blocks": self._said(headings.NO_CASES)}
        return {"blocks": blocks(precedents.lay_out(nearest, self.flow, every=True)[1:])}

    def _tier(self, lifeline: Lifeline) -> Data:
        told = tier_text(self.sections.history, lifeline)
        curves = self.draw.survival()
        return {"curves": curves, "blocks": self._said(told) if self.beyond and told else []}

    def _scores(self) -> Data:
        """Say how scores are meant; what they are stands in the picture, and in its words."""
        has_some = any(self.found["scores"].values())
        return {"blocks": self._said(SEPARATE if has_some else NO_SCORE)}

    def _also(self) -> Data:
        told = against_the_clock(self.found, self.compiled)
        rest = [finding for finding in self.found["findings"] if finding not in told]
        lines = _untitled(self.sections.findings(rest))
        return {"blocks": blocks(lines) or self._said(headings.NOTHING_ALSO)}

    def _beside(self) -> Data:
        lines = self.sections.beside.begun(self.found)
        return {"blocks": blocks(lines + self.sections.beside.offered(self.found))}

    def _answers(self) -> Data:
        tables = answer_tables(self.found, self.compiled, self.beyond)
        told = phrases.counted_text(self.found)
        if any(id_ in self.found["answers"] for id_ in self.found["open"]):
            told = f"{told} {IN_PART}"
        return {"tables": tables, "blocks": self._said(told)}

    def _said(self, text: str) -> list[Block]:
        return blocks(self.flow.paragraph(text))


def _untitled(lines: list[str]) -> list[str]:
    """Give the lines of a section without the empty one and its title."""
    return lines[2:]
