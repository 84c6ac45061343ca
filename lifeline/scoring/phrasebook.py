"""What is said in the same words of many ideas: put together once, and copied for each."""

from __future__ import annotations

from lifeline.model.known import Known
from lifeline.model.words import STALE, UNBACKED
from lifeline.scoring.saying import said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.model import assessment as told
    from lifeline.model.compiled import CompiledSet, Finding
    from lifeline.model.idea import Answer
    from lifeline.scoring.result import Result

LACKS = {
    1: ("Nothing is said in support of this answer.", "Add 'says:' under 'evidence:'."),
    2: ("No link supports this answer.", "Add 'link:' under 'evidence:'."),
    3: ("No measurement supports this answer.", "Add 'measurement:' under 'evidence:'."),
}

LOOK_AGAIN = "Look again; then change the answer, or add what you saw with the day you saw it."


class Phrasebook:
    """The findings and answers of one set in words; findings without a place in a file."""

    def __init__(self, compiled: CompiledSet) -> None:
        self.ids = compiled["ids"]
        self.reasons = compiled["texts"]["reasons"]
        self.questions = compiled["deciding"]["questions"]
        self.answers: list[Known[object, str]] = [Known() for _ in self.questions]
        self.faults: Known[tuple[int, date | None], told.Finding] = Known()

    def answer(self, number: int, answer: Answer) -> str:
        """Say an answer that is not open."""
        key, known = (answer.state, answer.value, answer.reason), self.answers[number]
        return known.get(key) or known.keep(key, said(self.questions[number], answer))

    def blank(self, rule: str, level: str, reads: list[int]) -> told.Finding:
        """Give a finding on the first of some questions that says nothing yet."""
        return {
            "rule": rule,
            "level": level,
            "status": "certain",
            "waits_on": [],
            "waived": False,
            "message": "",
            "question": self.ids[reads[0]] if reads else None,
            "line": 0,
            "column": 0,
            "remedy": "",
            "claims": [],
        }

    def fault(self, number: int, since: date | None) -> told.Finding:
        """Tell that nothing backs an answer, or ``since`` when what does is too old."""
        key = (number, since)
        found = self.faults.get(key)
        if found is None:
            found = self.faults.keep(key, self._fault(number, since))
        return found.copy()

    def _fault(self, number: int, since: date | None) -> told.Finding:
        made = self.blank(STALE if since else UNBACKED, "warning" if since else "note", [number])
        if since:
            made["message"] = f"The evidence for this answer is too old since {since}."
            made["remedy"] = LOOK_AGAIN
        else:
            made["message"], made["remedy"] = LACKS[self.questions[number]["evidence"]]
        return made

    def finding(self, finding: Finding, result: Result) -> told.Finding:
        """Tell what a rule says, in the words that are the same in every file."""
        if not result.told:
            made = self.blank(finding["id"], finding["level"], finding["reads"])
            made["status"] = result.status  # type: ignore[typeddict-item]  # not silent
            reason = self.reasons[finding["id"]]
            made["message"], made["remedy"] = reason["because"], reason["remedy"]
            made["claims"] = reason["claims"]
            result.told = made
        known: told.Finding = result.told
        return known.copy()
