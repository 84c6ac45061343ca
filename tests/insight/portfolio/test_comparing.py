"""A portfolio: what ends most ideas first, what one event would hit, what would tell them apart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeline.insight.portfolio.comparing import Portfolio
from lifeline.insight.portfolio.order import ends
from lifeline.insight.portfolio.rows import row_of
from lifeline.insight.portfolio.separating import separating, trials_of
from lifeline.insight.portfolio.threats import causes_of
from lifeline.model.compiled import CompiledSet
from lifeline.model.words import CAUSES
from lifeline.scoring.assess import Assessor, assess
from lifeline.scoring.market import STATUSES
from tests.authored import Authored, compiled, idea
from tests.backtesting.dated import ANSWERS, dated
from tests.compiling.farm import CLAIMS, cap, farm, garden, question, rubric, rule
from tests.reference.brute_force import long_form
from tests.reference.strategies import answers_for, claims_for, rubric_sets
from tests.scoring.records import small
from tests.scoring.test_market_findings import CHOICES, field

AS_OF = date(2023, 12, 31)
ANNOUNCED = dict.fromkeys(STATUSES, "announced")
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
    (row,) = compared([("a.yaml", OPEN, ["flying", "memory"])], dated(), strict=True)["ideas"]
    read = idea(OPEN, dated())
    found: Any = assess(read, dated(), as_of=AS_OF, market=small(), path="a.yaml", strict=True)
    assert row == {
        **{key: found[key] for key in ("path", "id", "idea", "assessed", "verdict")},
        **{key: found["lifeline"][key] for key in ("months", "until", "ends", "cause")},
        "past": False,
        "durability": found["scores"]["product"],
        "causes": {"sure": [], "may": ["absorption"]},
        "rules": {"sure": [], "may": ["product/only-time-lacking"]},
        "open": len(found["open"]),
        "capabilities": ["memory"],
        "shipped": None,
        "strict": True,
        "place": {"low": 1, "high": 1},
        "group": 1,
    }


@pytest.mark.parametrize(("day", "past"), [(AS_OF, False), (date(2024, 7, 1), True)])
def test_a_row_says_whether_the_last_of_its_days_has_passed(day: date, past: bool) -> None:
    portfolio = Portfolio(dated(), small(), day, many=1)
    portfolio.add(idea({**WEEKS, "copy-time": {"one-of": ["weeks", "year"]}}, dated()), "a.yaml")
    (row,) = portfolio.compared()["ideas"]
    assert row["until"]["low"] < "2023-12-31", "the first of them has"
    assert row["past"] is past


@pytest.mark.parametrize("others", [False, True])
def test_each_idea_may_be_judged_strictly_or_not(others: bool) -> None:
    portfolio = Portfolio(dated(), small(), AS_OF, many=2)
    assert portfolio.compared()["strict"] is False
    for path, strict in (("a.yaml", True), ("b.yaml", others)):
        assessor = portfolio.assessor.asking(None, strict=strict)
        portfolio.add(idea(OPEN, dated()), path, assessor)
    found = portfolio.compared()
    assert [row["strict"] for row in found["ideas"]] == [True, others]
    assert found["strict"] is others


@pytest.mark.parametrize("strict", [False, True])
def test_the_result_says_by_what_ideas_were_judged_and_when(strict: bool) -> None:
    found = compared(plain(WEEKS), dated(), strict=strict)
    lists = [found.pop(key) for key in ("causes", "rules", "ideas")]
    assert [len(each) for each in lists] == [1, 1, 1]
    assert found == {
        "format": 1,
        "mode": "portfolio",
        "set": {"id": "dated", "version": "1.0.0"},
        "as_of": "2023-12-31",
        "strict": strict,
        "score": {"rubric": "product", "name": "Durability"},
        "pairs": {"all": 0, "ordered": 0},
        "separating": None,
        "events": [],
        "invalid": [],
    }
    assert json.dumps(found["pairs"]) == '{"all": 0, "ordered": 0}', "whole numbers"


def test_ideas_have_to_meet_the_gate_that_is_named() -> None:
    read = idea(MONTHS, dated())
    gate: Any = {**Assessor(dated()).gate, "min_months": 12}
    for wanted, verdict in ((None, "pass"), (gate, "fail")):
        portfolio = Portfolio(dated(), small(), AS_OF, many=1, gate=wanted)
        portfolio.add(read, "a.yaml")
        found = portfolio.compared()
        assert [row["verdict"] for row in found["ideas"]] == [verdict]
        assert found["strict"] is False


def test_under_strict_the_record_counts_against_an_answer_that_is_rosier() -> None:
    rosy: Authored = {"entry": "not-yet", "rivals": "not-yet", "fig": True}
    for strict, low in ((False, 12), (True, 0)):
        (row,) = compared([("a.yaml", rosy, ["file-chat"])], field(), strict=strict)["ideas"]
        assert row["months"] == {"low": low, "high": 12}


def test_what_lasts_12_months_or_more_is_ended_by_no_rule() -> None:
    (row,) = compared(plain({**MONTHS, "assets": ["network"]}), dated())["ideas"]
    assert row["months"] == {"low": 12, "high": 12}
    assert row["rules"] == row["causes"] == {"sure": [], "may": []}


def test_a_score_orders_ideas_only_where_every_idea_has_it() -> None:
    """The first that is no optional rubric's; without one, months alone order ideas."""
    ripe = {"questions": [question("fig", "choice", choices={"ripe": 1, "raw": 0})]}
    rake = {"questions": [question("rake", "choice", choices={"new": 1, "old": 0})]}
    shed = rubric("shed", optional=True, score="Care", **ripe)
    plot, yard = rubric("plot", score="Growth", **rake), rubric("yard", score="Order")
    told = compared(plain({"rake": "new"}), compiled(farm(shed, plot, yard), CLAIMS))
    assert told["score"] == {"rubric": "plot", "name": "Growth"}
    assert told["ideas"][0]["durability"] == {"low": 100.0, "high": 100.0}
    bare = compared(plain({}), field())
    assert (bare["score"], bare["ideas"][0]["durability"]) == (None, None)


def test_causes_and_rules_count_ideas_that_they_end_for_sure_apart_from_those_that_they_may() -> (
    None
):
    found = compared(plain(WEEKS, WEEKS, OPEN, YEAR), dated())
    only = [rule for rule in found["rules"] if rule["rule"] == "product/only-time-lacking"]
    assert only == [
        {
            "rule": "product/only-time-lacking",
            "clock": "advantage",
            "cause": "absorption",
            "because": "Others have merely not had the time.",
            "sure": ["0.yaml", "1.yaml"],
            "may": ["2.yaml"],
        }
    ]
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


@pytest.mark.parametrize(("better", "falls"), [("entry", 0), ("rivals", 1)])
def test_one_answer_that_is_better_than_shipped_is_enough_to_be_asked(
    better: str, falls: int
) -> None:
    """With rivals that offer it nothing is left to lose."""
    answers = {"entry": "offered", "rivals": "offered", "fig": True, better: "announced"}
    (event,) = events(("a.yaml", answers, ["memory"]))
    assert (event["told_already"], len(event["falls"])) == (0, falls)


def test_those_that_lose_most_months_come_first() -> None:
    less, most = ({"entry": "not-yet", "rivals": answer} for answer in ("announced", "not-yet"))
    (event,) = events(("a.yaml", less, ["memory"]), ("b.yaml", most, ["memory"]))
    lost = [(fall["path"], fall["before"]["low"], fall["after"]["low"]) for fall in event["falls"]]
    assert lost == [("b.yaml", 12, 0), ("a.yaml", 6, 0)]


@pytest.mark.parametrize(("strict", "low"), [(False, 6), (True, 3)])
def test_under_strict_what_is_shipped_is_certain_and_other_answers_are_as_they_are(
    strict: bool, low: int
) -> None:
    asked = {"evidence": "link", "fresh_for": 90}
    entry = question("entry", "choice", choices=CHOICES, record=ANNOUNCED, **asked)
    fig = question("fig", "choice", choices=["ripe", "raw"], **asked)
    rules = [
        rule("soon", when={"entry": "announced"}, cap=cap(6)),
        rule("there", when={"entry": "offered"}, cap=cap(0)),
        rule("rots", when={"fig": "raw"}, cap=cap(3)),
    ]
    field = compiled(farm(rubric("field", questions=[entry, fig], rules=rules)), CLAIMS)
    found = [("a.yaml", {"entry": "not-yet", "fig": "ripe"}, ["memory"])]
    (row,) = compared(found, field, strict=strict)["ideas"]
    assert row["shipped"] == {"low": low, "high": 6}


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


@pytest.mark.parametrize("first", ["memory", "file-chat"])
def test_of_events_that_take_nothing_those_come_first_that_most_ideas_rest_on(first: str) -> None:
    worst = {"entry": "offered", "rivals": "offered", "fig": True}
    found = events(("a.yaml", worst, [first]), ("b.yaml", worst, ["memory", "file-chat"]))
    assert [len(event["ideas"]) for event in found] == [2, 1]
    assert found[0]["capability"] == first


def test_an_idea_that_names_no_capability_is_touched_by_nothing() -> None:
    found = compared([("a.yaml", {}, ["flying"])], field())
    assert found["events"] == []
    assert found["ideas"][0]["shipped"] is None


def test_a_rubric_that_is_left_out_is_not_answered_by_an_event() -> None:
    def asked(id_: str) -> Authored:
        return question(id_, "choice", choices=CHOICES, record=ANNOUNCED)

    shed = rubric("shed", optional=True, questions=[asked("alarm")])
    both = compiled(farm(rubric("garden", questions=[asked("entry")]), shed), CLAIMS)
    for answers, already in (({}, 1), ({"alarm": "not-yet"}, 0)):
        found = compared([("a.yaml", {"entry": "offered", **answers}, ["memory"])], both)
        assert [event["told_already"] for event in found["events"]] == [already]


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
        "pairs": {"low": 1, "high": 2},
    }


def test_where_no_answer_would_order_anything_none_is_named() -> None:
    assert compared(plain(OPEN), dated())["separating"] is None
    assert compared(plain(WEEKS, YEAR), dated())["separating"] is None


TRIED: dict[str, dict[str, int]] = {
    "entry": {"announced": 6, "everyone": 3},
    "assets": {"land": 3, "water": 6, "seed": 0},
    "irrigated": {"no": 3, "yes": 6},
}
"""What each choice leaves of 12 months."""


@pytest.mark.parametrize(
    ("name", "answer", "months"),
    [
        ("entry", "unknown", [12, 6, 3]),
        ("entry", {"one-of": ["nobody", "everyone"]}, [12, 3]),
        ("irrigated", "unknown", [3, 6]),
        ("assets", "unknown", [12, 3, 6, 0]),
        ("assets", {"maybe": ["land", "seed"]}, [12, 3, 0]),
        ("assets", {"surely": ["water"], "maybe": ["land"]}, [6, 3]),
    ],
)
def test_what_an_open_answer_may_turn_out_to_be_is_tried_one_choice_at_a_time(
    name: str, answer: Any, months: list[int]
) -> None:
    includes = name == "assets"
    rules = [
        rule(f"has-{choice}", when={name: {"includes": choice} if includes else choice}, cap=cap(n))
        for choice, n in TRIED[name].items()
    ]
    assert trials(garden(rules=rules), {name: answer}) == {
        f"garden/{name}": [(each, each) for each in months]
    }


def trials(rubric_set: CompiledSet, answers: Authored) -> dict[str, list[tuple[int, int]]]:
    """Give the least and the most months with each answer that is tried."""
    tried = ends_tried(rubric_set, answers, None)
    return {question: [(low[0], high[0]) for low, high in each] for question, each in tried.items()}


def ends_tried(rubric_set: CompiledSet, answers: Authored, score: str | None) -> Any:
    """Give the ends of an idea with each answer that is tried, where a score orders ideas."""
    assessor, read = Assessor(rubric_set), idea(answers, rubric_set)
    return trials_of(assessor, read, assessor.assess(read, as_of=AS_OF), score, AS_OF)


def test_of_questions_that_move_no_months_only_those_of_the_score_that_orders_are_tried() -> None:
    """With one answer the score is as open as the other question, of the same weight, leaves it."""
    ripe = {"ripe": 1, "raw": 0}
    growth = [question(name, "choice", choices=ripe) for name in ("fig", "pear")]
    care = question("rake", "choice", choices=ripe)
    both = farm(
        rubric("plot", score="Growth", questions=growth),
        rubric("shed", score="Care", questions=[care]),
    )
    low, middle, high = (12, 0.0), (12, 50.0), (12, 100.0)
    tried = [(middle, high), (low, middle)]
    found = ends_tried(compiled(both, CLAIMS), {}, "plot")
    assert found == {"plot/fig": tried, "plot/pear": tried}


def test_of_numbers_and_of_what_no_month_waits_on_none_is_tried() -> None:
    rules = [rule("broke", when={"runway": {"below": 6}}, cap=cap(3))]
    assert trials(garden(rules=rules), {}) == {}


def test_no_more_questions_are_tried_once_that_took_too_long() -> None:
    rules = [rule(f"no-{id_}", when={id_: "true"}, cap=cap(3)) for id_ in ("sun", "rain")]
    asked = [question(id_, "yes-no") for id_ in ("sun", "rain")]
    plot = compiled(farm(rubric("garden", questions=asked, rules=rules)), CLAIMS)
    assessor, read = Assessor(plot), idea({}, plot)
    found = assessor.assess(read, as_of=AS_OF)
    tried = [
        trials_of(assessor, read, found, None, AS_OF, most=most).keys() for most in (0, 1, 1000)
    ]
    assert list(map(len, tried)) == [0, 1, 2]


def test_many_ideas_share_what_may_be_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    some = plain(OPEN, WEEKS)
    assert compared(some, dated())["separating"]
    monkeypatch.setattr("lifeline.insight.portfolio.comparing.TRIED", 1)
    assert not compared(some, dated(), many=2)["separating"]


def test_each_answer_to_a_question_counts_as_much_as_the_others() -> None:
    rows = [row_at(n, n, path=str(n)) for n in (3, 6)]
    wide, full = ends(row_at(0, 12)), ends(row_at(12, 12))
    tried = {
        "one-of-three": [full, wide, wide],
        "one-of-two": [full, wide],
        "as-good": [wide, full],
    }
    found = separating([*rows, row_at(0, 12, path="a")], {"a": tried})
    assert found == {"path": "a", "question": "one-of-two", "pairs": {"low": 0, "high": 2}}


def row_at(low: int, high: int, **more: Any) -> Any:
    return {"months": {"low": low, "high": high}, "durability": None, **more}


def test_a_question_that_settles_only_the_score_is_named_where_that_orders_most() -> None:
    """Every one of them fails at 3 months; who they are for moves nothing but the score."""
    found = compared(plain({**WEEKS, "entry": "unknown"}, WEEKS), dated())
    assert [row["months"] for row in found["ideas"]] == [{"low": 3, "high": 3}] * 2
    assert found["pairs"] == {"all": 1, "ordered": 0}
    assert found["separating"] == {
        "path": "0.yaml",
        "question": "product/entry",
        "pairs": {"low": 0, "high": 1},
    }


@pytest.mark.parametrize(("many", "looked_for"), [(100, True), (101, False)])
def test_of_very_many_ideas_none_is_looked_for(many: int, looked_for: bool) -> None:
    found = compared(plain(OPEN, WEEKS, YEAR), dated(), many=many)["separating"]
    assert (found is not None) == looked_for


@pytest.mark.parametrize(
    ("answers", "pairs"),
    [
        ({"entry": "unknown", "copy-time": "months"}, {"low": 0, "high": 1}),
        ({"entry": "nobody", "copy-time": {"one-of": ["months", "weeks"]}}, None),
    ],
)
def test_under_strict_a_tried_answer_counts_as_backed_and_the_others_as_they_are(
    answers: Authored, pairs: dict[str, int] | None
) -> None:
    doubted = {**answers, "assets": ["network"], "used": True}
    found = compared(plain(doubted, MONTHS), dated(), strict=True)["separating"]
    assert (found and found["pairs"]) == pairs


@st.composite
def sets_with_answers(draw: st.DrawFn) -> tuple[CompiledSet, Authored, list[Authored]]:
    rubric_set = draw(rubric_sets(quantities=False))
    each = draw(st.lists(answers_for(rubric_set), min_size=1, max_size=3))
    return compiled(rubric_set, claims_for(rubric_set)), rubric_set, each


@given(sets_with_answers(), st.booleans())
@settings(max_examples=settings().max_examples * 2 // 5)
def test_any_set_and_any_answers_can_be_compared(
    drawn: tuple[CompiledSet, Authored, list[Authored]], strict: bool
) -> None:
    rubric_set, _, each = drawn
    found = compared(plain(*each), rubric_set, strict=strict)
    assessor = Assessor(rubric_set, small())
    for row in found["ideas"]:
        read = idea(each[int(row["path"][0])], rubric_set)
        told: Any = assessor.assess(read, as_of=AS_OF, strict=strict)
        assert row["months"] == told["lifeline"]["months"]
    if found["separating"]:
        pairs = found["separating"]["pairs"]
        assert 0 <= pairs["low"] <= pairs["high"] < len(each)


def by_hand(question: Authored, answer: Any) -> Iterator[Authored]:
    """Give in turn each answer that an open one may turn out to be, with evidence of today."""
    given_ = long_form(answer)
    names = [choice["id"] for choice in question.get("choices", [])]
    tried: list[Any] = []
    if question["kind"] == "choice":
        tried = given_.get("one-of") or ([given_["answer"]] if "answer" in given_ else names)
    elif question["kind"] == "yes-no":
        tried = [given_["answer"]] if "answer" in given_ else [False, True]
    elif question["kind"] == "choices":
        surely = given_.get("answer") or given_.get("surely") or []
        maybe = given_.get("maybe", [] if {"answer", "surely"} & given_.keys() else names)
        tried = [surely, *([*surely, name] for name in maybe if name not in surely)]
    evidence = [{"measurement": "We looked.", "date": AS_OF.isoformat()}]
    yield from ({"answer": each, "evidence": evidence} for each in tried)


@given(sets_with_answers(), st.booleans())
@settings(max_examples=settings().max_examples * 2 // 5)
def test_trying_each_answer_by_hand_puts_as_many_more_pairs_in_order_as_was_promised(
    drawn: tuple[CompiledSet, Authored, list[Authored]], strict: bool
) -> None:
    rubric_set, authored, each = drawn
    found = compared(plain(*each), rubric_set, strict=strict)
    questions = {q["id"]: q for part in authored["rubrics"] for q in part["questions"]}
    most, promised = 0.0, None
    for row in found["ideas"]:
        number = int(row["path"][0])
        read = idea(each[number], rubric_set)
        still_open = assess(read, rubric_set, as_of=AS_OF, strict=strict)["open"]
        for id_ in (open_.rpartition("/")[2] for open_ in still_open):
            asked = questions[id_]
            answers = [
                [*each[:number], {**each[number], id_: answer}, *each[number + 1 :]]
                for answer in by_hand(asked, each[number].get(id_, "unknown"))
            ]
            gained = [
                compared(plain(*other), rubric_set, strict=strict)["pairs"]["ordered"]
                - found["pairs"]["ordered"]
                for other in answers
            ]
            mean = sum(gained) / len(gained) if gained else 0
            if mean > most:
                pairs = {"low": min(gained), "high": max(gained)}
                most, promised = mean, {"path": row["path"], "question": id_, "pairs": pairs}
    told = found["separating"]
    assert told == (promised and {**promised, "question": told and told["question"]})
    assert told is None or promised is None or told["question"].endswith(f"/{promised['question']}")
