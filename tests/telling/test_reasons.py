"""Why a question is asked reads alike in both faces, and names no id that founders cannot know."""

from __future__ import annotations

from datetime import date

import pytest

from lifeline.compiling.market import load_market
from lifeline.model.compiled import CompiledSet
from lifeline.scoring.assess import Assessor
from lifeline.telling.reasons import CLAIMS, EACH, RECORD, STRONG, WHY, all_reasons, laid_out
from lifeline.walk.sheet import Sheet
from tests.conftest import ROOT

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def sheet(ngc: CompiledSet) -> Sheet:
    data = (ROOT / "examples" / "ideas" / "call-desk.yaml").read_bytes()
    return Sheet(Assessor(ngc, load_market()), data, "call-desk.yaml", TODAY)


def test_a_question_that_the_record_knows_something_of_has_every_section(sheet: Sheet) -> None:
    number = sheet.compiled["index"]["entry"]
    found = dict(all_reasons(sheet, number))
    assert list(found) == [WHY, EACH, STRONG, RECORD, CLAIMS]
    assert found[STRONG][0] == "No."


def test_the_answer_that_was_given_is_marked_among_what_each_would_give(sheet: Sheet) -> None:
    found = dict(all_reasons(sheet, sheet.compiled["index"]["assistant"]))
    assert sum("as you answered" in line for line in found[EACH]) == 1


def test_every_question_has_a_reason_and_claims_and_no_id_of_a_rule(sheet: Sheet) -> None:
    for stop in sheet.agenda:
        found = dict(all_reasons(sheet, stop.number))
        assert found[WHY] and found[CLAIMS] and found[STRONG]
        assert f"{stop.rubric}/" not in laid_out(list(found.items()))


def test_what_every_answer_would_give_alike_is_said_once(ngc: CompiledSet) -> None:
    empty = Sheet(Assessor(ngc, load_market()), b"lifeline: 1\nidea: A\n", "a.yaml", TODAY)
    found = dict(all_reasons(empty, empty.compiled["index"]["next-model"]))
    assert found[EACH] == [
        "The same with every answer, while the others stay as they are: 3 to 12 or more months."
    ]
