"""The rows of the review: what is open, what may not fit, every answer, what is offered."""

from __future__ import annotations

from lifeline.model.idea import GIVEN, OPEN
from lifeline.model.words import STALE, UNBACKED
from lifeline.report.backing import backed_text
from lifeline.report.findings import ITSELF, weakness_of
from lifeline.report.phrases import bare, count, day_text
from lifeline.scoring.saying import said
from lifeline.telling.states import STATES, STILL_OPEN
from lifeline.tui.shelf import age_of
from lifeline.tui.telling.doubts import Doubts
from lifeline.walk.agenda import ANSWERED, NARROWED, NOT_APPLICABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from lifeline.model.assessment import Assessment
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.idea import Answer
    from lifeline.report.terminal import Terminal
    from lifeline.walk.agenda import Stop
    from lifeline.walk.sheet import Sheet

    Lines = list[str]
    Entry = tuple[str, Callable[[Terminal], Lines]]

DOUBT, BEGIN = "doubt:", "begin:"
"""What the id of a row begins with that is a question about an answer, or a rubric to begin."""

MARKS = {ANSWERED: "●", NARROWED: "◐", NOT_APPLICABLE: "–"}
OPEN_MARK, DOUBT_MARK, BEGIN_MARK = "○", "?", "+"
INDENT = 4

WEAK = {UNBACKED: "without evidence", STALE: "with old evidence", ITSELF: "grown old"}

RENEW_BRIEFLY = "Of {days} ago. T: true today."
RENEW = "These answers describe {day}: {days} ago. When you have gone through them again, press T."


class Review:
    """Lays out the answers of one idea."""

    def __init__(self, sheet: Sheet, assessment: Assessment) -> None:
        self.sheet = sheet
        self.found = assessment
        self.compiled: CompiledSet = sheet.compiled
        self.texts = self.compiled["texts"]
        weak = [f for f in assessment["findings"] if f["rule"] in WEAK]
        self.faults = {f["question"]: f["rule"] for f in weak}
        self.weak = [weakness_of(f["rule"], f["remedy"]) for f in weak]

    def entries(self, *, open_first: bool) -> list[Entry]:
        """Give all rows."""
        stops = list(self.sheet.agenda)
        waiting = [stop for stop in stops if stop.state in STILL_OPEN] if open_first else []
        rows = self._titled(f"Still open: {count(len(waiting), 'question')}", waiting)
        rows += self._doubts()
        rest = [stop for stop in stops if stop not in waiting]
        for rubric in dict.fromkeys(stop.rubric for stop in rest):
            own = [stop for stop in rest if stop.rubric == rubric]
            rows += self._titled(self.texts["rubrics"][rubric]["title"], own)
        return rows + self._offered()

    def age(self, *, brief: bool = False) -> str:
        """Say of which day the answers are, where it is not this one; ``brief``: in a few words."""
        days, assessed = age_of(self.found), self.found["assessed"]
        if not days or days < 0 or not assessed:
            return ""
        if brief:
            return RENEW_BRIEFLY.format(days=count(days, "day"))
        return RENEW.format(day=day_text(assessed), days=count(days, "day"))

    def counted(self) -> str:
        """Count the answers, and those that rest on too little."""
        done = self.found["completeness"]
        told = [f"{done['settled']} of {done['asked']} answered"]
        told += [f"{self.weak.count(each)} {WEAK[each]}" for each in WEAK if each in self.weak]
        return ", ".join(told)

    # ---- answers

    def _titled(self, title: str, stops: list[Stop]) -> list[Entry]:
        if not stops:
            return []
        return [_heading(title), *((stop.id, self._row(stop)) for stop in stops)]

    def _row(self, stop: Stop) -> Callable[[Terminal], Lines]:
        answer = self.sheet.idea.answers.get(stop.number)
        mark = MARKS.get(stop.state, OPEN_MARK)
        told, backing = [STATES[stop.state]] if STATES[stop.state] else [], ""
        if answer is not None and answer.state != OPEN:
            told = [self._said(stop, answer), *told]
            backing = f" ({self._backing(stop)})"
        ask = self.texts["questions"][stop.id]["ask"] if stop.state in STILL_OPEN else ""
        text = f"{bare(stop.id)}{backing}: {'; '.join(told)}"

        def lay(page: Terminal) -> Lines:
            lines = page.paragraph(text, INDENT, f"  {mark}")
            return lines + [page.paint(line, "dim") for line in page.paragraph(ask, INDENT) if ask]

        return lay

    def _said(self, stop: Stop, answer: Answer) -> str:
        """Say an answer in the set's words, where it is one choice."""
        question = self.sheet.question(stop.number)
        if answer.state == GIVEN and question["kind"] == "choice" and len(answer.value) == 1:
            name = list(question["choices"])[int(answer.value[0])]
            label: str = self.texts["questions"][stop.id]["labels"].get(name, name)
            return label
        return said(question, answer)

    def _backing(self, stop: Stop) -> str:
        return backed_text(self.sheet.question(stop.number), self.faults.get(stop.id))

    # ---- what may not fit together

    def _doubts(self) -> list[Entry]:
        doubts = Doubts(self.sheet, self.found).told()
        rows: list[Entry] = [
            (f"{DOUBT}{place}:{id_}", _paragraph(text, DOUBT_MARK))
            for place, (id_, text) in enumerate(doubts)
        ]
        return [_heading("Does this fit together?"), *rows] if rows else []

    # ---- what is offered

    def _offered(self) -> list[Entry]:
        rubrics = self.texts["rubrics"]
        rows: list[Entry] = [
            (
                f"{BEGIN}{name}",
                _paragraph(f"{rubrics[name]['title']}: {rubrics[name]['about']}", BEGIN_MARK),
            )
            for name in self.sheet.offered()
        ]
        return (
            [_heading("Further questions, if you like; they take no months"), *rows] if rows else []
        )


def _heading(title: str) -> Entry:
    return "", lambda page: [page.paint(line, "bold") for line in page.paragraph(title)]


def _paragraph(text: str, mark: str) -> Callable[[Terminal], Lines]:
    return lambda page: page.paragraph(text, INDENT, f"  {mark}")
