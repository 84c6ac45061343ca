"""What stands beside the months: the rubrics that are optional, and figures of the market."""

from __future__ import annotations

from lifeline.model.words import LEVELS
from lifeline.report import phrases
from lifeline.report.findings import lay_out
from lifeline.report.terminal import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Assessment, ParameterUsed
    from lifeline.model.compiled import CompiledSet
    from lifeline.report.terminal import Terminal

APART = "Beside the months: nothing here takes any, or changes the verdict"
EXPLAIN = "What to do about each remark: lifeline explain FILE REMARK{choosing}."
SEPARATE = "Each score stands by itself, and there is no total."


class Beside:
    """Lays out what the optional rubrics of a set say of an idea."""

    def __init__(self, terminal: Terminal, compiled: CompiledSet) -> None:
        self.terminal = terminal
        self.rubrics: dict[str, Any] = compiled["texts"]["rubrics"]
        self.parameters = compiled["deciding"]["parameters"]
        self.optional = [rubric["rubric"] for rubric in compiled["deciding"]["optional"]]

    def is_due(self, id_: str | None) -> bool:
        """Whether something of that id belongs to a rubric that is judged of every idea."""
        return id_ is None or id_.partition("/")[0] not in self.optional

    def begun(self, assessment: Assessment) -> list[str]:
        """Tell each optional rubric of which something is answered."""
        lines = []
        for rubric in self.optional:
            if assessment["rubrics"].get(rubric) == "judged":
                lines += ["", self.terminal.paint(safe(self.rubrics[rubric]["title"]), "bold")]
                lines += self._one(rubric, assessment)
        if not lines:
            return []
        scored = sum(
            score is not None and rubric in self.optional
            for rubric, score in assessment["scores"].items()
        )
        explain = EXPLAIN.format(choosing=self.terminal.choosing)
        apart = self.terminal.paragraph(f"{APART}. {SEPARATE if scored else ''} {explain}")
        return ["", *apart, *lines]

    def _one(self, rubric: str, assessment: Assessment) -> list[str]:
        score = assessment["scores"].get(rubric)
        lines = []
        if score:
            name = self.rubrics[rubric]["score"]
            lines += self.terminal.paragraph(phrases.span_text(name, score["low"], score["high"]))
        own = [f for f in assessment["findings"] if f["rule"].partition("/")[0] == rubric]
        sure = [finding for finding in own if finding["status"] == "certain"]
        sure.sort(key=lambda finding: LEVELS.index(finding["level"]))
        lines += lay_out(sure, self.terminal, remedies=1)
        open_ = [phrases.bare(i) for i in assessment["open"] if i.partition("/")[0] == rubric]
        lines += self._perhaps(len(own) - len(sure), open_)
        lines += self._figures(rubric, assessment["parameters"])
        return lines or self.terminal.paragraph("Nothing is to be told.")

    def _perhaps(self, may: int, open_: list[str]) -> list[str]:
        """Count what depends on open answers: a line for each would hide what is sure."""
        if not open_:
            return []
        told = f"Still open: {', '.join(open_)}."
        if may:
            told += f" The answers may bring {phrases.count(may, 'more remark')}."
        return self.terminal.paragraph(told)

    def _figures(self, rubric: str, used: list[ParameterUsed]) -> list[str]:
        """Name the figures of the market that a rubric reckons with, and since when they held."""
        names = [each["id"] for each in self.parameters if rubric in each["rubrics"]]
        told = [_figure(each) for each in used if each["parameter"] in names]
        if not told:
            return []
        lead = "Reckoned with the market's figures of the day that the answers describe:"
        return self.terminal.paragraph(f"{lead} {'; '.join(told)}.")

    def offered(self, assessment: Assessment) -> list[str]:
        """Name the optional rubrics that may apply and of which nothing is answered."""
        names = [
            f"{self.rubrics[rubric]['title']} ({rubric})"
            for rubric, standing in assessment["rubrics"].items()
            if standing == "offered"
        ]
        if not names:
            return []
        told = f"Further questions, if you like, apart from the months: {', '.join(names)}."
        how = f"lifeline new FILE --with NAME{self.terminal.choosing}"
        return ["", *self.terminal.paragraph(f"{told} To write them into the file: {how}")]


def _figure(used: ParameterUsed) -> str:
    when = f"since {used['since']}" if used["since"] else used["note"]
    return f"{used['parameter']} {phrases.amount(used['value'], used['unit'])} ({when})"
