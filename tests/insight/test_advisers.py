"""Two advisers on one idea: how each reads the file, and where they part."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from lifeline.compiling.store import build
from lifeline.errors import InvalidFile
from lifeline.insight.advisers.comparing import compare_advisers
from lifeline.insight.advisers.reading import read_for_both
from lifeline.model.compiled import CompiledSet
from lifeline.reading.sets import read_files
from tests.authored import Authored, idea_file
from tests.backtesting.dated import dated
from tests.conftest import ROOT
from tests.reading.small import small

AS_OF = date(2026, 11, 22)
NGC_VERSION = {"ngc": "0.3.0"}


@cache
def patient() -> CompiledSet:
    folder = str(ROOT / "examples" / "rubrics" / "patient")
    return build(folder, read_files(folder))


def compared(
    answers: Authored, first: CompiledSet, second: CompiledSet, **more: Any
) -> dict[str, Any]:
    data = idea_file(answers, **more)
    return compare_advisers(data, "idea.yaml", (first, second), None, AS_OF)


def under(found: dict[str, Any], rule: str) -> list[str]:
    (entry,) = [entry for entry in found["parting"] if entry["rule"] == rule]
    return [view["state"] for view in entry["under"]]


def test_a_set_and_one_that_extends_it_read_the_same_file(ngc: CompiledSet) -> None:
    found = compared({"need": "once", "payers": "nobody"}, ngc, patient())
    assert [view["set"] for view in found["advisers"]] == ["ngc", "patient"]
    assert found["related"]
    assert found["taken_otherwise"] == []
    assert found["questions"][0] == []
    assert [q["question"].partition("/")[0] for q in found["questions"][1]] == ["patient-money"] * 3


def test_they_part_where_a_rule_is_switched_off_or_added(ngc: CompiledSet) -> None:
    found = compared({"need": "once", "payers": "nobody"}, ngc, patient())
    assert under(found, "lifeline/novelty-fades") == ["fires", "absent"]
    assert under(found, "patient-money/owners-in-a-hurry") == ["absent", "fires"]
    assert "lifeline/nothing-protects" in found["alike"]
    assert found["advisers"][0]["holds"] != found["advisers"][1]["holds"]


def test_a_rule_that_fires_under_one_is_told_with_its_reason_and_its_claims(
    ngc: CompiledSet,
) -> None:
    found = compared({"need": "once", "payers": "nobody"}, ngc, patient())
    for entry in found["parting"]:
        for view in entry["under"]:
            if view["state"] == "fires":
                assert view["because"]
                assert view["claims"][0]["source"]["author"]


def test_what_lifts_a_rule_is_told(ngc: CompiledSet) -> None:
    found = compared({"patient-owners": "sooner", "patient-income": True}, ngc, patient())
    (entry,) = [e for e in found["parting"] if e["rule"] == "patient-money/owners-in-a-hurry"]
    (lift,) = entry["under"][1]["lifted_by"]
    assert (lift["protection"], lift["months"]) == ("patient-money/patient-income-carries-it", 12)


def test_a_set_against_itself_parts_in_nothing(ngc: CompiledSet) -> None:
    found = compared({"copy-time": "weeks"}, ngc, ngc)
    assert found["parting"] == []
    assert found["protections"] == found["parameters"] == found["questions"] == [[], []]
    assert found["advisers"][0] == found["advisers"][1]


def test_turned_around_they_part_in_the_same(ngc: CompiledSet) -> None:
    answers = {"need": "once", "patient-owners": "sooner"}
    one, other = compared(answers, ngc, patient()), compared(answers, patient(), ngc)
    assert one["advisers"] == other["advisers"][::-1]
    turned = {entry["rule"]: entry["under"][::-1] for entry in other["parting"]}
    assert {entry["rule"]: entry["under"] for entry in one["parting"]} == turned


def test_answers_for_a_set_that_stands_apart_are_passed_over(ngc: CompiledSet) -> None:
    answers = {"foundation": "layer", "payers": "few", "runway": 9}
    found = compared(answers, ngc, small(), set=NGC_VERSION)
    one, other = found["advisers"]
    assert (one["answered"], other["answered"]) == (3, 1)
    assert "runway" in found["shared"]
    assert not found["related"]


def test_an_answer_that_only_one_of_two_sets_takes_is_open_for_the_other() -> None:
    answers = {"entry": "nobody", "assets": [], "copy-time": "weeks", "uses-model": True}
    found = compared(answers, dated(), small())
    assert found["taken_otherwise"] == []
    assert [view["answered"] for view in found["advisers"]] == [3, 3]


def test_one_name_with_other_choices_is_told(ngc: CompiledSet) -> None:
    for first, second in ((ngc, small()), (small(), ngc)):
        found = compared({"entry": "offered", "runway": 3}, first, second, set=NGC_VERSION)
        assert found["taken_otherwise"] == ["entry"]
        answered = {view["set"]: view["answered"] for view in found["advisers"]}
        assert answered == {"ngc": 2, "small": 1}


@pytest.mark.parametrize(
    ("answers", "key"),
    [
        ({"foundatoin": "layer"}, "answers.foundatoin"),
        ({"foundation": "nothing-such"}, "answers.foundation"),
        ({"entry": "nothing-such"}, "answers.entry"),
    ],
)
def test_what_neither_takes_is_a_mistake(ngc: CompiledSet, answers: Authored, key: str) -> None:
    for first, second in ((ngc, small()), (small(), ngc)):
        with pytest.raises(InvalidFile) as caught:
            compared(answers, first, second)
        assert key in [problem.key for problem in caught.value.problems]


def test_a_waiver_of_the_other_set_is_no_mistake(ngc: CompiledSet) -> None:
    waiver = {"fine-tuning/knowledge-by-tuning": {"reason": "A try.", "until": "2026-12-31"}}
    assert compared({}, ngc, small(), waivers=waiver)["advisers"][1]["set"] == "small"
    wrong = {"fine-tuning/nothing-such": waiver["fine-tuning/knowledge-by-tuning"]}
    with pytest.raises(InvalidFile):
        compared({}, ngc, small(), waivers=wrong)


def test_nor_where_both_sets_have_a_rubric_of_that_name() -> None:
    waiver = {"reason": "A try.", "until": "2026-12-31"}
    found = compared({"used": True}, dated(), small(), waivers={"product/window-missed": waiver})
    assert found["advisers"][0]["answered"] == 1
    with pytest.raises(InvalidFile):
        compared({}, dated(), small(), waivers={"product/nothing-such": waiver})


def test_reading_for_both_reads_for_each_as_if_it_were_alone(ngc: CompiledSet) -> None:
    data = idea_file({"foundation": "layer", "runway": 3})
    (one, other), otherwise = read_for_both(data, "idea.yaml", ngc, patient())
    assert one.answers.keys() == {ngc["index"]["foundation"], ngc["index"]["runway"]}
    assert len(other.answers) == 2
    assert otherwise == []
