"""The nearest cases: which, in which order, and what is told of each."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from lifeline.compiling.cases import compile_cases
from lifeline.insight.precedents.nearest import FEWEST, fate, precedents
from lifeline.insight.trying import hidden
from lifeline.model.compiled import CompiledSet
from lifeline.reading.cases import Cases
from lifeline.scoring.assess import Assessor
from tests.authored import ASSESSED, Authored, idea
from tests.backtesting.dated import dated, made_up, small_cases

FULL: Authored = {
    "entry": "nobody",
    "copy-time": "months",
    "assets": ["network"],
    "used": False,
    "launch": 6,
}
KEYS = ["format", "id", "idea", "set", "cases", "distance", "answers", "nearest"]


def cases(*made: tuple[str, Authored, int, bool]) -> dict[str, Any]:
    read = [made_up(id_, answers, months, ended=ended) for id_, answers, months, ended in made]
    return compile_cases(Cases(small_cases().head, read, {}), dated())


def nearest(found: dict[str, Any]) -> list[str]:
    return [case["case"] for case in found["nearest"]]


def told(
    known: dict[str, Any], answers: Authored = FULL, count: int = 3, **more: Any
) -> dict[str, Any]:
    return precedents(Assessor(dated()), idea(answers, dated(), **more), known, count)


def test_the_nearest_come_first_and_ties_by_id() -> None:
    known = cases(
        ("far", {**FULL, "entry": "where-they-work"}, 3, True),
        ("twin-b", FULL, 3, True),
        ("near", {**FULL, "copy-time": "weeks"}, 3, True),
        ("twin-a", FULL, 3, True),
    )
    assert nearest(told(known, count=4)) == ["twin-a", "twin-b", "near", "far"]
    assert list(told(known)) == KEYS


def test_what_is_compared_with_which_cases_is_told_before_the_nearest() -> None:
    known = cases(("a", FULL, 3, True), ("b", FULL, 3, True), ("few", {"used": True}, 3, True))
    found = told(known, {**FULL, "launch": 3}, id="b", idea="A bakery", count=1)
    assert (found["id"], found["idea"]) == ("b", "A bakery")
    assert found["set"] == {"id": "dated", "version": "1.0.0"}
    assert found["cases"] == {
        "title": known["title"],
        "chosen": known["chosen"],
        "count": 3,
        "left_out": [],
        "same": ["b"],
        "questions": 5,
        "compared": 1,
    }
    assert (found["format"], found["answers"]) == (1, 5)
    assert {**found["distance"], "weights": {}} == {
        "name": "Gower",
        "least_share": 0.5,
        "least_answers": 5,
        "weights": {},
    }


def test_a_case_is_told_with_all_that_is_known_of_it() -> None:
    known = cases(("a", {**FULL, "entry": "announced", "launch": 12}, 30, False))
    (case,) = told(known)["nearest"]
    (source,) = known["cases"]
    assert [pair.pop("question") for pair in case.pop("different")] == [
        "product/entry",
        "product/launch",
    ]
    assert len(case.pop("alike")) == 3
    assert case == {
        **{key: source[key] for key in ("name", "did", "vantage", "outcome", "sources")},
        "case": "a",
        "distance": 0.1944,
        "shared": 5,
        "not_compared": [],
        "partly_known": [],
        "fate": "lasted",
        "nearest_of_its_fate": True,
        "among_the_nearest": True,
    }


def test_the_nearest_that_lasted_and_that_did_not_are_told_whatever_the_count() -> None:
    known = cases(
        ("a", FULL, 3, True),
        ("b", FULL, 2, True),
        ("c", {**FULL, "copy-time": "weeks"}, 5, False),
        ("d", {**FULL, "entry": "where-they-work"}, 30, False),
        ("e", {**FULL, "entry": "where-they-work", "launch": 36}, 30, False),
    )
    found = told(known, count=2)
    assert nearest(found) == ["a", "b", "d"]
    assert [case["nearest_of_its_fate"] for case in found["nearest"]] == [True, False, True]
    assert [case["among_the_nearest"] for case in found["nearest"]] == [True, True, False]


@pytest.mark.parametrize(
    ("months", "ended", "expected"),
    [
        (0, True, "ended"),
        (11, True, "ended"),
        (12, True, "lasted"),
        (30, False, "lasted"),
        (11, False, "too-soon"),
    ],
)
def test_what_was_not_seen_for_twelve_months_neither_lasted_nor_ended(
    months: int, ended: bool, expected: str
) -> None:
    (case,) = cases(("a", FULL, months, ended))["cases"]
    assert fate(case) == expected


def test_alike_and_different_answers_are_told_with_their_labels() -> None:
    known = cases(("a", {**FULL, "entry": "announced", "launch": "unknown"}, 3, True))
    (case,) = told(known, {**FULL, "used": False})["nearest"] or [None]
    assert case is None, "four shared answers are too few"
    known = cases(("a", {**FULL, "entry": "announced"}, 3, True))
    (case,) = told(known)["nearest"]
    (pair,) = case["different"]
    assert pair == {
        "question": "product/entry",
        "weight": 2,
        "apart": 0.5,
        "yours": "nobody",
        "theirs": "announced",
        "labels": {"yours": "No", "theirs": "It has announced it"},
    }
    alike = {pair["question"].partition("/")[2]: pair["labels"]["yours"] for pair in case["alike"]}
    assert alike == {
        "copy-time": "Some months",
        "assets": "A network",
        "used": "no",
        "launch": "6",
    }
    assert (case["shared"], case["not_compared"]) == (5, [])


def test_an_answer_that_leaves_something_open_is_known_in_part() -> None:
    answers: Authored = {
        "entry": {"one-of": ["nobody", "announced"]},
        "assets": {"surely": ["network"], "maybe": ["permit"]},
        "launch": {"between": [2, 3]},
        "copy-time": "weeks",
        "used": "unknown",
    }
    (case,) = cases(("a", answers, 3, True))["cases"]
    assert case["partly_known"] == ["product/entry", "product/assets", "product/launch"]
    assert case["answers"] == {"product/copy-time": "weeks"}


@pytest.mark.parametrize(
    ("name", "yours", "theirs", "apart", "labels"),
    [
        ("assets", ["own-data", "network"], ["permit"], 1, ("Data; A network", "A permit")),
        ("assets", [], ["network"], 1, ("none of them", "A network")),
        ("assets", ["own-data", "network"], ["network", "permit"], 0.6667, None),
        ("used", False, True, 1, ("no", "yes")),
        ("launch", 2.5, 12, 0.2639, ("2.5", "12")),
    ],
)
def test_what_is_different_is_told_as_founders_read_it(
    name: str, yours: Any, theirs: Any, apart: float, labels: tuple[str, str] | None
) -> None:
    known = cases(("a", {**FULL, name: theirs}, 3, True))
    (case,) = told(known, {**FULL, name: yours})["nearest"] or [None]
    (pair,) = case["different"]
    assert (pair["question"], pair["apart"]) == (f"product/{name}", apart)
    if labels:
        assert pair["labels"] == dict(zip(("yours", "theirs"), labels, strict=True))


def test_too_few_answers_are_compared_with_nothing() -> None:
    answers = {name: FULL[name] for name in list(FULL)[: FEWEST - 1]}
    found = told(cases(("a", FULL, 3, True)), answers)
    assert (found["answers"], found["nearest"]) == (FEWEST - 1, [])


def test_a_case_that_shares_less_than_half_of_the_answers_is_not_compared(
    ngc: CompiledSet,
) -> None:
    best = {
        question["id"]: next(iter(question["choices"]))
        for question in ngc["deciding"]["questions"]
        if question["kind"] == "choice" and question["rubric"] == "lifeline"
    }
    words: Authored = {f"lifeline/{id_}": word for id_, word in best.items()}
    words |= {"lifeline/used": "yes", "lifeline/assets": []}
    case = cases(("a", FULL, 3, True))["cases"][0]
    known = {**cases(("a", FULL, 3, True)), "coded_for": "ngc"}
    known["cases"] = [
        {**case, "id": f"shares-{count}", "answers": dict(list(words.items())[:count])}
        for count in (5, 6, 12)
    ]
    assert len(words) == 12
    found = precedents(Assessor(ngc), idea({**best, "used": True, "assets": []}, ngc), known, 3)
    assert sorted(nearest(found)) == ["shares-12", "shares-6"]


def test_of_what_is_not_compared_it_is_told_what_is_known_in_part(ngc: CompiledSet) -> None:
    best = {
        question["id"]: next(iter(question["choices"]))
        for question in ngc["deciding"]["questions"]
        if question["kind"] == "choice" and question["rubric"] == "lifeline"
    }
    names = [f"lifeline/{id_}" for id_ in best]
    case = cases(("a", FULL, 3, True))["cases"][0]
    words = {name: best[name.partition("/")[2]] for name in names[:-2]}
    partly = {**case, "answers": words, "partly_known": [names[-1], "lifeline/unasked"]}
    whole = {**case, "id": "b", "answers": dict.fromkeys(names, "x")}
    known = {**cases(("a", FULL, 3, True)), "coded_for": "ngc", "cases": [partly, whole]}
    (found,) = precedents(Assessor(ngc), idea(best, ngc), known, 3)["nearest"]
    assert found["not_compared"] == names[-2:]
    assert found["partly_known"] == names[-1:]


def test_a_saved_answer_that_another_hides_is_not_compared() -> None:
    before, after = {**FULL, "used": False}, {**FULL, "used": True}
    known = cases(("a", FULL, 3, True))
    assert told(known, before)["answers"] == 5
    found = told(known, after)
    assert (found["answers"], list(found["distance"]["weights"])) == (
        4,
        ["product/entry", "product/copy-time", "product/assets", "product/used"],
    )


def test_what_nothing_backs_is_compared_as_it_is_said_also_strictly() -> None:
    """Whether it hides another answer, too."""
    demanding = deepcopy(dated())
    demanding["deciding"]["questions"][demanding["ids"].index("product/used")]["evidence"] = 2
    said, known = idea({**FULL, "used": True}, demanding), cases(("a", FULL, 3, True))
    strict, as_said = Assessor(demanding, strict=True), Assessor(demanding)
    assert "product/launch" not in hidden(strict, said, ASSESSED)
    assert precedents(strict, said, known, 3) == precedents(as_said, said, known, 3)
    assert precedents(strict, said, known, 3)["answers"] == 4


def test_no_product_is_its_own_precedent() -> None:
    known = cases(("itself", FULL, 3, True), ("other", FULL, 3, True))
    found = told(known, id="itself")
    assert (nearest(found), found["cases"]["same"]) == (["other"], ["itself"])
    assert told(known, idea="ITSELF")["cases"]["same"] == ["itself"]


@pytest.mark.parametrize(
    ("name", "title", "same"),
    [
        ("Kite (plug-in)", "kite", ["one"]),
        ("Kite (plug-in)", "Kite (plug-in)", ["one"]),
        ("Kite (plug-in)", "Kite plug-in", []),
        ("Kite (plug-in)", "(plug-in)", []),
        ("Kite (plug-in) (2019)", "Kite", ["one"]),
    ],
)
def test_what_stands_in_brackets_behind_the_name_of_a_product_is_no_part_of_it(
    name: str, title: str, same: list[str]
) -> None:
    known = cases(("one", FULL, 3, True), ("other", FULL, 3, True))
    known["cases"][0]["name"] = name
    assert told(known, idea=title)["cases"]["same"] == same


def test_a_set_that_does_not_extend_that_of_the_cases_is_not_compared(ngc: CompiledSet) -> None:
    known = cases(("a", FULL, 3, True))
    foreign = {**known, "coded_for": "another"}
    assert told(foreign)["cases"]["questions"] == 0
    extending: Any = {**dated(), "set": "own", "extends": {"dated": "1.0.0"}}
    found = precedents(Assessor(extending), idea(FULL, dated()), known, 3)
    assert nearest(found) == ["a"]
    assert precedents(Assessor(ngc), idea({}, ngc), known, 3)["nearest"] == []


def test_the_weights_of_what_is_compared_are_stated() -> None:
    weights = told(cases(("a", FULL, 3, True)))["distance"]["weights"]
    assert weights == {
        "product/entry": 2,
        "product/copy-time": 1,
        "product/assets": 1,
        "product/used": 1,
        "product/launch": 1,
    }
