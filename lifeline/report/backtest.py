"""A back-test for people: every figure with its sample, and every miss with its reason."""

from __future__ import annotations

from itertools import pairwise

from lifeline.report.baselines import baselines, provenances
from lifeline.report.figures import figure, horizons, order, percent
from lifeline.report.misses import misses
from lifeline.report.phrases import bare, count, short
from lifeline.report.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Data = dict[str, Any]

ABOUT_TABLE = (
    "Columns: the month in which it ended; holding: it had not when last seen. Median: Kaplan and"
    " Meier; - where more than half held."
)

FEWEST = 6
"""Cases below which figures of a part of the sample say nothing and are not shown."""


def lay_out(found: Data, texts: Data, terminal: Terminal) -> Lines:
    """Give the lines of a whole back-test."""
    layout = _Layout(found, terminal)
    figures = found["figures"]
    return [
        *layout.head(),
        *layout.titled("What was judged, and when it ended", layout.table()),
        *layout.titled("Is the order right?", order(figures, terminal)),
        *layout.titled("Is the answer right?", horizons(figures, terminal)),
        *layout.titled("What it has to beat", baselines(found, texts, terminal)),
        *layout.titled(
            "Within the cases of each provenance", provenances(found["collections"], terminal)
        ),
        *layout.titled("Without the products that a coder recognised", layout.unrecognised()),
        *layout.titled("Misses", misses(found["misses"], terminal)),
        *layout.titled("Do two coders say the same? (Cohen's kappa)", layout.agreement()),
    ]


class _Layout:
    """The sections, each a method that gives its lines."""

    def __init__(self, found: Data, terminal: Terminal) -> None:
        self.found = found
        self.terminal = terminal
        self.cases: int = found["sample"]["cases"]

    def painted(self, text: str) -> Lines:
        return [self.terminal.paint(line, "bold") for line in self.terminal.paragraph(text)]

    def titled(self, title: str, lines: Lines) -> Lines:
        return ["", *self.painted(title), *lines] if lines else []

    def head(self) -> Lines:
        set_, sample = self.found["set"], self.found["sample"]
        all_ended = sample["ended"] == self.cases
        others = "." if all_ended else ", the others still held when last seen."
        counts = f"{count(self.cases, 'product')}, {sample['ended']} of them ended{others}"
        return [
            *self.painted(f"Back-test of {set_['id']} {set_['version']}: {sample['title']}"),
            *self.terminal.paragraph(counts),
            *self.left_out(),
            *self.terminal.paragraph(f"How they were chosen: {sample['chosen']}"),
            *self.terminal.paragraph(f"How they were coded: {sample['coded']}"),
        ]

    def left_out(self) -> Lines:
        """Name the cases that are in no figure: only what coders said of them is compared."""
        lines = []
        for case in self.found["sample"]["left_out"]:
            told = f"Left out, but where coders are compared: {case['name']}. {case['because']}"
            lines += self.terminal.paragraph(told)
        return lines

    def table(self) -> Lines:
        columns = self.found["table"]["from"]
        spans = [f"{a}-{b - 1}" for a, b in pairwise(columns)]
        heads = ["judged, in months", "cases", *spans, f"{columns[-1]}+", "holding", "median"]
        rows = []
        for row in self.found["table"]["rows"]:
            median = "-" if row["median"] is None else f"{row['median']:g}"
            counts = [row["cases"], *row["ended_from"], row["still_holding"]]
            rows.append([short(row["months"]), *map(str, counts), median])
        return [*table(self.terminal, rows, heads), *self.terminal.paragraph(ABOUT_TABLE)]

    def unrecognised(self) -> Lines:
        figures = self.found["not_recognised"]
        left: int = figures["cases"]
        if left == self.cases:
            return []
        if left >= FEWEST:
            return [*order(figures, self.terminal), *horizons(figures, self.terminal)]
        rest = f"The {left} others are too few for figures: take" if left else "Take"
        return self.terminal.paragraph(
            f"A coder recognised, or thought to recognise, {self.cases - left} of"
            f" {count(self.cases, 'product')} in spite of the masking. {rest} those above as an"
            " upper bound."
        )

    def agreement(self) -> Lines:
        rows = [
            (
                f"  {bare(row['question'])}",
                figure(row["value"]),
                f"{percent(row['agreed'])} the same, n = {row['n']}",
            )
            for row in self.found["agreement"]
        ]
        return table(self.terminal, rows) if rows else []
