"""What may not fit together: answers between which a finding sees a difference, each as a text."""

from __future__ import annotations

from lifeline.insight.subjects import read_by
from lifeline.model.words import COMPARABLE, ROSIER
from lifeline.report.phrases import bare
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment, Finding
    from lifeline.walk.sheet import Sheet

    Doubt = tuple[str, str]
    """The id of a question, and what is asked about its answer."""

SEVERAL = "You say {answers}. Is that so? {message}"
AGAINST_CLOCK = "Your answer: {answer}. By your other answers {what} lasts {months}. {message}"
PRODUCT = "product"
"""What lasts as long as both clocks run."""


class Doubts:
    """Finds the doubts about the answers of one idea."""

    def __init__(self, sheet: Sheet, assessment: Assessment) -> None:
        self.sheet = sheet
        self.found = assessment
        self.reasons = sheet.compiled["texts"]["reasons"]
        findings = sheet.compiled["deciding"]["findings"]
        self.clocks = {f["id"]: f["when"][2] for f in findings if f["when"][0] == "against"}
        """By the finding that lays a number against it, the place of a clock in COMPARABLE."""

    def told(self) -> list[Doubt]:
        """Give all of them."""
        found = []
        for finding in self.found["findings"]:
            reads = self._contradicted(finding)
            if reads:
                found.append((reads[0], self._text(finding, reads)))
        return found

    def _contradicted(self, finding: Finding) -> list[str]:
        """Give the answers between which a finding sees a difference; none for other findings."""
        if finding["level"] == "note" or finding["status"] != "certain" or finding["waived"]:
            return []
        rule = finding["rule"]
        if rule == ROSIER:
            return [finding["question"]] if finding["question"] else []
        if rule not in self.reasons:
            return []
        reads = [id_ for id_ in read_by(self.sheet.compiled, rule) if id_ in self.found["answers"]]
        return reads if len(reads) > 1 or rule in self.clocks else []

    def _text(self, finding: Finding, reads: list[str]) -> str:
        given = [f"{bare(id_)} = {self.found['answers'][id_]}" for id_ in reads]
        message, clock = finding["message"], self.clocks.get(finding["rule"])
        if clock is None or len(given) > 1:
            *others, last = given
            said = f"{', '.join(others)}, and also {last}" if others else last
            return SEVERAL.format(answers=said, message=message)
        what = f"the {[*COMPARABLE[:-1], PRODUCT][clock]}"
        months = months_text(self.sheet.months(clock))
        return AGAINST_CLOCK.format(answer=given[0], what=what, months=months, message=message)
