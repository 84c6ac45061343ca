"""Writes a page as ideas come: of several an index first, though it is known last.

The section of each idea waits for it in a file, so that memory does not grow with the ideas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.report import phrases
from lifeline.report.formats.overview import HEADS
from lifeline.report.pages.beyond import PARTS
from lifeline.report.pages.fine_print import facts, gate_text
from lifeline.report.pages.idea import IdeaPage
from lifeline.report.pages.index import row_of
from lifeline.report.pages.rendering import Renderer
from lifeline.report.pages.waiting import WaitingRoom

if TYPE_CHECKING:
    from typing import Any, TextIO

    from lifeline.model.assessment import Assessment
    from lifeline.report.pages.beyond import Beyond
    from lifeline.report.run import Run

    Data = dict[str, Any]

TITLE = "How long each idea lasts"
CAPTION = (
    "Each idea, with its months and what ends it first, in the order of the files. To put them"
    " in another: lifeline compare"
)
CONTENTS = "Contents"
FINE_PRINT = "Fine print"
SAYS = "Says so:"
UP = "Back to the index"
ANSWER_HEADS = ("Question", "Answer", "What backs it", "As of")

LEFT_OUT = {
    "notes": "Notes are left out on purpose.",
    "evidence": "What backs the answers, and who says so, is left out on purpose.",
}


class PageWriter:
    """Takes ideas one by one; what stands on top of the page is written at the end."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self.stream = stream
        self.run = run
        self.renderer = Renderer(run.compiled["language"])
        self.waiting = WaitingRoom()
        self.only: Data | None = None
        """The one idea there is so far: whether it has the page for itself is not known yet."""
        self.index: list[Data] = []
        self.gates: dict[str, int] = {}
        """How many ideas were judged by each gate."""
        self.left_out: tuple[str, ...] = ()

    def add(self, assessment: Assessment, beyond: Beyond | None = None) -> None:
        """Take one idea."""
        if beyond is not None:
            self.left_out = tuple(beyond.without)
        number = len(self.index) + 1
        told = IdeaPage(assessment, self.run, beyond, number).told()
        self.index.append(row_of(assessment, told))
        gate = gate_text(assessment["gate"])
        self.gates[gate] = self.gates.get(gate, 0) + 1
        if number == 1:
            self.only = told
            return
        if self.only is not None:
            self.waiting.add(self._idea(self.only, 2))
            self.only = None
        self.waiting.add(self._idea(told, 2))

    def _idea(self, told: Data, level: int) -> str:
        around = {
            "contents": CONTENTS,
            "says": SAYS,
            "up": UP,
            "answer_heads": ANSWER_HEADS,
        }
        return self.renderer.rendered("idea.html.jinja", {"idea": told, "level": level, **around})

    def finish(self, summary: dict[str, int]) -> None:
        """Write the page."""
        is_single = self.only is not None
        title = self.only["title"] if self.only is not None else TITLE
        with self.waiting as waiting:
            self.stream.write(self._top(title, summary, is_single=is_single))
            if self.only is not None:
                self.stream.write(self._idea(self.only, 1))
            waiting.empty_into(self.stream)
            self.stream.write(self._end())

    def _top(self, title: str, summary: dict[str, int], *, is_single: bool) -> str:
        verdict, idea, *rest = HEADS
        around = {
            "title": title,
            **self.renderer.looks(),
            "index": None if is_single else self.index,
            "counts": phrases.counts_text(summary),
            "caption": f"{CAPTION}{self.run.choosing}",
            "heads": (idea, verdict, *rest),
        }
        return self.renderer.rendered("top.html.jinja", around)

    def _end(self) -> str:
        told = [phrases.fine_print(self.run, len(self.index))]
        told += [LEFT_OUT[part] for part in PARTS if part in self.left_out]
        around = {"title": FINE_PRINT, "told": told, "facts": facts(self.run, self.gates)}
        return self.renderer.rendered("end.html.jinja", around)
