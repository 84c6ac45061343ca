"""A manual for a terminal."""

from __future__ import annotations

from lifeline.report.explanation import VERDICTS
from lifeline.report.manual.names import Names
from lifeline.report.manual.questions import answer_label
from lifeline.report.manual.telling import tell, tell_entry
from lifeline.report.phrases import day_text
from lifeline.report.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Entry = dict[str, Any]

STEP = 2


def lay_out(manual: Entry, terminal: Terminal, entry: str = "") -> list[str]:
    """Give the lines of a manual, or of one entry of it by its full id."""
    page = _TextPage(manual, terminal)
    if entry:
        tell_entry(manual, entry, page)
    else:
        tell(manual, page)
    return page.lines[1:]


class _TextPage:
    """What is told, as indented paragraphs; a blank line goes before each heading."""

    def __init__(self, manual: Entry, terminal: Terminal) -> None:
        self.terminal = terminal
        self.names = Names(manual)
        self.lines: list[str] = []

    def heading(self, level: int, own: str, words: str = "", id_: str = "") -> None:  # noqa: ARG002
        text = self._named(own) or words
        lines = self.terminal.paragraph(text.upper() if level in {2, 3} else text)
        self.lines += ["", *(self.terminal.paint(line, "bold") for line in lines)]

    def contents(self, manual: Entry) -> None:
        """Leave them out: a terminal has no pages."""

    def own(self, text: str) -> None:
        self.lines += ["", *self.terminal.paragraph(self._named(text))]

    def facts(self, own: list[str]) -> None:
        for fact in own:
            self.lines += self.terminal.paragraph(self._named(fact), STEP)

    def words(self, words: str, lead: str = "") -> None:
        self.lines += self.terminal.paragraph(f"{lead}: {words}" if lead else words, STEP)

    def answers(self, answers: list[Entry], effects: list[list[str]]) -> None:
        for answer, does in zip(answers, effects, strict=True):
            told = ": ".join(filter(None, (answer["answer"], answer_label(answer))))
            self._bulleted(f"{told}{_points(answer['points'])}", STEP)
            for effect in does:
                self._bulleted(self._named(effect), 2 * STEP, "to")

    def weights(self, parts: list[Entry]) -> None:
        rows = [
            (f"  {self.names.shown(part['question'])}", f"{part['weight']:g}") for part in parts
        ]
        self.lines += table(self.terminal, rows, ("  question", "weight"))

    def claims(self, claims: list[Entry], sources: dict[str, Entry]) -> None:
        self.lines += self.terminal.paragraph("Who says so:", STEP)
        for claim in claims:
            source = sources[claim["source"]]
            said = f"{claim['id']}: {claim['says']} ({source['author']}, {source['date']})"
            self._bulleted(said, STEP)

    def source(self, source: Entry, claims: list[Entry]) -> None:
        about = f"{source['id']}: {source['author']}, {source['date']}: {source['title']}"
        self.lines += ["", *self.terminal.paragraph(about)]
        self.lines += self.terminal.paragraph(source["link"] or "", STEP)
        for claim in claims:
            self._bulleted(f"{claim['id']}: {claim['says']} {status_text(claim)}", STEP)

    def _bulleted(self, text: str, indent: int, sign: str = "bullet") -> None:
        bullet = f"{' ' * indent}{self.terminal.signs[sign]} "
        self.lines += self.terminal.paragraph(text, len(bullet), bullet)

    def _named(self, own: str) -> str:
        return self.names.replaced(own, lambda id_: f"`{self.names.shown(id_)}`")


def _points(points: float | None) -> str:
    """Say the points of an answer, where it has some."""
    if points is None:
        return ""
    return f" ({points:g} {'point' if points == 1 else 'points'})"


def status_text(claim: Entry) -> str:
    """Say what became of a claim since."""
    status = claim["status"]
    since = f"On {day_text(status['date'])}: {VERDICTS[status['verdict']]}."
    return f"{since} {status['note'] or ''}".rstrip()
