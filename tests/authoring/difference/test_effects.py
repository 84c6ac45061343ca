"""What another version does to idea files, and to the figures of a back-test."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lifeline.authoring.difference.cases import case_effects
from lifeline.authoring.difference.ideas import change_between, effects
from lifeline.errors import InvalidFile, LifelineError, Problem
from lifeline.scoring.assess import Assessor
from tests.authored import idea_file
from tests.authoring.difference.versions import Edit, side
from tests.backtesting.dated import CASES

DAY = date(2023, 6, 30)
ANSWERS = {
    "entry": "nobody",
    "copy-time": "weeks",
    "assets": ["permit"],
    "used": True,
}


def assessors(*edits: Edit, strict: bool = False) -> tuple[Assessor, Assessor]:
    """Give what judges by the set as it is, and by the set with some edits."""
    old, new = (
        Assessor(side.compiled, strict=strict) for side in (side("old"), side("new", *edits))
    )
    return old, new


def effect(answers: dict[str, Any], *edits: Edit, strict: bool = False) -> dict[str, Any]:
    data = idea_file(answers)
    both = assessors(*edits, strict=strict)
    found = effects(["a.yaml"], lambda _: both, DAY, lambda p: (data, p))
    (idea,) = found["ideas"]
    assert found["sums"] == {idea["change"]: 1}
    assert found["as_of"] == "2023-06-30"
    return dict(idea)


@pytest.mark.parametrize(
    ("edit", "change"),
    [
        (("label: Data", "label: Some data"), "same"),
        (("months: 3,", "months: 0,"), "shorter"),
        (
            ("weeks, label: Some weeks, points: 0}", "weeks, label: Some weeks, points: 0.2}"),
            "other-score",
        ),
        (("{copy-time: weeks}", "{copy-time: months}"), "now-pass"),
        (("      - {id: permit, label: A permit}\n", ""), "unreadable"),
        (("when: {entry: where-they-work}", "when: {launch: {below: 3}}"), "same"),
    ],
)
def test_an_idea_is_told_by_what_matters_most(edit: Edit, change: str) -> None:
    assert effect(ANSWERS, edit)["change"] == change


def test_both_outcomes_are_told() -> None:
    found = effect(ANSWERS, ("months: 3,", "months: 0,"))
    assert found["old"]["months"] == {"low": 3, "high": 3}
    assert found["new"]["months"] == {"low": 0, "high": 0}
    assert found["new"]["verdict"] == "fail"
    assert found["old"]["scores"] == {"product": {"low": 66.7, "high": 66.7}}


def test_what_cannot_be_read_is_told_with_its_problem() -> None:
    found = effect(ANSWERS, ("      - {id: permit, label: A permit}\n", ""))
    assert found["new"] is None
    assert found["errors"]["old"] == []
    (problem,) = found["errors"]["new"]
    assert "'permit' is not a choice" in problem["message"]


def test_a_file_is_read_once_and_what_neither_reads_is_told() -> None:
    read: list[str] = []

    def broken(path: str) -> tuple[bytes, str]:
        read.append(path)
        raise InvalidFile(path, [Problem(1, 1, "", "cannot be read: it is gone.")])

    both = assessors()
    found = effects(["a.yaml"], lambda _: both, DAY, broken)
    assert found["sums"] == {"never-readable": 1}
    assert read == ["a.yaml"]


def outcome(low: int, high: int) -> dict[str, Any]:
    return {"months": {"low": low, "high": high}, "verdict": "unclear", "scores": {}}


@pytest.mark.parametrize(
    ("new", "change"),
    [
        ((3, 6), "same"),
        ((0, 6), "shorter"),
        ((3, 3), "shorter"),
        ((3, 12), "longer"),
        ((6, 12), "longer"),
        ((0, 12), "wider"),
    ],
)
def test_ranges_are_compared_by_both_ends(new: tuple[int, int], change: str) -> None:
    assert change_between(outcome(3, 6), outcome(*new)) == change
    back = {"shorter": "longer", "longer": "shorter", "wider": "narrower", "same": "same"}
    assert change_between(outcome(*new), outcome(3, 6)) == back[change]


@pytest.mark.parametrize("second", [{"low": 10, "high": 40}, None])
def test_a_change_of_any_score_is_told(second: dict[str, int] | None) -> None:
    first = {"product": {"low": 50, "high": 50}}
    old = {**outcome(3, 3), "scores": {**first, "market": {"low": 10, "high": 30}}}
    new = {**outcome(3, 3), "scores": {**first, **({"market": second} if second else {})}}
    assert change_between(old, new) == change_between(new, old) == "other-score"
    assert change_between(old, {**old}) == "same"


def test_each_file_is_judged_by_what_is_given_for_it() -> None:
    lax, strict = assessors(), assessors(strict=True)
    data = idea_file(ANSWERS)
    found = effects(
        ["lax", "strict"], {"lax": lax, "strict": strict}.__getitem__, DAY, lambda p: (data, p)
    )
    told = [(idea["path"], idea["strict"]) for idea in found["ideas"]]
    assert told == [("lax", False), ("strict", True)]
    first, second = (idea["new"]["scores"]["product"] for idea in found["ideas"])
    assert first["low"] > second["low"]
    assert first["high"] == second["high"]


def figures(compiled: Any, cases: list[Any]) -> dict[str, Any]:
    return {"ids": [case.case.case for case in cases]}


def test_cases_are_tested_on_both_versions() -> None:
    found = case_effects(side("old"), side("new"), str(CASES), figures)
    assert found["left_out"] == []
    assert found["old"] == found["new"]
    assert len(found["old"]["ids"]) == found["cases"] > 3


def test_cases_that_do_not_fit_a_version_are_told_and_left_out() -> None:
    gone = side("new", ("      - {id: months, label: Some months, points: 0.5}\n", ""))
    found = case_effects(side("old"), gone, str(CASES), figures)
    every = case_effects(side("old"), side("new"), str(CASES), figures)
    assert {each["version"] for each in found["left_out"]} == {"new"}
    left = {each["case"] for each in found["left_out"]}
    assert set(found["new"]["ids"]) == set(every["new"]["ids"]) - left
    assert all("'months' is not" in each["problem"]["message"] for each in found["left_out"])


def test_a_folder_without_cases_is_told(tmp_path: Path) -> None:
    with pytest.raises(LifelineError, match=r"holds no cases\. Expected a file cases\.yaml"):
        case_effects(side("old"), side("new"), str(tmp_path), figures)
