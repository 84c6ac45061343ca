"""The moves of one question: of values that do the same, the one that asks for least is tried."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.insight.whatif.moves import ANSWER, CHANGE, FIND_OUT, SHOW, Move
from lifeline.model.chosen import written
from lifeline.model.compiled import CompiledSet
from tests.authored import Authored, compiled
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule
from tests.insight.whatif.movable import movable, setting

FOUR = ["a", "b", "c", "d"]
THREE = ["p", "q", "r"]


def asked(kind: str, better: str, rules: list[Authored], **more: Any) -> CompiledSet:
    questions = [question("it", kind, better=better, **more)]
    return compiled(farm(rubric("field", questions=questions, rules=rules)), CLAIMS)


def moves(
    judging: CompiledSet, answer: Any, effort: str | None = "weeks", *, settling: bool = False
) -> list[Move]:
    ready = setting({"it": answer}, movable(judging, effort))
    return ready.moves(0, scored=False, settling=settling)


def values(judging: CompiledSet, move: Move) -> list[Any]:
    """Give the value of a move, and those that do the same."""
    (entry,) = judging["deciding"]["questions"]
    return [written(entry, value) for value in (move.answer.value, *move.others)]


@pytest.mark.parametrize(
    ("kind", "better", "choices", "answer", "expected"),
    [
        ("choice", "first", FOUR, "unknown", ["d", "c", "b", "a"]),
        ("choice", "last", FOUR, "unknown", ["a", "b", "c", "d"]),
        ("choice", "none", FOUR, "unknown", ["a", "b", "c", "d"]),
        ("choice", "first", FOUR, {"one-of": ["a", "c"]}, ["a", "b", "c"]),
        ("choice", "first", FOUR, {"one-of": ["b", "c"]}, ["b", "c", "a"]),
        ("choice", "first", FOUR, {"one-of": ["c", "d"]}, ["c", "d", "b", "a"]),
        ("choice", "last", FOUR, {"one-of": ["b", "c"]}, ["b", "c", "d"]),
        ("choice", "none", FOUR, {"one-of": ["b", "c"]}, ["b", "c", "a", "d"]),
        ("yes-no", "yes", None, "unknown", ["no", "yes"]),
        ("yes-no", "none", None, "unknown", ["no", "yes"]),
        ("yes-no", "no", None, "unknown", ["yes", "no"]),
        ("choices", "more", THREE[:2], "unknown", [[], ["p"], ["q"], ["p", "q"]]),
        ("choices", "fewer", THREE[:2], "unknown", [["p", "q"], ["p"], ["q"], []]),
        (
            "choices",
            "more",
            THREE,
            {"surely": ["p"], "maybe": ["q"]},
            [["p"], ["p", "q"], ["p", "r"], ["p", "q", "r"], ["r"], ["q", "r"]],
        ),
        (
            "choices",
            "fewer",
            THREE,
            {"surely": ["p"], "maybe": ["q"]},
            [["p"], ["p", "q"], [], ["q"], ["r"], ["q", "r"]],
        ),
        (
            "choices",
            "none",
            THREE[:2],
            {"surely": ["p"], "maybe": ["q"]},
            [["p"], ["p", "q"], [], ["q"]],
        ),
        ("number", "higher", None, "unknown", [0]),
        ("number", "lower", None, "unknown", [24]),
        ("number", "higher", None, {"between": [3, 9]}, [3]),
        ("number", "lower", None, {"between": [3, 9]}, [9]),
    ],
)
def test_what_is_open_is_settled_by_what_asks_for_least_and_never_by_worse(
    kind: str, better: str, choices: list[str] | None, answer: Any, expected: list[Any]
) -> None:
    judging = asked(kind, better, [], **({"choices": choices} if choices else {}))
    (move,) = moves(judging, answer, settling=True)
    assert values(judging, move) == expected
    assert moves(judging, answer) == [], "nothing else depends on it"


BAD_END = [rule("ends", when={"it": {"in": ["c", "d"]}}, cap=cap(3))]


@pytest.mark.parametrize(
    ("answer", "effort", "kind", "expected"),
    [
        ("d", "weeks", CHANGE, ["b", "a"]),
        ({"one-of": ["c", "d"]}, "weeks", CHANGE, ["b", "a"]),
        ({"one-of": ["b", "d"]}, "weeks", ANSWER, ["b", "a"]),
        ("unknown", "weeks", ANSWER, ["b", "a"]),
        ("unknown", None, FIND_OUT, ["b", "a"]),
    ],
)
def test_a_move_is_of_a_kind_and_leaves_today_where_it_has_to(
    answer: Any, effort: str | None, kind: str, expected: list[str]
) -> None:
    judging = asked("choice", "first", BAD_END, choices=FOUR)
    (move, *others) = moves(judging, answer, effort)
    assert (values(judging, move), move.kind) == (expected, kind)
    assert move.effort == (effort if kind in {CHANGE, ANSWER} else None)
    assert len(others) == (answer in ("unknown", {"one-of": ["b", "d"]}))


@pytest.mark.parametrize(
    ("kind", "better", "answer", "bad", "expected"),
    [
        ("yes-no", "yes", True, False, []),
        ("yes-no", "no", False, False, []),
        ("yes-no", "none", True, False, [["no"]]),
        ("number", "higher", 7, {"below": 6}, []),
        ("number", "lower", 3, {"below": 6}, []),
        ("number", "none", 7, {"below": 6}, [[5]]),
    ],
)
def test_what_is_worse_than_today_is_no_move(
    kind: str, better: str, answer: Any, bad: Any, expected: list[Any]
) -> None:
    judging = asked(kind, better, [rule("ends", when={"it": bad}, cap=cap(3))])
    assert [values(judging, move) for move in moves(judging, answer)] == expected


@pytest.mark.parametrize(
    ("kind", "conditions", "answer", "answers", "changes"),
    [
        (
            "choices",
            [{"includes": name} for name in THREE],
            {"surely": ["p"], "maybe": ["q"]},
            [["p"], ["p", "q"]],
            [[], ["q"], ["r"], ["p", "r"], ["q", "r"], ["p", "q", "r"]],
        ),
        ("number", [{"below": 3}, {"below": 8}], {"between": [7, 9]}, [7, 8], [2]),
        ("number", [{"below": 3}, {"below": 9}], {"between": [3, 9]}, [3, 9], [2]),
    ],
)
def test_what_today_may_be_already_is_answered_and_the_rest_is_a_change(
    kind: str, conditions: list[Any], answer: Any, answers: list[Any], changes: list[Any]
) -> None:
    rules = [
        rule(f"told-{n}", when={"it": when}, finding="note") for n, when in enumerate(conditions)
    ]
    choices = {"choices": THREE} if kind == "choices" else {}
    judging = asked(kind, "none", rules, **choices)
    found = moves(judging, answer)
    for wanted, named in ((ANSWER, answers), (CHANGE, changes)):
        told = [values(judging, move)[0] for move in found if move.kind == wanted]
        assert sorted(told) == sorted(named)


def test_what_does_not_apply_today_would_be_a_change() -> None:
    judging = asked("choice", "first", BAD_END, choices=FOUR, may_not_apply=True)
    found = moves(judging, {"not-applicable": "We have none."})
    assert {move.kind for move in found} == {CHANGE}


def test_to_show_what_is_so_already_comes_before_what_does_the_same() -> None:
    judging = asked("choice", "first", BAD_END, choices=FOUR, evidence="link")
    ready = setting({"it": "b"}, movable(judging), strict=True)
    (move, *_) = ready.moves(0, scored=False, settling=False)
    assert (move.kind, move.effort, values(judging, move)) == (SHOW, None, ["b", "a"])
