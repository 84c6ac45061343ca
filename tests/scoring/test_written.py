"""What a gate asks of answers once they are written."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from lifeline.model.compiled import CompiledSet
from lifeline.scoring import written as writing
from lifeline.scoring.assess import Assessor
from lifeline.scoring.deciding import Decider
from lifeline.scoring.gate import PASS, UNCLEAR, gate_of
from lifeline.scoring.judging import gate_parts
from lifeline.scoring.written import PER_QUESTION, Written
from tests.authored import ASSESSED, Authored, compiled, idea
from tests.compiling.farm import CLAIMS, cap, farm, protection, question, rubric, rule

LAMP, WICK, LATCH = 0, 1, 4
NO, YES = 0, 1
LIT: Any = {"when": {"lamp": "true"}}
SCORED: Any = {"choices": {"much": 1, "little": 0}, "weight": 1}


@cache
def house() -> CompiledSet:
    """Give a set of four questions, of which one can hide the others, and a left out one."""
    names = [question(name, "choice", **SCORED, **LIT) for name in ("wick", "oil", "match")]
    ends = rule("dark", when={"lamp": "false"}, cap=cap(6))
    own: Any = {"questions": [question("lamp", "yes-no"), *names], "rules": [ends]}
    door: Any = {"questions": [question("latch", "yes-no")], "optional": True}
    shut = rule("shut", when={"latch": "true"}, finding="note")
    return compiled(
        farm(rubric("house", score="Light", **own), rubric("door", **door, rules=[shut])), CLAIMS
    )


def written(answers: Authored | None = None, days: int = 0, **wanted: Any) -> Written:
    gate: Any = {**gate_of(house()["deciding"]["gate"]), "min_months": 0, **wanted}
    read, as_of = idea({**(answers or {}), "latch": "unknown"}, house()), ASSESSED
    solved = Assessor(house()).solve(read, as_of=as_of + timedelta(days), gate=gate)
    return Written(solved, gate_parts(solved, read, as_of + timedelta(days)))


@pytest.mark.parametrize(
    ("answers", "wanted", "out_of_reach"),
    [
        ({}, {}, False),
        ({}, {"max_open": 0}, False),  # what can hide counts as if it did
        ({"lamp": True}, {"max_open": 0}, False),
        ({}, {"max_age": 0}, True),
        ({}, {"max_age": 0, "max_open": 0}, True),
        ({}, {"max_age": 1, "max_open": 9}, False),
    ],
)
def test_no_answer_makes_a_day_younger(
    answers: Authored, wanted: Authored, out_of_reach: bool
) -> None:
    assert written(answers, days=1, **wanted).is_out_of_reach(2) == out_of_reach


@pytest.mark.parametrize(("max_open", "out_of_reach"), [(0, True), (1, False), (4, False)])
def test_so_many_answers_leave_so_many_fewer_open(max_open: int, out_of_reach: bool) -> None:
    asked = [question(name, "yes-no") for name in ("wick", "oil", "match")]
    ends = rule("dark", when={"wick": "false"}, cap=cap(6))
    small = compiled(farm(rubric("house", questions=asked, rules=[ends])), CLAIMS)
    gate: Any = {**gate_of(small["deciding"]["gate"]), "max_open": max_open}
    read = idea({}, small)
    solved = Assessor(small).solve(read, as_of=ASSESSED, gate=gate)
    found = Written(solved, gate_parts(solved, read, ASSESSED))
    assert found.is_out_of_reach(2) == out_of_reach


@pytest.mark.parametrize(
    ("wanted", "answered", "verdict"),
    [
        ({}, {}, PASS),
        ({"max_open": 4}, {}, PASS),
        ({"max_open": 3}, {}, UNCLEAR),
        ({"max_open": 3}, {LAMP: YES}, PASS),
        ({"max_open": 2}, {LAMP: YES}, UNCLEAR),
        ({"max_open": 2}, {LAMP: YES, WICK: 0}, PASS),
        ({"max_open": 0}, {LAMP: NO}, PASS),
        ({"max_open": 3}, {LATCH: YES}, UNCLEAR),  # one may leave that out
        ({"max_age": 0}, {LAMP: NO}, UNCLEAR),
        ({"max_age": 0, "max_open": 0}, {LAMP: NO}, UNCLEAR),
    ],
)
def test_questions_are_counted_as_they_are_once_answers_are_written(
    wanted: Authored, answered: dict[int, int], verdict: str
) -> None:
    assert written(days=1, **wanted).beside(dict(answered)) == verdict


@pytest.mark.parametrize(
    ("wanted", "involved"),
    [({}, set()), ({"max_open": 4}, set()), ({"max_open": 3}, {0, 1, 2, 3})],
)
def test_only_what_the_gate_asks_for_involves_questions(
    wanted: Authored, involved: set[int]
) -> None:
    found = written(**wanted)
    assert found.involved == found.counted == involved
    assert found.effort == (5 * PER_QUESTION if involved else 0)


def test_the_work_that_it_takes_is_counted() -> None:
    found = written(min_score={"house": 50})
    assert found.involved == {0, 1, 2, 3}
    decider = Decider(found.solved.solution, found.solved.gate, [], found)
    before = decider.effort.left
    decider.clear([WICK])
    assert before - decider.effort.left >= 2 * found.effort == 50 * PER_QUESTION // 5


def test_past_the_effort_only_of_answers_that_were_looked_at_is_something_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = written(max_open=1)
    assert found.verdicts({LAMP: NO}) == [PASS]
    assert found.verdicts({LAMP: YES}) == [UNCLEAR]
    assert not found.is_cut
    monkeypatch.setattr(writing, "TRIED", 0)
    assert found.verdicts({LAMP: NO}) == [PASS]
    assert found.verdicts({LATCH: NO}) == [UNCLEAR], "takes nothing"
    assert not found.is_cut
    assert found.verdicts({WICK: NO}) == [UNCLEAR]
    assert found.is_cut


def taken_by(assessor: Assessor, *numbers: int) -> int:
    """Give what it takes to write an answer to each of some questions."""
    gate: Any = {**gate_of(assessor.compiled["deciding"]["gate"]), "max_open": 0}
    read = idea({}, assessor.compiled)
    solved = assessor.solve(read, as_of=ASSESSED, gate=gate)
    found = Written(solved, gate_parts(solved, read, ASSESSED))
    for number in numbers:
        found.verdicts({number: YES})
    return found.taken


def test_what_answers_take_adds_up_and_does_not_hang_on_what_is_known_already() -> None:
    assessor = Assessor(house())
    once = taken_by(assessor, WICK, LAMP)
    assert taken_by(assessor, WICK, LAMP) == once
    assert once == taken_by(assessor, WICK) + taken_by(assessor, LAMP)
    assert taken_by(assessor, WICK) > 0


def test_what_hides_a_question_moves_the_protection_that_reads_it() -> None:
    asked = [question("lamp", "yes-no"), question("wick", "yes-no", **LIT)]
    dark = rule("dark", cap=cap(6), unless={"glow": 12})
    bare: Any = {"questions": asked, "rules": [rule("dark", cap=cap(6))]}
    glow: Any = {"rules": [dark], "protections": [protection("glow", {"wick": "true"})]}
    without, with_it = (
        taken_by(Assessor(compiled(farm(rubric("house", **parts)), CLAIMS)), LAMP)
        for parts in (bare, bare | glow)
    )
    assert with_it > without
