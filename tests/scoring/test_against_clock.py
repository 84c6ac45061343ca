"""Months laid against a clock, by hand: the status, what it waits on, the words, the verdict."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeline.model.compiled import CompiledSet
from lifeline.scoring.against_clock import LEVELS, ClockResult, shortest
from lifeline.scoring.assess import Assessor
from lifeline.scoring.elimination import Effort
from tests.authored import Authored, assessed, compiled, idea
from tests.compiling.farm import CLAIMS, cap, farm, protection, question, rubric, rule
from tests.reference.brute_force import evaluate
from tests.reference.strategies import ASSESSED, answers_for, claims_for, rubric_sets

AT_LEAST, BELOW = "at-least", "below"


def late(operator: str = AT_LEAST, clock: str = "lifeline", **more: Any) -> Authored:
    """The finding ``garden/late``: launch against a clock."""
    when = {"launch": {operator: {"clock": clock}}}
    return rule("late", finding="warning", when=when) | more


QUESTIONS = [
    question("launch", "number", better="lower", may_not_apply=True),
    question("copied", "yes-no", better="no"),
    question("needed", "yes-no"),
    question("walled", "yes-no"),
    question("aside", "yes-no"),
]
RULES = [
    rule("copied-soon", cap=cap(3, "advantage"), when={"copied": "true"}),
    rule("need-goes", cap=cap(6, "necessity"), when={"needed": "false"}),
    rule("nothing-protects", cap=cap(6, "advantage"), unless={"wall": 12}),
]
WALL = protection("wall", {"walled": "true"})


def garden(*rules: Authored, questions: list[Authored] | None = None, **head: Any) -> CompiledSet:
    parts = {"questions": questions or QUESTIONS, "protections": [WALL], "rules": [*RULES, *rules]}
    return compiled(farm(rubric("garden", **parts), **head), CLAIMS)


def told(compiled_set: CompiledSet, answers: Authored, **more: Any) -> Any:
    """What the finding says, None where it is silent."""
    found = assessed(answers, compiled_set, **more)["findings"]
    return next((finding for finding in found if finding["rule"] == "garden/late"), None)


SAFE = {"copied": False, "needed": True, "walled": True}
"""Nothing cuts a clock short."""


@pytest.mark.parametrize(
    ("operator", "launch", "answers", "expected"),
    [
        (AT_LEAST, 24, {}, None),
        (AT_LEAST, 24, {"walled": False}, "certain"),
        (AT_LEAST, 24, {"walled": "unknown"}, "possible"),
        (AT_LEAST, 5, {"walled": "unknown"}, None),
        (AT_LEAST, 5, {"copied": "unknown"}, "possible"),
        (AT_LEAST, {"between": [4, 5]}, {"copied": True}, "certain"),
        (AT_LEAST, {"between": [2, 5]}, {"copied": True}, "possible"),
        (AT_LEAST, {"not-applicable": "it is out"}, {"copied": True}, None),
        (BELOW, 11, {}, "certain"),
        (BELOW, 12, {}, None),
        (BELOW, {"between": [11, 12]}, {}, "possible"),
        (BELOW, 5, {"walled": "unknown"}, "certain"),
        (BELOW, 7, {"walled": "unknown"}, "possible"),
        (BELOW, "unknown", {}, "possible"),
    ],
)
def test_the_status(operator: str, launch: Any, answers: Authored, expected: str | None) -> None:
    found = told(garden(late(operator)), {**SAFE, "launch": launch, **answers})
    assert (found and found["status"]) == expected


@pytest.mark.parametrize(
    ("clock", "expected"), [("advantage", None), ("necessity", "certain"), ("lifeline", "certain")]
)
def test_each_clock_is_its_own(clock: str, expected: str | None) -> None:
    found = told(garden(late(clock=clock)), {**SAFE, "launch": 8, "needed": False})
    assert (found and found["status"]) == expected


@pytest.mark.parametrize(
    ("answers", "waits_on"),
    [
        ({"launch": 5, "copied": "unknown"}, ["copied"]),
        ({"launch": 5, "copied": "unknown", "needed": "later", "walled": "later"}, ["copied"]),
        ({"launch": 7, "needed": "later"}, ["needed"]),
        ({"launch": 7, "needed": "later", "walled": "later"}, ["needed", "walled"]),
        ({"launch": {"between": [7, 9]}, "needed": "later"}, ["needed"]),
        ({"launch": {"between": [7, 15]}, "needed": "later"}, ["needed"]),
        ({"launch": {"between": [2, 4]}, "copied": True, "needed": "later"}, ["launch"]),
        ({"launch": "later", "copied": True, "needed": "later", "walled": "later"}, ["launch"]),
        ({"launch": "later", "copied": "later"}, ["launch", "copied"]),
        ({"launch": 7, "walled": False, "copied": "later"}, []),
    ],
)
def test_it_waits_on_the_open_questions_that_can_still_turn_the_comparison(
    answers: Authored, waits_on: list[str]
) -> None:
    found = told(garden(late()), {**SAFE, **answers})
    assert found["waits_on"] == [f"garden/{name}" for name in waits_on]
    assert (found["status"] == "possible") == bool(waits_on)


def test_it_waits_on_what_may_hide_the_number() -> None:
    hidden = QUESTIONS[0] | {"when": {"aside": "true"}}
    compiled_set = garden(late(), questions=[*QUESTIONS[1:], hidden])
    found = told(compiled_set, {**SAFE, "launch": 7, "walled": False})
    assert (found["status"], found["waits_on"]) == ("possible", ["garden/aside"])
    assert told(compiled_set, {**SAFE, "launch": 7, "walled": False, "aside": False}) is None


def test_what_hides_the_number_and_what_cuts_the_clock_may_be_the_same() -> None:
    hidden = QUESTIONS[0] | {"when": {"copied": "false"}}
    compiled_set = garden(late(), questions=[*QUESTIONS[1:], hidden])
    assert told(compiled_set, {"launch": 4, "needed": True, "walled": True}) is None


def test_a_cap_whose_months_the_number_cannot_tell_apart_counts_all_the_same() -> None:
    lifted = rule("lifted", cap=cap(3, "necessity"), unless={"wall": 6})
    found = told(garden(lifted, late(clock="necessity")), {**SAFE, "walled": "later", "launch": 7})
    assert (found["status"], found["waits_on"]) == ("certain", [])


def test_a_number_that_moves_the_clock_is_held_to_one_value_at_a_time() -> None:
    slow = rule("slow", cap=cap(0, "necessity"), when={"launch": {"at-least": 9}})
    quick = rule("quick", cap=cap(0, "necessity"), when={"launch": {"below": 2}})
    answers = {**SAFE, "launch": "unknown"}
    found = told(garden(slow, late()), {**SAFE, "launch": {"between": [9, 20]}})
    assert (found["status"], found["waits_on"]) == ("certain", [])
    found = told(garden(quick, late(BELOW)), {**SAFE, "launch": {"between": [0, 1]}})
    assert found is None
    assert told(garden(slow, quick, late()), answers)["status"] == "possible"


def test_a_number_that_a_quantity_reads_is_laid_against_a_clock_all_the_same() -> None:
    twice = {"id": "twice", "unit": "month", "formula": {"sum": ["launch", "launch"]}}
    slow = rule("slow", cap=cap(3, "necessity"), when={"twice": {"at-least": 10}})
    parts = {"questions": QUESTIONS, "quantities": [twice], "protections": [WALL]}
    compiled_set = compiled(farm(rubric("garden", **parts, rules=[slow, late()])), CLAIMS)
    found = [told(compiled_set, {**SAFE, "launch": launch}) for launch in (4, 5)]
    assert [each and each["status"] for each in found] == [None, "certain"]


# ---- Words


@pytest.mark.parametrize(
    ("launch", "answers", "expected"),
    [
        (4, {"copied": True}, "4 months against 3 months"),
        (1, {"copied": True, "soon": True}, "1 month against 0 months"),
        (4.5, {"copied": "unknown"}, "4.5 months against 3 to 12 or more months"),
        ({"between": [4, 6]}, {"needed": False}, "4 to 6 months against 6 months"),
        ("unknown", {"needed": False}, "an unknown number of months against 6 months"),
        (None, {"needed": "unknown"}, "an unknown number of months against 6 to 12 or more months"),
    ],
)
def test_texts_say_the_answer_and_the_clock(launch: Any, answers: Authored, expected: str) -> None:
    text = "{answer} against {clock}"
    soon = rule("at-once", cap=cap(0), when={"soon": "true"})
    asked = [*QUESTIONS, question("soon", "yes-no", better="no")]
    compiled_set = garden(soon, late(because=text, remedy=f"{text}, {text}"), questions=asked)
    given_ = {**SAFE, "soon": False, **({} if launch is None else {"launch": launch}), **answers}
    found = told(compiled_set, given_)
    assert found["message"] == expected
    assert found["remedy"] == f"{expected}, {expected}"


def test_below_a_clock_of_twelve_or_more() -> None:
    compiled_set = garden(late(BELOW, because="{answer} against {clock}"))
    found = told(compiled_set, {**SAFE, "launch": 4})
    assert found["message"] == "4 months against 12 months or more"


def test_under_strict_the_answer_is_what_it_stands_for() -> None:
    asked = [QUESTIONS[0] | {"evidence": "link"}, *QUESTIONS[1:]]
    compiled_set = garden(late(because="{answer}, {clock}"), questions=asked)
    answers = {**SAFE, "walled": False, "launch": 4}
    assert told(compiled_set, answers) is None
    found = told(compiled_set, answers, strict=True)
    assert (found["status"], found["message"]) == ("possible", "4 to 24 months, 6 months")


def test_other_rules_keep_their_braces() -> None:
    plain = rule("late", finding="note") | {"because": "{answer} and {clock}"}
    assert told(garden(plain), SAFE)["message"] == "{answer} and {clock}"


def test_it_points_at_its_question() -> None:
    found = told(garden(late()), {"copied": True, "launch": 5})
    assert (found["question"], found["line"]) == ("garden/launch", 6)


# ---- The verdict


def test_it_gates_like_any_finding() -> None:
    gate = {"min-months": 3, "fail-on": "warning"}
    compiled_set = garden(late(), gate=gate)
    verdicts = [
        assessed({**SAFE, "launch": 5, **answers}, compiled_set)["verdict"]
        for answers in ({}, {"copied": True}, {"copied": "later"})
    ]
    assert verdicts == ["pass", "fail", "unclear"]
    waivers = {"garden/late": {"reason": "known", "until": "2024-01-01"}}
    found = assessed({**SAFE, "launch": 5, "copied": True}, compiled_set, waivers=waivers)
    assert found["verdict"] == "pass"


def test_the_number_or_the_clock_may_decide() -> None:
    compiled_set = garden(late(), gate={"min-months": 3, "fail-on": "warning"})

    def deciding(**answers: Any) -> Any:
        return assessed({**SAFE, **answers}, compiled_set)["deciding"]

    found = deciding(launch=5, copied="later", needed="later")
    assert (found["question"], found["settling"], found["values"]) == ("garden/copied", 2, 2)
    found = deciding(launch="later", copied=True, needed="later")
    assert (found["question"], found["settling"], found["values"]) == ("garden/launch", 5, 5)
    found = deciding(launch="later", copied="later")
    assert found["question"] == "garden/copied"
    assert found["pair"]["questions"] == ["garden/launch", "garden/copied"]


# ---- Sets of levels, and the bound on work


@pytest.mark.parametrize("a", range(1, 16))
def test_the_shorter_of_two_levels(a: int) -> None:
    places = range(len(LEVELS))
    for b in range(1, 16):
        pairs = [(m, n) for m in places for n in places if a >> m & 1 and b >> n & 1]
        assert shortest(a, b) == sum({1 << max(pair) for pair in pairs})


ELIMINATION, COMPLETIONS = "lifeline.scoring.elimination", "lifeline.scoring.completions"


@pytest.mark.parametrize("modules", [(ELIMINATION,), (COMPLETIONS,), (ELIMINATION, COMPLETIONS)])
def test_past_the_bound_on_work_it_is_at_worst_possible(
    modules: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = {"wider": 0}

    @settings(derandomize=True, max_examples=settings().max_examples * 6 // 5)
    @given(rubric_sets(quantities=False, clocks=True), st.data())
    def it_is_possible(rubric_set: Authored, data: st.DataObject) -> None:
        compiled_set = compiled(rubric_set, claims_for(rubric_set))
        answers = data.draw(answers_for(rubric_set))
        wanted = evaluate(rubric_set, answers, assessed=ASSESSED, as_of=ASSESSED)
        with monkeypatch.context() as patch:
            for module in modules:
                patch.setattr(f"{module}.BOUND", 1)
            found: Any = assessed(answers, compiled_set)
        statuses = {each["rule"]: each["status"] for each in found["findings"]}
        for name, status in wanted["findings"].items():
            if statuses.get(name, "silent") != status:
                assert statuses[name] == "possible"
                checked["wider"] += 1

    it_is_possible()
    assert checked["wider"], "the bound was never met: this test shows nothing"


def test_where_only_the_comparison_is_past_the_bound_the_months_are_exact_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hidden = QUESTIONS[0] | {"when": {"copied": "false"}}
    compiled_set = garden(late(), questions=[*QUESTIONS[1:], hidden])
    answers = {"launch": 4, "needed": True, "walled": True}
    monkeypatch.setattr(f"{ELIMINATION}.BOUND", 1)
    found: Any = assessed(answers, compiled_set)
    assert told(compiled_set, answers)["status"] == "possible"
    assert found["lifeline"]["exact"]


def test_with_no_work_left_for_comparisons_one_is_at_worst_possible(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hidden = QUESTIONS[0] | {"when": {"copied": "false"}}
    compiled_set = garden(late(), questions=[*QUESTIONS[1:], hidden])
    answers = {"launch": 4, "needed": True, "walled": True}
    monkeypatch.setattr(f"{ELIMINATION}.LEAST", 1)
    assert told(compiled_set, answers) is None
    for name in ("EFFORT", "FEWEST"):
        monkeypatch.setattr(f"lifeline.scoring.rulebook.{name}", 0)
    assert told(compiled_set, answers)["status"] == "possible"


def test_the_work_of_a_comparison_is_counted() -> None:
    compiled_set = garden(late())
    answers = idea({"needed": True, "walled": True}, compiled_set)
    solved = Assessor(compiled_set).solve(answers, as_of=ASSESSED)
    ((_, result),) = solved.solution.findings
    effort, number = Effort(100), 0
    assert result.fires((number,), effort) == result.fires((number,))
    assert effort.left < 100


def test_a_comparison_counts_the_work_that_it_took() -> None:
    compiled_set = garden(late())
    (finding,) = compiled_set["deciding"]["findings"]
    assessor, read = Assessor(compiled_set), idea({"needed": True, "walled": True}, compiled_set)
    solution = assessor.solve(read, as_of=ASSESSED).solution
    some, more = (ClockResult(finding["when"], solution, most).taken for most in (1000, 2000))
    assert 0 < some == more < 100
    before = solution.completions.effort
    assert assessor.pose(read, as_of=ASSESSED).rulebook.findings[0].told(solution)
    assert solution.completions.effort == before + some
