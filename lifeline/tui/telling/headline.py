"""The result in large type, the clocks with their dates, and what ends it first."""

from __future__ import annotations

from datetime import date

from lifeline.model.words import CLOCKS, FULL
from lifeline.report import phrases
from lifeline.report.advice import advised_text, against_the_clock
from lifeline.report.bar import bar, days, scale
from lifeline.report.sections import Sections
from lifeline.report.verdict import verdict_text
from lifeline.scoring.calendar import months_after
from lifeline.scoring.saying import months_text
from lifeline.tui.widgets.digits import large

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment, Lifeline
    from lifeline.model.compiled import CompiledSet
    from lifeline.report.terminal import Terminal

    Lines = list[str]

NAME, ROOM = 11, 10
"""Columns before a bar, and behind it: for the range in few signs, or the rest of a day."""

WIDEST = 84
DATED = 48
"""From so many columns on there is room for the days below a bar."""

LARGE = 44
"""From so many columns on the months stand in large type."""

TODAY = "today"


def lay_out(assessment: Assessment, compiled: CompiledSet, terminal: Terminal) -> Lines:
    """Give the lines of the first section."""
    lifeline = assessment["lifeline"]
    assert lifeline is not None, "the idea was read"
    verdict = assessment["verdict"]
    told = f"{phrases.VERDICTS[verdict]}: {verdict_text(assessment)}"
    lines = _months(lifeline, terminal)
    lines += [terminal.paint(line, verdict) for line in terminal.paragraph(told)]
    lines += ["", *bars(assessment, lifeline, terminal), ""]
    lines += Sections(terminal, compiled).summary(assessment, lifeline)
    advised = advised_text(lifeline)
    lines += terminal.paragraph(advised) if advised else []
    for finding in against_the_clock(assessment, compiled):
        lines += ["", *terminal.paragraph(finding["message"])]
    return lines


def _months(lifeline: Lifeline, terminal: Terminal) -> Lines:
    """Give the range in large type, in one line where there is no room for it, or no blocks."""
    text = phrases.short(lifeline["months"])
    if terminal.width < LARGE or terminal.signs["sure"].isascii():
        return [terminal.paint(months_text(lifeline["months"]), "bold"), ""]
    *above, last = large(text)
    drawn = [*above, f"{last}   {_unit(lifeline)}"]
    return [*(terminal.paint(line, "bold") for line in drawn), ""]


def _unit(lifeline: Lifeline) -> str:
    return "months or more" if lifeline["months"]["high"] == FULL else "months"


def bars(assessment: Assessment, lifeline: Lifeline, terminal: Terminal) -> Lines:
    """Draw the lifeline and both clocks, with months and days below, and where today is."""
    columns = max(12, min(WIDEST, (terminal.width - NAME - ROOM) // 12 * 12))
    rows = {"lifeline": lifeline["months"]} | {clock: lifeline[clock] for clock in CLOCKS}  # type: ignore[literal-required]
    lines = [
        f"{name.ljust(NAME)}{bar(months, columns, terminal.signs)}  {phrases.short(months)}"
        for name, months in rows.items()
    ]
    lines.append(f"{'months'.ljust(NAME)}{scale(columns)}")
    if assessment["assessed"]:
        lines += _dated(date.fromisoformat(assessment["assessed"]), assessment, columns)
    if lifeline["months"]["low"] < lifeline["months"]["high"]:
        signs = terminal.signs
        lines.append(f"{' ' * NAME}{signs['sure']} for sure  {signs['open']} still open")
    return lines


def _dated(assessed: date, assessment: Assessment, columns: int) -> Lines:
    lines = [f"{'until'.ljust(NAME)}{days(assessed, columns)}"] if columns >= DATED else []
    as_of, end = date.fromisoformat(assessment["as_of"]), months_after(assessed, FULL)
    if assessed <= as_of < end:
        place = (as_of - assessed).days * columns // (end - assessed).days
        lines.append(f"{' ' * (NAME + place)}^ {TODAY}")
    return lines
