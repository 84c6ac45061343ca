"""A portfolio: what ends most ideas first, what one event would hit, what would tell them apart."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeline.insight.portfolio.comparing import Portfolio
from lifeline.insight.portfolio.rows import row_of
from lifeline.insight.portfolio.threats import causes_of
from lifeline.model.compiled import CompiledSet
from lifeline.model.words import CAUSES
from lifeline.scoring.assess import Assessor, assess
from tests.authored import Authored, compiled, idea
from tests.backtesting.dated import ANSWERS, dated
from tests.reference.strategies import answers_for, claims_for, rubric_sets
from tests.scoring.records import small
from tests.scoring.test_market_findings import field

AS_OF = date(2023, 12, 31)
Ideas = list[tuple[str, Authored, list[str]]]


def compared(
    ideas: Ideas, rubric_set: CompiledSet, *, many: int = 2, strict: bool = False
) -> dict[str, Any]:
    portfolio = Portfolio(rubric_set, small(), AS_OF, many=many, strict=strict)
    for path, answers, capabilities in ideas:
        portfolio.add(idea(answers, rubric_set, capabilities=capabilities), path)
    return portfolio.compared()


def plain(*each: Authored) -> Ideas:
    return [(f"{number}.yaml", answers, []) for number, answers in enumerate(each)]


WEEKS: Authored = {"entry": "nobody", "copy-time": "weeks", "assets": [], "used": True}
YEAR: Authored = {**WEEKS, "copy-time": "year"}
MONTHS: Authored = {**WEEKS, "copy-time": "months"}
OPEN: Authored = {**WEEKS, "copy-time": "unknown"}


def test_a_row_says_what_the_assessment_says() -> None:
    (row,) = compared(plain(OPEN), dated())["ideas"]
    found: Any = assess(idea(OPEN, dated()), dated(), as_of=AS_OF, market=small())
    assert row["months"] == found["lifeline"]["months"]
    assert row["verdict"] == found["verdict"]
    assert row["durability"] == found["scores"]["product"]
    assert (row["place"], row["group"]) == ({"low": 1, "high": 1}, 1)


def test_causes_and_rules_count_ideas_that_they_end_for_sure_apart_from_those_that_they_may() -> (
    None
):
    found = compared(plain(WEEKS, WEEKS, OPEN, YEAR), dated())
    only = [rule for rule in found["rules"] if rule["rule"] == "product/only-time-lacking"]
    assert [(rule["sure"], rule["may"]) for rule in only] == [(["0.yaml", "1.yaml"], ["2.yaml"])]
    (cause,) = [cause for cause in found["causes"] if cause["cause"] == only[0]["cause"]]
    assert set(cause["sure"]) >= {"0.yaml", "1.yaml"}


@given(st.lists(ANSWERS, min_size=1, max_size=5), st.booleans())
@settings(max_examples=settings().max_examples * 2 // 5)
def test_only_caps_at_the_low_end_count(each: list[Authored], strict: bool) -> None:
    found = compared(plain(*each), dated(), strict=strict)
    for row in found["ideas"]:
        answers = each[int(row["path"][0])]
        told: Any = assess(
            idea(answers, dated()), dated(), as_of=AS_OF, market=small(), strict=strict
        )
        months = told["lifeline"]["months"]
        at_low = {c["rule"] for c in told["caps"] if c["value"]["low"] == months["low"] < 12}
        assert {*row["rules"]["sure"], *row["rules"]["may"]} == at_low
        assert row["cause"] is None or row["cause"] in row["causes"]["sure"] + row["causes"]["may"]
        assert not set(row["causes"]["sure"]) & set(row["causes"]["may"])
        if row["rules"]["sure"]:
            assert months["low"] == months["high"]


@given(st.lists(ANSWERS, max_size=5))
@settings(max_examples=settings().max_examples * 2 // 5)
def test_a_portfolio_taken_twice_doubles_what_is_counted(each: list[Authored]) -> None:
    once, twice = plain(*each), plain(*each, *each)
    one, two = compared(once, dated()), compared(twice, dated())
    for kind in ("causes", "rules"):
        name = kind[:-1]
        counted = [
            [(entry[name], len(entry["sure"]), len(entry["may"])) for entry in found[kind]]
            for found in (one, two)
        ]
        assert counted[1] == [(word, 2 * sure, 2 * may) for word, sure, may in counted[0]]
    assert two["pairs"]["ordered"] == 4 * one["pairs"]["ordered"]


@given(st.lists(ANSWERS, max_size=5), st.randoms(use_true_random=False))
@settings(max_examples=settings().max_examples * 2 // 5)
def test_the_order_of_files_changes_nothing(each: list[Authored], random: Any) -> None:
    ideas = [(path, answers, ["memory", "file-chat"]) for path, answers, _ in plain(*each)]
    shuffled = [*ideas]
    random.shuffle(shuffled)
    assert compared(shuffled, dated()) == compared(ideas, dated())


def cap_at(months: int, cause: str, status: str, high: int | None = None) -> Any:
    value = {"low": months, "high": months if high is None else high}
    return {"rule": f"product/{cause}-{status}", "cause": cause, "status": status, "value": value}


def test_a_cause_that_ends_it_for_sure_is_not_one_that_may() -> None:
    found: Any = assess(idea(WEEKS, dated()), dated(), as_of=AS_OF)
    caps = [
        cap_at(3, "demand", "possible"),
        cap_at(3, "absorption", "certain"),
        cap_at(3, "absorption", "possible"),
        cap_at(3, "price", "certain", 12),
        cap_at(6, "delivery", "certain"),
    ]
    found["caps"] = caps
    row = row_of(found, "product", [], None)
    assert row["causes"] == {"sure": ["absorption"], "may": ["price", "demand"]}
    assert row["rules"]["sure"] == ["product/absorption-certain"]


def test_what_ends_few_for_sure_goes_before_what_may_end_many() -> None:
    def row(path: str, sure: list[str], may: list[str]) -> Any:
        return {"path": path, "causes": {"sure": sure, "may": may}}

    rows = [row("a", ["price"], ["absorption"]), row("b", [], ["absorption", "demand"])]
    found = [(cause["cause"], cause["sure"], cause["may"]) for cause in causes_of(rows)]
    assert found == [
        ("price", ["a"], []),
        ("absorption", [], ["a", "b"]),
        ("demand", [], ["b"]),
    ]


def test_causes_stand_worst_first_and_none_that_ends_nothing() -> None:
    found = compared(plain(WEEKS, WEEKS, OPEN, YEAR), dated())["causes"]
    sizes = [(len(cause["sure"]), len(cause["may"])) for cause in found]
    assert sizes == sorted(sizes, reverse=True)
    assert all(sure or may for sure, may in sizes)
    assert {cause["cause"] for cause in found} <= set(CAUSES)


# ---- Events


def events(*ideas: tuple[str, Authored, list[str]], strict: bool = False) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = compared([*ideas], field(), strict=strict)["events"]
    return found


def test_an_event_answers_what_the_record_suggests_at_its_worst_and_tells_which_months_fall() -> (
    None
):
    best = {"entry": "not-yet", "rivals": "not-yet", "fig": True}
    (event,) = events(("a.yaml", best, ["memory"]))
    assert (event["capability"], event["ideas"]) == ("memory", ["a.yaml"])
    twelve, none = {"low": 12, "high": 12}, {"low": 0, "high": 0}
    assert event["falls"] == [{"path": "a.yaml", "before": twelve, "after": none}]
    assert event["status"] == "shipped", "as the record has it on the day one looks"


def test_what_is_answered_so_already_does_not_fall() -> None:
    worst = {"entry": "offered", "rivals": "offered", "fig": True}
    (event,) = events(("a.yaml", worst, ["memory"]))
    assert (event["falls"], event["told_already"]) == ([], 1)


@pytest.mark.parametrize("better", ["entry", "rivals"])
def test_one_answer_that_is_better_than_shipped_is_enough_to_be_asked(better: str) -> None:
    answers = {"entry": "offered", "rivals": "offered", "fig": True, better: "announced"}
    (event,) = events(("a.yaml", answers, ["memory"]))
    assert event["told_already"] == 0


def test_what_is_open_falls_at_its_high_end() -> None:
    (event,) = events(("a.yaml", {}, ["memory"]))
    ((before, after),) = [(fall["before"], fall["after"]) for fall in event["falls"]]
    assert (before, after) == ({"low": 0, "high": 12}, {"low": 0, "high": 0})


def test_events_that_take_most_come_first_and_unknown_capabilities_are_left_out() -> None:
    best = {"entry": "not-yet", "rivals": "not-yet", "fig": True}
    worst = {"entry": "offered", "rivals": "offered", "fig": True}
    found = events(
        ("a.yaml", worst, ["file-chat", "flying"]),
        ("b.yaml", worst, ["file-chat"]),
        ("c.yaml", best, ["memory"]),
    )
    assert [event["capability"] for event in found] == ["memory", "file-chat"]


def test_an_idea_that_names_no_capability_is_touched_by_nothing() -> None:
    assert events(("a.yaml", {}, [])) == []


def test_the_idea_is_left_as_it_was() -> None:
    read = idea({"entry": "not-yet"}, field(), capabilities=["memory"])
    before = dict(read.answers)
    portfolio = Portfolio(field(), small(), AS_OF, many=1)
    portfolio.add(read, "a.yaml")
    assert read.answers == before


@given(ANSWERS)
@settings(max_examples=settings().max_examples * 3 // 10)
def test_without_questions_about_the_record_no_event_takes_months(answers: Authored) -> None:
    (event,) = compared([("a.yaml", answers, ["memory"])], dated())["events"]
    assert event["falls"] == []


# ---- What would tell ideas apart


def test_the_question_that_would_order_most_pairs_is_named() -> None:
    found = compared(plain(OPEN, WEEKS, YEAR), dated())
    assert found["pairs"] == {"all": 3, "ordered": 1}
    best = found["separating"]
    assert (best["path"], best["question"]) == ("0.yaml", "product/copy-time")
    assert 0 <= best["pairs"]["low"] <= best["pairs"]["high"] == 2


def test_pairs_that_are_in_order_already_are_not_counted_again() -> None:
    later = {**WEEKS, "copy-time": {"one-of": ["year", "months"]}}
    found = compared(plain(later, WEEKS, MONTHS), dated())
    assert found["pairs"]["ordered"] == 2
    assert found["separating"]["pairs"] == {"low": 0, "high": 1}


def test_of_several_choices_what_may_be_is_tried_with_what_is_sure() -> None:
    perhaps = {**MONTHS, "assets": {"surely": ["permit"], "maybe": ["network"]}}
    found = compared(plain(perhaps, MONTHS, YEAR), dated())
    assert found["separating"] == {
        "path": "0.yaml",
        "question": "product/assets",
        "pairs": {"low": 1, "high": 1},
    }


def test_where_no_answer_would_order_anything_none_is_named() -> None:
    assert compared(plain(OPEN), dated())["separating"] is None
    assert compared(plain(WEEKS, YEAR), dated())["separating"] is None


def test_of_very_many_ideas_none_is_looked_for() -> None:
    assert compared(plain(OPEN, WEEKS, YEAR), dated(), many=101)["separating"] is None


@st.composite
def sets_with_answers(draw: st.DrawFn) -> tuple[CompiledSet, list[Authored]]:
    rubric_set = draw(rubric_sets(quantities=False))
    each = draw(st.lists(answers_for(rubric_set), min_size=1, max_size=3))
    return compiled(rubric_set, claims_for(rubric_set)), each


@given(sets_with_answers(), st.booleans())
@settings(max_examples=settings().max_examples * 2 // 5)
def test_any_set_and_any_answers_can_be_compared(
    drawn: tuple[CompiledSet, list[Authored]], strict: bool
) -> None:
    rubric_set, each = drawn
    found = compared(plain(*each), rubric_set, strict=strict)
    assessor = Assessor(rubric_set, small())
    for row in found["ideas"]:
        read = idea(each[int(row["path"][0])], rubric_set)
        told: Any = assessor.assess(read, as_of=AS_OF, strict=strict)
        assert row["months"] == told["lifeline"]["months"]
    if found["separating"]:
        pairs = found["separating"]["pairs"]
        assert 0 <= pairs["low"] <= pairs["high"] < len(each)
