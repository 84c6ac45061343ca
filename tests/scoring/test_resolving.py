"""Values of market parameters in the places of their parameters."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.scoring.resolving import condition_with, resolved, with_values
from tests.compiling.farm import QUANTITIES, QUESTIONS, garden, rule

RUNWAY, BUDGET = 3, 5
COST: Any = ["parameter", 0]
ASKS_MORE: Any = ["measures", ["difference", ["question", BUDGET], COST]]


def test_a_question_against_a_parameter_is_one_against_a_number() -> None:
    assert condition_with(ASKS_MORE, (7.5,)) == ["at-least", BUDGET, 7.5]


def test_a_parameter_without_a_value_yet_leaves_a_condition_undefined() -> None:
    found = condition_with(ASKS_MORE, (None,))
    assert found == ["measures", ["difference", ["question", BUDGET], ["undefined"]]]


@pytest.mark.parametrize(
    "formula",
    [
        ["difference", ["sum", ["question", BUDGET], ["question", RUNWAY]], COST],
        ["difference", COST, ["question", BUDGET]],
        ["sum", ["question", BUDGET], COST],
    ],
)
def test_another_formula_stays_one_with_the_number_in_it(formula: Any) -> None:
    found = condition_with(["measures", formula], (7.5,))
    text = str(formula).replace("['parameter', 0]", "['number', 7.5]")
    assert found[0] == "measures"
    assert str(found[1]) == text


def test_the_value_of_each_parameter_is_its_own() -> None:
    other: Any = ["measures", ["difference", ["question", BUDGET], ["parameter", 1]]]
    found = condition_with(["all", [ASKS_MORE, ["not", other]]], (7.5, 2.0))
    assert found == ["all", [["at-least", BUDGET, 7.5], ["not", ["at-least", BUDGET, 2.0]]]]
    found = condition_with(["any", [ASKS_MORE, other]], (7.5, 2.0))
    assert found == ["any", [["at-least", BUDGET, 7.5], ["at-least", BUDGET, 2.0]]]


@pytest.mark.parametrize(
    "condition",
    [
        ["in", 0, 5],
        ["at-least", RUNWAY, 6.0],
        ["measures", ["difference", ["question", BUDGET], ["question", RUNWAY]]],
    ],
)
def test_a_condition_without_a_parameter_stays_as_it_is(condition: Any) -> None:
    assert condition_with(condition, (7.5,)) is condition


def test_a_rule_keeps_all_but_its_condition_and_one_that_always_holds_everything() -> None:
    always: Any = {"id": "garden/always", "when": None}
    assert with_values(always, (7.5,)) is always
    found = with_values({"id": "garden/costly", "when": ASKS_MORE}, (7.5,))
    assert found == {"id": "garden/costly", "when": ["at-least", BUDGET, 7.5]}


# ---- What decides


def measured(**parts: Any) -> Any:
    """Give what decides in a set, where some conditions lay the budget against a parameter."""
    deciding: Any = garden(questions=QUESTIONS, quantities=QUANTITIES, **parts)["deciding"]
    return deciding


def test_what_decides_has_the_values_in_conditions_of_every_kind() -> None:
    rules = [
        rule("costly", when={"irrigated": True}, finding="note"),
        rule(
            "dear",
            when={"irrigated": True},
            cap={"clock": "advantage", "months": 3, "cause": "price"},
        ),
    ]
    given = measured(rules=rules)
    protection: Any = {"id": "garden/rich", "when": ASKS_MORE}
    deciding: Any = {
        **given,
        "protections": [protection],
        "caps": [{**each, "when": ASKS_MORE} for each in given["caps"]],
        "findings": [{**each, "when": ASKS_MORE} for each in given["findings"]],
        "questions": [{**given["questions"][0], "when": ASKS_MORE}, *given["questions"][1:]],
    }
    found: Any = resolved(deciding, (7.5,))
    for kind in ("protections", "caps", "findings", "questions"):
        assert found[kind][0] == {**deciding[kind][0], "when": ["at-least", BUDGET, 7.5]}
    assert deciding["caps"][0]["when"] is ASKS_MORE, "what was compiled stays as it was"
    assert found["scores"] == deciding["scores"]


def test_a_question_is_cut_where_a_parameter_lies_once() -> None:
    rules = [rule("rich", when={"budget": {"at-least": 9}}, finding="note")]
    given = measured(rules=rules)
    (other,) = given["findings"]
    costly: Any = {**other, "id": "garden/costly", "when": ASKS_MORE}
    deciding: Any = {**given, "findings": [costly, other, {**costly, "id": "garden/again"}]}
    before, after = deciding["questions"][BUDGET], resolved(deciding, (7.5,))["questions"][BUDGET]
    assert before["cuts"] == [9.0]
    assert after["cuts"] == [7.5, 9.0]
    assert after["atoms"][: len(before["atoms"])] == before["atoms"]
    assert ["at-least", BUDGET, 7.5] in after["atoms"]
    others = [number for number in range(len(given["questions"])) if number != BUDGET]
    assert all(resolved(deciding, (7.5,))["questions"][n] == given["questions"][n] for n in others)


def test_a_question_that_is_asked_the_same_already_is_not_cut_again() -> None:
    rules = [rule("rich", when={"budget": {"at-least": 9}}, finding="note")]
    given = measured(rules=rules)
    costly: Any = {**given["findings"][0], "when": ASKS_MORE}
    deciding: Any = {**given, "findings": [costly, given["findings"][0]]}
    assert resolved(deciding, (9.0,))["questions"][BUDGET] is given["questions"][BUDGET]
