"""The sections of the result: for each its title, and what lays it out."""

from __future__ import annotations

import os
import shlex

from lifeline.model.words import FULL
from lifeline.report import interview, phrases, precedents
from lifeline.report.sections import Sections
from lifeline.report.verdict import verdict_text
from lifeline.report.whatif.holding import holding_lines
from lifeline.report.whatif.outcomes import goal_text
from lifeline.report.whatif.page import IF_TRUE
from lifeline.report.whatif.plans import MOST_SHOWN, plan_lines
from lifeline.scoring.saying import months_text
from lifeline.tui.telling import headline, kindly

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Assessment, Cap
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.idea import Idea
    from lifeline.report.terminal import Terminal
    from lifeline.tui.telling.further import Further

    Lines = list[str]
    Entry = dict[str, Any]

TITLES = (
    "The lifeline",
    "What it has, and this week",
    "What takes months",
    "What holds that off",
    "Next steps",
    "What to ask, and whom",
    "Products like it",
    "Also",
    "In CI, and further questions",
)
CAPS, FURTHER = 3, (2, 5, 6, 7)
"""The number of the section with the caps, and of those that wait until more is found out."""

EXIT = {"pass": 0, "fail": 1, "invalid": 2, "unclear": 3}
MEANS = {
    "pass": "it passes",
    "fail": "it fails",
    "unclear": "it is unclear",
}

NOTHING_TAKES = "Nothing takes months away: 12 months or more."
NOTHING_HOLDS = "Nothing does yet. Below each of the reasons above stands what would."
NOTHING_ALSO = "There is nothing else to be told."
LOOKING = "One moment: this is being looked up."
NO_CASES = "The dated products cannot be read, so there is nothing to compare with."
COSTS = "Enter opens what it rests on, and what to do."
LASTS = "It lasts as long as is measured here. No change is needed for that."
OFFERED = "Further questions, if you like; they take no months. To begin one, go to Review (r):"
ALL_BEGUN = "All further questions that apply are begun."


class Result:
    """Lays out one idea as it stands; ``further`` is None until it is found out."""

    def __init__(self, assessment: Assessment, idea: Idea, compiled: CompiledSet) -> None:
        self.found = assessment
        self.idea = idea
        self.compiled = compiled
        self.further: Further | None = None

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
        search, script, _ = self.further
        lines = kindly.has(self.found, self.idea, self.compiled, page)
        lines += ["", page.paint(kindly.ONE_THING, "bold")]
        lines += kindly.this_week(self.found, search, script, page)
        lines += ["", page.paint(kindly.STOP, "bold")]
        return lines + kindly.stop(self.found, search, page)

    def _takes(self, terminal: Terminal) -> Lines:
        return terminal.paragraph(COSTS if self.caps() else NOTHING_TAKES)

    def caps(self) -> list[Cap]:
        """Give the caps that take months, or may, least months first."""
        caps = [cap for cap in self.found["caps"] if cap["value"]["low"] < FULL]
        return sorted(caps, key=lambda cap: (cap["value"]["low"], cap["value"]["high"]))

    def _holds(self, terminal: Terminal) -> Lines:
        _, _, *lines = Sections(terminal, self.compiled).lifts(self.found) or ["", ""]
        return lines or terminal.paragraph(NOTHING_HOLDS if self.caps() else NOTHING_TAKES)

    def _steps(self, terminal: Terminal) -> Lines:
        assert self.further is not None, "asked for before"
        search = self.further.search
        if search is None:
            return terminal.paragraph(kindly.BEGIN)
        if search["reached"]:
            return terminal.paragraph(LASTS)
        lines = terminal.paragraph(f"What is wanted: {goal_text(search['target'])}.")
        plans = search["plans"]
        if not plans:
            lines += holding_lines(search, terminal)
            plans = search["find_out"] or (search["best"] or {}).get("plans", [])
        told: set[str] = set()
        for number, plan in enumerate(plans[:MOST_SHOWN], 1):
            lines += ["", *plan_lines(plan, number, terminal, told)]
        return [*lines, "", *terminal.paragraph(IF_TRUE)] if plans else lines

    def _script(self, terminal: Terminal) -> Lines:
        assert self.further is not None, "asked for before"
        lines = interview.lay_out(self.found, self.further.script, terminal)
        is_titled = any(each["effect"] != "beside" for each in self.further.script["questions"])
        return lines[1:] if is_titled else lines  # the section has that title already

    def _nearest(self, terminal: Terminal) -> Lines:
        assert self.further is not None, "asked for before"
        nearest = self.further.nearest
        return precedents.lay_out(nearest, terminal) if nearest else terminal.paragraph(NO_CASES)

    def _also(self, terminal: Terminal) -> Lines:
        told = headline.against_the_clock(self.found, self.compiled)
        rest = [finding for finding in self.found["findings"] if finding not in told]
        sections = Sections(terminal, self.compiled)
        _, _, *lines = sections.findings(rest) or ["", ""]
        lines += sections.beside.begun(self.found)
        return lines or terminal.paragraph(NOTHING_ALSO)

    def _checked(self, terminal: Terminal) -> Lines:
        verdict = self.found["verdict"]
        lines = terminal.paragraph(command(self.found["path"]))
        told = f"It ends with exit code {EXIT[verdict]}: {MEANS[verdict]}."
        lines += [*terminal.paragraph(told), ""]
        rubrics = self.compiled["texts"]["rubrics"]
        names = [r for r, standing in self.found["rubrics"].items() if standing == "offered"]
        lines += terminal.paragraph(OFFERED if names else ALL_BEGUN)
        for name in names:
            lines += terminal.paragraph(
                f"{rubrics[name]['title']}: {rubrics[name]['about']}", 2, terminal.signs["bullet"]
            )
        return lines


def command(path: str) -> str:
    """Give the command with which CI judges the idea."""
    return f"lifeline score {shlex.quote(path)}"


def title_of(assessment: Assessment) -> str:
    """Give the idea's title, or what its file is called where it has none yet."""
    return assessment["idea"] or assessment["id"] or os.path.basename(assessment["path"] or "")


def head_of(cap: Cap) -> str:
    """Say in a line what a cap takes, or may."""
    months = phrases.short(cap["value"])
    cause = f"{phrases.CAUSES[cap['cause']]} ({phrases.bare(cap['rule'])})"
    perhaps = "perhaps, " if cap["status"] == "possible" else ""
    return f"{months} months, {perhaps}{cap['clock']}: {cause}"


def summary(assessment: Assessment) -> str:
    """Give a few lines to be passed on."""
    lifeline = assessment["lifeline"]
    assert lifeline is not None, "the idea was read"
    lines = [
        f"{title_of(assessment)}: {months_text(lifeline['months'])}",
        f"{phrases.VERDICTS[assessment['verdict']]}: {verdict_text(assessment)}",
        phrases.until_text(lifeline, assessment["as_of"]),
    ]
    if lifeline["months"]["low"] < FULL:
        lines.append(phrases.end_text(assessment["caps"], lifeline))
    return "\n".join([*lines, command(assessment["path"])])
