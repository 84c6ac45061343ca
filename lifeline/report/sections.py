"""The sections of the text about one idea: each a method that gives its lines."""

from __future__ import annotations

from datetime import date

from lifeline.model.words import FULL, UNBACKED
from lifeline.report import phrases
from lifeline.report.bar import bar, days, scale
from lifeline.report.beside import Beside
from lifeline.report.findings import lay_out
from lifeline.report.history import tier_text
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment, Cap, Finding, Lifeline, Lift
    from lifeline.model.compiled import CompiledSet
    from lifeline.report.terminal import Terminal

NAME = 11
"""Columns for what stands before a bar, and for the indent below a heading."""

ROOMY, WIDE_BAR, NARROW_BAR = 76, 48, 24
"""From so many columns on the bar is wide; its columns are a multiple of the twelve months."""

TITLES = {
    "first": "What ends it first",
    "after": "What would come after",
    "may": "What may end it, as long as some answers are open",
}


class Sections:
    """Lays assessments out for a terminal, with the texts of the set they were judged by."""

    def __init__(self, terminal: Terminal, compiled: CompiledSet) -> None:
        texts = compiled["texts"]
        self.terminal = terminal
        self.beside = Beside(terminal, compiled)
        self.questions = texts["questions"]
        self.rubrics = texts["rubrics"]
        self.history = texts["history"]
        self.columns = WIDE_BAR if terminal.width >= ROOMY else NARROW_BAR

    def bars(self, lifeline: Lifeline, *, clocks: bool) -> list[str]:
        """Draw the lifeline, and perhaps the two clocks that it is the smaller of."""
        rows = {"lifeline": lifeline["months"]}
        if clocks:
            rows |= {"advantage": lifeline["advantage"], "necessity": lifeline["necessity"]}
        return [
            f"{name.ljust(NAME)}{bar(months, self.columns, self.terminal.signs)}"
            f"  {phrases.short(months)}"
            for name, months in rows.items()
        ]

    def scale(self, assessment: Assessment, lifeline: Lifeline) -> list[str]:
        """Write months and, where it is known when they begin, days below the bars."""
        lines = [" " * NAME + scale(self.columns) + " months"]
        if assessment["assessed"] and self.columns == WIDE_BAR:
            below = days(date.fromisoformat(assessment["assessed"]), self.columns)
            lines.append(" " * NAME + below)
        if lifeline["months"]["low"] < lifeline["months"]["high"]:
            signs = self.terminal.signs
            lines.append(" " * NAME + f"{signs['sure']} for sure  {signs['open']} still open")
        return lines

    def summary(
        self, assessment: Assessment, lifeline: Lifeline, *, says_past: bool = True
    ) -> list[str]:
        """Say the result in sentences: how long, until when, what ends it first, and what ends.

        ``says_past``: that a day has passed; not where it was said above.
        """
        as_of = assessment["as_of"]
        until = phrases.until_text(lifeline, as_of if says_past else "")
        lines = self._wrapped(f"Lifeline: {months_text(lifeline['months'])}. {until}")
        if lifeline["months"]["low"] < FULL:
            lines += self._wrapped(phrases.end_text(assessment["caps"], lifeline, as_of))
        if not lifeline["exact"]:
            lines += self._wrapped(phrases.NOT_EXACT)
        lines += self._wrapped(tier_text(self.history, lifeline))
        unbacked = sum(f["rule"] == UNBACKED for f in assessment["findings"])
        if unbacked and assessment["verdict"] == "pass":
            lines += self._wrapped(phrases.word_text(unbacked, assessment))
        for rubric, score in assessment["scores"].items():
            if score and self.beside.is_due(rubric):
                name = self.rubrics[rubric]["score"]
                lines += self._wrapped(phrases.score_text(name, score["low"], score["high"]))
        return lines

    def caps(self, assessment: Assessment, lifeline: Lifeline) -> list[str]:
        """Tell what ends it first, what would come after, what may; each with what to do."""
        low = lifeline["months"]["low"]
        sorted_: dict[str, list[Cap]] = {"first": [], "after": [], "may": []}
        for cap in assessment["caps"]:
            if cap["value"]["low"] < FULL:
                sorted_[_place(cap, low)].append(cap)
        lines = []
        for place, title in TITLES.items():
            told = []
            for number, cap in enumerate(sorted_[place]):
                is_first = place == "first" and number == 0 and len(assessment["caps"]) > 1
                told += self._cap(cap, assessment["answers"], is_first=is_first)
            lines += self._titled(title, told)
        return lines

    def first_reason(self, assessment: Assessment, lifeline: Lifeline) -> list[str]:
        """Give the reason of the cap that ends it first, or may."""
        low = lifeline["months"]["low"]
        at_low = [cap for cap in assessment["caps"] if cap["value"]["low"] == low < FULL]
        at_low.sort(key=lambda cap: _place(cap, low))
        if not at_low:
            return []
        perhaps = "" if _place(at_low[0], low) == "first" else "Perhaps: "
        return self._wrapped(perhaps + at_low[0]["because"], NAME)

    def _cap(self, cap: Cap, answers: dict[str, str], *, is_first: bool) -> list[str]:
        span = phrases.short(cap["value"]).ljust(NAME)
        head = f"{cap['clock']}, {cap['cause']} ({cap['rule']})"
        first = "First: " if is_first else ""
        return [
            *self.terminal.paragraph(head, NAME, span),
            *self._wrapped(phrases.reason_text(cap), NAME),
            *self._wrapped(_because_of(cap, answers), NAME),
            *self._wrapped(f"{self.terminal.signs['to']} {first}{cap['remedy']}", NAME),
        ]

    def lifts(self, assessment: Assessment) -> list[str]:
        """Tell what each protection lifts, from how many months to how many, and why."""
        lifted: dict[tuple[str, str], list[str]] = {}
        reasons = {}
        for cap in assessment["caps"]:
            for lift in cap["lifted_by"]:
                key = (lift["protection"], lift["status"])
                lifted.setdefault(key, []).append(_lift(cap, lift))
                reasons[lift["protection"]] = lift["because"]
        lines = []
        for (protection, status), caps in lifted.items():
            perhaps = "" if status == "certain" else "Perhaps: "
            source = f"{phrases.bare(protection)} lifts {'; '.join(caps)}"
            lines += self._bulleted(f"{perhaps}{reasons[protection]} ({source}.)")
        return self._titled("What holds it off", lines)

    def open_questions(self, assessment: Assessment) -> list[str]:
        """List what is still open, and what to answer next."""
        lines = []
        for id_ in filter(self.beside.is_due, assessment["open"]):
            so_far = assessment["answers"].get(id_)
            known = f" (so far: {so_far})" if so_far else ""
            lines += self._bulleted(f"{phrases.bare(id_)}{known}: {self.questions[id_]['ask']}")
        if lines:
            lines += self.next_question(assessment)
        return self._titled("Still open", lines)

    def next_question(self, assessment: Assessment, indent: int = 0) -> list[str]:
        """Say which answer settles the verdict most often."""
        deciding = assessment["deciding"]
        if deciding is None:
            return []
        pair = deciding["pair"]
        if deciding["settles"] or not pair:
            return self._wrapped(phrases.next_text(deciding), indent)
        first, second = map(phrases.bare, pair["questions"])
        lead = f"No single answer settles the verdict. Answer {first} and {second} next:"
        return self._wrapped(f"{lead} {phrases.settling(pair, 'pairs of answers')}", indent)

    def findings(self, findings: list[Finding]) -> list[str]:
        """Tell everything that moves no months, but what the optional rubrics say."""
        due = [finding for finding in findings if self.beside.is_due(finding["rule"])]
        return self._titled("Also", lay_out(due, self.terminal))

    def _titled(self, title: str, lines: list[str]) -> list[str]:
        return ["", self.terminal.paint(title, "bold"), *lines] if lines else []

    def _wrapped(self, text: str, indent: int = 0) -> list[str]:
        return self.terminal.paragraph(text, indent) if text else []

    def _bulleted(self, text: str) -> list[str]:
        return self.terminal.paragraph(text, 2, self.terminal.signs["bullet"])


def _place(cap: Cap, low: int) -> str:
    """Say whether a cap ends it first for sure, comes after for sure, or only may."""
    if not phrases.is_sure(cap):
        return "may"
    return "first" if cap["value"]["low"] == low else "after"


def _because_of(cap: Cap, answers: dict[str, str]) -> str:
    """Name the answers that a cap rests on."""
    given = [f"{phrases.bare(id_)} = {answers[id_]}" for id_ in cap["questions"] if id_ in answers]
    return f"Your answer: {'; '.join(given)}." if given else ""


def _lift(cap: Cap, lift: Lift) -> str:
    after = phrases.short({"low": lift["months"], "high": lift["months"]})
    return f"{phrases.bare(cap['rule'])} from {cap['months']} to {after} months"
