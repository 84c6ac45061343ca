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
    assert any("as you answered" in line for line in found[EACH])
    assert found[STRONG][0] == "No."


def test_every_question_has_a_reason_and_claims_and_no_id_of_a_rule(sheet: Sheet) -> None:
    for stop in sheet.agenda:
        found = dict(all_reasons(sheet, stop.number))
        assert found[WHY] and found[CLAIMS] and found[STRONG]
        assert f"{stop.rubric}/" not in laid_out(list(found.items()))
