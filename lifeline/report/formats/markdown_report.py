"""Assessments for the summary of a CI step, or a comment on a pull request: a table, then reasons.

Both have a limit, so that what does not fit is counted: ideas that pass are left out first.
"""

from __future__ import annotations

from lifeline.report import phrases
from lifeline.report.begin import begin_text
from lifeline.report.findings import ABOUT_EVIDENCE, counted, weakness_of
from lifeline.report.formats.concerns import against, warnings
from lifeline.report.formats.overview import HEADS, cells, title_of
from lifeline.report.formats.streams import in_utf_8, write_lines
from lifeline.report.markdown import escaped, spoken, table
from lifeline.report.sentences import first_sentence
from lifeline.report.settling_first import settled_first
from lifeline.report.verdict import verdict_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from lifeline.model.assessment import Assessment, Cap, Deciding
    from lifeline.report.pages.beyond import Beyond
    from lifeline.report.run import Run

BUDGET = 60_000
"""Characters. A comment on GitHub may have 65,536, the summary of a step 1 MiB."""

FOR_TABLE = 35_000
"""Characters of the budget that rows may take, when there are many ideas."""

FOR_REST = 1_500
"""Characters that are kept for what stands around rows and reasons."""

END = ("", "</details>", "")

WORST = ("invalid", "fail", "unclear", "pass")

MORE_ROWS = "{ideas} more, for which there is no room here: lifeline score --format text{choosing}"
MORE_REASONS = "The reasons of {ideas} more do not fit here: lifeline score FILE{choosing}"


class MarkdownReporter:
    """Collects a row for each idea, and reasons for those that do not pass.

    Where more is known of an idea, that is folded in behind its reasons; of ideas that are too many
    for that, the reasons alone.
    """

    def __init__(self, stream: TextIO, run: Run) -> None:
        self.stream = in_utf_8(stream)
        self.run = run
        self.rows: list[tuple[int, str]] = []
        """How bad it is, 0 for the worst, and a line of the table."""
        self.reasons: list[tuple[int, str]] = []
        self.more: list[tuple[int, str]] = []
        """The reasons with what is known besides."""

    def add(self, assessment: Assessment, beyond: Beyond | None = None) -> None:
        """Take one idea; ``beyond`` is what is known besides its assessment, if anything."""
        rank = WORST.index(assessment["verdict"])
        row = [escaped(cell) for cell in cells(assessment)]
        row[0] = f"**{row[0]}**"
        row[1] += f"<br>{escaped(assessment['path'])}"
        ahead = phrases.ahead_text(assessment)
        row[2] += f"<br>{escaped(ahead)}" if ahead else ""
        self.rows.append((rank, table(row, [])[0]))
        first = [sentence for sentence, _ in settled_first(assessment, self.run.compiled)]
        reasons = [*_reasons(assessment, first, self.run.choosing)]
        if assessment["verdict"] != "pass":
            self.reasons.append((rank, "\n".join([*reasons, *END])))
        if beyond is not None:
            from lifeline.report.formats.folded import folded  # for `report` only

            reasons += ["", *folded(assessment, beyond, self.run)]
        if beyond is not None or assessment["verdict"] != "pass":
            self.more.append((rank, "\n".join([*reasons, *END])))

    def finish(self, summary: dict[str, int]) -> None:
        """Write everything that there is room for."""
        rows, more_rows = _fitting(self.rows, FOR_TABLE)
        left = BUDGET - FOR_REST - sum(map(len, rows))
        is_much = sum(len(text) + 1 for _, text in self.more) > left
        reasons, more_reasons = _fitting(self.reasons if is_much else self.more, left)
        lines = ["## How long each idea lasts", ""]
        if summary["ideas"] != 1 or summary.get("waived"):
            lines += [escaped(phrases.counts_text(summary)), ""]
        lines += [*table(HEADS, []), *rows, ""] if rows else []
        lines += self._counted(MORE_ROWS, more_rows)
        lines += reasons
        lines += self._counted(MORE_REASONS, more_reasons)
        write_lines(self.stream, [*lines, escaped(phrases.fine_print(self.run, summary["ideas"]))])

    def _counted(self, text: str, number: int) -> list[str]:
        if not number:
            return []
        ideas = phrases.count(number, "idea")
        return [escaped(text.format(ideas=ideas, choosing=self.run.choosing)), ""]


def _fitting(ranked: list[tuple[int, str]], room: int) -> tuple[list[str], int]:
    """Give the texts for which there is room, the worst first to get it; and count the others."""
    kept = []
    for number in sorted(range(len(ranked)), key=lambda number: (ranked[number][0], number)):
        room -= len(ranked[number][1]) + 1
        if room < 0:
            break
        kept.append(number)
    return [ranked[number][1] for number in sorted(kept)], len(ranked) - len(kept)


def _reasons(assessment: Assessment, first: list[str], choosing: str) -> Iterator[str]:
    """Give the lines; ``first`` is what has to be settled before everything else."""
    verdict = phrases.VERDICTS[assessment["verdict"]]
    head = spoken(f"{verdict}: {title_of(assessment)} ({assessment['path']})")
    yield f"<details><summary>{head}</summary>"
    yield ""
    yield escaped(phrases.sentence(verdict_text(assessment)))
    yield from _what_to_answer(assessment["deciding"])
    lifeline = assessment["lifeline"]
    passed = phrases.passed_text(lifeline, assessment["as_of"]) if lifeline else ""
    yield from (escaped(text) for text in (*first, passed) if text)
    yield ""
    if lifeline and not assessment["answers"]:
        yield escaped(begin_text(assessment, choosing))
        return
    found, _ = against(assessment)
    for concern in found:
        place = f"**{concern.level}**, line {concern.line}"
        yield f"- {place}: {escaped(concern.message)} ({escaped(concern.rule)})"
        yield from _remedy(concern.remedy)
    yield from _first_end(assessment)
    yield from _aside(assessment)


def _first_end(assessment: Assessment) -> Iterator[str]:
    """Say of an idea that passes what ends it first all the same, for sure if there is such."""
    caps = phrases.taking(assessment["caps"]) if assessment["verdict"] == "pass" else []
    for cap in sorted(caps, key=_by_low_end)[:1]:
        lead = "What ends it first" if phrases.is_sure(cap) else "What may end it first"
        told = f"{phrases.head_of(cap)}. {phrases.reason_text(cap)}"
        yield f"- **{lead}**: {escaped(told)}"
        yield from _remedy(cap["remedy"])


def _by_low_end(cap: Cap) -> tuple[int, bool]:
    """Give what caps are sorted by: their least months, and whether they are not sure."""
    return cap["value"]["low"], not phrases.is_sure(cap)


def _aside(assessment: Assessment) -> Iterator[str]:
    """Name the warnings that do not change the verdict; count the notes."""
    told, also = warnings(assessment)
    for weakness, verbs in ABOUT_EVIDENCE.items():
        rules = [c.rule for c in told if weakness_of(c.rule, c.remedy) == weakness]
        if rules:
            yield f"- **warning**: {escaped(f'{counted(len(rules), verbs)} ({rules[0]})')}"
    for concern in told:
        if concern.rule in ABOUT_EVIDENCE:
            continue
        text = f"{first_sentence(concern.message)} ({concern.rule})"
        yield f"- **{concern.level}**, line {concern.line}: {escaped(text)}"
    yield from (f"- {escaped(text)}" for text in also)


def _remedy(text: str) -> Iterator[str]:
    if text:
        yield f"  - What to do: {escaped(text)}"


def _what_to_answer(deciding: Deciding | None) -> Iterator[str]:
    """Say what the answers to the question that decides would come to, where one settles it."""
    if deciding is not None and deciding["settling"]:
        yield escaped(phrases.next_text(deciding))
