"""The interview: what each answer would come to, held to assessing it, and in which order."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lifeline.insight.interview.script import interview
from lifeline.model.compiled import CompiledSet
from lifeline.model.idea import GIVEN, Answer, Idea
from lifeline.scoring.assess import Assessor
from lifeline.scoring.gate import gate_of
from tests.authored import Authored, compiled, idea
from tests.backtesting.dated import dated
from tests.compiling.farm import CLAIMS, cap, farm, garden, question, rubric, rule
from tests.reading.small import small
from tests.reference.strategies import answers_for, claims_for, rubric_sets

AS_OF = date(2023, 9, 30)


def asked(
    answers: Authored, compiled_set: CompiledSet, *, strict: bool = False, **gate: Any
) -> dict[str, Any]:
    """Interview, with a gate that asks for more than the set's own."""
    return asked_of(idea(answers, compiled_set), compiled_set, strict=strict, **gate)


def asked_of(
    read: Idea, compiled_set: CompiledSet, *, strict: bool = False, **gate: Any
) -> dict[str, Any]:
    assessor = Assessor(compiled_set)
    wanted: Any = {**gate_of(compiled_set["deciding"]["gate"]), **gate}
    assessment = assessor.assess(read, as_of=AS_OF, strict=strict, gate=wanted)
    solved = assessor.solve(read, as_of=AS_OF, strict=strict, gate=wanted)
    found: Any = interview(compiled_set, solved, read, AS_OF, assessment["deciding"])
    return found  # type: ignore[no-any-return]


def row(question: dict[str, Any]) -> list[tuple[str, str, int, int]]:
    return [
        (a["answer"], a["verdict"], a["months"]["low"], a["months"]["high"])
        for a in question["answers"]
    ]


def by_id(found: dict[str, Any]) -> dict[str, Any]:
    return {question["question"].partition("/")[2]: question for question in found["questions"]}


def test_each_open_answer_tells_its_verdict_and_months() -> None:
    answers = {"entry": "nobody", "assets": [], "used": True, "copy-time": "unknown"}
    (question,) = asked(answers, dated())["questions"]
    assert row(question) == [
        ("year", "pass", 12, 12),
        ("months", "pass", 6, 6),
        ("weeks", "fail", 3, 3),
    ]
    assert (question["effect"], question["settling"], question["values"]) == ("verdict", 3, 3)
    assert question["width"] == {"mean": 0, "worst": 0}


def test_a_question_is_told_with_all_that_helps_to_choose_it() -> None:
    found = by_id(asked({}, dated()))
    first = found["copy-time"]
    assert [answer["answer"] for answer in first.pop("answers")] == ["year", "months", "weeks"]
    assert first == {
        "question": "product/copy-time",
        "kind": "choice",
        "ask": "How long would a team of five need to build the same thing?",
        "ask_whom": None,
        "unit": None,
        "effect": "verdict",
        "settles": 0.6667,
        "settling": 2,
        "values": 3,
        "width": {"mean": 3.0, "worst": 6},
        "points": 33.3,
        "may_be_needless": False,
    }
    assert found["assets"]["width"] == {"mean": 7.5, "worst": 9}
    assert (found["launch"]["kind"], found["launch"]["unit"]) == ("number", "month")
    assert found["launch"]["may_be_needless"], "used is open"


def test_points_that_are_open_are_those_between_the_answers_that_are_still_possible() -> None:
    found = by_id(asked({"copy-time": {"one-of": ["year", "months"]}}, dated()))
    assert {id_: question["points"] for id_, question in found.items()} == {
        "copy-time": 16.7,
        "entry": 66.7,
        "assets": 0,
        "used": 0,
        "launch": 0,
    }


def test_a_question_that_counts_in_two_scores_leaves_the_points_of_both_open() -> None:
    fig = question("fig", "yes-no", weight=1)
    uses = [{"question": "fig", "weight": 1}]
    made = compiled(
        farm(
            rubric("garden", score="Growth", questions=[fig]),
            rubric(
                "shed", score="Shelter", questions=[question("roof", "yes-no", weight=3)], uses=uses
            ),
        ),
        CLAIMS,
    )
    assert by_id(asked({}, made))["fig"]["points"] == 125


def test_the_mean_width_is_told_with_two_digits() -> None:
    """One of seven choices leaves 3 to 12 months, and the others leave 12."""
    seven = question("tree", "choice", choices=list("abcdefg"))
    made = garden(
        questions=[seven, question("dry", "yes-no")],
        quantities=[],
        rules=[rule("dies", when={"tree": "a", "dry": True}, cap=cap(3))],
    )
    assert by_id(asked({}, made))["tree"]["width"] == {"mean": 1.29, "worst": 9}


@pytest.mark.parametrize(
    ("months", "effect"), [((0, 0), "beside"), ((3, 3), "beside"), ((0, 3), "months")]
)
def test_whichever_answer_brings_the_same_months_a_question_is_beside(
    months: tuple[int, int], effect: str
) -> None:
    made = garden(
        questions=[question("dry", "yes-no")],
        quantities=[],
        rules=[
            rule("wet", when={"dry": False}, cap=cap(months[0])),
            rule("arid", when={"dry": True}, cap=cap(months[1])),
        ],
    )
    (dry,) = asked({}, made)["questions"]
    assert dry["effect"] == effect
    assert [(low, high) for _, _, low, high in row(dry)] == [(each, each) for each in months]


def test_a_cap_that_bites_whatever_is_answered_and_is_only_lifted_counts() -> None:
    found = by_id(asked({"copy-time": "weeks", "entry": "nobody", "used": True}, dated()))
    assert row(found["assets"]) == [
        ("none of them", "fail", 3, 3),
        ("own-data", "fail", 3, 3),
        ("network", "pass", 6, 6),
        ("permit", "fail", 3, 3),
    ]


def test_an_answer_that_may_not_be_asked_for_leaves_the_months_of_that_open() -> None:
    time = question("harvest", "choice", choices=["early", "late"], when={"planted": True})
    made = garden(
        questions=[question("planted", "yes-no"), time],
        quantities=[],
        rules=[rule("frost", when={"harvest": "late"}, cap=cap(3))],
    )
    assert row(by_id(asked({}, made))["harvest"]) == [
        ("early", "pass", 12, 12),
        ("late", "unclear", 3, 12),
    ]


def test_past_the_bound_on_work_more_months_seem_possible_and_never_fewer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    exact = by_id(asked({}, dated()))
    monkeypatch.setattr("lifeline.scoring.completions.BOUND", 1)
    wide = by_id(asked({}, dated()))
    for id_, told in exact.items():
        for (*_, low, high), (*_, least, most) in zip(row(told), row(wide[id_]), strict=True):
            assert least <= low <= high <= most
    assert wide != exact


def test_only_answers_that_are_still_possible_are_offered() -> None:
    found = by_id(asked({"entry": {"one-of": ["announced", "nobody"]}}, dated()))
    assert [answer for answer, *_ in row(found["entry"])] == ["nobody", "announced"]


def test_of_several_choices_none_and_each_alone_are_told_with_what_is_sure() -> None:
    found = by_id(asked({}, dated()))
    assert [answer for answer, *_ in row(found["assets"])] == [
        "none of them",
        "own-data",
        "network",
        "permit",
    ]
    found = by_id(asked({"assets": {"surely": ["permit"], "maybe": ["network"]}}, dated()))
    assert [answer for answer, *_ in row(found["assets"])] == ["permit", "network, permit"]


def test_numbers_that_come_to_the_same_are_one_row_and_what_may_not_apply_is_another() -> None:
    found = by_id(asked({}, small()))
    assert [answer for answer, *_ in row(found["training-budget"])] == [
        "0 to 100000000",
        "not-applicable",
    ]
    assert found["training-budget"]["may_be_needless"], "uses-model is open"
    assert not found["entry"]["may_be_needless"]


def test_what_is_settled_or_not_asked_is_not_asked_again() -> None:
    found = by_id(asked({"used": True, "entry": "nobody"}, dated()))
    assert found.keys() == {"copy-time", "assets"}


def test_what_can_change_nothing_comes_last_whatever_it_is_worth_in_points(
    ngc: CompiledSet,
) -> None:
    found = asked({"beats-search": "unknown"}, ngc)["questions"]
    effects = [question["effect"] == "beside" for question in found]
    assert effects == sorted(effects)
    points = {question["question"]: question["points"] for question in found}
    assert points["fine-tuning/beats-search"] > points["lifeline/reach"]


def test_where_no_single_question_settles_the_verdict_two_that_do_together_come_first(
    ngc: CompiledSet,
) -> None:
    found = asked({}, ngc)
    assert all(question["settling"] == 0 for question in found["questions"])
    firsts = [question["question"] for question in found["questions"][:2]]
    assert firsts == found["pair"]["questions"]
    assert asked({"assets": ["network"], "entry": "nobody", "used": True}, dated())["pair"] is None


def test_no_two_are_named_where_one_may_settle_the_verdict_or_two_never_do() -> None:
    found = asked({}, dated())
    assert found["questions"][0]["settling"] > 0
    assert found["pair"] is None
    five = [question(id_, "yes-no", weight=1) for id_ in ("fig", "kiwi", "lime", "pear", "plum")]
    found = asked(
        {}, garden(score="Growth", questions=five, quantities=[]), min_score={"garden": 50}
    )
    assert {each["settling"] for each in found["questions"]} == {0}
    assert found["pair"] is None


def test_once_the_verdict_is_settled_what_narrows_the_months_most_comes_first(
    ngc: CompiledSet,
) -> None:
    found = asked({"assistant": "more-than-ability", "need": "often"}, ngc, min_months=0)
    means = [q["width"]["mean"] for q in found["questions"] if q["effect"] == "months"]
    assert len(means) > 1
    assert means == sorted(means)


def test_whom_to_ask_is_told_where_the_rubric_says_it(ngc: CompiledSet) -> None:
    assert all(question["ask_whom"] for question in asked({}, ngc)["questions"])
    assert not any(question["ask_whom"] for question in asked({}, dated())["questions"])


def test_what_a_gate_asks_of_a_score_counts_too() -> None:
    answers: Authored = {"entry": "nobody", "assets": ["network"], "used": True}
    answers["copy-time"] = {"one-of": ["year", "months"]}
    (plain,) = asked(answers, dated())["questions"]
    (scored,) = asked(answers, dated(), min_score={"product": 95})["questions"]
    assert plain["effect"] == "beside"
    assert scored["effect"] == "verdict"
    assert [verdict for _, verdict, *_ in row(scored)] == ["pass", "fail"]


def test_what_moves_a_score_that_the_gate_asks_for_only_with_others_is_not_beside() -> None:
    answers: Authored = {"assets": ["network"], "used": True}
    answers["copy-time"] = {"one-of": ["year", "months"]}
    answers["entry"] = {"one-of": ["nobody", "announced"]}
    found = by_id(asked(answers, dated(), min_score={"product": 75}))
    assert [row(found["entry"])[place][1] for place in (0, 1)] == ["pass", "fail"]
    assert found["copy-time"]["effect"] == "together"
    assert by_id(asked(answers, dated()))["copy-time"]["effect"] == "beside"


def test_what_a_gate_asks_of_findings_counts_too() -> None:
    answers: Authored = {"entry": "nobody", "assets": ["network"], "copy-time": "year", "launch": 3}
    (used,) = asked(answers, dated(), fail_on="note")["questions"]
    assert (used["effect"], row(used)) == (
        "verdict",
        [("no", "fail", 12, 12), ("yes", "pass", 12, 12)],
    )
    (used,) = asked(answers, dated(), fail_on="warning")["questions"]
    assert (used["effect"], row(used)) == (
        "beside",
        [("no", "pass", 12, 12), ("yes", "pass", 12, 12)],
    )


def test_a_finding_that_is_waived_does_not_count() -> None:
    answers: Authored = {"entry": "nobody", "assets": ["network"], "copy-time": "year", "launch": 3}
    for until, effect in (("2023-12-31", "beside"), ("2023-07-31", "verdict")):
        waivers = {"product/not-used": {"reason": "soon", "until": until}}
        read = idea(answers, dated(), waivers=waivers)
        (used,) = asked_of(read, dated(), fail_on="note")["questions"]
        assert used["effect"] == effect


def test_an_answer_that_settles_a_gate_on_one_clock_may_leave_the_months_as_they_are() -> None:
    answers: Authored = {"copy-time": "weeks", "assets": [], "used": True}
    (entry,) = asked(answers, dated(), clock="necessity", min_months=12)["questions"]
    assert entry["effect"] == "verdict"
    assert row(entry) == [
        ("nobody", "pass", 3, 3),
        ("announced", "pass", 3, 3),
        ("where-they-work", "fail", 3, 3),
    ]


def test_a_gate_on_one_clock_looks_at_that_clock_only() -> None:
    answers: Authored = {"entry": "nobody", "assets": [], "used": True}
    told = ("advantage", ["pass", "pass", "fail"]), ("necessity", ["pass", "pass", "pass"])
    for clock, verdicts in told:
        (question,) = asked(answers, dated(), clock=clock)["questions"]
        assert [verdict for _, verdict, *_ in row(question)] == verdicts


def test_an_old_assessment_stays_unclear_whatever_is_answered() -> None:
    answers = {"entry": "nobody", "assets": [], "used": True}
    (question,) = asked(answers, dated(), max_age=1)["questions"]
    assert [verdict for _, verdict, *_ in row(question)] == ["unclear", "unclear", "fail"]


def test_where_a_number_of_answers_is_asked_for_each_moves_the_verdict_with_others() -> None:
    passing: Authored = {"copy-time": "year", "assets": [], "entry": "nobody"}
    failing: Authored = {**passing, "copy-time": "weeks"}

    def effects(answers: Authored, **gate: Any) -> list[str]:
        return [each["effect"] for each in asked(answers, dated(), **gate)["questions"]]

    assert effects(passing) == effects(failing, max_open=1) == ["beside", "beside"]
    assert effects(passing, max_open=0) == ["verdict", "together"]  # a yes hides the other
    assert effects(passing, max_open=1) == ["verdict", "verdict"]
    assert effects(passing, max_age=1) == ["beside", "beside"]
    unclear: Authored = {"entry": "nobody"}
    assert effects(unclear)[-2:] == ["beside", "beside"]
    assert effects(unclear, max_open=3)[-2:] == ["together", "together"]


# ---- Laws


@st.composite
def ideas(draw: st.DrawFn) -> tuple[CompiledSet, Authored]:
    rubric_set = draw(rubric_sets(quantities=False))
    return compiled(rubric_set, claims_for(rubric_set)), draw(answers_for(rubric_set))


def settled(number: int) -> Answer:
    answer = Answer(0, 0)
    answer.state, answer.value = GIVEN, (number,)
    answer.evidence = [(3, AS_OF)]
    return answer


def with_answer(answers: Authored, compiled_set: CompiledSet, number: int, value: int) -> Idea:
    read = idea(answers, compiled_set)
    read.answers[number] = settled(value)
    return read


def values_of(compiled_set: CompiledSet, id_: str) -> tuple[int, dict[str, int]]:
    number = compiled_set["ids"].index(id_)
    question = compiled_set["deciding"]["questions"][number]
    if question["kind"] == "choice":
        return number, question["choices"]
    return number, {"no": 0, "yes": 1} if question["kind"] == "yes-no" else {}


@settings(max_examples=settings().max_examples * 4 // 5)
@given(ideas(), st.booleans(), st.sampled_from([0, 3, 6, 12]))
def test_what_an_answer_would_come_to_is_what_it_comes_to(
    drawn: tuple[CompiledSet, Authored], strict: bool, least: int
) -> None:
    compiled_set, answers = drawn
    wanted: Any = {**gate_of(compiled_set["deciding"]["gate"]), "min_months": least}
    assessor = Assessor(compiled_set)
    for each in asked(answers, compiled_set, strict=strict, min_months=least)["questions"]:
        number, values = values_of(compiled_set, each["question"])
        for told in each["answers"] if values else ():
            if told["answer"] == "not-applicable":
                continue
            read = with_answer(answers, compiled_set, number, values[told["answer"]])
            assessment: Any = assessor.assess(read, as_of=AS_OF, strict=strict, gate=wanted)
            assert told["months"] == assessment["lifeline"]["months"]
            assert told["verdict"] == assessment["verdict"]


@settings(max_examples=settings().max_examples * 4 // 5)
@given(ideas(), st.data())
def test_what_stands_beside_changes_neither_verdict_nor_months_whatever_the_others_are(
    drawn: tuple[CompiledSet, Authored], data: st.DataObject
) -> None:
    compiled_set, answers = drawn
    words = {
        question["question"]: [a for a, *_ in row(question) if a != "not-applicable"]
        for question in asked(answers, compiled_set)["questions"]
        if values_of(compiled_set, question["question"])[1]
    }
    questions = asked(answers, compiled_set)["questions"]
    beside = [
        q["question"] for q in questions if q["effect"] == "beside" and q["question"] in words
    ]
    assume(beside)
    own = data.draw(st.sampled_from(beside))
    settled_too = data.draw(st.lists(st.sampled_from([*words]), unique=True))
    read = idea(answers, compiled_set)
    for other in settled_too:
        number, values = values_of(compiled_set, other)
        read.answers[number] = settled(values[data.draw(st.sampled_from(words[other]))])
    results = []
    number, values = values_of(compiled_set, own)
    for word in words[own]:
        read.answers[number] = settled(values[word])
        found: Any = Assessor(compiled_set).assess(read, as_of=AS_OF)
        results.append((found["verdict"], found["lifeline"]["months"]))
    assert all(result == results[0] for result in results)


@given(ideas())
def test_every_open_question_is_asked_once_the_most_telling_first(
    drawn: tuple[CompiledSet, Authored],
) -> None:
    compiled_set, answers = drawn
    found = asked(answers, compiled_set)["questions"]
    read = idea(answers, compiled_set)
    still_open = Assessor(compiled_set).assess(read, as_of=AS_OF)["open"]
    assert sorted(q["question"] for q in found) == sorted(still_open)
    shares = [q["settles"] for q in found if q["effect"] != "beside"]
    assert shares == sorted(shares, reverse=True)


@pytest.mark.parametrize("answers", [{}, {"entry": "nobody"}])
def test_the_idea_is_left_as_it_was(answers: Authored) -> None:
    read = idea(answers, dated())
    before = dict(read.answers)
    asked_of(read, dated())
    assert read.answers == before
