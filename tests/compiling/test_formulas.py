"""Units multiply and cancel; quantities are written out."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.compiling.formulas import number_in, questions_in, written
from lifeline.errors import LifelineError
from lifeline.model.formula import units_of
from tests.authored import Authored, compiled
from tests.compiling.farm import CLAIMS, farm, protection, quantity, question, rubric, rule

NAMES = st.sampled_from(["USD", "month", "user", "GPU-hour", "CPU_hour", "Ähre"])
UNITS = st.dictionaries(NAMES, st.sampled_from([-2, -1, 1, 2]), max_size=4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", {}),
        ("USD", {"USD": 1}),
        ("USD/month", {"USD": 1, "month": -1}),
        ("1/month", {"month": -1}),
        ("USD*month/month", {"USD": 1}),
        ("USD/user/month", {"USD": 1, "user": -1, "month": -1}),
        ("USD/user*month", {"USD": 1, "user": -1, "month": -1}),
        ("m*m", {"m": 2}),
        (" USD / month ", {"USD": 1, "month": -1}),
        ("month/month", {}),
    ],
)
def test_a_unit_is_read_as_powers(text: str, expected: dict[str, int]) -> None:
    assert units_of(text) == expected


@pytest.mark.parametrize(
    "text", ["", "/", "USD/", "*USD", "$", "USD per month", "USD^2", "12", "-x"]
)
def test_other_text_is_no_unit(text: str) -> None:
    with pytest.raises(ValueError):
        units_of(text)


@given(UNITS)
def test_a_unit_that_is_written_is_read_as_it_was(units: dict[str, int]) -> None:
    assert units_of(written(units)) == units


@given(UNITS)
def test_a_written_unit_is_written_the_same_again(units: dict[str, int]) -> None:
    assert written(units_of(written(units))) == written(units)


@given(UNITS, UNITS)
def test_units_multiply_in_a_product_and_cancel_in_a_ratio(
    a: dict[str, int], b: dict[str, int]
) -> None:
    product = {name: a.get(name, 0) + b.get(name, 0) for name in {*a, *b}}
    ratio = {name: a.get(name, 0) - b.get(name, 0) for name in {*a, *b}}
    questions = [question(id_, "number", unit=written(unit)) for id_, unit in (("x", a), ("z", b))]
    of = [quantity("q", written(product), product=["x", "z"])]
    of.append(quantity("r", written(ratio), ratio=["x", "z"]))
    of.append(quantity("b", written(b), ratio=["q", "x"]))
    assert formulas(questions, *of)["b"][0] == "ratio"


@given(UNITS, UNITS)
def test_a_sum_wants_one_unit(a: dict[str, int], b: dict[str, int]) -> None:
    questions = [question(id_, "number", unit=written(unit)) for id_, unit in (("x", a), ("z", b))]
    total = quantity("total", written(a), sum=["x", "z"])
    if a == b:
        assert formulas(questions, total) == {"total": ["sum", ["question", 0], ["question", 1]]}
    else:
        with pytest.raises(LifelineError, match=r"garden.yaml:.*formula.sum: mixes units"):
            formulas(questions, total)


def formulas(questions: list[Authored], *quantities: Authored) -> dict[str, list[Any]]:
    """Give the compiled formula of each quantity, from a condition that compares it with 0."""
    ids = [found["id"] for found in quantities]
    walls = [protection(f"is-{id_}", {id_: {"at-least": 0}}) for id_ in ids]
    parts = {"questions": questions, "quantities": list(quantities), "protections": walls}
    entries = compiled(farm(rubric("garden", **parts)), CLAIMS)["deciding"]["protections"]
    conditions = [entry["when"] for entry in entries]
    return {id_: formula for id_, (_, (_, formula, _)) in zip(ids, conditions, strict=True)}


PLAIN = [question("x", "number", unit="1"), question("z", "number", unit="1")]


def test_a_quantity_is_written_out_also_when_it_stands_before_what_it_needs() -> None:
    late = quantity("late", "1", product=["early", 2])
    early = quantity("early", "1", least=["x", {"sum": ["z", 0.5]}])
    written_out = ["least", ["question", 0], ["sum", ["question", 1], ["number", 0.5]]]
    assert formulas(PLAIN, late, early)["late"] == ["product", written_out, ["number", 2]]


def test_a_chain_of_quantities_is_as_long_as_its_parts_allow() -> None:
    names = ["x", *(f"q{n}" for n in range(99))]
    links = [quantity(name, "1", sum=[last, 1]) for last, name in pairwise(names)]
    assert len(formulas(PLAIN, *reversed(links))) == 99
    with pytest.raises(LifelineError, match=r"quantities\[99\].formula: is too long"):
        formulas(PLAIN, *links, quantity("q99", "1", sum=["q98", 1]))


COST = {"id": "training-cost", "unit": "USD"}
WINDOW = {"id": "window", "unit": "token"}


def spent(**formula: Any) -> Any:
    """Compile a set whose budget is compared with such a quantity, in USD."""
    parts: Authored = {
        "questions": [question("budget", "number", unit="USD")],
        "parameters": [WINDOW, COST],
        "quantities": [quantity("left", "USD", **formula)],
        "protections": [protection("rich", {"left": {"at-least": 1}})],
    }
    return compiled(farm(rubric("garden", **parts)), CLAIMS)["deciding"]


def test_a_parameter_is_named_with_its_number_and_has_its_unit() -> None:
    found = spent(difference=["budget", {"parameter": "training-cost"}])
    (rich,) = found["protections"]
    left = ["difference", ["question", 0], ["parameter", 1, "training-cost"]]
    assert rich["when"] == ["measures", ["difference", left, ["number", 1]]]
    assert rich["reads"] == [0]
    assert [(entry["id"], entry["rubrics"]) for entry in found["parameters"]] == [
        ("window", []),
        ("training-cost", ["garden"]),
    ]
    with pytest.raises(LifelineError, match=r"mixes units: USD, token\."):
        spent(difference=["budget", {"parameter": "window"}])


def test_a_number_is_compared_with_a_parameter_of_its_own_unit() -> None:
    def poor(parameter: str) -> Any:
        when = {"budget": {"below": {"parameter": parameter}}}
        parts: Authored = {
            "questions": [question("budget", "number", unit="USD")],
            "parameters": [WINDOW, COST],
            "protections": [protection("poor", when)],
        }
        return compiled(farm(rubric("garden", **parts)), CLAIMS)["deciding"]["protections"][0]

    atom = ["measures", ["difference", ["question", 0], ["parameter", 1, "training-cost"]]]
    assert poor("training-cost")["when"] == ["not", atom]
    with pytest.raises(LifelineError, match=r"when\.budget\.below: compares USD with token\."):
        poor("window")
    with pytest.raises(LifelineError, match=r"budget\.below\.parameter: 'windows' is not"):
        poor("windows")


def test_a_parameter_that_is_not_declared_is_told_where_it_stands() -> None:
    with pytest.raises(LifelineError) as told:
        spent(difference=["budget", {"parameter": "training-price"}])
    assert "quantities[0].formula.difference[1].parameter: 'training-price' is not" in str(
        told.value
    )
    assert str(told.value).endswith("Did you mean 'training-cost'?")
    none: Authored = {
        "questions": [question("budget", "number", unit="USD")],
        "protections": [protection("poor", {"budget": {"below": {"parameter": "cost"}}})],
    }
    with pytest.raises(LifelineError) as told:
        compiled(farm(rubric("garden", **none)), CLAIMS)
    assert str(told.value).endswith(
        "'cost' is not a parameter of this set. Declare it under 'parameters:'."
    )


def test_several_rubrics_may_look_at_a_parameter_that_each_declares_in_one_unit() -> None:
    """Who reads a parameter is told, so that a figure that is missing can be told of a rubric."""
    budget = question("budget", "number", unit="USD")
    below = {"budget": {"below": {"parameter": "training-cost"}}}
    one = rubric(
        "garden",
        questions=[budget, question("fig", "yes-no", when=below)],
        parameters=[COST],
        protections=[protection("poor", below)],
    )
    cost = {**COST, "unit": "USD"}
    other = rubric(
        "orchard", parameters=[WINDOW, cost], rules=[rule("thin", finding="note", when=below)]
    )
    assert compiled(farm(one, other), CLAIMS)["deciding"]["parameters"] == [
        {"id": "training-cost", "unit": "USD", "rubrics": ["garden", "orchard"]},
        {"id": "window", "unit": "token", "rubrics": []},
    ]
    cost["unit"] = "EUR"
    with pytest.raises(LifelineError) as told:
        compiled(farm(one, other), CLAIMS)
    assert str(told.value).startswith("set/orchard.yaml:")
    assert str(told.value).endswith(
        "parameters[1].unit: EUR differs from USD, which another rubric says."
    )


def test_a_formula_reads_the_questions_in_it() -> None:
    assert questions_in(["sum", ["question", 3], ["ratio", ["number", 1], ["question", 5]]]) == {
        3,
        5,
    }


@pytest.mark.parametrize("text", ["", "six", "nan", "inf", "-inf", "1e999", "1,5"])
def test_only_finite_numbers_are_numbers(text: str) -> None:
    assert number_in(text) is None


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_read_exactly(number: float) -> None:
    assert number_in(repr(number)) == number
