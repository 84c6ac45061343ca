"""What an assessment says of an idea that is judged, and of a file that cannot be judged."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from lifeline.errors import InvalidFile
from lifeline.model.compiled import CompiledSet
from lifeline.reading.idea import read_idea
from lifeline.scoring.assembling import invalid
from lifeline.scoring.assess import Assessor, assess
from lifeline.scoring.gate import gate_of
from tests.authored import ASSESSED, Authored, assessed, compiled
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule
from tests.reading.small import small


@cache
def two_clocks() -> CompiledSet:
    """Give a set with a cap on each clock, and a question that only one answer brings up."""
    questions = [
        question("copied", "yes-no", better="no"),
        question("dry", "yes-no", better="no"),
        question("well", "yes-no", when={"dry": "true"}),
    ]
    rules = [
        rule("copy", when={"copied": "true"}, cap=cap(3, cause="price")),
        rule("drought", when={"dry": "true"}, cap=cap(6, "necessity")),
    ]
    return compiled(farm(rubric("garden", questions=questions, rules=rules)), CLAIMS)


@pytest.mark.parametrize(
    ("answers", "months", "advantage", "necessity", "until", "ends", "certain"),
    [
        ({"copied": False, "dry": False}, (12, 12), (12, 12), (12, 12), "2024-06-30", None, True),
        ({"copied": True, "dry": True}, (3, 3), (3, 3), (6, 6), "2023-09-30", "advantage", True),
        ({"copied": False, "dry": True}, (6, 6), (12, 12), (6, 6), "2023-12-30", "necessity", True),
        ({"dry": True}, (3, 6), (3, 12), (6, 6), "2023-09-30", "advantage", False),
        ({"copied": True}, (3, 3), (3, 3), (6, 12), "2023-09-30", "advantage", True),
        ({}, (3, 12), (3, 12), (6, 12), "2023-09-30", "advantage", False),
    ],
)
def test_the_lifeline_says_how_long_which_clock_ends_first_and_of_what(
    answers: Authored,
    months: tuple[int, int],
    advantage: tuple[int, int],
    necessity: tuple[int, int],
    until: str,
    ends: str | None,
    certain: bool,
) -> None:
    last = {3: "2023-09-30", 6: "2023-12-30", 12: "2024-06-30"}[months[1]]
    assert assessed(answers, two_clocks())["lifeline"] == {
        "months": span(*months),
        "advantage": span(*advantage),
        "necessity": span(*necessity),
        "until": span(until, last),
        "exact": True,
        "ends": ends,
        "cause": {"advantage": "price", "necessity": "demand", None: None}[ends],
        "certain": certain,
    }


def span(low: Any, high: Any) -> dict[str, Any]:
    return {"low": low, "high": high}


def test_an_assessment_names_the_idea_its_day_and_what_is_still_open() -> None:
    found = assessed({"copied": False, "dry": True}, two_clocks(), as_of=date(2023, 7, 1))
    told: Any = {key: found[key] for key in ("path", "id", "idea", "assessed", "as_of")}
    assert told == {
        "path": "idea.yaml",
        "id": "idea",
        "idea": "An idea",
        "assessed": "2023-06-30",
        "as_of": "2023-07-01",
    }
    assert found["open"] == ["garden/well"]
    assert found["completeness"] == {"settled": 2, "asked": 3}
    assert found["rubrics"] == {"garden": "judged"}


@pytest.mark.parametrize("strict", [False, True])
def test_an_assessment_says_whether_it_is_strict(strict: bool) -> None:
    assert assessed({}, two_clocks(), strict=strict)["strict"] is strict
    read = read_idea(b"lifeline: 1\nidea: x\n", "x", small())
    found = Assessor(small(), strict=strict).assess(read, as_of=ASSESSED)
    assert found["strict"] is strict, "also where the assessor is"


def test_of_a_file_that_cannot_be_judged_only_its_faults_are_told() -> None:
    with pytest.raises(InvalidFile) as raised:
        read_idea(b"lifeline: 1\nidea: Ours\nfarewell: 2\n", "ideas/our-own.yaml", small())
    gate = gate_of(small()["deciding"]["gate"])
    found: Any = invalid(raised.value, ASSESSED, gate)
    (fault,) = found.pop("errors")
    assert (fault["line"], fault["column"], fault["key"]) == (3, 1, "farewell")
    assert found == {
        "path": "ideas/our-own.yaml",
        "id": "our-own",
        "idea": "",
        "assessed": None,
        "as_of": "2023-06-30",
        "strict": False,
        "verdict": "invalid",
        "gate": gate,
        "gates": [],
        "lifeline": None,
        "caps": [],
        "scores": {},
        "findings": [],
        "answers": {},
        "open": [],
        "deciding": None,
        "completeness": {"settled": 0, "asked": 0},
        "rubrics": {},
        "parameters": [],
    }


def test_it_has_the_same_keys_in_the_same_order_as_one_that_is_judged() -> None:
    with pytest.raises(InvalidFile) as raised:
        read_idea(b"lifeline: 2", "idea.yaml", small())
    judged = assess(read_idea(b"lifeline: 1\nidea: x\n", "x", small()), small(), as_of=ASSESSED)
    found = invalid(raised.value, ASSESSED, judged["gate"])
    assert list(found) == list(judged)
