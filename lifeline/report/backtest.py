"""A back-test for people: every figure with its sample, and every miss with its reason."""

from __future__ import annotations

from itertools import pairwise

from lifeline.report.figures import figure, horizons, order, percent
from lifeline.report.misses import misses
from lifeline.report.phrases import count, short
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

KINDS = {
    "simple": "Saying the same of every product",
    "question": "One question alone: it lasts if the answer earns half its points",
    "without-cap": "Leaving one cap out",
    "without-protection": "Leaving one protection out",
}

LONGEST = 42
"""Signs of the name of a baseline: so it fits beside its figures."""

HEADS = ["", "order", "months", "12", "ranges"]
"""What series of forecasts are compared by."""

FEWEST = 6
"""Cases below which figures of a part of the sample say nothing and are not shown."""


def lay_out(found: Data, texts: Data, terminal: Terminal) -> Lines:
    """Give the lines of a whole back-test."""
    layout = _Layout(found, texts, terminal)
    figures = found["figures"]
    return [
        *layout.head(),
        *layout.titled("What was judged, and when it ended", layout.table()),
        *layout.titled("Is the order right?", order(figures, terminal)),
        *layout.titled("Is the answer right?", horizons(figures, terminal)),
        *layout.titled("What it has to beat", layout.baselines()),
        *layout.titled("Within each collection of cases", layout.collections()),
        *layout.titled("Without the products that a coder recognised", layout.unrecognised()),
        *layout.titled("Misses", misses(found["misses"], terminal)),
        *layout.titled("Do two coders say the same? (Cohen's kappa)", layout.agreement()),
    ]


class _Layout:
    """The sections, each a method that gives its lines."""

    def __init__(self, found: Data, texts: Data, terminal: Terminal) -> None:
        self.found = found
        self.texts = texts
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

    def baselines(self) -> Lines:
        rows = [_baseline("this set", self._own())]
        for kind, title in KINDS.items():
            of_kind = [row for row in self.found["baselines"] if row["kind"] == kind]
            rows += [[title]] if of_kind else []
            rows += [_baseline(f"  {self._named(row['name'])}", row) for row in of_kind]
        note = (
            "order: concordance; months: with the months alone; 12: balanced accuracy at 12 months;"
            " ranges: ranked probability score, less is better. All on the same"
            f" {count(self.cases, 'product')}."
        )
        return [
            *table(self.terminal, rows, HEADS),
            *self.terminal.paragraph(note),
            *self.not_coded(),
        ]

    def not_coded(self) -> Lines:
        """Name the scored questions of which these cases can say nothing."""
        ids = ", ".join(map(_bare, self.found["sample"]["not_coded"]))
        told = f"Scored questions that no case answers, so not tested: {ids}."
        return self.terminal.paragraph(told) if ids else []

    def _own(self) -> Data:
        figures = self.found["figures"]
        balanced = figures["horizons"][12]["balanced_accuracy"]
        return {
            "concordance": figures["concordance"]["value"],
            "concordance_months": figures["concordance_months"]["value"],
            "balanced_accuracy_12": balanced and balanced["value"],
            "range_score": figures["range_score"],
        }

    def _named(self, name: str) -> str:
        asked = self.texts["questions"].get(name)
        text = _bare(name) + (f": {asked['ask']}" if asked else "")
        return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"

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

    def collections(self) -> Lines:
        """Show figures within each provenance, where there are several."""
        parts = self.found["collections"]
        if len(parts) < 2:  # noqa: PLR2004  # one is the whole
            return []
        rows = [_baseline(f"{part['provenance']}, {_counted(part)}", part) for part in parts]
        note = (
            "Cases of different provenance were collected in different ways; within one, nothing is"
            " owed to that."
        )
        return [*table(self.terminal, rows, HEADS), *self.terminal.paragraph(note)]

    def agreement(self) -> Lines:
        rows = [
            (
                f"  {_bare(row['question'])}",
                figure(row["value"]),
                f"{percent(row['agreed'])} the same, n = {row['n']}",
            )
            for row in self.found["agreement"]
        ]
        return table(self.terminal, rows) if rows else []


def _baseline(name: str, row: Data) -> list[str]:
    keys = ("concordance", "concordance_months", "balanced_accuracy_12", "range_score")
    return [name, *(figure(row[key]) for key in keys)]


def _bare(id_: str) -> str:
    return id_.rpartition("/")[2]


def _counted(part: Data) -> str:
    return f"{part['ended']} of {part['cases']} ended"
