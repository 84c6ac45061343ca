"""Assessments for people: everything about one idea, or a few lines for each of many."""

from __future__ import annotations

from datetime import date

from lifeline.model.words import FULL, STALE, UNBACKED
from lifeline.report import phrases
from lifeline.report.bar import bar, days, scale
from lifeline.report.terminal import Terminal, safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from lifeline.model.assessment import Assessment, Cap, Finding, Lifeline, Lift
    from lifeline.report.run import Run

NAME = 11
"""Columns for the names before a bar, and for the indent of what belongs to a heading."""


class TextReporter:
    """Writes sections one below the other, at most 80 columns wide."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self.terminal = Terminal(stream)
        self.run = run
        self.questions = run.compiled["texts"]["questions"]
        self.rubrics = run.compiled["texts"]["rubrics"]
        self.min_months = run.compiled["deciding"]["gate"]["min_months"]

    def add(self, assessment: Assessment) -> None:
        """Write one idea."""
        lifeline = assessment["lifeline"]
        if lifeline is None:
            self.terminal.write([*self._head(assessment), ""])
        elif self.run.brief:
            self.terminal.write([*self._head(assessment), *self._brief(assessment, lifeline), ""])
        else:
            self.terminal.write([*self._head(assessment), *self._full(assessment, lifeline), ""])

    def finish(self, summary: dict[str, int]) -> None:
        """Write the counts of a run with several files, and the fine print."""
        lines = []
        if summary["ideas"] > 1:
            counts = [
                f"{summary[verdict]} {verdict}" for verdict in phrases.VERDICTS if summary[verdict]
            ]
            lines.append(f"{phrases.count(summary['ideas'], 'idea')}: {', '.join(counts)}.")
        if self.run.brief:
            lines.append("For the reasons and what to do: lifeline score FILE")
        compiled = self.run.compiled
        lines += self.terminal.paragraph(
            f"Judged by {compiled['set']} {compiled['version']}, lifeline {self.run.version},"
            f" as seen on {self.run.as_of}. Not judged: team, size of the market, price."
            " Not investment advice."
        )
        self.terminal.write([self.terminal.paint(line, "dim") for line in lines])

    def _head(self, assessment: Assessment) -> list[str]:
        verdict = assessment["verdict"]
        word = self.terminal.paint(phrases.VERDICTS[verdict], verdict)
        title = self.terminal.paint(safe(assessment["idea"] or assessment["id"]), "bold")
        meaning = phrases.gate_text(verdict, self.min_months)
        return [title, f"{word}: {meaning}", self.terminal.paint(safe(assessment["path"]), "dim")]

    def _bars(self, lifeline: Lifeline, names: tuple[str, ...]) -> list[str]:
        columns = self._columns()
        lines = []
        for name in names:
            months = lifeline["months"] if name == "lifeline" else lifeline[name]  # type: ignore[literal-required]
            drawn = bar(months, columns, self.terminal.signs)
            lines.append(f"{name.ljust(NAME)}{drawn}  {_short(months['low'], months['high'])}")
        return lines

    def _columns(self) -> int:
        return 48 if self.terminal.width >= 76 else 24  # noqa: PLR2004  # room beside the bar

    def _brief(self, assessment: Assessment, lifeline: Lifeline) -> list[str]:
        lines = self._bars(lifeline, ("lifeline",))
        for cap in _first_caps(assessment, lifeline)[:1]:
            lines += self.terminal.paragraph(cap["because"], NAME)
        return lines + self._next_question(assessment)

    def _full(self, assessment: Assessment, lifeline: Lifeline) -> list[str]:
        lines = ["", *self._bars(lifeline, ("lifeline", "advantage", "necessity"))]
        lines.append(" " * NAME + scale(self._columns()) + " months")
        if assessment["assessed"]:
            below = days(date.fromisoformat(assessment["assessed"]), self._columns())
            lines.append(" " * NAME + below)
        lines += ["", *self._summary(assessment, lifeline)]
        caps = [cap for cap in assessment["caps"] if cap["value"]["low"] < FULL]
        held = [cap for cap in assessment["caps"] if cap["lifted_by"]]
        lines += self._section("What shortens it", [self._cap(cap) for cap in caps])
        lines += self._section("What holds it off", [self._held(cap) for cap in held])
        lines += self._section("Still open", self._open(assessment))
        lines += self._section("Also", self._findings(assessment["findings"]))
        return lines

    def _summary(self, assessment: Assessment, lifeline: Lifeline) -> list[str]:
        text = f"Lifeline: {phrases.months_text(lifeline['months'])}. "
        text += phrases.until_text(lifeline, assessment["as_of"])
        lines = self.terminal.paragraph(text)
        if lifeline["cause"] and lifeline["ends"]:
            sure = "" if lifeline["certain"] else "At the early end: "
            what = f"{sure}what gets you first is that {phrases.CAUSES[lifeline['cause']]}"
            what = f"{what[0].upper()}{what[1:]} ({lifeline['cause']})."
            lines += self.terminal.paragraph(f"{what} {phrases.ENDINGS[lifeline['ends']]}")
        if not lifeline["exact"]:
            lines += self.terminal.paragraph(
                "The true range may be narrower: a quantity, or the work to compare every"
                " combination of answers, allowed only this one."
            )
        for rubric, score in assessment["scores"].items():
            if score:
                name = self.rubrics[rubric]["score"]
                low, high = round(score["low"]), round(score["high"])
                span = str(low) if low == high else f"{low} to {high}"
                lines.append(f"{name}: {span} of 100. It orders ideas with the same months.")
        return lines

    def _section(self, title: str, entries: list[list[str]]) -> list[str]:
        if not entries:
            return []
        lines = ["", self.terminal.paint(title, "bold")]
        for entry in entries:
            lines += entry
        return lines

    def _cap(self, cap: Cap) -> list[str]:
        value = cap["value"]
        span = _short(value["low"], value["high"])
        head = f"{span.ljust(NAME)}{cap['clock']}, {cap['cause']} ({cap['rule']})"
        lines = [head, *self.terminal.paragraph(cap["because"], NAME)]
        if cap["status"] == "possible" or cap["waits_on"]:
            lines += self.terminal.paragraph(self._waits(cap), NAME)
        to = self.terminal.signs["to"]
        return lines + self.terminal.paragraph(f"{to} {cap['remedy']}", NAME)

    def _waits(self, cap: Cap) -> str:
        ids = ", ".join(bare(id_) for id_ in cap["waits_on"])
        if cap["status"] == "possible":
            return f"Not certain: it depends on {ids}."
        return f"How far it is held off depends on {ids}."

    def _held(self, cap: Cap) -> list[str]:
        lines = []
        for lift in cap["lifted_by"]:
            head = f"{bare(lift['protection'])} holds off {bare(cap['rule'])}"
            lines += self.terminal.paragraph(f"{head}: {self._lifted(cap, lift)}", NAME, "")
        return lines

    def _lifted(self, cap: Cap, lift: Lift) -> str:
        may = "" if lift["status"] == "certain" else "perhaps, "
        to = "12 or more" if lift["months"] == FULL else str(lift["months"])
        return f"{may}{cap['months']} months become {to}. {lift['because']}"

    def _open(self, assessment: Assessment) -> list[list[str]]:
        entries = []
        for id_ in assessment["open"]:
            text = f"{bare(id_)}: {self.questions[id_]['ask']}"
            entries.append(self.terminal.paragraph(text, 2, self.terminal.signs["bullet"] + " "))
        if entries:
            entries.append(self._next_question(assessment))
        return entries

    def _next_question(self, assessment: Assessment) -> list[str]:
        deciding = assessment["deciding"]
        if deciding is None:
            return []
        question, pair = deciding["question"], deciding["pair"]
        if deciding["settles"] > 0 or pair is None:
            text = f"Answer {bare(question)} next: {_share(deciding['settles'])} of its answers"
            text += " settle the verdict."
        else:
            first, second = map(bare, pair["questions"])
            text = f"No single answer settles the verdict. Answer {first} and {second} next:"
            text += f" {_share(pair['settles'])} of their answers together do."
        return self.terminal.paragraph(text, NAME if self.run.brief else 0)

    def _findings(self, findings: list[Finding]) -> list[list[str]]:
        entries = [self._finding(f) for f in findings if f["rule"] not in (UNBACKED, STALE)]
        for rule, text in (
            (UNBACKED, "rests on too little evidence"),
            (STALE, "rests on old evidence"),
        ):
            about = [bare(f["question"] or "") for f in findings if f["rule"] == rule]
            if about:
                verb = text if len(about) == 1 else text.replace("rests", "rest")
                line = f"{phrases.count(len(about), 'answer')} {verb}: {', '.join(about)}."
                entries.append(
                    self.terminal.paragraph(line, 2, self.terminal.signs["bullet"] + " ")
                )
        return entries

    def _finding(self, finding: Finding) -> list[str]:
        waived = ", waived" if finding["waived"] else ""
        possible = "" if finding["status"] == "certain" else ", possible"
        text = f"{finding['level']}{possible}{waived}: {finding['message']} ({finding['rule']})"
        lines = self.terminal.paragraph(text, 2, self.terminal.signs["bullet"] + " ")
        return lines + self.terminal.paragraph(
            f"{self.terminal.signs['to']} {finding['remedy']}", 2
        )


def bare(id_: str) -> str:
    """Give an id as it stands in the idea file, without its rubric."""
    return id_.rpartition("/")[2]


def _short(low: int, high: int) -> str:
    ends = [f"{months}+" if months == FULL else str(months) for months in (low, high)]
    return ends[0] if low == high else f"{ends[0]} to {ends[1]}"


def _share(share: float) -> str:
    return "all" if share == 1 else "none" if share == 0 else f"{round(100 * share)} in 100"


def _first_caps(assessment: Assessment, lifeline: Lifeline) -> list[Cap]:
    return [
        cap for cap in assessment["caps"] if cap["value"]["low"] == lifeline["months"]["low"] < FULL
    ]
