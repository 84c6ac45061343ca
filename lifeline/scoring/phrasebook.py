"""What is said in the same words of many ideas: put together once, and copied for each."""

from __future__ import annotations

from lifeline.model.known import Known
from lifeline.model.words import CAUSES, CLOCKS, STALE, UNBACKED
from lifeline.scoring.saying import said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.model import assessment as told
    from lifeline.model.compiled import Cap, CompiledSet, Finding
    from lifeline.model.idea import Answer
    from lifeline.scoring.result import Result
    from lifeline.scoring.rules import RuleResult

LACKS = {
    1: ("Nothing is said in support of this answer.", "Add 'says:' under 'evidence:'."),
    2: ("No link supports this answer.", "Add 'link:' under 'evidence:'."),
    3: ("No measurement supports this answer.", "Add 'measurement:' under 'evidence:'."),
}

TOO_OLD = "The evidence for this answer is too old since {since}."
LOOK_AGAIN = "Look again; then change the answer, or add what you saw with the day you saw it."

ITSELF_TOO_OLD = "This answer is too old since {since}."
LOOK_AGAIN_AT_IT = (
    "Look again; then add what you saw with the day you saw it, or put under 'assessed:' the day on"
    " which all answers hold."
)
"""The same of an answer for which no evidence is asked: what grew old is the answer itself."""


class Phrasebook:
    """The caps, findings and answers of one set in words, without a place in a file."""

    def __init__(self, compiled: CompiledSet) -> None:
        self.ids = compiled["ids"]
        self.reasons = compiled["texts"]["reasons"]
        self.questions = compiled["deciding"]["questions"]
        self.protections = compiled["deciding"]["protections"]
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
        """Tell that nothing backs an answer, or ``since`` when it or what does is too old."""
        key = (number, since)
        found = self.faults.get(key)
        if found is None:
            found = self.faults.keep(key, self._fault(number, since))
        return found.copy()

    def _fault(self, number: int, since: date | None) -> told.Finding:
        made = self.blank(STALE if since else UNBACKED, "warning" if since else "note", [number])
        rung = self.questions[number]["evidence"]
        if not since:
            made["message"], made["remedy"] = LACKS[rung]
            return made
        made["message"] = (TOO_OLD if rung else ITSELF_TOO_OLD).format(since=since)
        made["remedy"] = LOOK_AGAIN if rung else LOOK_AGAIN_AT_IT
        return made

    def cap(self, cap: Cap, result: RuleResult) -> told.Cap:
        """Tell what a cap does, in the words that are the same in every file."""
        if not result.told:
            result.told = self._cap(cap, result)
        known: told.Cap = result.told
        return known.copy()

    def _cap(self, cap: Cap, result: RuleResult) -> told.Cap:
        reason = self.reasons[cap["id"]]
        low, high = result.months()
        return {
            "rule": cap["id"],
            "clock": CLOCKS[cap["clock"]],
            "months": cap["months"],
            "value": {"low": low, "high": high},
            "cause": CAUSES[cap["cause"]],
            "status": result.status,  # type: ignore[typeddict-item]  # not silent
            "lifted_by": self._lifts(cap, result),
            "waits_on": [],
            "questions": [self.ids[number] for number in cap["reads"]],
            "because": reason["because"],
            "remedy": reason["remedy"],
            "claims": reason["claims"],
            "line": 0,
            "column": 0,
        }

    def _lifts(self, cap: Cap, result: RuleResult) -> list[told.Lift]:
        months = {number: to for number, to in cap["lifts"]}  # noqa: C416  # pairs may be lists
        found: list[told.Lift] = []
        for variable, status in result.holding():
            number = variable - len(self.questions)
            id_ = self.protections[number]["id"]
            because = self.reasons[id_]["because"]
            lift = {"protection": id_, "months": months[number], "status": status}
            found.append({**lift, "because": because})  # type: ignore[typeddict-item]
        return found

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
