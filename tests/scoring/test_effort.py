"""However tangled a set is, the work is bounded; past the bound more is possible, never less."""

from __future__ import annotations

from operator import and_
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.model.compiled import CompiledSet
from lifeline.model.idea import GIVEN, Answer
from lifeline.scoring import classes, completions, deciding, elimination, rulebook, written
from lifeline.scoring.assess import Assessor
from lifeline.scoring.completions import Completions
from lifeline.scoring.conditions import parts_of
from lifeline.scoring.elimination import Effort, eliminate
from lifeline.scoring.factors import Factor
from lifeline.scoring.gate import UNCLEAR, gate_of
from tests.authored import ASSESSED, Authored, assessed, compiled, idea
from tests.compiling.farm import CLAIMS, cap, farm, protection, question, rubric, rule

if TYPE_CHECKING:
    from lifeline.scoring.factors import Table

VARIABLES = range(8)
ALL = 0b111


@st.composite
def tangles(draw: st.DrawFn) -> list[Factor]:
    """Factors over some of eight variables of two values each, some assignments left out."""
    factors = []
    for _ in range(draw(st.integers(1, 8))):
        scope = tuple(sorted(draw(st.sets(st.sampled_from(VARIABLES), min_size=1, max_size=4))))
        outcomes = draw(st.lists(st.integers(0, ALL), min_size=16, max_size=16))
        rows = [
            tuple(place >> n & 1 for n in range(len(scope))) for place in range(1 << len(scope))
        ]
        table: Table = {row: found for row, found in zip(rows, outcomes, strict=False) if found}
        factors.append(Factor(scope, table))
    return factors


@given(tangles(), st.integers(0, 40))
def test_with_less_effort_more_is_possible_and_never_less(factors: list[Factor], left: int) -> None:
    exact = eliminate(factors, (), and_, ALL).table.get((), 0)
    hurried = eliminate(factors, (), and_, ALL, Effort(left))
    found = hurried.table.get((), 0)
    assert found & exact == exact
    assert found == exact or not hurried.exact


def test_when_the_effort_is_spent_tables_stay_small(monkeypatch: pytest.MonkeyPatch) -> None:
    size = 12
    rows = [tuple(place >> n & 1 for n in range(6)) for place in range(64)]
    factors = [
        Factor(
            tuple(sorted((start + step) % size for step in (0, 1, 3, 4, 7, 9))),
            dict.fromkeys(rows, ALL),
        )
        for start in range(size)
    ]
    free, spent = Effort(10**9), Effort(0)
    assert eliminate(factors, (), and_, ALL, free).exact
    assert not eliminate(factors, (), and_, ALL, spent).exact
    assert 10**9 - free.left > 5 * -spent.left


def test_a_pair_is_told_also_where_there_is_no_time_to_look_at_every_one(
    ngc: CompiledSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything: Any = assessed({}, ngc)["deciding"]
    monkeypatch.setattr(deciding, "DECIDING", 0)
    hurried: Any = assessed({}, ngc)["deciding"]
    assert hurried["pair"]["settles"] <= everything["pair"]["settles"]
    assert len(hurried["pair"]["questions"]) == 2


def test_the_shipped_set_is_exact_with_every_question_open(ngc: CompiledSet) -> None:
    found: Any = assessed({}, ngc)
    assert found["lifeline"]["exact"]


def test_a_set_with_many_rules_gives_each_a_smaller_table(
    monkeypatch: pytest.MonkeyPatch, ngc: CompiledSet
) -> None:
    assert rulebook.Rulebook(ngc["deciding"]).bound == rulebook.FEWEST
    monkeypatch.setattr(rulebook, "TABULATED", 10**9)
    assert rulebook.Rulebook(ngc["deciding"]).bound > elimination.BOUND


def test_a_set_with_many_rules_gives_each_less_effort(
    monkeypatch: pytest.MonkeyPatch, ngc: CompiledSet
) -> None:
    assert rulebook.EASY < rulebook.Rulebook(ngc["deciding"]).effort < elimination.EFFORT
    monkeypatch.setattr(rulebook, "ELIMINATED", 0)
    assert rulebook.Rulebook(ngc["deciding"]).effort == rulebook.EASY
    monkeypatch.setattr(rulebook, "ELIMINATED", 10**9)
    assert rulebook.Rulebook(ngc["deciding"]).effort == elimination.EFFORT


def hidden_by_many() -> CompiledSet:
    """Questions of which each is asked by one of three before it, and a cap on the last."""
    random, asked = Random(1), [question(f"cave-{n}", "yes-no") for n in range(5)]
    for n in range(5, 16):
        before = random.sample(range(n), 3)
        shown = {"any": [{f"cave-{k}": random.choice(["true", "false"])} for k in before]}
        asked.append(question(f"cave-{n}", "yes-no", when=shown))
    deep = rule("deep", when={"cave-15": "true"}, cap=cap(3))
    return compiled(farm(rubric("hill", questions=asked, rules=[deep])), CLAIMS)


def test_what_hidden_questions_may_be_takes_no_more_than_the_set_allows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small = hidden_by_many()
    posed = Assessor(small).pose(idea({}, small), as_of=ASSESSED)
    free, deep = posed.completions, posed.rulebook.caps[0]
    assert free.exact
    whole: Any = deep.result(free)
    assert whole.exact
    monkeypatch.setattr(rulebook, "ELIMINATED", 0)
    monkeypatch.setattr(rulebook, "EASY", 0)
    posed = Assessor(small).pose(idea({}, small), as_of=ASSESSED)
    hurried = posed.completions
    assert not hurried.exact
    part: Any = posed.rulebook.caps[0].result(hurried)
    assert not part.exact
    assert hurried.effort < free.effort
    assert all(map(set.issubset, map(set, free.possible), map(set, hurried.possible)))


def test_past_the_effort_no_answer_is_said_to_settle_the_verdict(
    monkeypatch: pytest.MonkeyPatch, ngc: CompiledSet
) -> None:
    """With many findings to look at, each question that is still looked at takes seconds."""
    monkeypatch.setattr(deciding, "DECIDING", 0)
    monkeypatch.setattr(deciding, "ALONE", 0)
    assert assessed({}, ngc)["deciding"] is None


def chain(length: int, **asked_for: Any) -> CompiledSet:
    """Give a set in which each question is asked where the one before is answered yes."""
    hidden = [
        question(f"link-{n}", "yes-no", **asked_for, when={f"link-{n - 1}": "true"})
        for n in range(1, length)
    ]
    asked = [question("link-0", "yes-no", **asked_for), *hidden]
    broken = [rule(f"off-{n}", when={f"link-{n}": "false"}, cap=cap(3)) for n in range(length)]
    return compiled(farm(rubric("links", questions=asked, rules=broken)), CLAIMS)


def test_what_one_question_hides_is_told_by_that_one_however_long_the_chain_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(completions, "eliminate", lambda *_: pytest.fail("all others looked at"))
    links = chain(100)
    laid = Assessor(links).pose(idea({}, links), as_of=ASSESSED).completions
    assert laid.exact
    assert laid.effort < 2_000


def net(length: int) -> CompiledSet:
    """Give a set with a score, in which each question is asked by what two before are answered."""
    said: Any = {"choices": {"much": 1, "little": 0}, "weight": 1}
    dice, asked = Random(1), [question(f"knot-{n}", "choice", **said) for n in range(2)]
    for n in range(2, length):
        when: Any = {"any": [{f"knot-{m}": "much"} for m in dice.sample(range(n), 2)]}
        asked.append(question(f"knot-{n}", "choice", **said, when=when))
    loose = rule("loose", when={"knot-0": "little"}, cap=cap(3))
    return compiled(farm(rubric("knots", score="Hold", questions=asked, rules=[loose])), CLAIMS)


@pytest.mark.parametrize("wanted", [{"min_score": {"knots": 50}}, {"max_open": 1}])
@pytest.mark.parametrize(("tried", "written_down"), [(0, 0), (1, 1), (1_000_000, 60)])
def test_of_tangled_hidden_questions_few_answers_are_written(
    monkeypatch: pytest.MonkeyPatch, wanted: Authored, tried: int, written_down: int
) -> None:
    """What all of them may be is found anew for each answer, which took seconds each."""
    knots, laid = net(8), []
    answered = Completions.answered

    def counted(self: Completions, *of: Any) -> Completions:
        laid.append(of)
        return answered(self, *of)

    monkeypatch.setattr(Completions, "answered", counted)
    monkeypatch.setattr(written, "TRIED", tried)
    assessor = Assessor(knots)
    gate: Any = {**gate_of(knots["deciding"]["gate"]), **wanted}
    found = assessor.assess(idea({}, knots), as_of=ASSESSED, gate=gate)
    assert found["verdict"] == UNCLEAR
    assert len(laid) == written_down if tried < 2 else len(laid) >= written_down
    assert (found["deciding"] is None) == (tried < 2)


def test_values_of_a_number_are_not_laid_against_each_of_its_thresholds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rules = [rule(f"dry-{n}", when={"rain": {"below": n}}, cap=cap(3)) for n in range(1, 30)]
    asked = [question("rain", "number", unit="month", min=0, max=60)]
    small = compiled(farm(rubric("field", questions=asked, rules=rules)), CLAIMS)
    monkeypatch.setattr(classes, "judge", lambda *_: pytest.fail("laid against a threshold"))
    numbers = classes.ValueClasses(small["deciding"]["questions"][0])
    values, possible = numbers.of_answer(None, doubted=False)
    assert values == possible
    assert len(values) == 30
    between = Answer(1, 1, GIVEN, (3.5, 5.5))
    assert len(numbers.of_answer(between, doubted=False)[1]) == 3


def lit(*names: str) -> Any:
    return {"when": {"all": [{name: "true"} for name in names]}}


@pytest.mark.parametrize(
    ("answers", "laid_out", "with_the_cap"),
    [({}, 69, 195), ({"lamp": True}, 27, 90), ({"lamp": True, "fuel": True}, 0, 24)],
)
def test_entries_that_are_made_are_counted_as_often_as_conditions_have_parts(
    answers: Authored, laid_out: int, with_the_cap: int
) -> None:
    wick = question("wick", "yes-no", **lit("lamp", "fuel"))
    oil = question("oil", "yes-no", **lit("lamp"))
    dark = rule("dark", when={"any": [{"wick": "true"}, {"oil": "true"}]}, cap=cap(3))
    asked = [question("lamp", "yes-no"), question("fuel", "yes-no"), wick, oil]
    small = compiled(farm(rubric("house", questions=asked, rules=[dark])), CLAIMS)
    assessor, read = Assessor(small), idea(answers, small)
    posed = assessor.pose(read, as_of=ASSESSED)
    assert posed.completions.effort == laid_out
    posed.rulebook.caps[0].result(posed.completions)
    assert posed.completions.effort == with_the_cap
    again = assessor.pose(read, as_of=ASSESSED)
    assert again.completions.effort == 0, "what is known is looked up"


IN: Any = ["in", 0, 1]
DIFFERENCE: Any = ["difference", ["question", 3], ["product", ["question", 4], ["question", 3]]]


@pytest.mark.parametrize(
    ("condition", "parts"),
    [
        (IN, 1),
        (["not", IN], 2),
        (["not", ["not", IN]], 3),
        (["all", [IN, ["any", [IN, IN]]]], 5),
        (["measures", ["constant", 2]], 1),
        (["measures", DIFFERENCE], 3),
        (["not", ["measures", DIFFERENCE]], 4),
    ],
)
def test_a_condition_has_as_many_parts_as_it_looks_at(condition: Any, parts: int) -> None:
    """Of a quantity each number counts once, however often it is reckoned with."""
    assert parts_of(condition) == parts


def test_the_entries_of_each_table_come_on_top_of_those_before(ngc: CompiledSet) -> None:
    completions = Assessor(ngc).pose(idea({}, ngc), as_of=ASSESSED).completions
    before, values = completions.effort, len(completions.possible[0])
    for tables in (1, 2):
        completions.factor((0,), lambda: 1)
        assert completions.effort == before + tables * values


def test_protections_that_lift_one_cap_are_not_taken_in_every_combination() -> None:
    """Of twenty there are a million: they would take minutes."""
    asked = [question(f"well-{number}", "yes-no") for number in range(20)]
    wells = [protection(f"water-{number}", {f"well-{number}": "true"}) for number in range(20)]
    months = {f"water-{number}": (3, 6, 12)[number % 3] for number in range(20)}
    dry = rule("dry", when={"sun": "true"}, cap=cap(0), unless=months)
    parts = {"questions": [question("sun", "yes-no"), *asked], "protections": wells, "rules": [dry]}
    found: Any = assessed(
        {"sun": True, "well-4": True}, compiled(farm(rubric("field", **parts)), CLAIMS)
    )
    assert found["lifeline"]["months"] == {"low": 6, "high": 12}
    assert not found["lifeline"]["exact"]
    held = {lift["protection"]: lift["status"] for lift in found["caps"][0]["lifted_by"]}
    assert held == dict.fromkeys(held, "possible") | {"field/water-4": "certain"}
    assert len(held) == 20
