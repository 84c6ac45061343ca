"""The sections of the result: for each its title, and what lays it out."""

from __future__ import annotations

import os
import shlex

from lifeline.model.words import FULL
from lifeline.report import headings, interview, kindly, phrases, precedents
from lifeline.report.advice import against_the_clock
from lifeline.report.sections import Sections
from lifeline.report.verdict import verdict_text
from lifeline.report.whatif import brief
from lifeline.scoring.saying import months_text
from lifeline.tui.telling import headline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.insight.further import Further
    from lifeline.model.assessment import Assessment, Cap
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.idea import Idea
    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Entry = dict[str, Any]

TITLES = (
    headings.LIFELINE,
    headings.HAS,
    headings.TAKES,
    headings.HOLDS,
    headings.STEPS,
    headings.ASK,
    headings.LIKE,
    headings.ALSO,
    "In CI, and further questions",
)
CAPS, FURTHER = 3, (2, 5, 6, 7)
"""The number of the section with the caps, and of those that wait until more is found out."""

EXIT = {"pass": 0, "fail": 1, "invalid": 2, "unclear": 3}
ENDS = "It ends with exit code {code}: {means}."
ENDS_WITH_ZERO = "It ends with exit code 0, as exit-zero is set, though {means}."
MEANS = {
    "pass": "it passes",
    "fail": "it fails",
    "unclear": "it is unclear",
}

LOOKING = "One moment: this is being looked up."
COSTS = "Enter opens what it rests on, and what to do."
BEGIN = "Begin with the questions: press r for the list, then Enter. Ten minutes are enough."
RUN = "What CI runs, and you can run too:"
SHOWN = "Write it as a page that opens in any browser, to be shown or printed:"
HELD = (
    "Write this result down as a forecast that you can be held to, with the days on which to look"
    " again:"
)
OFFERED = "Further questions, if you like; they take no months. To begin one, go to Review (r):"
ALL_BEGUN = "All further questions that apply are begun."


class Result:
    """Lays out one idea as it stands; ``further`` is None until it is found out."""

    def __init__(
        self,
        assessment: Assessment,
        idea: Idea,
        compiled: CompiledSet,
        *,
        ends_with_zero: bool = False,
    ) -> None:
        """Take what an idea came to.

        Args:
            assessment: all that is said about it.
            idea: as it was read.
            compiled: the set that judges it.
            ends_with_zero: whether CI passes whatever it comes to.
        """
        self.ends_with_zero = ends_with_zero
        self.found = assessment
        self.idea = idea
        self.compiled = compiled
        self.further: Further | None = None
        self.begin = BEGIN if assessment["completeness"]["asked"] else headings.NOTHING_ASKED

    def section(self, number: int, terminal: Terminal) -> Lines:
        """Give the lines of a section, by its number from 1 on."""
        if number in FURTHER and self.further is None:
            return terminal.paragraph(LOOKING)
        each = (
            self._headline,
            self._kindly,
            self._takes,
            self._holds,
            self._steps,
            self._script,
            self._nearest,
            self._also,
            self._checked,
        )
        return each[number - 1](terminal)

    def _headline(self, terminal: Terminal) -> Lines:
        return headline.lay_out(self.found, self.compiled, terminal)

    def _kindly(self, page: Terminal) -> Lines:
        assert self.further is not None, "asked for before"
        further, begin = self.further, self.begin
        return kindly.lay_out(self.found, self.idea, self.compiled, further, page, begin=begin)

    def _takes(self, terminal: Terminal) -> Lines:
        return terminal.paragraph(COSTS if self.caps() else headings.NOTHING_TAKES)

    def caps(self) -> list[Cap]:
        """Give the caps that take months, or may, least months first."""
        return phrases.taking(self.found["caps"])

    def _holds(self, terminal: Terminal) -> Lines:
        _, _, *lines = Sections(terminal, self.compiled).lifts(self.found) or ["", ""]
        return lines or terminal.paragraph(
            headings.NOTHING_HOLDS_YET if self.caps() else headings.NOTHING_TAKES
        )

    def _steps(self, terminal: Terminal) -> Lines:
        assert self.further is not None, "asked for before"
        return brief.lay_out(self.further.search, terminal, self.begin)

    def _script(self, terminal: Terminal) -> Lines:
        assert self.further is not None, "asked for before"
        lines = interview.lay_out(self.found, self.further.script, terminal)
        is_titled = any(each["effect"] != "beside" for each in self.further.script["questions"])
        return lines[1:] if is_titled else lines  # the section has that title already

    def _nearest(self, terminal: Terminal) -> Lines:
        assert self.further is not None, "asked for before"
        nearest = self.further.nearest
        return (
            precedents.lay_out(nearest, terminal)
            if nearest
            else terminal.paragraph(headings.NO_CASES)
        )

    def _also(self, terminal: Terminal) -> Lines:
        told = against_the_clock(self.found, self.compiled)
        rest = [finding for finding in self.found["findings"] if finding not in told]
        sections = Sections(terminal, self.compiled)
        _, _, *lines = sections.findings(rest) or ["", ""]
        lines += sections.beside.begun(self.found)
        return lines or terminal.paragraph(headings.NOTHING_ALSO)

    def _checked(self, terminal: Terminal) -> Lines:
        verdict = self.found["verdict"]
        again = command(self.found["path"], terminal.choosing)
        lines = [*terminal.paragraph(RUN), *terminal.paragraph(again, 2)]
        told = ENDS_WITH_ZERO if self.ends_with_zero and EXIT[verdict] else ENDS
        told = told.format(code=EXIT[verdict], means=MEANS[verdict])
        lines += [*terminal.paragraph(told), ""]
        for offer, words in self._commands(terminal.choosing):
            lines += [*terminal.paragraph(offer), *terminal.paragraph(words, 2), ""]
        rubrics = self.compiled["texts"]["rubrics"]
        names = [r for r, standing in self.found["rubrics"].items() if standing == "offered"]
        lines += terminal.paragraph(OFFERED if names else ALL_BEGUN)
        for name in names:
            lines += terminal.paragraph(
                f"{rubrics[name]['title']}: {rubrics[name]['about']}", 2, terminal.signs["bullet"]
            )
        return lines

    def _commands(self, choosing: str) -> list[tuple[str, str]]:
        """Give what else the command can do with this result, and how it is called."""
        path = self.found["path"]
        page = f"{os.path.splitext(path)[0]}.html"
        written = f"lifeline report {shlex.quote(path)} -o {shlex.quote(page)}{choosing}"
        found = [(SHOWN, written)]
        if self.found["lifeline"] is not None and self.found["lifeline"]["until"] is not None:
            found.append((HELD, f"lifeline ledger add {shlex.quote(path)}{choosing}"))
        return found


def command(path: str, choosing: str = "") -> str:
    """Give the command with which CI judges the idea."""
    return f"lifeline score {shlex.quote(path)}{choosing}"


def title_of(assessment: Assessment) -> str:
    """Give the idea's title, or what its file is called where it has none yet."""
    return assessment["idea"] or assessment["id"] or os.path.basename(assessment["path"] or "")


def summary(assessment: Assessment, choosing: str = "") -> str:
    """Give a few lines to be passed on, and the command that judges anew."""
    lifeline = assessment["lifeline"]
    assert lifeline is not None, "the idea was read"
    lines = [
        f"{title_of(assessment)}: {months_text(lifeline['months'])}",
        f"{phrases.VERDICTS[assessment['verdict']]}: {verdict_text(assessment)}",
        phrases.until_text(lifeline, assessment["as_of"]),
    ]
    if lifeline["months"]["low"] < FULL:
        lines.append(phrases.end_text(assessment["caps"], lifeline, assessment["as_of"]))
    return "\n".join([*lines, command(assessment["path"], choosing)])
