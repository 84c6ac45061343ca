"""A comparison of ideas for people: rows in order, what ends most of them, what would hit them."""

from __future__ import annotations

from lifeline.report.bar import bar
from lifeline.report.comparison.beside import has_room, joined, with_name
from lifeline.report.comparison.naming import Names
from lifeline.report.comparison.threats import Threats
from lifeline.report.phrases import LOOK_AGAIN, PAST, bare, count, day_text, days_text, short
from lifeline.report.terminal import safe
from lifeline.report.wrapping import columns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Found = dict[str, Any]

SHOWN = 40
"""Ideas that are shown, unless all are asked for."""

PLACE, BAR, MONTHS, SCORE, VERDICT = 6, 12, 8, 8, 7
"""Columns of a row; place and score have at least so many, and more where they need them."""

PAST_MEANS = f"{PAST}: its last day has passed, so its verdict holds no more; {LOOK_AGAIN}"
ALL_ABOVE = "all above have more months than all below, each from its own day on"
COUNTED = "Months count from the day that an idea's answers describe; these days differ."

TWO_IN_ORDER = "The two can be put in order."
APART = "cannot be told apart yet: the ranges overlap"
NOT_JUDGED = "Not judged: team, size of the market, price. Not investment advice."


def lay_out(found: Found, terminal: Terminal, *, full: bool = False) -> Lines:
    """Give the lines of a comparison."""
    if not found["ideas"]:
        return terminal.paragraph("There is no idea to compare.")
    return _Layout(found, terminal, full=full).lines()


class _Layout:
    """Lays one comparison out, each part by its own method."""

    def __init__(self, found: Found, terminal: Terminal, *, full: bool) -> None:
        self.found = found
        self.terminal = terminal
        self.names = Names(found["ideas"])
        self.rows = found["ideas"] if full else found["ideas"][:SHOWN]
        self.score = safe(found["score"]["name"]) if found["score"] else ""
        self.score_width = max(SCORE, columns(self.score)) if self.score else 0
        self.place_width = max(PLACE, *(len(place_text(row["place"])) for row in self.rows))

    def lines(self) -> Lines:
        """Give everything that is told."""
        threats = Threats(self.found, self.names, self.terminal)
        return [
            *self.heading(),
            *self.table(),
            *self.order(),
            *threats.causes(),
            *threats.rules(),
            *threats.events(),
            *self.fine_print(),
        ]

    def heading(self) -> Lines:
        many = count(len(self.found["ideas"]), "idea")
        day = day_text(self.found["as_of"])
        strict = self.strictly()
        invalid = len(self.found["invalid"])
        left_out = f"; {count(invalid, 'file')} left out, to be mended first" if invalid else ""
        title = f"{many}, as seen on {day}{strict}{left_out}"
        return [self.terminal.paint(line, "bold") for line in self.terminal.paragraph(title)]

    def strictly(self) -> str:
        """Say of how many ideas the answers are doubted."""
        strict = sum(row["strict"] for row in self.found["ideas"])
        if not strict:
            return ""
        return ", strict" if self.found["strict"] else f", {strict} of them strict"

    def table(self) -> Lines:
        """Give a row for each idea, a line between groups of which one surely lasts longer."""
        lines = ["", *self.heads()]
        signs, group = self.terminal.signs, 1
        for row in self.rows:
            if row["group"] != group:
                group = row["group"]
                lines.append(self.terminal.paint(signs["gone"] * self.place_width, "dim"))
            lines += self.row(row)
        hidden = len(self.found["ideas"]) - len(self.rows)
        if hidden:
            told = f"{count(hidden, 'more idea')} not shown; --full shows all."
            lines += ["", *self.terminal.paragraph(told)]
        return lines

    def heads(self) -> Lines:
        heads = [("place", self.place_width), ("months", BAR + 2 + MONTHS)]
        heads += [(self.score.lower(), self.score_width)] if self.score else []
        heads.append(("verdict", VERDICT))
        if not has_room(self.terminal, heads):
            return []
        return [self.terminal.paint(joined([*heads, ("idea", 0)]), "dim")]

    def row(self, row: Found) -> Lines:
        """Give the lines of an idea."""
        name = self.names.of(row["path"])
        cells = [
            (place_text(row["place"]), self.place_width),
            (bar(row["months"], BAR, self.terminal.signs), BAR),
            (short(row["months"]), MONTHS),
        ]
        cells += [(_score(row["durability"]), self.score_width)] if self.score else []
        cells.append((PAST if row["past"] else row["verdict"], VERDICT))
        days = days_text(row["months"], row["until"], past=False)
        until = f"until {days}" if days else ""
        if not has_room(self.terminal, cells):  # nor for what stands above the columns
            place, drawn, months, *score, verdict = (text for text, _ in cells)
            named = [f"{self.score.lower()} {text}" for text in score]
            told = [f"place {place}", f"{drawn} {months}", *named, verdict, until]
            words = ", ".join(filter(None, told))
            return [*self.terminal.paragraph(name), *self.terminal.paragraph(words, 2, "  ")]
        return with_name(self.terminal, cells, name, until)

    def order(self) -> Lines:
        """Say how far the order goes, and which answer would take it furthest."""
        pairs, signs = self.found["pairs"], self.terminal.signs
        if not pairs["all"]:
            return []
        legend = [f"{signs['sure']} for sure  {signs['open']} still open"]
        if self.found["ideas"][-1]["group"] > 1:
            legend += self.terminal.paragraph(f"{signs['gone'] * 3} {ALL_ABOVE}")
        if any(row["past"] for row in self.rows):
            legend += self.terminal.paragraph(PAST_MEANS)
        text = _order_text(pairs["all"], pairs["ordered"])
        if len({row["assessed"] for row in self.found["ideas"]}) > 1:
            text += f" {COUNTED}"
        if self.score:
            text += f" Among ideas of the same settled months, {self.score.lower()} decides."
        told = [*self.terminal.paragraph(text), *self.separating()]
        return ["", *legend, "", *told]

    def separating(self) -> Lines:
        best = self.found["separating"]
        if not best:
            return []
        low, high = best["pairs"]["low"], best["pairs"]["high"]
        answer = f"answer {bare(best['question'])} in {self.names.of(best['path'])}."
        if self.found["pairs"]["all"] == 1:
            may = "would" if low else "may"
            return self.terminal.paragraph(f"What {may} tell them apart: {answer}")
        pairs = count(high, "more pair") if low == high else f"{low} to {high} more pairs"
        told = f"What would tell most of them apart: {answer} That would put {pairs} in order."
        return self.terminal.paragraph(told)

    def fine_print(self) -> Lines:
        judged = self.found["set"]
        text = f"Judged by {judged['id']} {judged['version']}. {NOT_JUDGED}"
        return ["", *[self.terminal.paint(line, "dim") for line in self.terminal.paragraph(text)]]


def place_text(place: Found) -> str:
    """Say the best and the worst place: ``2``, ``2 to 5``."""
    low, high = place["low"], place["high"]
    return str(low) if low == high else f"{low} to {high}"


def _order_text(pairs: int, ordered: int) -> str:
    """Say of how many pairs of ideas one stands before the other."""
    if pairs == 1:
        return TWO_IN_ORDER if ordered else f"The two {APART}."
    rest = pairs - ordered
    if not rest:
        return f"All {pairs} pairs of ideas can be put in order."
    others = "The other one" if rest == 1 else f"The other {rest}"
    lead = f"{ordered} of {pairs} pairs of ideas can be put in order. {others} {APART}."
    return f"{lead} So a place is given as the best and the worst that an idea can have."


def _score(score: Found | None) -> str:
    if score is None:
        return "-"
    low, high = round(score["low"]), round(score["high"])
    return str(low) if low == high else f"{low} to {high}"
