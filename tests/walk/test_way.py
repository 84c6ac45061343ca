"""A way through an idea: forward, back, undone, and never a word lost."""

from __future__ import annotations

from datetime import date

import pytest

from lifeline.insight.trying import months_by_answer
from lifeline.model.compiled import CompiledSet
from lifeline.reading.idea import read_idea
from lifeline.scoring.assess import Assessor
from lifeline.walk.agenda import ANSWERED, BLANK, LATER, NARROWED, NOT_APPLICABLE, UNKNOWN
from lifeline.walk.sheet import Sheet
from lifeline.walk.typed import value_typed
from lifeline.walk.way import Way
from tests.conftest import ROOT

TODAY = date(2026, 11, 22)
OLD = b"# mine\nlifeline: 1\nidea: Old\nassessed: 2026-01-01\nanswers:\n  entry: not-yet # so far\n"


def way_of(ngc: CompiledSet, data: bytes, name: str = "ideas/tender-helper.yaml") -> Way:
    return Way(Sheet(Assessor(ngc), data, name, TODAY))


@pytest.fixture
def way(ngc: CompiledSet) -> Way:
    found = way_of(ngc, b"")
    found.go_on()
    return found


def answered(way: Way, text: str) -> None:
    assert way.here is not None
    way.sheet.answer(way.here, value_typed(way.sheet.question(way.here), text))


def open_(way: Way, word: str = "unknown") -> None:
    assert way.here is not None
    way.sheet.leave_open(way.here, word)


def here(way: Way) -> str:
    return way.stop.id if way.stop else "review"


def states(way: Way) -> dict[str, str]:
    return {stop.id.rpartition("/")[2]: stop.state for stop in way.sheet.agenda}


def test_a_new_idea_begins_at_the_first_question_and_is_named_after_its_file(way: Way) -> None:
    assert way.stop is not None and way.stop.number == 0
    assert way.sheet.data == b""
    answered(way, "a")
    idea = read_idea(way.sheet.data, way.sheet.path, way.sheet.compiled)
    assert idea.title == "Tender helper"
    assert idea.assessed == TODAY
    assert idea.versions == {"ngc": way.sheet.compiled["version"]}


def test_each_question_is_met_once_and_then_the_review(way: Way) -> None:
    met = []
    while way.stop is not None:
        met.append(way.stop.id)
        open_(way)
        way.go_on()
    assert len(met) == len(set(met)) == len(way.sheet.agenda)
    assert way.sheet.agenda.minutes_left() == 0


def test_what_is_put_off_comes_again_at_the_end(way: Way) -> None:
    first = here(way)
    open_(way, "later")
    way.go_on()
    while here(way) != first:
        assert way.stop is not None
        open_(way)
        way.go_on()
    assert states(way)[first.rpartition("/")[2]] == LATER


def test_further_questions_that_are_only_looked_at_are_not_written(ngc: CompiledSet) -> None:
    way = way_of(ngc, OLD)
    assert way.begin("founder-calibration")
    assert here(way) == "founder-calibration/worst-case"
    assert way.stop is not None and way.stop.state == BLANK
    assert "founder-calibration" not in way.sheet.offered()
    assert not way.begin("founder-calibration")
    assert (way.sheet.data, way.undo()) == (OLD, False)
    assert "founder-calibration" in way_of(ngc, way.sheet.data).sheet.offered()


def test_further_questions_stay_asked_when_another_is_answered(ngc: CompiledSet) -> None:
    way = way_of(ngc, OLD)
    way.begin("founder-calibration")
    way.skip()
    assert here(way).startswith("founder-calibration/")
    answered(way, "3")
    assert way.sheet.agenda.at(ngc["index"]["worst-case"])
    assert b"worst-case" not in way.sheet.data


def test_what_is_skipped_is_not_written_and_not_offered_again(way: Way) -> None:
    first = here(way)
    way.skip()
    assert way.sheet.data == b""
    while way.stop is not None:
        assert here(way) != first
        open_(way)
        way.go_on()
    assert states(way)[first.rpartition("/")[2]] == BLANK


def test_back_leads_to_what_was_asked_before_whatever_is_said_there(way: Way) -> None:
    assert not way.go_back()
    first = here(way)
    way.skip()
    second = here(way)
    way.skip()
    assert way.go_back() and here(way) == second
    assert way.go_back() and here(way) == first


def test_from_the_review_back_leads_to_the_last_question(way: Way) -> None:
    way.here = None
    assert way.go_back()
    assert here(way) == way.sheet.agenda.stops[-1].id


def test_states_tell_how_far_each_question_has_come(ngc: CompiledSet) -> None:
    data = (ROOT / "examples" / "ideas" / "call-desk.yaml").read_bytes()
    way = way_of(ngc, data)
    found = states(way)
    assert found["foundation"] == ANSWERED
    assert found["assistant"] == NARROWED
    assert found["side-by-side"] == UNKNOWN


def test_an_answer_hides_what_is_not_asked_of_such_a_product(way: Way) -> None:
    assert way.go_to("used")
    before = states(way)
    answered(way, "yes")
    assert set(before) - set(states(way)) == {"launch"}
    assert not way.go_to("launch")
    assert here(way) == "lifeline/used"


def test_undo_takes_back_and_stands_where_the_change_was_made(way: Way) -> None:
    first = here(way)
    answered(way, "a")
    after_one = way.sheet.data
    way.go_on()
    answered(way, "b")
    assert way.undo()
    assert way.sheet.data == after_one
    assert way.undo()
    assert (way.sheet.data, here(way)) == (b"", first)
    assert not way.undo()
    assert way.redo() and way.sheet.data == after_one


def test_what_somebody_wrote_stays_and_the_assessed_day_with_it(ngc: CompiledSet) -> None:
    way = way_of(ngc, OLD)
    assert way.go_to("entry")
    answered(way, "b")
    assert way.sheet.data.startswith(b"# mine\nlifeline: 1\nidea: Old\nassessed: 2026-01-01\n")
    assert b"# so far" in way.sheet.data
    way.sheet.date_today()
    assert b"assessed: 2026-11-22" in way.sheet.data


def test_evidence_is_added_to_what_there_is(way: Way) -> None:
    answered(way, "a")
    way.sheet.add_evidence(0, "says", "a user told us", None)
    way.sheet.add_evidence(0, "link", "https://example.org/x", date(2026, 11, 1))
    way.sheet.note(0, "think again")
    way.sheet.by(0, "Ana")
    idea = read_idea(way.sheet.data, way.sheet.path, way.sheet.compiled)
    answer = idea.answers[0]
    assert answer.evidence == [(1, TODAY), (2, date(2026, 11, 1))]
    assert (answer.note, answer.by) == ("think again", "Ana")


def test_a_question_can_be_said_not_to_apply_where_the_set_allows_it(way: Way) -> None:
    numbers = [
        n for n, q in enumerate(way.sheet.compiled["deciding"]["questions"]) if q["may_not_apply"]
    ]
    stops = [stop for stop in way.sheet.agenda if stop.number in numbers]
    if not stops:
        pytest.skip("no question of the first rubric may not apply")
    way.here = stops[0].number
    way.sheet.does_not_apply(way.here, "we train nothing")
    assert states(way)[stops[0].id.rpartition("/")[2]] == NOT_APPLICABLE


def test_what_a_choice_would_do_is_told_before_it_is_made(way: Way) -> None:
    way.go_to("assistant")
    sheet = way.sheet
    before, ids = sheet.months(2), sheet.compiled["ids"]
    assert way.here is not None
    would = months_by_answer(sheet.assessor, sheet.idea, ids[way.here], sheet.today)
    assert sheet.months(2) == before
    for letter, told in zip("abc", would, strict=True):
        answered(way, letter)
        assert sheet.months(2) == told["months"]
