"""The small parts of scoring, by hand."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeline.scoring.calendar import months_after
from lifeline.scoring.conditions import FALSE, TRUE, UNDEFINED, judge, reads_open
from lifeline.scoring.elimination import eliminate
from lifeline.scoring.endings import NEVER, combined, endings_in
from lifeline.scoring.factors import Factor
from lifeline.scoring.gate import FAIL, PASS, UNCLEAR, range_verdict, worst
from lifeline.scoring.quantities import EVERYTHING, interval_of
from lifeline.scoring.values import ABSENT, cells, is_settled, subsets
from tests.authored import assessed, compiled
from tests.compiling.farm import CLAIMS, cap, farm, quantity, question, rubric, rule
from tests.reference.strategies import answers_for, claims_for, rubric_sets


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2023, 3, 31), 3, date(2023, 6, 30)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2023, 12, 31), 12, date(2024, 12, 31)),
        (date(2023, 12, 1), 0, date(2023, 12, 1)),
        (date(2999, 12, 31), 6, date(3000, 6, 30)),
    ],
)
def test_months_are_counted_to_the_same_day_or_the_last(
    day: date, months: int, after: date
) -> None:
    assert months_after(day, months) == after


def test_a_number_is_cut_where_a_threshold_lies_and_both_ends_belong() -> None:
    assert cells(0, 10, [3, 10]) == ((0, 3), (3, 10), (10, 10))
    assert cells(0, 10, [0, 12]) == ((0, 10),)
    assert cells(4, 4, [4]) == ((4, 4),)


def test_subsets_hold_what_is_sure_and_any_of_what_may_be() -> None:
    assert sorted(subsets(0b001, 0b110)) == [0b001, 0b011, 0b101, 0b111]
    assert subsets(0, 0) == (0,)


def test_a_cell_of_many_numbers_is_not_settled() -> None:
    assert is_settled(((3, 3),))
    assert not is_settled(((3, 4),))
    assert not is_settled((1, 2))


KLEENE = {"t": ["all", []], "f": ["any", []], "u": ["in", 0, 1]}
TRUTH = {"t": TRUE, "f": FALSE, "u": UNDEFINED}


@pytest.mark.parametrize(("a", "b"), list(product("tfu", "tfu")))
def test_all_any_and_not_follow_kleene(a: str, b: str) -> None:
    possible: Any = [(ABSENT,)]
    both = "f" if "f" in (a, b) else "u" if "u" in (a, b) else "t"
    either = "t" if "t" in (a, b) else "u" if "u" in (a, b) else "f"
    parts = [KLEENE[a], KLEENE[b]]
    assert judge(["all", parts], possible) == TRUTH[both]
    assert judge(["any", parts], possible) == TRUTH[either]
    assert judge(["not", KLEENE[a]], possible) == TRUTH[{"t": "f", "f": "t", "u": "u"}[a]]


def test_to_choose_none_of_several_is_an_answer_and_to_have_none_is_not() -> None:
    includes: Any = ["includes", 0, 0b01]
    assert [judge(includes, [(mask,)]) for mask in (0b00, 0b01, 0b10)] == [FALSE, TRUE, FALSE]
    assert judge(includes, [(ABSENT,)]) == UNDEFINED


def bounds(formula: list[Any], *cells_: tuple[float, float]) -> tuple[float, float] | None:
    return interval_of(formula, [(cell,) for cell in cells_]).bounds


A, B = ["question", 0], ["question", 1]


@pytest.mark.parametrize(
    ("formula", "a", "b", "wanted"),
    [
        (["product", A, B], (-1, 2), (3, 4), (-4, 8)),
        (["ratio", A, B], (1, 2), (4, 8), (0.125, 0.5)),
        (["ratio", A, B], (1, 2), (-1, 1), EVERYTHING),
        (["ratio", A, B], (1, 2), (0, 0), None),
        (["sum", A, B], (1, 2), (3, 4), (4, 6)),
        (["difference", A, B], (1, 2), (3, 4), (-3, -1)),
        (["least", A, B], (1, 5), (3, 4), (1, 4)),
        (["greatest", A, B], (1, 5), (3, 4), (3, 5)),
        (["product", A, B], (1, 1e300), (1, 1e300), EVERYTHING),
    ],
)
def test_quantities_enclose_what_their_formula_takes(
    formula: list[Any],
    a: tuple[float, float],
    b: tuple[float, float],
    wanted: tuple[float, float] | None,
) -> None:
    assert bounds(formula, a, b) == wanted


def test_a_number_is_itself_and_what_has_no_value_yet_is_undefined() -> None:
    assert interval_of(["number", 3.5], []).bounds == (3.5, 3.5)
    assert interval_of(["number", 3.5], []).may_be_undefined is False
    assert interval_of(["undefined"], []).bounds is None
    assert interval_of(["undefined"], []).may_be_undefined


def test_without_a_market_a_parameter_may_be_anything_or_have_no_value() -> None:
    found = interval_of(["sum", A, ["parameter", 0]], [((1.0, 2.0),)])
    assert (found.bounds, found.may_be_undefined) == (EVERYTHING, True)
    alone = interval_of(["parameter", 0], [])
    assert (alone.bounds, alone.may_be_undefined) == (EVERYTHING, True)


def test_a_ratio_over_what_may_be_zero_may_be_undefined() -> None:
    assert interval_of(["ratio", A, B], [((1, 2),), ((-1, 1),)]).may_be_undefined is True
    assert interval_of(["ratio", A, B], [((1, 2),), ((1, 2),)]).may_be_undefined is False


def test_a_formula_waits_on_the_open_questions_in_all_its_parts() -> None:
    measures: Any = ["measures", ["difference", ["sum", A, ["question", 2]], B]]
    some, one, five = ((1.0, 4.0),), ((2.0, 2.0),), ((5.0, 5.0),)
    assert reads_open(measures, [some, some, some]) == {0, 1, 2}
    assert reads_open(measures, [some, five, one]) == {0}
    assert reads_open(measures, [one, five, some]) == {2}
    assert reads_open(measures, [one, one, some]) == set(), "it holds whatever the third is"
    assert reads_open(measures, [one, five, one]) == set()
    assert reads_open(["measures", ["number", 3]], []) == set()


def test_endings_combine_to_the_lesser_clocks_and_the_first_cause_at_the_least() -> None:
    def one(ending: tuple[int, int, int]) -> int:
        return next(bit for n in range(128) if endings_in(bit := 1 << n) == [ending])

    a, b, c = one((6, 12, 2)), one((12, 3, 4)), one((3, 12, 0))
    assert endings_in(combined(a, b)) == [(6, 3, 4)]
    assert endings_in(combined(combined(a, b), c)) == [(3, 3, 0)]
    assert combined(one(NEVER), a) == a
    assert set(endings_in(combined(a | c, b))) == {(6, 3, 4), (3, 3, 0)}


def test_a_range_passes_fails_or_is_unclear() -> None:
    verdicts = [range_verdict(*span, 6) for span in ((6, 12), (0, 3), (3, 6))]
    assert verdicts == [PASS, FAIL, UNCLEAR]
    assert worst([PASS, UNCLEAR, FAIL]) == FAIL
    assert worst([]) == PASS


def test_elimination_unites_over_a_variable_and_combines_over_factors() -> None:
    values: list[int] = [0, 1]
    first = Factor((1, 2), {(a, b): 2 for a in values for b in values if a <= b})
    second = Factor((2, 3), {(b, c): 2 for b in values for c in values if b <= c})
    found = eliminate([first, second], (1, 3), lambda a, b: a & b, 2)
    assert found.exact
    assert set(found.table) == {(0, 0), (0, 1), (1, 1)}


def test_of_no_factors_all_that_is_possible_is_left() -> None:
    found = eliminate([], (), lambda a, b: a & b, 5)
    assert (found.table, found.exact) == ({(): 5}, True)


ELIMINATION, COMPLETIONS = "lifeline.scoring.elimination", "lifeline.scoring.completions"


@pytest.mark.parametrize("modules", [(ELIMINATION,), (COMPLETIONS,), (ELIMINATION, COMPLETIONS)])
def test_past_the_bound_on_work_the_range_is_wider_and_says_so(
    modules: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    @settings(derandomize=True, max_examples=settings().max_examples * 3 // 2)
    @given(rubric_sets(quantities=False), st.data())
    def it_contains(rubric_set: dict[str, Any], data: st.DataObject) -> None:
        compiled_set = compiled(rubric_set, claims_for(rubric_set))
        answers = data.draw(answers_for(rubric_set))
        exact: Any = assessed(answers, compiled_set)["lifeline"]
        with monkeypatch.context() as patch:
            for module in modules:
                patch.setattr(f"{module}.BOUND", 1)
            bounded: Any = assessed(answers, compiled_set)["lifeline"]
        for clock in ("months", "advantage", "necessity"):
            assert bounded[clock]["low"] <= exact[clock]["low"]
            assert exact[clock]["high"] <= bounded[clock]["high"]
            assert bounded[clock] == exact[clock] or bounded["exact"] is False

    it_contains()


def test_past_the_bound_factors_that_exclude_one_another_are_not_seen_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    same = Factor((1, 2), {(0, 0): 1, (1, 1): 1})
    other = Factor((1, 2), {(0, 1): 1, (1, 0): 1})
    exact = eliminate([same, other], (), lambda a, b: a & b, 1)
    assert (exact.table.get((), 0), exact.exact) == (0, True)
    monkeypatch.setattr(f"{ELIMINATION}.BOUND", 1)
    wider = eliminate([same, other], (), lambda a, b: a & b, 1)
    assert (wider.table.get((), 0), wider.exact) == (1, False)


@pytest.mark.parametrize("operation", ["sum", "product", "least", "greatest", "difference"])
def test_a_formula_may_be_undefined_where_a_part_of_it_may(operation: str) -> None:
    some, none = ((1.0, 2.0), ABSENT), ((3.0, 4.0),)
    assert interval_of([operation, A, B], [some, none]).may_be_undefined
    assert interval_of([operation, A, B], [none, some]).may_be_undefined
    assert not interval_of([operation, A, B], [none, none]).may_be_undefined
    assert interval_of([operation, A, B], [(ABSENT,), none]).bounds is None


@pytest.mark.parametrize(
    ("first", "second", "capped"),
    [(0.7, 0.1, False), (0.7, 0.09999, True), (0.3, 0.5, False), (0.8, 0, False)],
)
def test_decimals_meet_a_threshold_that_they_come_to_by_hand(
    first: float, second: float, capped: bool
) -> None:
    numbers: Any = {"min": 0, "max": 1, "unit": "1"}
    asked = [question(name, "number", **numbers) for name in ("early", "late")]
    both = quantity("both", "1", sum=["early", "late"])
    ends = rule("ends", when={"both": {"below": 0.8}}, cap=cap(3))
    small = compiled(
        farm(rubric("garden", questions=asked, quantities=[both], rules=[ends])), CLAIMS
    )
    months: Any = assessed({"early": first, "late": second}, small)["lifeline"]
    assert months["months"]["high"] == (3 if capped else 12)


def test_what_decimals_come_to_by_hand_differs_by_nothing() -> None:
    both = ["sum", ["number", 0.7], ["number", 0.1]]
    assert interval_of(["difference", both, ["number", 0.8]], []).bounds == (0, 0)
    assert interval_of(["sum", both, ["number", -0.8]], []).bounds == (0, 0)
