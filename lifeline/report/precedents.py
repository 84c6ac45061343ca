"""Precedents for people: the nearest products, what became of them, and where they differ."""

from __future__ import annotations

from lifeline.report import phrases
from lifeline.report.terminal import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Entry = dict[str, Any]

TOO_FEW = (
    "Too few of your answers can be compared: {count}. At least {least} are needed. Answer more of"
    " the questions, each with one choice, then look again."
)
NONE_SHARED = (
    "Your answers cannot be compared with these products: {set} asks other questions than the set"
    " that they were judged by. Compare with products of your own: --cases FOLDER."
)
NONE_NEAR = "No dated product shares enough answers with yours to be compared."
SAME = "Your product is one of these products itself ({names}); it is left out here."
LEFT_OUT = "Not compared with yours: {name}. {because}"
CAUTION = (
    "This is no forecast. A few products are not a statistic, these were chosen, not drawn by lot,"
    " and alike in answers is not alike in fate. Use them to ask: what is different with us?"
)
HOW = (
    "How near: the weighted mean of how far apart the answers to shared questions are ({name}'s"
    " distance), 0 for all alike, 1 for all as different as can be. Weights: {weights}."
)

FATES = {
    "lasted": "it lasted 12 months or more",
    "ended": "it did not last 12 months",
    "too-soon": "not yet seen for 12 months",
}
NEAREST = {"lasted": "the nearest that lasted", "ended": "the nearest that did not last"}
ENDS = {"advantage": "its advantage was gone", "necessity": "the need for it was gone"}
REBUILT = {
    "yes": "It was rebuilt as something else.",
    "partly": "It was partly rebuilt as something else.",
    "no": "It was not rebuilt.",
}


def lay_out(found: Entry, terminal: Terminal, *, every: bool = False) -> Lines:
    """Give the lines of the precedents of an idea; ``every``: with all sources of each."""
    layout = _Layout(found, terminal, every=every)
    lines = layout.head()
    if not found["nearest"]:
        return [*lines, *terminal.paragraph(_why_none(found))]
    for number, case in enumerate(found["nearest"], 1):
        lines += ["", *layout.case(number, case)]
    return [*lines, "", *layout.fine_print()]


class _Layout:
    """Lays cases out, each as a paragraph of facts and a list of differences."""

    def __init__(self, found: Entry, terminal: Terminal, *, every: bool) -> None:
        self.found = found
        self.terminal = terminal
        self.every = every

    def head(self) -> Lines:
        cases = self.found["cases"]
        title = f"{self.found['idea'] or self.found['id']}: what became of products like it"
        told = f"{cases['title']}: {phrases.count(cases['count'], 'product')}"
        if self.found["nearest"]:
            answers = phrases.count(self.found["answers"], "answer")
            all_ = cases["compared"] == cases["count"]
            of_them = "each shares" if all_ else f"of which {cases['compared']} share"
            told += f", {of_them} enough of your {answers}. The nearest come first"
        lines = [*self._painted(title, "bold"), *self.terminal.paragraph(f"{told}.")]
        if cases["same"]:
            names = ", ".join(cases["same"])
            lines += self.terminal.paragraph(SAME.format(names=names))
        return lines

    def case(self, number: int, case: Entry) -> Lines:
        """Tell one product: how near, what it did, what became of it, and what differs."""
        mark = f", {NEAREST[case['fate']]}" if case["nearest_of_its_fate"] else ""
        alike, shared = len(case["alike"]), phrases.count(case["shared"], "answer")
        head = f"{number}. {case['name']}{mark}"
        near = f"{alike} of {shared} alike; distance {case['distance']:.2f}"
        seen = f"Seen in {_month(case['vantage'])}: {case['did']}"
        lines = [*self._painted(head, "bold"), *self._indented(f"{near}. {seen}")]
        lines += self._indented(_outcome(case))
        lines += self._indented(case["outcome"]["event"])
        lines += self._indented(_other_readings(case["outcome"]))
        lines += self._different(case["different"])
        lines += self._indented(_alike(case["alike"]))
        lines += self._indented(_not_compared(case))
        return lines + self._sources(case["sources"])

    def _different(self, pairs: list[Entry]) -> Lines:
        if not pairs:
            return self._indented("No answer is different.")
        lines = self._indented("Different:")
        for pair in pairs:
            labels = pair["labels"]
            lines += self.terminal.paragraph(
                f"{phrases.bare(pair['question'])}: yours: {labels['yours']}."
                f" Theirs: {labels['theirs']}.",
                5,
                f"   {self.terminal.signs['bullet']}",
            )
        return lines

    def _sources(self, sources: list[Entry]) -> Lines:
        """Name the first source, each in one line: a link that is broken leads nowhere."""
        links = [source["link"] for source in sources]
        shown = links if self.every else links[:1]
        others = len(links) - len(shown)
        more = f" ({others} more in --format json)" if others else ""
        return [*self._indented(f"Read in{more}:"), *(f"     {safe(link)}" for link in shown)]

    def fine_print(self) -> Lines:
        """Say what this does not say, which cases were not compared, and how near is meant."""
        distance = self.found["distance"]
        weights = ", ".join(
            f"{phrases.bare(id_)} {weight:g}" for id_, weight in distance["weights"].items()
        )
        told = [LEFT_OUT.format(**case) for case in self.found["cases"]["left_out"]]
        told.append(HOW.format(name=distance["name"], weights=weights))
        dim = [line for text in told for line in self._painted(text, "dim")]
        return [*self.terminal.paragraph(CAUTION), *dim]

    def _painted(self, text: str, colour: str) -> Lines:
        return [self.terminal.paint(line, colour) for line in self.terminal.paragraph(text)]

    def _indented(self, text: str) -> Lines:
        return self.terminal.paragraph(text, 3) if text else []


def _why_none(found: Entry) -> str:
    """Say why there is nothing to compare with."""
    least, count = found["distance"]["least_answers"], found["answers"]
    if not found["cases"]["questions"]:
        return NONE_SHARED.format(set=found["set"]["id"])
    if count >= least:
        return NONE_NEAR
    return TOO_FEW.format(count=count, least=least)


def _outcome(case: Entry) -> str:
    """Say what became of a product, when, and how sure that reading is."""
    outcome = case["outcome"]
    months = phrases.count(outcome["months"], "month")
    if outcome["still_holding"]:
        told = f"It still held after {months}, when last seen in {_month(outcome['until'])}"
    else:
        ended = ENDS[outcome["kind"]]
        told = f"After {months}, in {_month(outcome['until'])}, {ended}"
    sure = f"How sure this reading is: {outcome['confidence']}."
    return f"{told}: {FATES[case['fate']]}. {sure} {REBUILT.get(outcome['rebuilt'], '')}".strip()


def _other_readings(outcome: Entry) -> str:
    """Say how the end can also be read, where it can."""
    told = []
    second = outcome["second_reading"]
    if second:
        months = phrases.count(second["months"], "month")
        told.append(f"Another reading: {months}, counted from {_month(second['vantage'])}.")
    if outcome["alternative_reading"]:
        told.append(f"It can also be read so: {outcome['alternative_reading']}")
    return " ".join(told)


def _alike(pairs: list[Entry]) -> str:
    given = [f"{phrases.bare(pair['question'])} = {_word(pair['yours'])}" for pair in pairs]
    return f"Alike: {'; '.join(given)}." if given else "No answer is alike."


def _not_compared(case: Entry) -> str:
    """Say which answers of the product are known in part only, and which not at all."""
    partly = case["partly_known"]
    unknown = [id_ for id_ in case["not_compared"] if id_ not in partly]
    told = {"Known of it only in part": partly, "Not known of it": unknown}
    return " ".join(
        f"{lead}, so not compared: {', '.join(map(phrases.bare, ids))}."
        for lead, ids in told.items()
        if ids
    )


def _word(word: Any) -> str:
    if isinstance(word, list):
        return ", ".join(word) or "none of them"
    return word if isinstance(word, str) else f"{word:.15g}"


def _month(iso: str) -> str:
    year, month = iso.split("-")
    return f"{phrases.MONTHS[int(month) - 1]} {year}"
