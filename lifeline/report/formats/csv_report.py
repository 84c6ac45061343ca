"""Assessments as a table for spreadsheets: one line an idea, under a line of names.

It follows RFC 4180 but for the end of lines, which is one sign, so that tools for lines take it.
"""

from __future__ import annotations

import csv
import io

from lifeline.report.by_idea import ByIdea
from lifeline.report.formats.streams import in_utf_8, write_lines
from lifeline.report.terminal import inert

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from lifeline.model.assessment import Assessment, Deciding, Lifeline, Range
    from lifeline.report.run import Run

    Cell = str | int | float | None

HEAD = ("path", "id", "idea", "assessed", "as_of", "verdict")
LIFELINE = (
    *("low", "high", "advantage_low", "advantage_high", "necessity_low", "necessity_high"),
    *("until_low", "until_high", "ends", "cause", "certain", "exact"),
)
TAIL = ("open", "settled", "asked", "blockers", "warnings", "waived", "deciding", "errors")

FORMULA = tuple("=+-@＝＋－＠")  # the wide ones are read as the others in some languages
"""With any of these a spreadsheet takes a text for a formula, and reckons it."""


class CsvReporter(ByIdea):
    """Writes a line an idea."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self.stream = in_utf_8(stream)
        self.scored = [score["rubric"] for score in run.compiled["deciding"]["scores"]]
        ends = ("low", "high")
        scores = [f"score_{rubric}_{end}" for rubric in self.scored for end in ends]
        self.put(_line([*HEAD, *LIFELINE, *scores, *TAIL]))

    def text(self, assessment: Assessment) -> str:
        """Give the line of one idea."""
        head: list[Cell] = [assessment[key] for key in HEAD]  # type: ignore[literal-required]
        scores = [assessment["scores"].get(rubric) for rubric in self.scored]
        spans = [end for score in scores for end in _ends(score)]
        return _line([*head, *_lifeline(assessment["lifeline"]), *spans, *_tail(assessment)])

    def put(self, text: str) -> None:
        """Write a line."""
        write_lines(self.stream, [text])

    def finish(self, summary: dict[str, int]) -> None:
        """Write nothing: every line is an idea."""


def _line(cells: list[Cell]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(map(_written, cells))
    return inert(line.getvalue())


def _lifeline(lifeline: Lifeline | None) -> list[Cell]:
    if lifeline is None:
        return [None] * len(LIFELINE)
    spans = [lifeline["months"], lifeline["advantage"], lifeline["necessity"]]
    until = lifeline["until"] or {"low": None, "high": None}
    return [
        *(months[end] for months in spans for end in ("low", "high")),
        *(until["low"], until["high"]),
        *(lifeline["ends"], lifeline["cause"]),
        *(str(lifeline[key]).lower() for key in ("certain", "exact")),
    ]


def _ends(score: Range | None) -> tuple[Cell, Cell]:
    return (score["low"], score["high"]) if score else (None, None)


def _tail(assessment: Assessment) -> list[Cell]:
    """Count questions, the findings that stand for sure, those that are waived, and mistakes."""
    findings, complete = assessment["findings"], assessment["completeness"]
    standing = [f["level"] for f in findings if f["status"] == "certain" and not f["waived"]]
    return [
        len(assessment["open"]),
        complete["settled"],
        complete["asked"],
        standing.count("blocker"),
        standing.count("warning"),
        sum(finding["waived"] for finding in findings),
        _decides(assessment["deciding"]),
        len(assessment["errors"]),
    ]


def _decides(deciding: Deciding | None) -> str:
    """Name the question that decides; of a pair both, with a space between."""
    if deciding is None:
        return ""
    if deciding["settling"] or deciding["pair"] is None:
        return deciding["question"]
    return " ".join(deciding["pair"]["questions"])


def _written(cell: Cell) -> str:
    if not isinstance(cell, str):
        return "" if cell is None else f"{cell:g}"
    shown = "".join(sign if sign.isprintable() else _code(sign) for sign in cell)
    return f"'{shown}" if shown.startswith(FORMULA) else shown


def _code(sign: str) -> str:
    r"""Write a sign that would do something as what it is called, such as ``\x1b``."""
    return sign.encode("unicode_escape").decode("ascii")
