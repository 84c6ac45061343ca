"""What is remembered from one idea to the next never answers for another one."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from lifeline.model.compiled import CompiledSet
from lifeline.scoring.assess import Assessor, assess
from tests.authored import ASSESSED, Authored, compiled, idea
from tests.compiling.farm import CLAIMS, cap, farm, protection, question, rubric, rule


@cache
def walled() -> CompiledSet:
    """Give a set with a cap that always holds, and a wall of two stones that lifts it."""
    stones = [question(name, "yes-no") for name in ("north", "south")]
    wall = protection("wall", {"all": [{"north": True}, {"south": True}]})
    rules = [
        rule("nothing-protects", cap=cap(6), unless={"wall": 12}),
        rule("draughty", when={"north": False}, finding="warning"),
    ]
    parts: Any = {"questions": stones, "protections": [wall], "rules": rules}
    return compiled(farm(rubric("garden", **parts)), CLAIMS)


CASES: list[tuple[Authored, tuple[int, int], list[str]]] = [
    ({"south": True}, (6, 12), ["garden/north"]),
    ({"north": True}, (6, 12), ["garden/south"]),
    ({}, (6, 12), ["garden/north", "garden/south"]),
    ({"north": False}, (6, 6), []),
    ({"north": True, "south": False}, (6, 6), []),
]


@pytest.mark.parametrize("turned", [False, True])
def test_each_idea_waits_on_its_own_questions_whichever_came_before(turned: bool) -> None:
    one = Assessor(walled())
    for answers, (low, high), waits_on in reversed(CASES) if turned else CASES:
        (found,) = one.assess(idea(answers, walled()), as_of=ASSESSED)["caps"]
        assert found["value"] == {"low": low, "high": high}
        assert found["waits_on"] == waits_on


def test_an_idea_assessed_again_after_others_is_told_the_same() -> None:
    one = Assessor(walled())
    for _ in range(2):
        for answers, _, _ in CASES:
            read = idea(answers, walled())
            alone = assess(idea(answers, walled()), walled(), as_of=ASSESSED)
            assert one.assess(read, as_of=ASSESSED, path="") == {**alone, "path": ""}


def test_what_is_done_to_one_assessment_is_not_seen_in_the_next() -> None:
    one, read = Assessor(walled()), idea({"north": False}, walled())
    first: Any = one.assess(read, as_of=ASSESSED)
    before = str(first)
    for found in (*first["findings"], *first["caps"]):
        found["message"], found["status"], found["waits_on"] = "", "", ["changed"]
    assert str(one.assess(read, as_of=ASSESSED)) == before
