"""Two advisers on one idea, for people: both results, where they part, and what each rests on."""

from __future__ import annotations

from lifeline.report.bar import bar
from lifeline.report.comparison.beside import with_name
from lifeline.report.comparison.naming import cut
from lifeline.report.comparison.parting import rule_lines
from lifeline.report.phrases import bare, either, short
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Entry = dict[str, Any]

BAR, MONTHS, VERDICT = 24, 8, 7

QUESTIONS_SHOWN = 8
"""Questions that are named in a list; JSON has all of them."""

NOTHING_ANSWERED = (
    "{set} asks nothing that this file answers, so under {set} everything is still open and its"
    " range is as wide as it can be. That is no disagreement. To be judged by {set}, the idea needs"
    " a file with the questions of {set}: run 'lifeline new' with --set, as you named the set here."
)
NOTHING_YET = (
    "Nothing is answered in this file yet, so both ranges are as wide as they can be. What follows"
    " is only where the two sets themselves part."
)
NOUNS = {"protection": "protections", "figure of the market": "figures of the market"}
NOT_PARTING = "No rule takes months under one of them that does not take the same under the other."


def lay_out(found: Entry, terminal: Terminal) -> Lines:
    """Give the lines of a comparison of two advisers."""
    return _Layout(found, terminal).lines()


class _Layout:
    """Lays one comparison out; the two go by the names of their sets."""

    def __init__(self, found: Entry, terminal: Terminal) -> None:
        self.found = found
        self.terminal = terminal
        self.advisers = found["advisers"]
        self.names = _names(self.advisers)
        self.strangers = [
            name
            for name, adviser in zip(self.names, self.advisers, strict=True)
            if adviser["asked"] and not adviser["answered"]
        ]
        """Those that ask nothing that the file answers."""

    def lines(self) -> Lines:
        """Give everything that is told; where they have no answer in common, that is little."""
        lines = [*self.heading(), "", *self.results(), *self.unread()]
        if len(self.strangers) == 1 and not self.found["related"]:
            return [*lines, *self.questions()]
        lines += [*self.doubts(), "", *self.summary(), *self.parting()]
        return [*lines, *self.questions(), *self.remaining()]

    def heading(self) -> Lines:
        title = self.terminal.paragraph(self.found["idea"] or self.found["id"])
        path = self.terminal.paragraph(self.found["path"])
        paint = self.terminal.paint
        return [*(paint(line, "bold") for line in title), *(paint(line, "dim") for line in path)]

    def results(self) -> Lines:
        """Give both ranges on one scale, with verdicts."""
        lines: Lines = []
        for name, adviser in zip(self.names, self.advisers, strict=True):
            cells = [
                (bar(adviser["months"], BAR, self.terminal.signs), BAR),
                (short(adviser["months"]), MONTHS),
                (adviser["verdict"], VERDICT),
            ]
            version = f" {adviser['version']}" if name == adviser["set"] else ""  # said once
            told = f"{name}{version}{_score(adviser)}"
            lines += with_name(self.terminal, cells, told)
        return lines

    def unread(self) -> Lines:
        """Say kindly where one of the two asks nothing that is answered."""
        if not self.strangers:
            return []
        is_empty = len(self.strangers) == len(self.advisers)
        text = NOTHING_YET if is_empty else NOTHING_ANSWERED.format(set=self.strangers[0])
        return ["", *self.terminal.paragraph(text)]

    def doubts(self) -> Lines:
        """Say where one name may mean two things."""
        lines: Lines = []
        if self.found["shared"] and not self.found["related"]:
            words = ", ".join(self.found["shared"])
            text = (
                f"The two sets were written apart from one another. Both ask something called"
                f" {words}: see whether it means the same in both before you trust the comparison."
            )
            lines += ["", *self.terminal.paragraph(text)]
        for word in self.found["taken_otherwise"]:
            text = (
                f"Both ask a question called {word}, with different answers to choose from. So the"
                " answer counts for the one that it was written for, and is open for the other."
            )
            lines += ["", *self.terminal.paragraph(text)]
        return lines

    def summary(self) -> Lines:
        """Say in sentences what both say of the months, and of the gate."""
        one, other = self.advisers
        if one["months"] == other["months"]:
            text = f"Both say {months_text(one['months'])}."
        else:
            told = [months_text(adviser["months"]) for adviser in self.advisers]
            text = f"{self.names[0]} says {told[0]}, {self.names[1]} says {told[1]}."
        if one["gate"] != other["gate"]:
            gates = " and ".join(
                f"{name} {adviser['gate']['min_months']} months"
                f" and fails on {_fails_on(adviser['gate'])}"
                for name, adviser in zip(self.names, self.advisers, strict=True)
            )
            text += f" They ask for different things: {gates}."
        text += self._held()
        return self.terminal.paragraph(text)

    def _held(self) -> str:
        """Say which rules stand at the low end under each."""
        told = []
        if self.advisers[0]["holds"] == self.advisers[1]["holds"] != []:
            rules = ", ".join(map(bare, self.advisers[0]["holds"]))
            return f" What the low end hangs on is the same under both: {rules}."
        for name, adviser in zip(self.names, self.advisers, strict=True):
            if adviser["holds"]:
                rules = ", ".join(map(bare, adviser["holds"]))
                told.append(f" What the low end hangs on under {name}: {rules}.")
            else:
                told.append(f" Under {name} nothing takes months from it.")
        return "".join(told)

    def parting(self) -> Lines:
        """Tell each rule that does not do the same under both, with its reason and its claims."""
        alike = self.found["alike"]
        lines = ["", self.terminal.paint("Where they part", "bold")]
        if not self.found["parting"]:
            lines += self.terminal.paragraph(NOT_PARTING, 2)
        for entry in self.found["parting"]:
            lines += rule_lines(entry, self.names, self.advisers, self.terminal)
        if alike:
            noun = "1 rule does" if len(alike) == 1 else f"{len(alike)} rules do"
            told = f"{noun} the same under both: {', '.join(map(bare, alike))}."
            lines += self.terminal.paragraph(told, 2)
        return lines

    def questions(self) -> Lines:
        """Tell what only one of them asks: what is answered, and what is open."""
        lines: Lines = []
        for name, asked in zip(self.names, self.found["questions"], strict=True):
            if not asked:
                continue
            read = [f"{bare(q['question'])} ({cut(q['answer'], 40)})" for q in asked if q["answer"]]
            still_open = [bare(q["question"]) for q in asked if not q["answer"]]
            noun = "1 question that the other does not"
            if len(asked) > 1:
                noun = f"{len(asked)} questions that the other does not"
            text = f"{name} asks {noun}."
            text += f" Answered here: {_some(read)}." if read else ""
            text += f" Open here: {_some(still_open)}." if still_open else ""
            lines += self.terminal.paragraph(text, 2, self.terminal.signs["bullet"])
        head = self.terminal.paint("What only one of them asks", "bold")
        return ["", head, *lines] if lines else []

    def remaining(self) -> Lines:
        """Name the protections and figures that only one of them knows."""
        lines: Lines = []
        for kind, noun in (("protections", "protection"), ("parameters", "figure of the market")):
            for name, ids in zip(self.names, self.found[kind], strict=True):
                if ids:
                    nouns = noun if len(ids) == 1 else NOUNS[noun]
                    text = f"Only {name} knows the {nouns} {', '.join(map(bare, ids))}."
                    lines += self.terminal.paragraph(text, 2, self.terminal.signs["bullet"])
        head = self.terminal.paint("What only one of them knows", "bold")
        return ["", head, *lines] if lines else []


def _names(advisers: list[Entry]) -> list[str]:
    """Give the names of the two sets, with versions where the names are the same."""
    names = [adviser["set"] for adviser in advisers]
    if names[0] != names[1]:
        return names
    return [f"{adviser['set']} {adviser['version']}" for adviser in advisers]


def _some(words: list[str]) -> str:
    """Name the first of some words, and count the rest."""
    shown, rest = ", ".join(words[:QUESTIONS_SHOWN]), len(words) - QUESTIONS_SHOWN
    return f"{shown} and {rest} more" if rest > 0 else shown


def _score(adviser: Entry) -> str:
    score = adviser["durability"]
    if score is None:
        return ""
    low, high = round(score["low"]), round(score["high"])
    return f", score {low}" if low == high else f", score {low} to {high}"


def _fails_on(gate: Entry) -> str:
    words = {"blocker": ["a blocker"], "warning": ["a blocker", "a warning"]}
    return either(words.get(gate["fail_on"], ["no finding"]))
