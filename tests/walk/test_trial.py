"""Other answers, tried on a copy: what is flipped, what it comes to, what becomes of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeline.errors import UsageError
from lifeline.model.compiled import CompiledSet
from lifeline.reading.idea import read_idea
from lifeline.scoring.assess import Assessor
from lifeline.walk.sheet import Sheet
from lifeline.walk.trial import Trial
from tests.conftest import ROOT

TODAY = date(2026, 11, 22)
JASPER = (ROOT / "examples/ideas/jasper.yaml").read_bytes()


def trial_of(ngc: CompiledSet, data: bytes = JASPER) -> Trial:
    return Trial(Sheet(Assessor(ngc), data, "idea.yaml", TODAY))


def number(trial: Trial, name: str) -> int:
    return trial.sheet.compiled["index"][name]


def test_what_is_tried_moves_the_range_and_leaves_the_idea_alone(ngc: CompiledSet) -> None:
    trial = trial_of(ngc)
    before = trial.today.data
    trial.pick(number(trial, "assistant"), 0)
    was, now = trial.months()
    assert was["low"] < now["low"]
    assert trial.verdicts() == ("fail", "pass")
    assert trial.today.data == before
    assert trial.changed() == [number(trial, "assistant")]


def test_an_answer_can_be_taken_as_it_is_today_again(ngc: CompiledSet) -> None:
    trial = trial_of(ngc)
    for name in ("assistant", "entry", "runway"):
        trial.flip(number(trial, name), 1)
        trial.as_today(number(trial, name))
    assert trial.changed() == []
    assert trial.months()[0] == trial.months()[1]


@settings(max_examples=10)
@given(steps=st.integers(1, 6))
def test_flipping_goes_round_and_back(ngc: CompiledSet, steps: int) -> None:
    trial = trial_of(ngc)
    here = number(trial, "entry")
    seen = []
    for _ in range(steps):
        trial.flip(here, 1)
        seen.append(trial.words(here))
    for _ in range(steps):
        trial.flip(here, -1)
    assert trial.changed() == []
    rounds = len(trial.sheet.question(here)["choices"]) + 1
    assert seen[rounds:] == seen[: max(0, steps - rounds)], "after the last comes the first"


def test_of_several_choices_each_is_taken_or_left_by_itself(ngc: CompiledSet) -> None:
    trial = trial_of(ngc)
    here = number(trial, "assets")
    trial.leave_open(here)
    trial.pick(here, 0)
    trial.pick(here, 2)
    trial.pick(here, 0)
    answer = trial.sheet.idea.answers[here]
    assert answer.value == (4, 0)


@pytest.mark.parametrize(
    ("name", "typed", "letters"),
    [
        ("assistant", "a or b", "A or B"),
        ("assistant", "b", ""),
        ("assets", "a, c, d?", "A, C, perhaps D"),
        ("assets", "b?", ""),
        ("assets", "none", ""),
        ("used", "yes", ""),
        ("runway", "3 to 9", ""),
    ],
)
def test_of_several_choices_all_letters_are_known(
    ngc: CompiledSet, name: str, typed: str, letters: str
) -> None:
    trial = trial_of(ngc)
    here = number(trial, name)
    trial.type(here, typed)
    assert trial.letters(here) == letters
    trial.leave_open(here)
    assert trial.letters(here) == ""


def test_a_number_is_typed_and_what_is_none_is_refused(ngc: CompiledSet) -> None:
    trial = trial_of(ngc)
    here = number(trial, "runway")
    trial.flip(here, 1)
    assert trial.changed() == []
    with pytest.raises(UsageError):
        trial.type(here, "many")
    trial.type(here, "8")
    assert trial.words(here).startswith("8")


def test_a_plan_reaches_what_it_promises(ngc: CompiledSet) -> None:
    from lifeline.insight.whatif.asking import default_target, search_for
    from lifeline.insight.whatif.trials import Setting

    trial = trial_of(ngc)
    setting = Setting(trial.sheet.assessor, trial.sheet.idea, TODAY)
    plans = search_for(setting, default_target(setting))["plans"]
    assert plans
    for plan in plans:
        trial.follow(plan)
        assert trial.months()[1] == plan["gives"]["months"]
        assert trial.verdicts()[1] == plan["gives"]["verdict"]


def test_taken_over_it_is_the_idea_and_each_answer_can_be_undone(ngc: CompiledSet) -> None:
    trial = trial_of(ngc)
    before = trial.today.data
    trial.pick(number(trial, "assistant"), 0)
    trial.leave_open(number(trial, "entry"))
    trial.take_over()
    assert trial.changed() == []
    assert trial.months()[0] == trial.months()[1]
    assert trial.today.undo()
    assert trial.today.undo()
    assert trial.today.data == before


def test_a_variant_is_an_idea_file_that_can_be_told_apart(ngc: CompiledSet) -> None:
    assert b"\nid: jasper\n" in JASPER
    trial = trial_of(ngc)
    trial.pick(number(trial, "assistant"), 0)
    idea = read_idea(trial.variant("plan-b"), "plan-b.yaml", ngc)
    assert idea.id == "plan-b"
    assert idea.title.endswith("(plan-b)")
    assert idea.answers[number(trial, "assistant")].value == (0,)


@settings(max_examples=20)
@given(flips=st.lists(st.tuples(st.integers(0, 40), st.integers(-2, 2)), max_size=6))
def test_whatever_is_flipped_the_copy_can_be_read(
    ngc: CompiledSet, flips: list[tuple[int, int]]
) -> None:
    trial = trial_of(ngc)
    for place, by in flips:
        stop = trial.sheet.agenda.stops[place % len(trial.sheet.agenda)]
        trial.flip(stop.number, by)
        assert trial.words(stop.number)
    read_idea(trial.variant("variant"), "variant.yaml", ngc)


def test_what_is_tried_is_tried_on_the_file_as_another_program_left_it(ngc: CompiledSet) -> None:
    trial = trial_of(ngc)
    trial.pick(number(trial, "assistant"), 0)
    trial.leave_open(number(trial, "reach"))
    assert not trial.is_stale
    theirs = Sheet(Assessor(ngc), JASPER, "idea.yaml", TODAY)
    entry = number(trial, "entry")
    assert theirs.idea.answers[entry].value != (1,)
    theirs.answer(entry, (1,))
    tried = trial.changed()
    trial.today.take_over(theirs.data)
    assert trial.is_stale
    renewed = trial.renewed()
    assert not renewed.is_stale
    assert renewed.changed() == tried
    renewed.take_over()
    assert renewed.today.idea.answers[entry].value == (1,)


def test_where_nothing_is_tried_the_file_of_another_program_changes_no_answer(
    ngc: CompiledSet,
) -> None:
    trial = trial_of(ngc)
    theirs = Sheet(Assessor(ngc), JASPER, "idea.yaml", TODAY)
    theirs.leave_open(number(trial, "entry"))
    trial.today.take_over(theirs.data)
    assert trial.renewed().changed() == []
