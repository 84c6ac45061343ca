"""Puts what was solved into the words and places that people read: caps, lifts and findings."""

from __future__ import annotations

from lifeline.model.idea import OPEN
from lifeline.model.words import EXPIRED, NEWER, UNKNOWN, UNUSED
from lifeline.scoring.calendar import held_until, is_ahead
from lifeline.scoring.evidence import fault_of
from lifeline.scoring.saying import filled, places_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lifeline.model import assessment as told
    from lifeline.model.compiled import Cap, CompiledSet, Finding
    from lifeline.model.idea import Idea, Note
    from lifeline.scoring.against_record import Told
    from lifeline.scoring.completions import Completions
    from lifeline.scoring.idea_record import IdeaRecord
    from lifeline.scoring.phrasebook import Phrasebook
    from lifeline.scoring.result import Result
    from lifeline.scoring.rules import RuleResult
    from lifeline.scoring.solution import Solution

_WARNINGS = (NEWER, EXPIRED, UNUSED, UNKNOWN)
"""Of what reading and waivers tell, all else is a note."""


class Teller:
    """Tells about one idea: knows its places in the file, its waivers, and the texts of the set.

    ``record`` is what the record of the market says of it, where it is looked up.
    """

    def __init__(
        self,
        idea: Idea,
        compiled: CompiledSet,
        phrasebook: Phrasebook,
        as_of: date,
        record: IdeaRecord | None = None,
    ) -> None:
        self.idea = idea
        self.as_of = as_of
        self.record = record
        self.phrasebook = phrasebook
        self.valid_for = compiled["valid_for"]
        self.questions = compiled["deciding"]["questions"]
        self.ids = compiled["ids"]

    def caps(self, solution: Solution) -> list[told.Cap]:
        """Give the caps that fire in some completion, least months first."""
        firing = sorted(
            solution.caps, key=lambda pair: (pair[1].months(), pair[0]["cause"], pair[0]["id"])
        )
        return [self._cap(cap, result, solution.completions) for cap, result in firing]

    def _cap(self, cap: Cap, result: RuleResult, completions: Completions) -> told.Cap:
        made = self.phrasebook.cap(cap, result)
        made["line"], made["column"] = self._place(cap["reads"])
        if result.hangs_on:
            made["waits_on"] = [self.ids[number] for number in result.waits_on(completions)]
        return made

    def answers(self) -> dict[str, str]:
        """Give the answers that say something, as a person would say them, in set order."""
        given, answer = self.idea.answers, self.phrasebook.answer
        return {
            self.ids[number]: answer(number, given[number])
            for number in sorted(given)
            if given[number].state != OPEN
        }

    def findings(self, solution: Solution, asked: list[int]) -> list[told.Finding]:
        """Give the findings of rules, of the evidence of what is asked, of age, and of reading."""
        found = [self._rule_finding(*each, solution) for each in solution.findings]
        found += self._about_evidence(asked)
        if self.record is not None or self._is_of_another_time():
            found += self._about_age(asked)
        found += [self._noted(note) for note in self.idea.notes]
        if self.idea.waivers:
            from lifeline.scoring.waived import of_waivers  # most ideas waive nothing

            told = of_waivers(self.idea, self.as_of, found, solution.completions)
            found += [self._noted(note) for note in told]
        return found

    def _is_of_another_time(self) -> bool:
        assessed = self.idea.assessed
        is_old = held_until(assessed, self.valid_for, self.as_of) is not None
        return is_old or is_ahead(assessed, self.as_of)

    def _rule_finding(self, finding: Finding, result: Result, solution: Solution) -> told.Finding:
        made = self._placed(self.phrasebook.finding(finding, result), finding["reads"])
        if result.hangs_on:
            waits_on = result.waits_on(solution.completions)
            made["waits_on"] = [self.ids[number] for number in waits_on]
        if finding["when"][0] == "against":
            places = places_in(finding["when"], self.idea, solution)
            made["message"] = filled(made["message"], places)
            made["remedy"] = filled(made["remedy"], places)
        return made

    def _about_evidence(self, asked: list[int]) -> list[told.Finding]:
        """Give a note for each unbacked answer, a warning for each stale one."""
        found, given, questions = [], self.idea.answers, self.questions
        as_of, assessed = self.as_of, self.idea.assessed or self.as_of
        for number in asked:
            if number in given:
                fault = fault_of(questions[number], given[number], assessed, as_of)
                if fault:
                    made = self.phrasebook.fault(number, fault[1])
                    found.append(self._placed(made, (number,)))
        return found

    def _about_age(self, asked: list[int]) -> list[told.Finding]:
        """Give what the record of the market says, and that the whole assessment is old or new."""
        from lifeline.scoring.ageing import ahead, of_record, out_of_date

        found = [*out_of_date(self.idea, self.valid_for, self.as_of), *ahead(self.idea, self.as_of)]
        if self.record is not None:
            found = [*of_record(self.record, self.questions, asked, self.idea.answers), *found]
        return [self._aged(each) for each in found]

    def _aged(self, said_of_age: Told) -> told.Finding:
        rule, level, number, message, remedy = said_of_age
        reads = [] if number is None else [number]
        made = self._placed(self.phrasebook.blank(rule, level, reads), reads)
        made["message"], made["remedy"] = message, remedy
        return made

    def _noted(self, note: Note) -> told.Finding:
        level = "warning" if note.rule in _WARNINGS else "note"
        reads = [] if note.question is None else [note.question]
        made = self._placed(self.phrasebook.blank(note.rule, level, reads), reads)
        made["line"], made["column"] = note.line, note.column
        made["message"], made["remedy"] = note.message, note.remedy
        return made

    def _placed(self, made: told.Finding, reads: Sequence[int]) -> told.Finding:
        """Give a finding the place of what it reads, and say whether it is waived."""
        made["line"], made["column"] = self._place(reads)
        if self.idea.waivers and self.idea.waives(made["rule"], self.as_of):
            made["waived"] = True
            made["reason"] = self.idea.waivers[made["rule"]].reason
        return made

    def _place(self, numbers: Sequence[int]) -> tuple[int, int]:
        """Give where the first of some questions is answered, else where answers stand."""
        for number in numbers:
            answer = self.idea.answers.get(number)
            if answer:
                return answer.line, answer.column
        return self.idea.answers_at
