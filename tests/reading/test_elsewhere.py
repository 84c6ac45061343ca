"""One idea file for two sets: what only the other one asks is passed over, and said."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from lifeline.compiling.store import load_set
from lifeline.errors import InvalidFile
from lifeline.model.compiled import CompiledSet
from lifeline.reading.idea import read_idea
from lifeline.scoring.assess import assess
from tests.conftest import ROOT

BOTH = b"""\
lifeline: 1
idea: Two advisers
assessed: 2026-11-01
answers:
  used: yes
  patient-owners: sooner
  patient-income: no
waivers:
  patient-money/cheap-to-wait: {reason: known, until: 2027-01-01}
set: {ngc: NGC, patient: 0.1.0}
""".replace(b"NGC", load_set(str(ROOT / "rubrics" / "ngc"))["version"].encode())


@pytest.fixture(scope="module")
def patient(own_cache: None) -> CompiledSet:
    return load_set(str(Path(ROOT, "examples", "rubrics", "patient")))


def test_answers_for_another_set_are_noted_and_do_not_count(ngc: CompiledSet) -> None:
    idea = read_idea(BOTH, "idea.yaml", ngc)
    assert [(note.rule, note.line) for note in idea.notes] == [("set/other", 6)]
    assert idea.notes[0].message == (
        "2 answers belong to another set, and ngc judges here: patient-owners, patient-income."
    )
    assert idea.notes[0].remedy == "Nothing is to be done: they count when that set judges."
    assert len(idea.answers) == 1
    assert not idea.waivers


def test_a_single_answer_for_another_set_is_noted_at_its_place(ngc: CompiledSet) -> None:
    one = BOTH.replace(b"  patient-owners: sooner\n", b"")
    (note,) = read_idea(one, "idea.yaml", ngc).notes
    assert note.message == "1 answer belongs to another set, and ngc judges here: patient-income."
    assert (note.line, note.column) == (6, 3)


def test_the_set_that_asks_them_counts_them(patient: CompiledSet) -> None:
    idea = read_idea(BOTH, "idea.yaml", patient)
    assert not idea.notes
    assert len(idea.answers) == 3
    assert list(idea.waivers) == ["patient-money/cheap-to-wait"]


def test_two_advisers_judge_one_file(ngc: CompiledSet, patient: CompiledSet) -> None:
    necessity = []
    for compiled in (ngc, patient):
        idea = read_idea(BOTH, "idea.yaml", compiled)
        found = assess(idea, compiled, as_of=date(2026, 11, 22))["lifeline"]
        assert found is not None
        necessity.append(found["necessity"])
    assert necessity == [{"low": 3, "high": 12}, {"low": 3, "high": 6}]


def test_a_waiver_of_the_set_that_judges_counts_whatever_other_sets_are_called(
    ngc: CompiledSet,
) -> None:
    text = BOTH.replace(b"patient:", b"fine:").replace(
        b"patient-money/cheap-to-wait", b"fine-tuning/knowledge-by-tuning"
    )
    answers = text.replace(b"  patient-owners: sooner\n", b"").replace(
        b"  patient-income: no\n", b""
    )
    assert list(read_idea(answers, "idea.yaml", ngc).waivers) == ["fine-tuning/knowledge-by-tuning"]


def test_without_a_record_of_the_other_set_they_are_mistakes(ngc: CompiledSet) -> None:
    with pytest.raises(InvalidFile, match="'patient-owners' is not a question of this set"):
        read_idea(BOTH.replace(b", patient: 0.1.0", b""), "idea.yaml", ngc)


def test_a_mistake_in_what_a_set_asks_itself_stays_one(patient: CompiledSet) -> None:
    with pytest.raises(InvalidFile, match="Did you mean 'patient-owners'"):
        read_idea(BOTH.replace(b"patient-owners", b"patient-owner"), "idea.yaml", patient)


def test_a_record_of_the_extended_set_alone_is_fine(patient: CompiledSet) -> None:
    idea = read_idea(BOTH.replace(b", patient: 0.1.0", b""), "idea.yaml", patient)
    assert not idea.notes
    older = re.sub(rb"\{ngc.*\}", b"{ngc: 0.1.0}", BOTH)
    assert [note.rule for note in read_idea(older, "idea.yaml", patient).notes] == ["set/older"]
