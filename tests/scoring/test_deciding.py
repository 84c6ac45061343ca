"""The deciding question, and how many of its values settle the verdict, by hand."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from lifeline.model.compiled import CompiledSet
from lifeline.scoring.assess import Assessor
from lifeline.scoring.deciding import ALONE, DECIDING, Decider
from lifeline.scoring.elimination import BOUND
from lifeline.scoring.gate import FAIL, PASS, UNCLEAR, gate_of
from tests.authored import ASSESSED, Authored, assessed, compiled, idea
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule


@cache
def storm() -> CompiledSet:
    """Give a set whose one cap hangs on two of five answers here and on one of four there."""
    questions = [
        question("wind", "choice", choices=["storm", "gale", "breeze", "calm", "none"]),
        question("roof", "choice", choices=["open", "thatch", "tiles", "slate"]),
        question("paint", "choice", choices=["green", "blue"]),
    ]
    blown = {"all": [{"wind": {"in": ["storm", "gale"]}}, {"roof": "open"}]}
    rules = [rule("blown", when=blown, cap=cap(3))]
    return compiled(farm(rubric("garden", questions=questions, rules=rules)), CLAIMS)


def deciding(answers: Authored) -> Any:
    return assessed(answers, storm())["deciding"]


def test_it_is_the_question_of_which_most_answers_settle_the_verdict() -> None:
    found = deciding({})
    assert found["question"] == "garden/roof"
    assert (found["settling"], found["values"], found["settles"]) == (3, 4, 0.75)
    assert (found["passes"], found["fails"]) == (["thatch", "tiles", "slate"], [])


def test_where_one_question_does_not_settle_it_for_sure_the_best_pair_is_told_too() -> None:
    pair = {"questions": ["garden/wind", "garden/roof"], "settles": 1.0}
    assert deciding({})["pair"] == {**pair, "settling": 20, "values": 20}


def test_where_one_question_settles_it_for_sure_there_is_no_pair() -> None:
    found = deciding({"roof": "open"})
    assert (found["question"], found["settling"], found["values"]) == ("garden/wind", 5, 5)
    assert (found["passes"], found["fails"]) == (["breeze", "calm", "none"], ["storm", "gale"])
    assert found["pair"] is None


def test_only_answers_that_are_still_possible_are_counted() -> None:
    found = deciding({"wind": {"one-of": ["gale", "breeze"]}, "roof": "open"})
    assert (found["settling"], found["values"]) == (2, 2)
    found = deciding({"roof": {"one-of": ["open", "thatch", "tiles"]}})
    assert (found["settling"], found["values"], found["settles"]) == (2, 3, 0.6667)
    found = deciding({"wind": {"one-of": ["storm", "gale"]}})
    assert (found["question"], found["settling"], found["values"]) == ("garden/roof", 4, 4)
    assert found["fails"] == ["open"]


@pytest.mark.parametrize(("absent", "values"), [(False, 2), (True, 3)])
def test_yes_and_no_are_told_as_such_and_that_it_does_not_apply_is_no_word(
    absent: bool, values: int
) -> None:
    rain = question("rain", "yes-no", may_not_apply=absent)
    wet = rule("wet", when={"rain": "true"}, cap=cap(3))
    found: Any = assessed(
        {}, compiled(farm(rubric("garden", questions=[rain], rules=[wet])), CLAIMS)
    )
    assert (found["deciding"]["settling"], found["deciding"]["values"]) == (values, values)
    assert (found["deciding"]["passes"], found["deciding"]["fails"]) == (["no"], ["yes"])


def test_of_a_verdict_that_is_clear_no_question_decides() -> None:
    assert deciding({"roof": "slate"}) is None
    assert deciding({"roof": "open", "wind": "gale"}) is None


def test_a_question_on_which_no_verdict_hangs_leaves_it_unclear_whatever_the_answer() -> None:
    solved = Assessor(storm()).solve(idea({}, storm()), as_of=ASSESSED)
    roof, paint = 1, 2
    assert Decider(solved.solution, solved.gate, []).verdicts(paint) == {0: UNCLEAR, 1: UNCLEAR}
    assert Decider(solved.solution, solved.gate, []).verdicts(roof) == {
        0: UNCLEAR,
        1: PASS,
        2: PASS,
        3: PASS,
    }


LIT: Any = {"when": {"lamp": "true"}}


@pytest.mark.parametrize(
    ("answers", "max_open", "expected"),
    [
        ({}, 3, ("house/lamp", ["no", "yes"], [])),  # four are open
        ({}, 2, ("house/lamp", ["no"], [])),  # a no hides three
        ({}, 0, ("house/lamp", ["no"], [])),
        ({"lamp": True}, 1, ("house/wick", [], [])),  # one of three is not enough, two are
        ({"lamp": True}, 0, None),
        ({"lamp": True, "wick": True}, 1, ("house/oil", ["no", "yes"], [])),
        ({"lamp": True, "wick": False}, 1, None),  # that fails
    ],
)
def test_what_an_answer_leaves_open_is_counted_once_it_has_hidden_others(
    answers: Authored, max_open: int, expected: Any
) -> None:
    names = [question(name, "yes-no", **LIT) for name in ("wick", "oil", "match")]
    ends = rule("dark", when={"wick": "false"}, cap=cap(3))
    house: Any = {"questions": [question("lamp", "yes-no"), *names], "rules": [ends]}
    door: Any = {"questions": [question("latch", "yes-no")], "optional": True}
    shut = rule("shut", when={"latch": "true"}, finding="note")
    small = compiled(farm(rubric("house", **house), rubric("door", **door, rules=[shut])), CLAIMS)
    gate: Any = {**gate_of(small["deciding"]["gate"]), "max_open": max_open, "min_months": 0}
    if answers.get("wick") is False:
        gate["min_months"] = 6
    read = idea({**answers, "latch": "unknown"}, small)
    found = Assessor(small).assess(read, as_of=ASSESSED, gate=gate)["deciding"]
    told = found and (found["question"], found["passes"], found["fails"])
    assert told == expected


def test_what_is_waived_has_no_say_in_it() -> None:
    questions = [question("roof", "yes-no"), question("wall", "yes-no")]
    rules = [
        rule("blown", when={"roof": "false"}, cap=cap(3)),
        rule("open", when={"wall": "false"}, finding="blocker"),
    ]
    small = compiled(farm(rubric("garden", questions=questions, rules=rules)), CLAIMS)

    def pair(until: str) -> Any:
        waivers = {"garden/open": {"reason": "We like air.", "until": until}}
        found: Any = assessed({}, small, waivers=waivers)["deciding"]
        assert found["question"] == "garden/roof"
        return found["pair"]

    assert pair("2023-06-30") is None
    assert pair("2023-06-29")["questions"] == ["garden/roof", "garden/wall"]


# ---- Pairs, and the work that goes into them


def orchard(needed: int) -> CompiledSet:
    """Give a set whose one cap holds where the last questions, as many as needed, say yes."""
    questions = [question(name, "yes-no", better="no") for name in ("paint", "soil", "sun", "rain")]
    said = [{each["id"]: "true"} for each in questions[-needed:]]
    rules = [rule("dry", when={"all": said}, cap=cap(3))]
    return compiled(farm(rubric("garden", questions=questions, rules=rules)), CLAIMS)


def pair_of(compiled_set: CompiledSet, **answers: bool) -> Any:
    found: Any = assessed(answers, compiled_set)["deciding"]
    return found["pair"]


def test_of_pairs_that_settle_as_much_the_first_in_the_order_of_the_set_is_told() -> None:
    pair = pair_of(orchard(3))
    assert pair["questions"] == ["garden/soil", "garden/sun"]
    assert (pair["settling"], pair["values"]) == (3, 4)


def test_of_very_many_questions_those_that_settle_most_alone_are_paired(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("lifeline.scoring.deciding.MOST_PAIRED", 2)
    assert pair_of(orchard(2))["questions"] == ["garden/sun", "garden/rain"]
    assert pair_of(orchard(3))["questions"] == ["garden/soil", "garden/sun"]


def test_of_two_open_questions_of_which_neither_settles_it_both_are_told() -> None:
    pair = pair_of(orchard(2), paint=True, soil=True)
    assert pair["questions"] == ["garden/sun", "garden/rain"]


def test_a_question_on_which_nothing_hangs_settles_no_larger_part_of_a_pair() -> None:
    wind, roof, paint = range(3)
    assert decider(storm()).clear([roof]) == (3, 4)
    assert decider(storm()).clear([roof, paint]) == (3 * 2, 4 * 2)
    assert decider(storm()).clear([paint]) == (0, 2)
    assert decider(storm()).clear([wind, roof]) == (20, 20)


def test_where_there_is_time_for_one_pair_it_is_that_of_the_two_that_settle_most_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("lifeline.scoring.deciding.DECIDING", 0)
    assert pair_of(orchard(2))["questions"] == ["garden/sun", "garden/rain"]


def gated(answers: Authored, days: int = 0, **wanted: int) -> Any:
    """Assess with a gate on the number of open questions, or on age, some days later."""
    gate: Any = {**gate_of(storm()["deciding"]["gate"]), **wanted}
    read = idea(answers, storm())
    found: Any = Assessor(storm()).assess(read, as_of=ASSESSED + timedelta(days), gate=gate)
    assert found["verdict"] == UNCLEAR
    return found["deciding"]


def test_where_one_answer_is_missing_any_settles_the_verdict() -> None:
    found = gated({"roof": "slate", "wind": "calm"}, max_open=0)
    assert (found["question"], found["passes"]) == ("garden/paint", ["green", "blue"])
    assert (found["settling"], found["values"], found["pair"]) == (2, 2, None)


def test_where_two_answers_are_missing_any_two_do() -> None:
    found = gated({"roof": "slate"}, max_open=0)
    assert (found["question"], found["settling"], found["passes"]) == ("garden/wind", 0, [])
    assert (found["pair"]["settling"], found["pair"]["values"]) == (10, 10)


def test_where_more_are_missing_or_it_is_too_old_what_passes_otherwise_hangs_on_no_answer() -> None:
    assert gated({"roof": "slate"}, days=9, max_age=8) is None
    assert gated({"roof": {"one-of": ["thatch", "tiles"]}}, max_open=0) is None


def test_of_what_is_too_old_only_answers_settle_the_verdict_with_which_it_fails() -> None:
    found = gated({"roof": "open"}, days=9, max_age=8)
    assert (found["question"], found["settling"], found["values"]) == ("garden/wind", 2, 5)
    assert (found["passes"], found["fails"]) == ([], ["storm", "gale"])


def test_where_no_answer_settles_it_the_first_open_question_is_told_with_all_its_values() -> None:
    found = gated({}, days=9, max_age=8)
    assert (found["question"], found["settling"], found["values"]) == ("garden/wind", 0, 5)
    assert (found["pair"]["settling"], found["pair"]["values"]) == (2, 20)


def decider(compiled_set: CompiledSet) -> Decider:
    solved = Assessor(compiled_set).solve(idea({}, compiled_set), as_of=ASSESSED)
    findings = [result for _, result in solved.solution.findings]
    return Decider(solved.solution, solved.gate, findings)


def test_past_the_work_for_single_questions_only_what_was_found_before_is_known() -> None:
    one = decider(storm())
    roof = 1
    known = one.verdicts(roof)
    one.effort.left = -ALONE
    assert one.verdicts(roof) == known, "it was found to settle something"
    other = decider(storm())
    other.effort.left = 1 - ALONE
    assert other.clear([roof]) == (3, 4)
    late = decider(storm())
    late.effort.left = -ALONE
    assert late.clear([roof]) == (0, 4)
    assert late.verdicts(roof) == dict.fromkeys(known, UNCLEAR)


def boat() -> CompiledSet:
    """A blocker that fires without a mast or without a sail."""
    questions = [question("mast", "yes-no"), question("sail", "yes-no")]
    adrift = {"any": [{"mast": "false"}, {"sail": "false"}]}
    rules = [rule("adrift", when=adrift, finding="blocker")]
    return compiled(farm(rubric("boat", questions=questions, rules=rules)), CLAIMS)


def test_a_pair_that_was_not_looked_at_is_not_told() -> None:
    one, late = decider(boat()), decider(boat())
    for number in (0, 1):
        late.clear([number])
    late.effort.left = -ALONE
    found, cut = one.best([0, 1]), late.best([0, 1])
    assert found
    assert cut
    assert found.pair
    assert found.pair.clear == 4
    assert (cut.questions, cut.clear, cut.total, cut.pair) == ([0], 1, 2, None)


def test_all_work_that_goes_into_the_deciding_question_is_counted() -> None:
    one = decider(boat())
    for _ in range(2):
        before = one.effort.left
        assert one.verdicts(0) == {0: FAIL, 1: UNCLEAR}
        assert one.effort.left < before
    before = one.effort.left
    assert one.clear([0, 1]) == (4, 4)
    assert before - one.effort.left == 4 + 4, "a table of four entries, and four verdicts"
    other = decider(storm())
    assert other.clear([1]) == (3, 4)
    assert DECIDING - other.effort.left == 4 + 2, "a table of four entries, and two verdicts"


def test_many_questions_take_little_work_where_each_meets_few_others() -> None:
    names = [f"post-{chr(97 + n)}" for n in range(17)]
    rules = [
        rule(f"gap-{one}", when={"all": [{one: "false"}, {other: "false"}]}, cap=cap(3))
        for one, other in pairwise(names)
    ]
    fence = rubric("fence", questions=[question(name, "yes-no") for name in names], rules=rules)
    one = decider(compiled(farm(fence), CLAIMS))
    assert one.clear([8]) == (0, 2)
    assert one.clear([7, 8]) == (1, 4)
    assert DECIDING - one.effort.left < BOUND


def test_what_hides_a_question_of_a_finding_has_a_say_in_it() -> None:
    asked = [question("lamp", "yes-no"), question("wick", "yes-no", when={"lamp": "true"})]
    smoke = rule("smoke", when={"wick": "true"}, finding="blocker")
    house = compiled(farm(rubric("house", questions=asked, rules=[smoke])), CLAIMS)
    found: Any = assessed({}, house)["deciding"]
    assert (found["question"], found["settling"], found["values"]) == ("house/lamp", 1, 2)
    assert (found["pair"]["settling"], found["pair"]["values"]) == (4, 4)
