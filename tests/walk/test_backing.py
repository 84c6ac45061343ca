"""Evidence belongs to the answer that it was given for, and to answers that claim less."""

from __future__ import annotations

from datetime import date

import pytest

from lifeline.model.compiled import CompiledSet
from lifeline.scoring.assess import Assessor
from lifeline.walk.sheet import Sheet
from lifeline.walk.trial import Trial
from lifeline.walk.typed import value_typed

TODAY = date(2026, 11, 22)
HEAD = "lifeline: 1\nidea: One\nassessed: 2026-11-01\nanswers:\n"
SEEN = "evidence: [{measurement: seen, date: 2026-10-01}]"


def sheet_of(ngc: CompiledSet, entry: str) -> Sheet:
    return Sheet(Assessor(ngc), f"{HEAD}  {entry}\n".encode(), "idea.yaml", TODAY)


def answered(sheet: Sheet, name: str, text: str) -> int:
    number = sheet.compiled["index"][name]
    sheet.answer(number, value_typed(sheet.question(number), text))
    return number


@pytest.mark.parametrize(
    ("entry", "typed", "is_outlived"),
    [
        ("assistant: {one-of: [more-than-ability, one-ability], SEEN}", "c", True),
        ("assistant: {one-of: [more-than-ability, one-ability], SEEN}", "a", True),
        ("assistant: {one-of: [more-than-ability, one-ability], SEEN}", "a or b", False),
        ("assistant: {answer: more-than-ability, SEEN}", "a or b", False),
        ("assistant: {answer: more-than-ability, SEEN}", "b or c", True),
        ("assistant: more-than-ability", "c", False),
        ("assistant: {answer: later, SEEN}", "c", False),
        ("used: {answer: no, SEEN}", "yes", True),
        ("runway: {between: [3, 9], SEEN}", "2 to 9", False),
        ("runway: {between: [3, 9], SEEN}", "4 to 9", True),
        ("runway: {answer: 5, SEEN}", "4", True),
        ("assets: {answer: [own-data], SEEN}", "a, b?", False),
        ("assets: {answer: [own-data], SEEN}", "a?", False),
        ("assets: {answer: [own-data], SEEN}", "a, b", True),
        ("assets: {surely: [own-data], maybe: [network], SEEN}", "a", True),
        ("assets: {answer: [own-data], SEEN}", "none", True),
        ("features-taken-up: {not-applicable: it is no such product, SEEN}", "3", True),
    ],
)
def test_evidence_backs_the_answer_it_was_given_for_and_what_claims_less(
    ngc: CompiledSet, entry: str, typed: str, is_outlived: bool
) -> None:
    sheet = sheet_of(ngc, entry.replace("SEEN", SEEN))
    number = answered(sheet, entry.partition(":")[0], typed)
    assert bool(sheet.outlived(number)) == is_outlived


def test_what_the_evidence_was_given_for_is_known_across_a_detour(ngc: CompiledSet) -> None:
    sheet = sheet_of(ngc, f"used: {{answer: no, {SEEN}}}")
    number = sheet.compiled["index"]["used"]
    sheet.leave_open(number)
    assert sheet.outlived(number) is None
    answered(sheet, "used", "yes")
    was = sheet.outlived(number)
    assert was is not None and was.value == (0,)


def test_taking_the_answer_back_or_standing_by_it_settles_it(ngc: CompiledSet) -> None:
    sheet = sheet_of(ngc, f"used: {{answer: no, {SEEN}}}")
    number = answered(sheet, "used", "yes")
    sheet.undo()
    assert sheet.outlived(number) is None
    sheet.redo()
    assert sheet.outlived(number)
    sheet.keep_evidence(number)
    assert sheet.outlived(number) is None
    sheet.undo()
    assert sheet.outlived(number) is None


def test_evidence_that_is_added_is_given_for_the_answer_that_stands(ngc: CompiledSet) -> None:
    sheet = sheet_of(ngc, f"used: {{answer: no, {SEEN}}}")
    number = answered(sheet, "used", "yes")
    sheet.add_evidence(number, "measurement", "seen now", TODAY)
    assert sheet.outlived(number) is None
    answered(sheet, "used", "no")
    assert sheet.outlived(number)


def test_evidence_that_is_taken_out_can_be_brought_back(ngc: CompiledSet) -> None:
    sheet = sheet_of(ngc, f"used: {{answer: no, {SEEN}}}")
    number = answered(sheet, "used", "yes")
    before = sheet.data
    sheet.drop_evidence(number)
    assert b"used: yes\n" in sheet.data
    sheet.undo()
    assert sheet.data == before


def test_a_variant_is_not_backed_by_evidence_for_other_answers(ngc: CompiledSet) -> None:
    trial = Trial(sheet_of(ngc, f"used: {{answer: no, {SEEN}}}\n  need: {{answer: often, {SEEN}}}"))
    trial.pick(trial.sheet.compiled["index"]["used"], 0)
    assert [trial.sheet.question(number)["id"] for number in trial.unbacked()] == ["used"]
    held = trial.variant("other")
    assert b"used: yes\n" in held
    assert b"need: {answer: often, evidence: [" in held
