"""The sections of the text about one idea: each a method that gives its lines."""

from __future__ import annotations

from datetime import date

from lifeline.model.words import FULL, STALE, UNBACKED
from lifeline.report import phrases
from lifeline.report.bar import bar, days, scale

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Assessment, Cap, Finding, Lifeline, Lift
    from lifeline.report.terminal import Terminal

NAME = 11
"""Columns for what stands before a bar, and for the indent below a heading."""

ROOMY, WIDE_BAR, NARROW_BAR = 76, 48, 24
"""From so many columns on the bar is wide; its columns are a multiple of the twelve months."""

ABOUT_EVIDENCE = {
    UNBACKED: ("rests on too little evidence", "rest on too little evidence"),
    STALE: ("rests on old evidence", "rest on old evidence"),
}


class Sections:
    """Lays assessments out for a terminal, with the texts of the set they were judged by."""

    def __init__(self, terminal: Terminal, texts: dict[str, Any]) -> None:
        self.terminal = terminal
        self.questions = texts["questions"]
        self.rubrics = texts["rubrics"]
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

    def scale(self, assessed: str | None) -> list[str]:
        """Write months and, where it is known when they begin, days below the bars."""
        lines = [" " * NAME + scale(self.columns) + " months"]
        if assessed and self.columns == WIDE_BAR:
            lines.append(" " * NAME + days(date.fromisoformat(assessed), self.columns))
        return lines

    def summary(self, assessment: Assessment, lifeline: Lifeline) -> list[str]:
        """Say the result in sentences: how long, until when, what gets you first, how it ends."""
        until = phrases.until_text(lifeline, assessment["as_of"])
        lines = self._wrapped(f"Lifeline: {phrases.months_text(lifeline['months'])}. {until}")
        if lifeline["cause"] and lifeline["ends"]:
            lines += self._wrapped(phrases.end_text(lifeline))
        if not lifeline["exact"]:
            lines += self._wrapped(phrases.NOT_EXACT)
        for rubric, score in assessment["scores"].items():
            if score:
                name = self.rubrics[rubric]["score"]
                lines += self._wrapped(phrases.score_text(name, score["low"], score["high"]))
        return lines

    def caps(self, assessment: Assessment) -> list[str]:
        """Tell what shortens the lifeline, least months first, and what to do about each."""
        lines: dict[str, list[str]] = {"certain": [], "possible": []}
        for cap in assessment["caps"]:
            if cap["value"]["low"] < FULL:
                lines[cap["status"]] += self._cap(cap)
        certain = self._titled("What shortens it", lines["certain"])
        return certain + self._titled("What may shorten it, as far as we know", lines["possible"])

    def _cap(self, cap: Cap) -> list[str]:
        head = f"{phrases.short(cap['value']).ljust(NAME)}{cap['clock']}, {cap['cause']}"
        lines = [f"{head} ({cap['rule']})", *self._wrapped(cap["because"], NAME)]
        if cap["waits_on"]:
            lines += self._wrapped(self._waits(cap), NAME)
        return lines + self._wrapped(f"{self.terminal.signs['to']} {cap['remedy']}", NAME)

    def _waits(self, cap: Cap) -> str:
        ids = ", ".join(bare(id_) for id_ in cap["waits_on"])
        if cap["status"] == "possible":
            return f"Whether this is so depends on what is still open: {ids}."
        return f"Whether something holds it off depends on what is still open: {ids}."

    def lifts(self, assessment: Assessment) -> list[str]:
        """Tell what each protection lifts, from how many months to how many, and why."""
        lifted: dict[str, list[str]] = {}
        reasons = {}
        for cap in assessment["caps"]:
            for lift in cap["lifted_by"]:
                lifted.setdefault(lift["protection"], []).append(_lift(cap, lift))
                reasons[lift["protection"]] = lift["because"]
        lines = []
        for protection, caps in lifted.items():
            text = f"{bare(protection)} lifts {'; '.join(caps)}. {reasons[protection]}"
            lines += self._bulleted(text)
        return self._titled("What holds it off", lines)

    def open_questions(self, assessment: Assessment) -> list[str]:
        """List what is still open, and what to answer next."""
        lines = []
        for id_ in assessment["open"]:
            lines += self._bulleted(f"{bare(id_)}: {self.questions[id_]['ask']}")
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
            question = bare(deciding["question"])
            text = f"Answer {question} next: {phrases.share(deciding['settles'])} of its answers"
            return self._wrapped(f"{text} settle the verdict.", indent)
        first, second = map(bare, pair["questions"])
        text = f"No single answer settles the verdict. Answer {first} and {second} next:"
        settled = phrases.share(pair["settles"])
        return self._wrapped(f"{text} {settled} of their answers together settle it.", indent)

    def findings(self, findings: list[Finding]) -> list[str]:
        """Tell the findings of rules one by one, those about evidence counted."""
        lines = []
        for finding in findings:
            if finding["rule"] not in ABOUT_EVIDENCE:
                lines += self._finding(finding)
        for rule, (one, several) in ABOUT_EVIDENCE.items():
            about = [bare(f["question"] or "") for f in findings if f["rule"] == rule]
            if about:
                verb = one if len(about) == 1 else several
                text = f"{phrases.count(len(about), 'answer')} {verb}: {', '.join(about)}."
                lines += self._bulleted(text)
        return self._titled("Also", lines)

    def _finding(self, finding: Finding) -> list[str]:
        words = [finding["level"]]
        words += ["possible"] if finding["status"] == "possible" else []
        words += ["waived"] if finding["waived"] else []
        text = f"{', '.join(words)}: {finding['message']} ({finding['rule']})"
        remedy = f"{self.terminal.signs['to']} {finding['remedy']}"
        return self._bulleted(text) + self._wrapped(remedy, 2)

    def _titled(self, title: str, lines: list[str]) -> list[str]:
        return ["", self.terminal.paint(title, "bold"), *lines] if lines else []

    def _wrapped(self, text: str, indent: int = 0) -> list[str]:
        return self.terminal.paragraph(text, indent)

    def _bulleted(self, text: str) -> list[str]:
        return self.terminal.paragraph(text, 2, self.terminal.signs["bullet"])


def _lift(cap: Cap, lift: Lift) -> str:
    after = phrases.short({"low": lift["months"], "high": lift["months"]})
    perhaps = "" if lift["status"] == "certain" else "perhaps "
    return f"{perhaps}{bare(cap['rule'])} from {cap['months']} to {after} months"


def bare(id_: str) -> str:
    """Give an id as it stands in the idea file, without its rubric."""
    return id_.rpartition("/")[2]
